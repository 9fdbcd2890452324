"""Counsel reads an order, and says of its last day whether it still holds: it changes nothing, and it is asked again.

Where counsel has an account here nobody else says it: counsel opens no file, and says it on a page that names nobody.
Else who keeps the order notes what counsel has said.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection.orders.asking import Asked, Noted, asked_about, granted, note, refused, there
from fileroom.collection.orders.desk import children_of, note_looked_at
from fileroom.collection.orders.duties import AT_ITS_END, BEFORE_ITS_END, COUNSEL, END, ROOM, owe_its_end_again
from fileroom.duties import queries as owed
from fileroom.duties import services as duties
from fileroom.duties.queries import Listed
from fileroom.duties.services import Over
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.law.facts import Action
from fileroom.ledger.services import Act
from fileroom.people.answers import Missing, Refused
from fileroom.people.bound import kept_out_of
from fileroom.people.counsel_speaking import counsel_here
from fileroom.people.designators import COUNSEL as COUNSELS
from fileroom.people.models import CourtOrder
from fileroom.people.signed_in import SignedIn

PROPOSAL, LIFTED = "casework.lifting_duties.counsel_reads_the_proposal", "casework.lifting_duties.counsel_review"
TO_READ = (COUNSEL, PROPOSAL, LIFTED)


@dataclass(frozen=True)
class ForCounsel:
    """An order of which counsel owes something. It names nobody: who keeps the order has the paper by its number."""

    id: UUID
    received_at: datetime
    owed: tuple[Listed, ...]


def is_to_read(owes: Listed) -> bool:
    """Is this one that ends when counsel has read the order?"""
    return owes.rule in TO_READ


def is_to_hold(owes: Listed, on: date) -> bool:
    """Is this what its last day asks, in the days before it and ever after?"""
    return owes.rule == AT_ITS_END and owes.due is not None and owes.due - BEFORE_ITS_END <= on


def for_counsel(order_id: UUID, *, by: SignedIn, at: datetime) -> ForCounsel:
    """What counsel owes about this order now, for counsel; that it was looked at is noted with each child. Raises
    Missing."""
    found = _for_counsel(order_id, by, at)
    if found is None:
        raise Missing
    return found


@durable_transaction
def _for_counsel(order_id: UUID, by: SignedIn, at: datetime) -> ForCounsel | None:
    """None: for nobody else; that they asked is noted, where the order is none of theirs to look after either."""
    row, on = CourtOrder.objects.filter(pk=order_id).first(), district_day(at)
    if row is None:
        raise Missing
    asked, is_counsel = _asked(row, by, at)
    if not is_counsel or not granted(asked):
        if not granted(asked):
            refused(asked, row, by, at)
        return None
    note_looked_at(row.id, children_of(row), COUNSELS, by=by, at=at)
    found = [it for it in owed.about(ROOM, [row.id], at=at) if is_to_read(it) or is_to_hold(it, on)]
    return ForCounsel(row.id, row.received_at, tuple(found))


def may_say(order_id: UUID, *, by: SignedIn, at: datetime) -> bool:
    """Does whoever keeps the order note here what counsel says: has counsel no account, or is it themselves?"""
    with district_transaction():
        return bool(granted(_asked(CourtOrder.objects.get(pk=order_id), by, at)[0]))


def _asked(order: CourtOrder, by: SignedIn, at: datetime) -> tuple[list[Asked], bool]:
    """The law's word on whoever would speak for counsel of it, about each child; and are they counsel? Counsel is who
    has an account here, and whom neither this order nor another of its children restrains, or may."""
    those = {it.id for it in counsel_here(district_day(at)) if not kept_out_of([order.id], it)}
    return asked_about(Action.SPEAK_OF_ORDER, order, by, at, counsels=those), by.account.employee_id in those


def counsel_has_read(order_id: UUID, *, seen: Collection[UUID], by: SignedIn, at: datetime) -> Noted | Refused:
    """Counsel has read it, and what was proposed or lifted of it: that says nothing of its last day. `seen`: what a
    page showed as owed, by the ids of the duties: pressed twice it is said once. Raises Missing, and ValidationError.
    """
    return there(_read(order_id, seen, by, at))


def counsel_says_that_it_holds(
    order_id: UUID, *, again_in: int, seen: Collection[UUID], by: SignedIn, at: datetime
) -> Noted | Refused:
    """Counsel says of its last day, when that has come or is near: it still holds. It goes on to be obeyed, and counsel
    is asked again in so many days. Raises Missing, and ValidationError."""
    return there(_holds(order_id, again_in, seen, by, at))


@durable_transaction
def _holds(order_id: UUID, again_in: int, seen: Collection[UUID], by: SignedIn, at: datetime) -> Noted | Refused | None:
    said = _said(order_id, END, (AT_ITS_END,), seen, by, at)
    if isinstance(said, Noted) and said.entries:
        owe_its_end_again(CourtOrder.objects.get(pk=order_id), said.entries[0], again_in, at=at)
    return said


@durable_transaction
def _read(order_id: UUID, seen: Collection[UUID], by: SignedIn, at: datetime) -> Noted | Refused | None:
    return _said(order_id, "counsel", TO_READ, seen, by, at)


def _said(
    order_id: UUID, part: str, rules: tuple[str, ...], seen: Collection[UUID], by: SignedIn, at: datetime
) -> Noted | Refused | None:
    """What is owed by these rules is done, as far as it was seen; no entry where there was nothing."""
    order = CourtOrder.objects.select_for_update().filter(pk=order_id).first()  # lifted or not
    if order is None:
        raise Missing
    asked, _ = _asked(order, by, at)
    mine = granted(asked)
    if not mine:
        return refused(asked, order, by, at)
    open_ = [it for it in owed.about(ROOM, [order.id], at=at) if it.rule in rules and it.id in seen]
    if not open_:
        return Noted(order.id, ())
    if part == END and not any(is_to_hold(it, district_day(at)) for it in open_):
        raise ValidationError("Its last day is not near. Ask counsel when it is.")
    entries = note(Act.ORDER_REVIEWED, mine, order, by, at, part=part)
    duties.discharge_these([it.id for it in open_], Over(by.account.id, entries[0], at))
    return Noted(order.id, entries)
