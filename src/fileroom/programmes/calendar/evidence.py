"""What the policy's page counts of the school calendar, by which every clock of days is counted: which school years the
district has entered, from when to when, and by whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from fileroom.duties.states import SUPERINTENDENT, Asked, Count, Evidence, Part, said, stands
from fileroom.law.days import school_year, school_year_begins
from fileroom.letters.setting import spoken_day, spoken_on
from fileroom.people.calendars import AHEAD, years_wanting
from fileroom.people.models import WholeCalendar
from fileroom.programmes.calendar.entries import of_year
from fileroom.programmes.notices.years import year_said

EN = "en"
DESIGNEE, LIST = "the Superintendent or a designee", "a list of the command"  # by name on the calendar's own page


def entered(asked: Asked) -> Evidence:
    """This school year's calendar, and the coming one's from sixty days before it begins: attention where one is not
    entered whole. Until it is, the State's holidays are closed days besides."""
    now, wanting = school_year(asked.on), years_wanting(asked.on)
    due = [now, now + 1] if asked.on >= school_year_begins(now + 1) - AHEAD else [now]
    reach = ", ".join(f"{year_said(it)} {span}" for it in due if (span := _reach(it)))
    says = said(len(due), "school year due by now has", "school years due by now have")
    named = " and ".join(year_said(it) for it in wanting)
    return Evidence(
        f"{says} the district’s own calendar" + (f": {reach}" if reach else ""), stands(wanting),
        number=len(due) - len(wanting), of=len(due),
        why=f"The calendar of {named} is not entered whole: until it is, the State’s holidays count besides"
        if wanting else "",
        whose=SUPERINTENDENT if wanting else "",
        since=min(_asked_since(it, now) for it in wanting) if wanting else None,
        route="school_calendar", parts=tuple(_parts(now)),
    )  # fmt: skip


def _asked_since(year: int, now: int) -> date:
    begins = school_year_begins(year)
    return begins if year == now else begins - AHEAD


def _reach(year: int) -> str:
    """Of which first closed day to which last this school year is entered; empty: nothing is."""
    days = [it.entry for it in of_year(year)]
    if not days:
        return ""
    first, last = days[0].from_on, max(it.to_on for it in days)
    return f"closed days from {spoken_on(first, EN)} to {spoken_on(last, EN)}"


def _parts(now: int) -> Iterator[Part]:
    """This school year and the coming one: what is entered, from when to when, and who said that it is whole."""
    whole = {it.year: it for it in WholeCalendar.objects.filter(year__in=(now, now + 1))}
    for year in (now, now + 1):
        row, reach = whole.get(year), _reach(year) or "nothing is entered"
        by = DESIGNEE if row and row.said_by else LIST
        end = f"said to be whole by {by} on {spoken_day(row.said_at, EN)}" if row else "not said to be whole"
        yield Part(f"{year_said(year)}: {reach}, {end}")


EVIDENCE: Mapping[str, Count] = {"calendar.entered": entered}
