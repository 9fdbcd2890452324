"""What the tests of texts teach: what rules find in a text of a test that passes is right, what they doubt in one where
they find nothing is not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import pytest

from fileroom.screening import learned
from fileroom.screening.findings import Finding, is_sure
from fileroom.screening.marks import Marked, kinds_of, marked
from fileroom.screening.paragraphs import alone
from fileroom.screening.reading import Reading

Ruled = Callable[[Reading], list[Finding]]
# Where the marks of a finding stand, and how likely it must be where it is held; 0 where it is held by no likelihood.
Mark = tuple[Marked, float]


class Recorder:
    """A plugin of pytest that stands where findings are weighed, lets them be as they are, and keeps them."""

    def __init__(self) -> None:
        self.met: list[tuple[Mark, Finding]] = []
        self.let_be: list[tuple[Mark, Finding]] = []  # found in a paragraph alone
        self.kept: dict[Mark, tuple[Finding, bool]] = {}
        self.torn: list[str] = []  # tests that say other of the same marks than one before

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Properties teach nothing: what they try differs from run to run."""
        items[:] = [it for it in items if not getattr(getattr(it, "obj", None), "is_hypothesis_test", False)]

    def weighed(self, reading: Reading, found: Iterable[Finding]) -> Iterator[Finding]:
        """As learned.weighed, by rules alone."""
        told = list(found)
        sure = kinds_of(told)
        for it in told:
            self.met.append(((marked(reading, it, sure), _bar(reading, it)), it))
            yield it

    def by_themselves(self, reading: Reading, found: list[Finding], ruled: Ruled) -> Iterator[Finding]:
        """As texts.by_themselves, and nothing is told: where a test lets a text be, what was found is not right."""
        for _, part in alone(reading, found):
            told = ruled(part)
            sure = kinds_of(told)
            self.let_be += [((marked(part, it, sure), learned.OF_A_PARAGRAPH), it) for it in told if is_sure(it)]
        return iter(())

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test is over: what was met in it counts where it passed."""
        if report.when != "call":
            return
        sure = any(is_sure(it) for _, it in self.met)
        if report.passed:
            self._keep({mark: (it, sure) for mark, it in self.met if is_sure(it) is sure}, report.nodeid)
            self._keep({} if sure else {mark: (it, False) for mark, it in self.let_be}, report.nodeid)
        self.met.clear()
        self.let_be.clear()

    def _keep(self, said: dict[Mark, tuple[Finding, bool]], test: str) -> None:
        """Of the same marks no test may hold a finding and another let it be: no weights say both."""
        self.torn += [test for mark, it in said.items() if self.kept.get(mark, it)[1] is not it[1]]
        self.kept |= said


def _bar(reading: Reading, finding: Finding) -> float:
    if is_sure(finding):
        return learned.least(reading, finding)
    return learned.HOLDS_FROM if learned.is_heard(reading, finding) else 0.0
