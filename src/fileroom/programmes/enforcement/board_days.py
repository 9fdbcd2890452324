"""By when the Board is to hear of a request: at its next meeting after the request (Ed. Code 234.7(c): in good time).

Where the district has entered no meeting to come there is no day to count to: then that day itself is owed.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from fileroom.duties import queries
from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.law import default_calendar
from fileroom.law.days import district_day
from fileroom.people.calendars import calendar
from fileroom.people.owed import OF_THE_DISTRICT, SUPERINTENDENT
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import EnforcementReport
from fileroom.programmes.settings.meetings import board_meetings

ROOM, NO_MEETING = "enforcement", "board_meetings"
TO_THE_BOARD = "disclosure.immigration_enforcement.report_to_board"


def next_meeting(after: date) -> date | None:
    """The first meeting after this day that the district has entered, or for which a report was released; None: none.

    One of the same day hears nothing of what came that day. Part of the open transaction.
    """
    released = EnforcementReport.objects.filter(meeting_on__gt=after).values_list("meeting_on", flat=True)
    return min((it for it in (*board_meetings(), *released) if it and it > after), default=None)


def owe_a_meeting(*, by: SignedIn, entry: UUID, at: datetime) -> None:
    """The Board is to be told, and nobody has entered when it meets next: that is owed by the next school day. Once."""
    days = calendar() or default_calendar()
    due_on = days.schooldays(district_day(at), 1)
    owed = Owed(TO_THE_BOARD, NO_MEETING, OF_THE_DISTRICT, at, office=SUPERINTENDENT, due_on=due_on)
    duties.owe([owed], calendar=days, caused_by=entry)


def settle(*, by: SignedIn, entry: UUID, at: datetime) -> None:
    """Other meetings are known now: what the Board is to hear has its day by them. What is late already stays late.

    Part of the open transaction.
    """
    on = district_day(at)
    day = next_meeting(on)
    theirs = [it for it in queries.of_room(ROOM, at=at) if it.rule == TO_THE_BOARD]
    waits = [it.id for it in theirs if it.due is None or it.due > on]
    duties.set_day(waits, day)
    if day is not None:
        duties.discharge(NO_MEETING, OF_THE_DISTRICT, Over(by.account.id, entry, at), rule=TO_THE_BOARD)
    elif waits:
        owe_a_meeting(by=by, entry=entry, at=at)
