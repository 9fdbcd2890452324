"""What is settled at a school before its custodian signs for the paper orders: whether there is an order, and what a
list alone claims. That something waits is said to whoever signs, in one sentence; whom it is about is said to nobody
there, for it may be about themselves.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from fileroom.collection.models import PossibleOrder
from fileroom.collection.possible_orders import IS_WAITING, NO_PAPER
from fileroom.duties import queries as open_duties
from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.people import vacancies
from fileroom.people.models import CourtOrder
from fileroom.people.queries import at_school
from fileroom.people.vacancies import DRAWERS


def waits(school_id: UUID, on: date) -> bool:
    """Is there a contact whom another system's file calls restricted, and of whom nobody has asked; or an order that a
    list alone claims? Part of the open transaction."""
    children = at_school(school_id, on=on)
    claimed = CourtOrder.objects.filter(courtorderchild__student__in=children, lifted_on=None, claimed=True)
    asked = PossibleOrder.objects.filter(IS_WAITING, NO_PAPER, student__in=children)
    return claimed.exists() or asked.exists()


@durable_transaction
def look_round(*, at: datetime) -> None:
    """Owe each signature anew that was put off for what is settled now."""
    on = district_day(at)
    put_off = {it.of for it in open_duties.of_room(DRAWERS, at=at) if vacancies.is_put_off(it.part)}
    for school in sorted(put_off):
        if not waits(school, on):
            vacancies.owe_signature_again(school, at)
