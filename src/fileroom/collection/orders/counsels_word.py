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
from fileroom.collection.orders.desk import children_of, knows_of, note_looked_at
from fileroom.collection.orders.duties import AT_ITS_END, BEFORE_ITS_END, COUNSEL, END, ROOM, owe_its_end_again
from fileroom.duties import queries as owed
from fileroom.duties import services as duties
from fileroom.duties.queries import Listed
from fileroom.duties.services import Over
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.law.facts import Action
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import Missing, Refused
from fileroom.people.bound import naming_employee
from fileroom.people.designators import counsels, signer_facts
from fileroom.people.models import CourtOrder, Employee
from fileroom.people.signed_in import SignedIn

PROPOSAL, LIFTED = "casework.lifting_duties.counsel_reads_the_proposal", "casework.lifting_duties.counsel_review"
TO_READ = (COUNSEL, PROPOSAL, LIFTED)
BY_COUNSEL = "District counsel says so here: it stands on counsel’s own first screen."


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
    """None: for nobody else; of whom no order is to be looked after either, that they asked is noted."""
    row, on = CourtOrder.objects.filter(pk=order_id).first(), district_day(at)
    if row is None:
        raise Missing
    if by.account.employee_id not in _counsels(row, on):
        asked = asked_about(Action.REVIEW_ORDER, row, by, at)
        if not granted(asked):
            refused(asked, row, by, at)
        return None
    note_looked_at(row.id, children_of(row), signer_facts(by.account, on).role, by=by, at=at)
    found = [it for it in owed.about(ROOM, [row.id], at=at) if is_to_read(it) or is_to_hold(it, on)]
    return ForCounsel(row.id, row.received_at, tuple(found))


def may_say(order_id: UUID, *, by: SignedIn, at: datetime) -> bool:
    """Does whoever keeps the order note here what counsel says: has counsel no account, or is it themselves?"""
    with district_transaction():
        those = _counsels(CourtOrder.objects.get(pk=order_id), district_day(at))
        return not those or by.account.employee_id in those


def _counsels(order: CourtOrder, on: date) -> set[UUID]:
    """District counsel with an account here, but for whom the order names, or may."""
    rows = Employee.objects.filter(pk__in=counsels(on))
    return {it.id for it in rows if not naming_employee([order.id], it)}


def counsel_has_read(
    order_id: UUID, *, seen: Collection[UUID] | None = None, by: SignedIn, at: datetime
) -> Noted | Refused:
    """Counsel has read it, and what was proposed or lifted of it: that says nothing of its last day. `seen`: what a
    page showed as owed, by the ids of the duties: pressed twice it is said once. Raises Missing, and ValidationError.
    """
    return _told(_read(order_id, seen, by, at))


def counsel_says_that_it_holds(
    order_id: UUID, *, again_in: int, seen: Collection[UUID] | None = None, by: SignedIn, at: datetime
) -> Noted | Refused:
    """Counsel says of its last day, when that has come or is near: it still holds. It goes on to be obeyed, and counsel
    is asked again in so many days. Raises Missing, and ValidationError."""
    return _told(_holds(order_id, again_in, seen, by, at))


def _told(said: Noted | Refused | str | None) -> Noted | Refused:
    """What was said, or why not. Raises Missing, and ValidationError where it is counsel's to say: only now, for the
    entry of it is committed."""
    if isinstance(said, str):
        raise ValidationError(said)
    return there(said)


@durable_transaction
def _holds(
    order_id: UUID, again_in: int, seen: Collection[UUID] | None, by: SignedIn, at: datetime
) -> Noted | Refused | str | None:
    said = _said(order_id, END, (AT_ITS_END,), seen, by, at)
    if isinstance(said, Noted) and said.entries:
        owe_its_end_again(CourtOrder.objects.get(pk=order_id), said.entries[0], again_in, at=at)
    return said


@durable_transaction
def _read(order_id: UUID, seen: Collection[UUID] | None, by: SignedIn, at: datetime) -> Noted | Refused | str | None:
    return _said(order_id, "counsel", TO_READ, seen, by, at)


def _said(
    order_id: UUID, part: str, rules: tuple[str, ...], seen: Collection[UUID] | None, by: SignedIn, at: datetime
) -> Noted | Refused | str | None:
    """What is owed by these rules is done, as far as it was seen; no entry where there was nothing."""
    order = CourtOrder.objects.select_for_update().filter(pk=order_id).first()  # lifted or not
    if order is None:
        raise Missing
    mine = _speaks(order, by, at)
    if not isinstance(mine, list):
        return mine
    open_ = [it for it in owed.about(ROOM, [order.id], at=at) if it.rule in rules and (seen is None or it.id in seen)]
    if not open_:
        return Noted(order.id, ())
    if part == END and not any(is_to_hold(it, district_day(at)) for it in open_):
        raise ValidationError("Its last day is not near. Ask counsel when it is.")
    entries = _note(order, mine, part, by, at)
    duties.discharge_these([it.id for it in open_], Over(by.account.id, entries[0], at))
    return Noted(order.id, entries)


def _speaks(order: CourtOrder, by: SignedIn, at: datetime) -> list[Asked] | Refused | str | None:
    """The children about whom whoever keeps the order notes what counsel has said; none, where it is counsel who says
    it here; a sentence, where it is counsel's to say, and the try is noted. Raises Missing."""
    those = _counsels(order, district_day(at))
    if by.account.employee_id in those:
        return []
    asked = asked_about(Action.REVIEW_ORDER, order, by, at)
    mine = granted(asked)
    if those and (mine or knows_of(order, by, at)):
        note(Act.ORDER_LIFT_REFUSED, asked, order, by, at, outcome="counsels")
        return BY_COUNSEL
    return mine or refused(asked, order, by, at)


def _note(order: CourtOrder, mine: list[Asked], part: str, by: SignedIn, at: datetime) -> tuple[UUID, ...]:
    """One entry under seal for each child; where counsel speaks, for each that the order names."""
    if mine:
        return note(Act.ORDER_REVIEWED, mine, order, by, at, part=part)
    counsel = by.acting_as(signer_facts(by.account, district_day(at)).role)
    return tuple(
        ledger.write(
            ledger.event(
                Act.ORDER_REVIEWED, student=child, record=order.id, part=part, by=counsel, purpose=by.purpose.value,
                sealed=True, at=at,
            )
        )
        for child in children_of(order)
    )  # fmt: skip
