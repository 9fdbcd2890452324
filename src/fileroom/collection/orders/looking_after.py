"""An order is looked at before its last day, and each other child that it names is seen to: who keeps it notes both,
and neither changes it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection.orders.asking import Asked, Noted, asked_about, granted, note, refused, standing, there
from fileroom.collection.orders.duties import OTHERS, REVIEW, ROOM
from fileroom.duties import queries as owed
from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import durable_transaction
from fileroom.law.casework.orders_reviewed import LOOKS
from fileroom.law.days import district_day
from fileroom.law.facts import Action
from fileroom.ledger.services import Act
from fileroom.people import spells
from fileroom.people.answers import Missing, Refused
from fileroom.people.facts import CUSTODIAN
from fileroom.people.models import CourtOrder
from fileroom.people.owed import offices_held
from fileroom.people.signed_in import SignedIn

NOT_REACHED = "not_reached"
NOT_CALLED = "not_called"  # they asked for it when the order was handed in: the look is over without a call
CAME_OF_IT = ("will_renew", "will_not_renew", NOT_REACHED, NOT_CALLED)
NEVER_CALLED = CourtOrder.Reached.NOT_AT_ALL


def review(order_id: UUID, part: str, came_of_it: str, *, by: SignedIn, at: datetime) -> Noted | Refused:
    """Somebody has looked at an order before its end and asked whom it protects; it changes nothing about the order.

    `part`: which look. Of an order that names children of two schools each custodian looks for their own. Raises
    Missing, and ValidationError.
    """
    if part not in LOOKS or came_of_it not in CAME_OF_IT:
        raise ValidationError("Say which look it was, and what came of it.")
    return there(_review(order_id, part, came_of_it, by, at))


@durable_transaction
def _review(order_id: UUID, part: str, came_of_it: str, by: SignedIn, at: datetime) -> Noted | Refused | None:
    order = standing(order_id)
    asked = asked_about(Action.REVIEW_ORDER, order, by, at)
    mine = granted(asked)
    if not mine:
        return refused(asked, order, by, at)
    if came_of_it == NOT_CALLED and order.reached != NEVER_CALLED:
        raise ValidationError("They may be reached: call them, in the way they allowed.")
    entries = note(Act.ORDER_REVIEWED, mine, order, by, at, part=part, outcome=came_of_it)
    if came_of_it != NOT_REACHED:  # who was not reached is asked again
        over, where = Over(by.account.id, entries[0], at), _where(mine, asked, by, at)
        duties.discharge(ROOM, order.id, over, rule=REVIEW, part=part, schools=where)
    return Noted(order.id, entries)


def _where(mine: list[Asked], asked: list[Asked], by: SignedIn, at: datetime) -> set[UUID | None] | None:
    """The schools for whose children somebody has looked, and the district where they are its custodian, though it may
    be for some of the children alone; None: for all that the order names."""
    if len(mine) == len(asked):
        return None
    on, theirs = district_day(at), [child for child, _, _ in mine]
    schools: set[UUID | None] = {school for those in spells.keepers_of(theirs, on=on).values() for school in those}
    if by.account.employee_id and (CUSTODIAN, None) in offices_held(by.account.employee_id, on=on):
        schools.add(None)
    return schools


def others_are_seen_to(order_id: UUID, *, seen: Collection[UUID], by: SignedIn, at: datetime) -> Noted | Refused:
    """Who keeps the order notes that each child it names besides has it on file too, or is no student here. `seen`: the
    duties that a page showed, by their ids: pressed twice it is noted once. Raises Missing."""
    return there(_others(order_id, seen, by, at))


@durable_transaction
def _others(order_id: UUID, seen: Collection[UUID], by: SignedIn, at: datetime) -> Noted | Refused | None:
    order = CourtOrder.objects.select_for_update().filter(pk=order_id).first()  # lifted or not
    if order is None:
        raise Missing
    asked = asked_about(Action.REVIEW_ORDER, order, by, at)
    mine = granted(asked)
    if not mine:
        return refused(asked, order, by, at)
    open_ = [it.id for it in owed.about(ROOM, [order.id], at=at) if it.rule == OTHERS and it.id in seen]
    if not open_:
        return Noted(order.id, ())
    entries = note(Act.ORDER_REVIEWED, mine, order, by, at, part="others")
    duties.discharge_these(open_, Over(by.account.id, entries[0], at))
    return Noted(order.id, entries)
