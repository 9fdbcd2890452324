"""What a calendar is made of: breaks and closed days as a person enters them, and the rows that keep them.

A closed spell is kept as its weekdays, a row each; it is read as one again where they follow each other under one name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from fileroom.law.days import ONE, SATURDAY, Span, school_year_begins, school_year_ends
from fileroom.people.answers import Missing
from fileroom.people.models import Break, Closure

ACROSS = timedelta(days=40)  # further than any closed spell reaches


class Kind(StrEnum):
    """What it is. `CLOSED`: the office is closed all day, and no school (Code Civ. Proc. 12b); in all others it is
    open. `OTHER`: days without school that are no break, as those on which only the staff come."""

    CLOSED = "closed"
    FALL = "fall"
    WINTER = "winter"
    SPRING = "spring"
    SUMMER = "summer"
    OTHER = "other"


@dataclass(frozen=True)
class Entry:
    """One line of the calendar. First and last day, both in; `name`: what the district calls it, or empty."""

    kind: Kind
    from_on: date
    to_on: date
    name: str = ""

    @property
    def span(self) -> Span:
        return Span(self.from_on, self.to_on, self.kind.value)

    @property
    def weekdays(self) -> Iterator[date]:
        """Its days but Saturdays and Sundays, which need no entry."""
        days = (self.from_on + timedelta(days=n) for n in range((self.to_on - self.from_on).days + 1))
        return (day for day in days if day.weekday() < SATURDAY)

    @property
    def code(self) -> str:
        """As an entry of the ledger names its days."""
        return f"{self.from_on}/{self.to_on}"


@dataclass(frozen=True)
class Standing:
    """An entry that is kept. `id`: of its break, or of the row of its first closed day."""

    id: UUID
    entry: Entry
    rows: tuple[UUID, ...] = field(default=(), compare=False)


def of_year(year: int) -> list[Standing]:
    """What reaches into this school year, in the order of its days. Joins an open transaction."""
    return between(school_year_begins(year), school_year_ends(year))


def between(first: date, last: date) -> list[Standing]:
    """What reaches between these two days. Joins an open transaction."""
    rows = Break.objects.filter(from_on__lte=last, to_on__gte=first)
    breaks = [Standing(it.id, Entry(Kind(it.kind), it.from_on, it.to_on, it.name)) for it in rows]
    closures = Closure.objects.filter(on__range=(first - ACROSS, last + ACROSS)).order_by("on")
    closed = [it for it in _spells(closures) if it.entry.from_on <= last and it.entry.to_on >= first]
    return sorted([*breaks, *closed], key=lambda it: (it.entry.from_on, it.entry.to_on))


def _spells(rows: Iterable[Closure]) -> Iterator[Standing]:
    spell: list[Closure] = []
    for row in rows:
        if spell and (row.reason != spell[-1].reason or row.on != _weekday_after(spell[-1].on)):
            yield _closed(spell)
            spell = []
        spell.append(row)
    if spell:
        yield _closed(spell)


def _closed(spell: list[Closure]) -> Standing:
    entry = Entry(Kind.CLOSED, spell[0].on, spell[-1].on, spell[0].reason)
    return Standing(spell[0].id, entry, tuple(it.id for it in spell))


def _weekday_after(day: date) -> date:
    day += ONE
    while day.weekday() >= SATURDAY:
        day += ONE
    return day


def summers_lacking(year: int, these: Iterable[Entry]) -> bool:
    """Is the summer break not entered at each end of this school year? Its weekdays then count as days of school."""
    spans = [it.span for it in these if it.kind is Kind.SUMMER]
    return not all(
        any(it.holds(day) for it in spans) for day in (school_year_begins(year), school_year_ends(year))
    )  # fmt: skip


def found(id_: UUID) -> Standing:
    """One by its id. Raises Missing. Joins an open transaction."""
    if day := Closure.objects.filter(pk=id_).values_list("on", flat=True).first():
        return next(it for it in between(day, day) if id_ in it.rows)
    row = Break.objects.filter(pk=id_).first()
    if row is None:
        raise Missing
    return Standing(row.id, Entry(Kind(row.kind), row.from_on, row.to_on, row.name))


def keep(id_: UUID, entry: Entry) -> None:
    """Keep it under this id. Part of the open transaction."""
    if entry.kind is not Kind.CLOSED:
        Break.objects.create(
            id=id_, kind=entry.kind.value, name=entry.name, from_on=entry.from_on, to_on=entry.to_on
        )  # fmt: skip
        return
    first, *others = entry.weekdays
    Closure.objects.create(id=id_, on=first, reason=entry.name)
    Closure.objects.bulk_create(Closure(on=day, reason=entry.name) for day in others)


def drop(standing: Standing) -> None:
    """Keep it no longer. Part of the open transaction."""
    if standing.entry.kind is Kind.CLOSED:
        Closure.objects.filter(pk__in=standing.rows).delete()
    else:
        Break.objects.filter(pk=standing.id).delete()
