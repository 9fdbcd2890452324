"""What the tests of texts teach: what rules find in a text of a test that passes is right, what they doubt in one where
they find nothing is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pytest

from fileroom.screening import learned
from fileroom.screening.findings import Finding
from fileroom.screening.reading import Reading


class Met(NamedTuple):
    """What was found, where its marks stand, and how likely it must be where it is held."""

    finding: Finding
    places: tuple[int, ...]
    least: float


class Recorder:
    """A plugin of pytest that stands where findings are weighed, lets them be as they are, and keeps them."""

    def __init__(self) -> None:
        self.met: list[Met] = []
        self.kept: dict[Met, bool] = {}

    def weighed(self, reading: Reading, found: Iterable[Finding]) -> Iterator[Finding]:
        """As learned.weighed, by rules alone."""
        told = list(found)
        sure = learned.kinds_of(told)
        for it in told:
            self.met.append(Met(it, tuple(sorted(learned.places(reading, it, sure))), learned.least(reading, it)))
            yield it

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test is over: what was met in it counts where it passed."""
        if report.when != "call":
            return
        sure = any(learned.is_sure(it.finding) for it in self.met)
        if report.passed:
            self.kept |= {it: sure for it in self.met if learned.is_sure(it.finding) is sure}
        self.met.clear()
