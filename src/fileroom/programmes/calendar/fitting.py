"""What can be an entry of a calendar, and what cannot: plain words, and nothing is looked up here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fileroom.collection.imports.values import CONTROL
from fileroom.law.days import school_year
from fileroom.programmes.calendar.entries import Entry, Kind
from fileroom.screening import LOOKS_AT_WRITING, findings_in

LONGEST_NAME = 80
SHORT = 31  # days
LONGEST = dict.fromkeys(Kind, SHORT) | {Kind.SUMMER: 124}
BEFORE, AHEAD = 1, 2  # school years around today's in which a calendar is entered or corrected


@dataclass(frozen=True)
class Fault:
    """What is wrong with an entry, and in which of its fields or columns."""

    column: str
    says: str


def fault(entry: Entry, others: Iterable[Entry], *, on: date) -> Fault | None:
    """What is wrong with an entry beside those that stand; None: nothing is."""
    return _of_days(entry, on) or _of_name(entry.name) or _beside(entry, others)


def _of_days(entry: Entry, on: date) -> Fault | None:
    if entry.to_on < entry.from_on:
        return Fault("to", "It ends before it begins. Read both days again.")
    year = school_year(on)
    for column, day in (("from", entry.from_on), ("to", entry.to_on)):
        if not year - BEFORE <= school_year(day) <= year + AHEAD:
            return Fault(column, "Is the year right? A calendar is entered for last year, this one and the next two.")
    if (entry.to_on - entry.from_on).days >= LONGEST[entry.kind]:
        what = "An office is not closed" if entry.kind is Kind.CLOSED else "Such a break does not last"
        return Fault("to", f"{what} for more than {LONGEST[entry.kind]} days. Read both days again.")
    if not any(entry.weekdays):
        return Fault("from", "This is a weekend, which needs no entry.")
    return None


def _of_name(name: str) -> Fault | None:
    if len(name) > LONGEST_NAME or CONTROL.search(name):
        return Fault("name", f"Write a name of {LONGEST_NAME} letters at most, in one line.")
    if found := findings_in(name, LOOKS_AT_WRITING):
        return Fault("name", f"This holds what the law keeps out of every text ({found[0].citation}).")
    return None


def _beside(entry: Entry, others: Iterable[Entry]) -> Fault | None:
    """No day is closed twice, and none is in two breaks; a closed day may lie in a break."""
    for other in others:
        if (other.kind is Kind.CLOSED) == (entry.kind is Kind.CLOSED) and _meets(entry, other):
            days = f"{other.from_on}" if other.from_on == other.to_on else f"{other.from_on} to {other.to_on}"
            return Fault("from", f"It meets what stands there already: {days}. Correct that, or leave these days out.")
    return None


def _meets(one: Entry, other: Entry) -> bool:
    return one.from_on <= other.to_on and other.from_on <= one.to_on


def stands(entry: Entry, others: Iterable[Entry]) -> bool:
    """Does it stand there already: each of its weekdays closed, or within a break of its kind?"""
    if entry.to_on < entry.from_on:
        return False
    if entry.kind is Kind.CLOSED:
        closed = {day for it in others if it.kind is Kind.CLOSED for day in it.weekdays}
        return set(entry.weekdays) <= closed
    within = (it for it in others if it.kind is entry.kind)
    return any(it.from_on <= entry.from_on and entry.to_on <= it.to_on for it in within)
