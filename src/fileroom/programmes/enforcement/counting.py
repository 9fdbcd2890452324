"""What is owed here by days that no clock of the law counts is counted anew when the calendar changes."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from fileroom.duties import queries
from fileroom.duties import services as duties
from fileroom.duties.queries import Begun
from fileroom.law import default_calendar
from fileroom.law.days import Calendar, district_day
from fileroom.people.calendars import calendar
from fileroom.programmes.enforcement import board_days, guide
from fileroom.programmes.enforcement.duties import OF_THE_FAMILY, family_told_on


def count_anew() -> None:
    """A family is told within the office's days, the day of the Board's next meeting and the guide are asked for by the
    next school day, each from when it began and by the calendar as it stands now. Part of the open transaction."""
    days = calendar() or default_calendar()
    moved: dict[date, list[UUID]] = {}
    for room in (board_days.ROOM, board_days.NO_MEETING, guide.ROOM):
        for it in queries.begun(room):
            day = _due_on(room, it, days)
            if day is not None and day != it.due_on:
                moved.setdefault(day, []).append(it.id)
    for day, ids in moved.items():
        duties.set_day(ids, day)


def _due_on(room: str, it: Begun, days: Calendar) -> date | None:
    """None: no calendar moves it."""
    on = district_day(it.began_at)
    if room == board_days.ROOM:
        return family_told_on(on, days) if it.rule in OF_THE_FAMILY else None
    return days.schooldays(on, 1) if room == board_days.NO_MEETING or it.part in (guide.NOTE_IT, guide.LOOK) else None
