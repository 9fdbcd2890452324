"""By when the Board is to hear of a request: at its next meeting after the request (Ed. Code 234.7(c): in good time).

Where the district has entered no meeting to come there is no day to count to: then that day itself is owed, as long as
a request waits for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from uuid import UUID

from fileroom.duties import queries
from fileroom.duties import services as duties
from fileroom.duties.queries import Listed
from fileroom.duties.services import Over, Owed
from fileroom.hosting import durable_transaction
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
    """The first meeting after this day that the district has entered and whose report is not released yet; None: none.

    One of the same day hears nothing of what came that day, nor one whose report was released before it came. Part of
    the open transaction.
    """
    released = set(EnforcementReport.objects.filter(meeting_on__gt=after).values_list("meeting_on", flat=True))
    return min((it for it in board_meetings() if it > after and it not in released), default=None)


def owe_a_meeting(*, entry: UUID, at: datetime) -> None:
    """The Board is to be told, and nobody has entered when it meets next: that is owed by the next school day. Once."""
    days = calendar() or default_calendar()
    due_on = days.schooldays(district_day(at), 1)
    owed = Owed(TO_THE_BOARD, NO_MEETING, OF_THE_DISTRICT, at, office=SUPERINTENDENT, due_on=due_on)
    duties.owe([owed], calendar=days, caused_by=entry)


def settle(*, by: SignedIn, entry: UUID, at: datetime) -> None:
    """Other meetings are known now, or less waits for one: what the Board is to hear has its day by them. What is late
    already stays late.

    Part of the open transaction.
    """
    on, over = district_day(at), Over(by.account.id, entry, at)
    day, theirs = next_meeting(on), _waiting(at)
    duties.set_day([it.id for it in theirs if it.due is None or it.due > on], day)
    if day is not None:
        duties.discharge(NO_MEETING, OF_THE_DISTRICT, over, rule=TO_THE_BOARD)
    elif theirs:
        owe_a_meeting(entry=entry, at=at)
    else:
        duties.let_go(NO_MEETING, OF_THE_DISTRICT, over, rule=TO_THE_BOARD)


def reported(requests: Iterable[UUID], *, by: SignedIn, entry: UUID, at: datetime) -> None:
    """A report was released that tells the Board of these: that is what is owed of them. What came since waits for a
    meeting after that one. Part of the open transaction.

    Whether the Board has heard it is another question, and asked of its packets (packet/told)."""
    for request_id in requests:
        duties.discharge(ROOM, request_id, Over(by.account.id, entry, at), rule=TO_THE_BOARD)
    settle(by=by, entry=entry, at=at)


@durable_transaction
def see_to(*, at: datetime) -> None:
    """What waits for the Board without a day gets one, or the next meeting is asked for, once: also where its last one
    is over. The round of every hour sees to it."""
    day, theirs = next_meeting(district_day(at)), _waiting(at)
    if day is not None:
        duties.set_day([it.id for it in theirs if it.due is None], day)
    elif theirs and not queries.about(NO_MEETING, [OF_THE_DISTRICT], at=at):
        owe_a_meeting(entry=queries.causes(ROOM, theirs[0].of)[0].caused_by, at=at)


def _waiting(at: datetime) -> list[Listed]:
    return [it for it in queries.of_room(ROOM, at=at) if it.rule == TO_THE_BOARD]


def heard_by_itself(on: date) -> frozenset[UUID]:
    """The reports of which somebody says that the Board had them as their own paper, at a meeting before this day. Part
    of the open transaction."""
    return frozenset(EnforcementReport.objects.filter(heard_on__lt=on).values_list("id", flat=True))


def unheard_since() -> Mapping[UUID, date]:
    """The reports of which somebody says that the Board did not hear them, and when: no meeting before that day has
    heard them. Part of the open transaction."""
    rows = EnforcementReport.objects.exclude(unheard_on=None).values_list("id", "unheard_on")
    return {id_: day for id_, day in rows if day}
