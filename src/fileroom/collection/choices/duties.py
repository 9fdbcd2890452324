"""What is owed because another system's list of choices came in: somebody counts it, the next school day at the latest.

The refusals protect meanwhile. What nobody has counted is whether the list lost any on its way.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.law import default_calendar
from fileroom.law.days import district_day
from fileroom.people.calendars import calendar
from fileroom.people.facts import CUSTODIAN

ROOM = "choices"
RULE = "casework.family_choices.directory_information"


def owe_count(batch: UUID, entry: UUID, at: datetime) -> None:
    """The district's custodian has the list counted. Part of the open transaction."""
    days = calendar() or default_calendar()
    due_on = days.schooldays(district_day(at), 1)
    duties.owe([Owed(RULE, ROOM, batch, at, office=CUSTODIAN, due_on=due_on)], calendar=days, caused_by=entry)


def counted(batch: UUID, entry: UUID, by: UUID, at: datetime) -> None:
    """Somebody has counted it, whatever they found. Part of the open transaction."""
    duties.discharge(ROOM, batch, Over(by, entry, at))
