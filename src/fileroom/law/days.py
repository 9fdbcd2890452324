"""Counting time as the law counts it. No clock here: a day or an instant always comes in.

Sources: Ed. Code 9, Civ. Code 10 and CCP 12 (the first day is out, the last is in); CCP 12a and 12b (a last day on
a Saturday, Sunday, holiday or all-day closure rolls on); Ed. Code 49068(c) (schooldays); Fam. Code 6500 (age).
"""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

PACIFIC = ZoneInfo("America/Los_Angeles")
ONE = timedelta(days=1)
SHORTEST_YEAR = 365  # days; where a last day is told in days gone by, the earlier counts
SATURDAY, SUNDAY = 5, 6


class BadCalendar(ValueError):
    """A calendar file that cannot be read; the message says where and why."""


@dataclass(frozen=True)
class Span:
    """First and last day, both in. `kind`: a break's kind (`winter`, `summer` …) or a term's name."""

    first: date
    last: date
    kind: str

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, eq=False)
class Calendar:
    """A district's open days. Weekends need no listing; in a break school is out and the office open."""

    closed: frozenset[date]
    breaks: tuple[Span, ...] = ()
    terms: tuple[Span, ...] = ()
    name: str = "district"

    def is_open(self, day: date) -> bool:
        """A weekday on which the office is not closed all day."""
        return day.weekday() < SATURDAY and day not in self.closed

    def in_session(self, day: date) -> bool:
        """An open weekday outside every break: school is held, as far as the calendar tells."""
        return self.is_open(day) and not any(span.holds(day) for span in self.breaks)

    def is_schoolday(self, day: date) -> bool:
        """An open weekday outside every break, or inside a summer one."""
        out = [span for span in self.breaks if span.holds(day)]
        return self.is_open(day) and (not out or any(span.kind == "summer" for span in out))

    def roll(self, day: date) -> date:
        """The day itself, or the next open one (CCP 12a, 12b)."""
        while not self.is_open(day):
            day += ONE
        return day

    def business_days(self, start: date, count: int) -> date:
        """The last of `count` open days after `start`, which is day 0."""
        return _count(start, count, self.is_open)

    def business_days_early(self, start: date, count: int) -> date:
        """The same with Saturdays counted as business days (Civ. Code 7 and 9): the internal target."""
        return _count(start, count, lambda day: day.weekday() != SUNDAY and day not in self.closed)

    def schooldays(self, start: date, count: int) -> date:
        """The last of `count` schooldays after `start`, which is day 0."""
        return _count(start, count, self.is_schoolday)


def _count(start: date, count: int, counts: Any) -> date:
    day = start
    while count:
        day += ONE
        count -= bool(counts(day))
    return day


def add_months(start: date, months: int) -> date:
    """The same day so many months on; the month's last day where there is none (29 February: 28)."""
    total = start.year * 12 + start.month - 1 + months
    year, month = divmod(total, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def months_over(start: date, months: int) -> date:
    """The first day by which so many full months have gone: where there is no such day, the first of the next month."""
    day = add_months(start, months)
    return day if day.day == start.day else day + ONE


def add_years(start: date, years: int) -> date:
    """The same day so many years on; for 29 February in a common year 28 February, the earlier."""
    return add_months(start, 12 * years)


def birthday(born: date, years: int) -> date:
    """The day a person reaches this age: for 29 February in a common year 1 March, when a full year is over."""
    return months_over(born, 12 * years)


def of_age_by_one_count(born: date, years: int, on: date) -> bool:
    """Born on 29 February, and of this age on the 28th by one count, on 1 March by the other: it is the 28th."""
    return add_years(born, years) <= on < birthday(born, years)


def age_on(born: date, on: date) -> int:
    """Completed years of age at the start of this day (Fam. Code 6500)."""
    years = on.year - born.year
    return years if birthday(born, years) <= on else years - 1


def school_year(day: date) -> int:
    """The calendar year in which this day's school year began (1 July to 30 June, Ed. Code 37200)."""
    return day.year if day.month >= 7 else day.year - 1


def school_year_begins(year: int) -> date:
    """1 July: the first day of the school year that begins in this calendar year."""
    return date(year, 7, 1)


def school_year_ends(year: int) -> date:
    """30 June: the last day of the school year that begins in this calendar year."""
    return date(year + 1, 6, 30)


def district_day(at: datetime) -> date:
    """The Pacific day of an aware instant."""
    if at.tzinfo is None:
        raise ValueError("an instant needs its time zone")
    return at.astimezone(PACIFIC).date()


def calendar_from_json(given: Any, name: str = "district") -> Calendar:
    """The calendar of contracts.md §2. BadCalendar says which entry is wrong."""
    if not isinstance(given, dict):
        raise BadCalendar("a calendar is an object with closed, breaks and terms")
    unknown = sorted(set(given) - {"closed", "breaks", "terms"})
    if unknown:
        raise BadCalendar(f"unknown key {unknown[0]!r}; allowed: closed, breaks, terms")
    closed = frozenset(_day(raw, f"closed[{n}]") for n, raw in enumerate(_list(given, "closed")))
    return Calendar(closed, _spans(given, "breaks", "kind"), _spans(given, "terms", "name"), name)


def _list(given: dict[str, Any], key: str) -> list[Any]:
    listed = given.get(key, [])
    if not isinstance(listed, list):
        raise BadCalendar(f"{key}: a list is needed")
    return listed


def _day(raw: Any, where: str) -> date:
    try:
        return date.fromisoformat(raw)
    except (TypeError, ValueError):
        raise BadCalendar(f"{where}: {raw!r} is not a day like 2026-11-11") from None


def _spans(given: dict[str, Any], key: str, label: str) -> tuple[Span, ...]:
    return tuple(_span(raw, f"{key}[{n}]", label) for n, raw in enumerate(_list(given, key)))


def _span(raw: Any, where: str, label: str) -> Span:
    if not isinstance(raw, dict) or set(raw) - {"from", "to", label}:
        raise BadCalendar(f"{where}: an object with from, to and {label} is needed")
    span = Span(_day(raw.get("from"), f"{where}.from"), _day(raw.get("to"), f"{where}.to"), str(raw.get(label, "")))
    if span.last < span.first:
        raise BadCalendar(f"{where}: ends before it begins")
    return span


def once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object whose keys all differ. Of two answers to one question the later would win unseen: ValueError."""
    made = dict(pairs)
    if len(made) < len(pairs):
        twice = next(name for place, (name, _) in enumerate(pairs) if name in {it for it, _ in pairs[:place]})
        raise ValueError(f"the key {twice[:40]!r} is given twice")
    return made


def read_calendar(text: str) -> Calendar:
    """A calendar file's text. BadCalendar where it is not JSON or not a calendar."""
    try:
        given = json.loads(text, object_pairs_hook=once_each)
    except (ValueError, RecursionError) as error:
        raise BadCalendar(f"not JSON: {error}") from None
    return calendar_from_json(given)


@cache
def default_calendar() -> Calendar:
    """State holidays alone, 2024 to 2040, from the dated file shipped here (CCP 135, Gov. Code 6700; and, from memory,
    Gov. Code 6701: one on a Sunday is kept on the Monday, and of those on a Saturday only 11 November is, on the
    Friday). A district that enters its own calendar says so itself. The other days that courts keep instead are the
    Judicial Council's choice. Leaving them and breaks out can only bring a due day forward."""
    text = files("fileroom.law").joinpath("calendar_default.json").read_text("utf-8")
    return calendar_from_json(json.loads(text), "default")


def earliest(days: Iterable[date]) -> date:
    """Several triggers: the first one starts the clock."""
    return min(days)
