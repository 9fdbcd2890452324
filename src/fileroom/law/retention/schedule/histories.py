"""Dated events, of which only the days and their order on different days count."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Generic, TypeVar

E = TypeVar("E")


class History(Generic[E]):
    """What happened, and when; two events of one day have no order but that an opening comes before its end."""

    def __init__(self, events: Iterable[tuple[E, date]]) -> None:
        self._days: dict[E, list[date]] = {}
        for event, day in events:
            self._days.setdefault(event, []).append(day)

    def days(self, *events: E) -> list[date]:
        """The days of these events, in order."""
        return sorted(day for event in events for day in self._days.get(event, ()))

    def last(self, *events: E) -> date | None:
        return max(self.days(*events), default=None)

    def first(self, *events: E) -> date | None:
        return min(self.days(*events), default=None)

    def every_day(self) -> list[date]:
        """The days of all events, in order."""
        return self.days(*self._days)

    def open(self, opening: E, ending: E) -> tuple[date, ...]:
        """The days of the openings that nothing has ended yet. Each ending ends one, the oldest."""
        waiting: list[date] = []
        steps = [(day, 0) for day in self.days(opening)] + [(day, 1) for day in self.days(ending)]
        for day, ends in sorted(steps):
            if not ends:
                waiting.append(day)
            elif waiting:
                waiting.pop(0)
        return tuple(waiting)

    def ended(self, opening: E, ending: E) -> date | None:
        """The last day on which an opening was ended."""
        count, last = 0, None
        steps = [(day, 0) for day in self.days(opening)] + [(day, 1) for day in self.days(ending)]
        for day, ends in sorted(steps):
            if not ends:
                count += 1
            elif count:
                count, last = count - 1, day
        return last
