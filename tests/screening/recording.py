"""What the tests of texts teach: what rules find in a text of a test that passes is right, what they doubt in one where
they find nothing is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from fileroom.screening import learned
from fileroom.screening.findings import HAIR, LEAST, Finding
from fileroom.screening.reading import Reading

Met = tuple[Finding, tuple[int, ...]]  # what was found, and where its marks stand


class Recorder:
    """A plugin of pytest that stands where findings are weighed, lets them be as they are, and keeps them."""

    def __init__(self) -> None:
        self.met: list[Met] = []
        self.kept: dict[tuple[int, ...], tuple[Finding, bool]] = {}

    def weighed(self, reading: Reading, found: Iterable[Finding]) -> Iterator[Finding]:
        """As learned.weighed, by rules alone."""
        for it in found:
            self.met.append((it, tuple(sorted(learned.places(reading, it)))))
            yield it

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test is over: what was met in it counts where it passed."""
        if report.when != "call":
            return
        sure = any(it.confidence >= LEAST - HAIR for it, _ in self.met)
        if report.passed:
            self.kept |= {places: (it, sure) for it, places in self.met if (it.confidence >= LEAST - HAIR) is sure}
        self.met.clear()
