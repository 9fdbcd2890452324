"""Somebody asks whom an order bound until a day that has passed. Its end gives nothing back by itself, and a no needs a
paper in force: so counsel says whether it still holds before the day by which a parent is answered."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from fileroom.duties import services as duties
from fileroom.duties.services import Owed
from fileroom.law import default_calendar
from fileroom.law.days import district_day
from fileroom.people.bound import past_its_end
from fileroom.people.calendars import calendar
from fileroom.people.designators import COUNSEL

ROOM, PART = "orders", "asks"
RULE = "casework.orders_received.counsel_review"
CLOCK = "parent_inspection"


def asked_about(
    student_id: UUID, who: UUID | None, entry: UUID, at: datetime, *, collecting: bool = False
) -> None:  # fmt: skip
    """They have asked for the file, or a copy of it, or to collect the child, by this entry. `who`: somebody on file.
    Part of the open transaction."""
    orders = past_its_end(student_id, who, on=district_day(at), collecting=collecting) if who else []
    owed = [Owed(RULE, ROOM, it, at, COUNSEL, student=student_id, part=PART, clock=CLOCK) for it in orders]
    duties.owe(owed, calendar=calendar() or default_calendar(), caused_by=entry)
