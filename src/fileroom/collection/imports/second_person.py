"""Of a list that another system sent somebody else decides than whoever brought it: one who keeps the whole district's
records, and once. It is owed by the next school day: what nobody has counted may have lost a row on its way."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection.models import ListBatch
from fileroom.duties import services as duties
from fileroom.duties.services import Owed
from fileroom.law import default_calendar
from fileroom.law.days import district_day
from fileroom.people.answers import Missing
from fileroom.people.calendars import calendar
from fileroom.people.facts import CUSTODIAN
from fileroom.people.keepers import keeper_facts, kept_at
from fileroom.people.signed_in import SignedIn

Batch = TypeVar("Batch", bound=ListBatch)
MOST_MISCOUNTED = 3
TOO_OFTEN = "It was miscounted three times. Turn it back, and have it brought anew."


def keeper(by: SignedIn, at: datetime) -> str:
    """The role in which this account keeps the whole district's records. Raises Missing."""
    on = district_day(at)
    if by.account.employee_id is None or None not in kept_at(by.account.employee_id, on=on):
        raise Missing
    return keeper_facts(by.account, on).role


def open_batch(kind: type[Batch], batch_id: UUID, by: SignedIn, at: datetime) -> tuple[Batch, str]:
    """The list that waits, alone until the act is over, and the role of whoever decides about it.

    Raises Missing, and ValidationError where it was decided already or is their own.
    """
    role = keeper(by, at)
    row = kind._default_manager.select_for_update().filter(pk=batch_id).first()
    if row is None:
        raise Missing
    if row.state != ListBatch.State.WAITS:
        raise ValidationError({"counted": "This was decided already."})
    if row.brought_by == by.account.id:
        raise ValidationError({"counted": "Somebody else agrees: it is not for whoever brought it."})
    return row, role


def owe_count(room: str, rule: str, batch: UUID, entry: UUID, at: datetime) -> None:
    """The district's custodian has the list counted. Part of the open transaction."""
    days = calendar() or default_calendar()
    due_on = days.schooldays(district_day(at), 1)
    duties.owe([Owed(rule, room, batch, at, office=CUSTODIAN, due_on=due_on)], calendar=days, caused_by=entry)
