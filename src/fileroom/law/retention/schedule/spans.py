"""A record's span: the first day it may go, the last day it may stay, why, and what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from fileroom.law.kernel.citation import Citation


@dataclass(frozen=True)
class Span:
    """Before holds. `earliest` None: never, or not yet known. `hard`: a last day that no hold moves."""

    earliest: date | None
    latest: date | None
    basis: str
    citation: Citation
    blocked_by: tuple[str, ...] = ()
    hard: bool = False


@dataclass(frozen=True)
class Schedule:
    """The answer of `retention simulate` (contracts.md §6)."""

    earliest_on: date | None
    latest_on: date | None
    basis: str
    citation: str
    blocked_by: tuple[str, ...]

    def allows(self, on: date) -> bool:
        """The record may be destroyed on this day."""
        return not self.blocked_by and self.earliest_on is not None and self.earliest_on <= on

    def to_json(self) -> dict[str, Any]:
        return {
            "earliest_on": self.earliest_on.isoformat() if self.earliest_on else None,
            "latest_on": self.latest_on.isoformat() if self.latest_on else None,
            "basis": self.basis,
            "citation": self.citation,
            "blocked_by": list(self.blocked_by),
        }


def not_yet(basis: str, citation: Citation, *blocked_by: str) -> Span:
    """No day is known yet; `blocked_by` says what is awaited."""
    return Span(None, None, basis, citation, blocked_by)


def for_ever(basis: str, citation: Citation) -> Span:
    """Kept for ever."""
    return Span(None, None, basis, citation, ("kept for ever",))
