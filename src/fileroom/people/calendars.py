"""The district's own calendar, for the clocks of the law."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import Min

from fileroom.law import default_calendar
from fileroom.law.days import Calendar, Span, school_year, school_year_begins, school_year_ends
from fileroom.people.models import Break, Closure, Term, WholeCalendar

SHOWN = 12  # of each, on the page of the district
AHEAD = timedelta(days=60)  # so long before a school year begins its calendar is asked for


def calendar() -> Calendar | None:
    """What is entered of closed days and breaks; None before anything was (then the shipped calendar holds).

    In a school year of which nobody has said that it is entered whole, the State's holidays are closed days besides:
    one closed day that is entered opens no other. Joins an open transaction.
    """
    closed = frozenset(Closure.objects.values_list("on", flat=True))
    breaks = tuple(Span(row.from_on, row.to_on, row.kind) for row in Break.objects.all())
    if not closed and not breaks:
        return None
    whole = set(WholeCalendar.objects.values_list("year", flat=True))
    holidays = frozenset(day for day in default_calendar().closed if school_year(day) not in whole)
    return Calendar(closed | holidays, breaks)


def first_semester(year: int) -> date:
    """The first day of the first term of this school year. Where no term is entered: the first day of the school year
    on which the calendar has the office open and no break, the cautious one."""
    terms = Term.objects.filter(from_on__gte=school_year_begins(year), from_on__lte=school_year_ends(year))
    first: date | None = terms.aggregate(first=Min("from_on"))["first"]
    return first or _first_day(calendar() or default_calendar(), year)


def _first_day(days: Calendar, year: int) -> date:
    day = school_year_begins(year)
    while not days.in_session(day):
        day += timedelta(days=1)
    return day


def years_wanting(on: date) -> list[int]:
    """Of this school year, and from sixty days before it of the coming one, those whose calendar is not entered whole.
    Joins an open transaction."""
    year = school_year(on)
    asked = [year, year + 1] if on >= school_year_begins(year + 1) - AHEAD else [year]
    whole = set(WholeCalendar.objects.filter(year__in=asked).values_list("year", flat=True))
    return [it for it in asked if it not in whole]


def break_name(row: Break) -> str:
    """What the district calls it, or what it is."""
    return row.name or ("No school" if row.kind == Break.Kind.OTHER else f"{row.get_kind_display()} break")


def listed(on: date) -> dict[str, Any]:
    """What is still to come of terms, closed days and breaks, and which years are wanting, as the district's page shows
    them. Joins an open transaction."""
    terms = Term.objects.filter(to_on__gte=on).order_by("from_on").values("name", "from_on", "to_on")
    breaks, closures = Break.objects.filter(to_on__gte=on), Closure.objects.filter(on__gte=on)
    return {
        "terms": list(terms[:SHOWN]),
        "closures": [{"on": row.on, "name": row.reason} for row in closures.order_by("on")[:SHOWN]],
        "breaks": [
            {"name": break_name(row), "from_on": row.from_on, "to_on": row.to_on}
            for row in breaks.order_by("from_on")[:SHOWN]
        ],
        "calendar_wanting": years_wanting(on),
    }
