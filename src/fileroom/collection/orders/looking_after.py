"""An order is looked at before its last day, and counsel reads it: who keeps it notes both, and neither changes it."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection.orders.asking import Asked, Noted, asked_about, granted, note, refused, standing, there
from fileroom.collection.orders.duties import (
    AT_ITS_END,
    BEFORE_ITS_END,
    COUNSEL,
    END,
    OTHERS,
    REVIEW,
    ROOM,
    nears_its_end,
)
from fileroom.duties import services as duties
from fileroom.duties.queries import Listed
from fileroom.duties.services import Over
from fileroom.hosting import durable_transaction
from fileroom.law.casework.orders_reviewed import LOOKS
from fileroom.law.days import district_day
from fileroom.law.facts import Action
from fileroom.ledger.services import Act
from fileroom.people import spells
from fileroom.people.answers import Missing, Refused
from fileroom.people.models import CourtOrder
from fileroom.people.signed_in import SignedIn

PROPOSAL, LIFTED = "casework.lifting_duties.counsel_reads_the_proposal", "casework.lifting_duties.counsel_review"
TO_READ = (COUNSEL, PROPOSAL, LIFTED)
NOT_REACHED = "not_reached"
NOT_CALLED = "not_called"  # they asked for it when the order was handed in: the look is over without a call
CAME_OF_IT = ("will_renew", "will_not_renew", NOT_REACHED, NOT_CALLED)
NEVER_CALLED = CourtOrder.Reached.NOT_AT_ALL


def is_to_read(owed: Listed) -> bool:
    """Is this one that ends when counsel has read the order?"""
    return owed.rule in TO_READ


def is_to_hold(owed: Listed, on: date) -> bool:
    """Is this what its last day asks, in the days before it and ever after?"""
    return owed.rule == AT_ITS_END and owed.due is not None and owed.due - BEFORE_ITS_END <= on


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
        over, where = Over(by.account.id, entries[0], at), _where(mine, asked, at)
        duties.discharge(ROOM, order.id, over, rule=REVIEW, part=part, schools=where)
    return Noted(order.id, entries)


def _where(mine: list[Asked], asked: list[Asked], at: datetime) -> set[UUID] | None:
    """The schools for whose children somebody has looked; None: for all that the order names."""
    if len(mine) == len(asked):
        return None
    theirs = [child for child, _, _ in mine]
    return {school for those in spells.keepers_of(theirs, on=district_day(at)).values() for school in those}


def counsel_has_read(order_id: UUID, *, by: SignedIn, at: datetime) -> Noted | Refused:
    """Who keeps the order notes that counsel has read it, and what was proposed or lifted of it: that says nothing of
    its last day. Raises Missing."""
    return there(_noted(order_id, "counsel", TO_READ, by, at))


def counsel_says_that_it_holds(order_id: UUID, *, by: SignedIn, at: datetime) -> Noted | Refused:
    """Who keeps the order notes what counsel says of its last day, when that has come or is near: it still holds. It
    goes on to be obeyed. Raises Missing, and ValidationError."""
    return there(_noted(order_id, END, (AT_ITS_END,), by, at))


def others_are_seen_to(order_id: UUID, *, by: SignedIn, at: datetime) -> Noted | Refused:
    """Who keeps the order notes that each child it names besides has it on file too, or is no student here. Raises
    Missing."""
    return there(_noted(order_id, "others", (OTHERS,), by, at))


@durable_transaction
def _noted(order_id: UUID, part: str, rules: tuple[str, ...], by: SignedIn, at: datetime) -> Noted | Refused | None:
    """What was owed by these rules is done."""
    order = CourtOrder.objects.select_for_update().filter(pk=order_id).first()  # lifted or not
    if order is None:
        raise Missing
    asked = asked_about(Action.REVIEW_ORDER, order, by, at)
    mine = granted(asked)
    if not mine:
        return refused(asked, order, by, at)
    if part == END and not nears_its_end(order, district_day(at)):
        raise ValidationError("Its last day is not near. Ask counsel when it is.")
    entries = note(Act.ORDER_REVIEWED, mine, order, by, at, part=part)
    for rule in rules:
        duties.discharge(ROOM, order.id, Over(by.account.id, entries[0], at), rule=rule)
    return Noted(order.id, entries)
