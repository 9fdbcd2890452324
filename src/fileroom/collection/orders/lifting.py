"""An order is lifted by two people and a paper. Its last day lifts nothing.

Who confirms has opened the paper, and keeps the order: a second pair of eyes that sees nothing is none. What rests on
counsel's finding waits until it is noted that counsel has read it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection.orders import desk
from fileroom.collection.orders.asking import (
    COUNSELS,
    Noted,
    asked_about,
    granted,
    note,
    owe,
    refused,
    standing,
    there,
    wants_counsel,
)
from fileroom.collection.orders.counsels_word import LIFTED, PROPOSAL
from fileroom.collection.orders.duties import (
    AT_ITS_END,
    COUNSEL,
    NO_PAPER,
    OTHERS,
    REVIEW,
    ROOM,
    SAY_WHOM,
    WHETHER,
    schools_of,
)
from fileroom.collection.orders.services import ITEM, harms, paper_of
from fileroom.collection.services import Document, readable, words_tell
from fileroom.duties import queries as owed
from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.law.facts import Action
from fileroom.ledger import queries as entries_of
from fileroom.ledger.services import Act
from fileroom.people.answers import FormUsed, Missing, Refused
from fileroom.people.facts import CUSTODIAN
from fileroom.people.models import CourtOrder, OrderLifting
from fileroom.people.signed_in import SignedIn
from fileroom.records import contents as shelf
from fileroom.records import places
from fileroom.records.models import Record, Version

SECOND = "casework.orders_lifted.a_second_person_confirms"
STANDS_FOR = timedelta(days=30)  # a proposal: the paper is of a day, and is read anew after a month
# What is owed of an order only while it binds, or is claimed: not so the receipt of whoever brought it.
WHILE_IT_STANDS = (AT_ITS_END, COUNSEL, NO_PAPER, OTHERS, REVIEW, SAY_WHOM, WHETHER)
TRUE_OF_A_COURTS = ("signed", "ends")


def propose(
    id_: UUID,
    order_id: UUID,
    rests_on: str,
    paper: Document,
    *,
    true: tuple[str, ...] = (),
    by: SignedIn,
    at: datetime,
) -> Noted | Refused:
    """One official says that the order no longer holds, by this paper. It is obeyed until another has confirmed it.

    `true`: of a court's paper, that a judge has signed it, and that it says that this order has ended. Raises Missing,
    FormUsed, and ValidationError (no readable paper, or proposed already).
    """
    if rests_on not in OrderLifting.RestsOn.values:
        raise ValidationError({"rests_on": "Say what the paper is: a court's, or counsel's finding."})
    if rests_on != COUNSELS and set(true) != set(TRUE_OF_A_COURTS):
        raise ValidationError({"rests_on": "A court's paper is signed by a judge, and says that this order has ended."})
    if says := harms(paper):  # read before the transaction: a scan takes seconds
        raise ValidationError({"file": says})
    return there(_propose(id_, order_id, rests_on, readable(ITEM, paper), words_tell(paper), by, at))


@durable_transaction
def _propose(
    id_: UUID, order_id: UUID, rests_on: str, contents: shelf.Contents, told: frozenset[str], by: SignedIn, at: datetime
) -> Noted | Refused | None:
    order = standing(order_id)
    asked = asked_about(Action.LIFT_ORDER, order, by, at, rests_on=rests_on)
    if len(granted(asked)) < len(asked):
        return refused(asked, order, by, at)
    if before := OrderLifting.objects.filter(order=order).first():
        return _proposed_already(before, id_, rests_on, contents, by)
    entries = note(Act.ORDER_LIFT_PROPOSED, asked, order, by, at, outcome=rests_on)
    papers = [paper_of(child, by, at) for child, _, _ in asked]
    Record.objects.bulk_create(papers)
    filings = [shelf.Filing(it, 1, contents, told) for it in papers]
    shelf.write(filings, by=by.acting_as(asked[0][1]), purpose=by.purpose.value, at=at)
    OrderLifting.objects.create(
        id=id_, order=order, rests_on=rests_on, papers=[str(it.id) for it in papers], proposed_at=at,
        proposed_by=by.account.id, proposed_entry=entries[0],
    )  # fmt: skip
    reads = [(PROPOSAL, "counsel", None)] if rests_on == COUNSELS else []
    schools = schools_of(order, district_day(at)) or [None]  # the district's custodian sees those of every school
    owe(order, entries[0], at, *reads, *((SECOND, CUSTODIAN, school) for school in schools))
    return Noted(id_, entries)


def _proposed_already(before: OrderLifting, id_: UUID, rests_on: str, contents: shelf.Contents, by: SignedIn) -> Noted:
    """The answer of the first time, where the same form was sent twice. Raises FormUsed, and ValidationError."""
    if before.id != id_:
        raise ValidationError("It is proposed already: a second person confirms it, or it is withdrawn.")
    paper = Record.objects.get(pk=before.papers[0])
    kept = bytes(Version.objects.get(record=paper, number=1).fingerprint)
    same = (before.proposed_by, before.rests_on, kept) == (
        by.account.id, rests_on, places.fingerprint(paper, contents)
    )  # fmt: skip
    if not same:
        raise FormUsed
    return Noted(before.id, (before.proposed_entry,))


def withdraw(order_id: UUID, *, by: SignedIn, at: datetime) -> Noted | Refused:
    """What was proposed is taken back, by who keeps the order: it goes on to be obeyed. Raises Missing."""
    return there(_withdraw(order_id, by, at))


@durable_transaction
def _withdraw(order_id: UUID, by: SignedIn, at: datetime) -> Noted | Refused | None:
    order = standing(order_id)
    row = OrderLifting.objects.select_for_update().filter(order=order, confirmed_at=None).first()
    if row is None:
        raise Missing
    asked = asked_about(Action.REVIEW_ORDER, order, by, at)
    mine = granted(asked)
    if not mine:
        return refused(asked, order, by, at)
    entries = note(Act.ORDER_LIFT_WITHDRAWN, mine, order, by, at)
    row.delete()
    for rule in (SECOND, PROPOSAL):
        duties.let_go(ROOM, order.id, Over(by.account.id, entries[0], at), rule=rule)
    return Noted(order.id, entries)


def confirm(order_id: UUID, *, has_called: bool, by: SignedIn, at: datetime) -> Noted | Refused:
    """A second person confirms, once whom the order protects has been told: from now on the order binds nobody.

    Raises Missing (nothing is proposed, or they do not keep the order), and ValidationError (the paper was not opened,
    counsel has not read it, it was proposed too long ago, or nobody has been told).
    """
    return there(_confirm(order_id, has_called, by, at))


@durable_transaction
def _confirm(order_id: UUID, has_called: bool, by: SignedIn, at: datetime) -> Noted | Refused | None:
    order = standing(order_id)
    row = OrderLifting.objects.select_for_update().filter(order=order, confirmed_at=None).first()
    if row is None:
        raise Missing
    oneself = row.proposed_by == by.account.id
    asked = asked_about(Action.CONFIRM_LIFTING, order, by, at, rests_on=row.rests_on, oneself=oneself)
    if len(granted(asked)) < len(asked):
        return refused(asked, order, by, at)
    if not desk.keeps(order, by, at):
        return None
    _ready(order, row, has_called, by, at)
    entries = note(Act.ORDER_LIFTED, asked, order, by, at, outcome=row.rests_on)
    row.confirmed_at, row.confirmed_by, row.confirmed_entry = at, by.account.id, entries[0]
    row.save(update_fields=["confirmed_at", "confirmed_by", "confirmed_entry"])
    order.lifted_on = district_day(at)
    order.save(update_fields=["lifted_on"])
    over = Over(by.account.id, entries[0], at)
    duties.discharge(ROOM, order.id, over, rule=SECOND)
    for rule in WHILE_IT_STANDS:
        duties.let_go(ROOM, order.id, over, rule=rule)
    if wants_counsel(asked):
        owe(order, entries[0], at, (LIFTED, "counsel", None))
    return Noted(order.id, entries)


def _ready(order: CourtOrder, row: OrderLifting, has_called: bool, by: SignedIn, at: datetime) -> None:
    """ValidationError where something comes first."""
    if at - row.proposed_at > STANDS_FOR:
        raise ValidationError("It was proposed more than a month ago. Withdraw it, and propose it anew.")
    if any(it.rule == PROPOSAL for it in owed.about(ROOM, [order.id], at=at)):
        raise ValidationError(
            "Counsel reads it first: here, or where counsel has no account, as you note on this page."
        )
    papers = [UUID(it) for it in row.papers]
    if not entries_of.opened_by(by.account.id, papers, since=row.proposed_at):
        raise ValidationError("Open the paper first, and read it: it is linked on this page.")
    if not has_called:
        raise ValidationError("First tell whom the order protects, in the way they allowed.")
