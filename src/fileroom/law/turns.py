"""What begins and what ends between two days of law: rules and figures, in the order of days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fileroom.law.book import RULES
from fileroom.law.figures import EVERY_FIGURE


@dataclass(frozen=True)
class Turn:
    """A rule or a figure begins or ends on this day."""

    on: date
    kind: str
    name: str
    begins: bool
    says: str
    citation: str


def turns(before: date, after: date) -> list[Turn]:
    """All that begins or ends after the first of two days and up to the second, given in either order."""
    first, last = sorted((before, after))
    found = [turn for turn in _all() if first < turn.on <= last]
    return sorted(found, key=lambda turn: (turn.on, turn.kind, turn.name, turn.begins))


def _all() -> Iterator[Turn]:
    for rule in RULES:
        for begins, on in ((True, rule.effective), (False, rule.repealed)):
            if on:
                yield Turn(on, "rule", rule.id, begins, rule.says, rule.cites.text)
    for name, figure in EVERY_FIGURE.items():
        for begins, on in ((True, figure.citation.effective), (False, figure.citation.repealed)):
            if on:
                says = f"{figure.what}: {figure.within}, counted from {figure.anchor}."
                yield Turn(on, "figure", name, begins, says, figure.citation.text)
