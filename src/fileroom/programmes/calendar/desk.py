"""The page of the school calendar, for any employee, and what of it is still to be entered, for who enters it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F

from fileroom.hosting import district_transaction
from fileroom.law import default_calendar
from fileroom.law.days import ONE, Calendar, district_day, school_year, school_year_begins, school_year_ends
from fileroom.people import queries
from fileroom.people.answers import Missing
from fileroom.people.calendars import calendar, years_wanting
from fileroom.people.models import Term, WholeCalendar
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.calendar import entries
from fileroom.programmes.calendar.bringing import holidays_open
from fileroom.programmes.calendar.entering import in_reach
from fileroom.programmes.calendar.entries import Standing, summers_lacking
from fileroom.programmes.delegations.designees import Programme, may_act

MOST_TERMS = 60


@dataclass(frozen=True)
class Whole:
    """Who has said that a year is entered whole, and when. `by`: empty where it was a list of the command."""

    by: str
    at: datetime


@dataclass(frozen=True)
class SchoolTerm:
    """A school year or term as a roster brought it; `school`: empty where it is the district's."""

    name: str
    from_on: date
    to_on: date
    school: str


@dataclass(frozen=True)
class Page:
    """One school year. `schooldays`: days of school by it, None before its summers are entered; `holidays_open`: the
    State's holidays on which the office is open by it; `may`: this account enters it; `years`: those it may be of."""

    year: int
    standing: tuple[Standing, ...]
    terms: tuple[SchoolTerm, ...]
    whole: Whole | None
    schooldays: int | None
    holidays_open: tuple[date, ...]
    may: bool
    years: tuple[int, ...]


def page(year: int | None, *, by: SignedIn, at: datetime) -> Page:
    """A school year's calendar; without a year this one's. Raises Missing."""
    now = school_year(district_day(at))
    year = now if year is None else year
    if by.account.employee_id is None or not in_reach(year, at):
        raise Missing
    with district_transaction():
        standing = tuple(entries.of_year(year))
        return Page(
            year, standing, _terms(year), _whole(year), _schooldays(year, standing), holidays_open(year),
            may_act(Programme.CALENDAR, by=by, at=at), tuple(it for it in range(now - 1, now + 3) if in_reach(it, at)),
        )  # fmt: skip


def one(id_: UUID, *, by: SignedIn, at: datetime) -> Standing:
    """One entry, for who may correct it. Raises Missing."""
    with district_transaction():
        if not may_act(Programme.CALENDAR, by=by, at=at):
            raise Missing
        return entries.found(id_)


def wanting(*, by: SignedIn, at: datetime) -> list[int]:
    """The school years whose calendar this account is to enter; none for whoever may not."""
    with district_transaction():
        years = years_wanting(district_day(at))
        return years if years and may_act(Programme.CALENDAR, by=by, at=at) else []


def _terms(year: int) -> tuple[SchoolTerm, ...]:
    rows = Term.objects.filter(from_on__lte=school_year_ends(year), to_on__gte=school_year_begins(year))
    rows = rows.select_related("school").order_by(F("school__name").asc(nulls_first=True), "from_on", "-to_on")
    return tuple(
        SchoolTerm(it.name, it.from_on, it.to_on, it.school.name if it.school else "") for it in rows[:MOST_TERMS]
    )


def _whole(year: int) -> Whole | None:
    row = WholeCalendar.objects.filter(year=year).first()
    if row is None:
        return None
    return Whole(queries.account_names([row.said_by]).get(row.said_by, "") if row.said_by else "", row.said_at)


def _schooldays(year: int, standing: tuple[Standing, ...]) -> int | None:
    """By what is entered; before both summers are, every weekday of them would count."""
    if summers_lacking(year, (it.entry for it in standing)):
        return None
    days: Calendar = calendar() or default_calendar()
    on, found = school_year_begins(year), 0
    while on <= school_year_ends(year):
        found += days.in_session(on)
        on += ONE
    return found
