"""What the file room notices of orders by itself, each hour: one whose last day nobody has been told to look at, that
a receipt was not handed out on its day, that a list waits and nobody owes its count, that nothing at a school waits to
be settled, and somebody who may be whom one restrains under another row."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import F

from fileroom.collection import possible_orders_owed
from fileroom.collection.imports.second_person import owe_count
from fileroom.collection.models import OrderBatch
from fileroom.collection.orders import unsettled
from fileroom.collection.orders.desk import children_of
from fileroom.collection.orders.duties import (
    AT_ITS_END,
    END,
    RECEIPT,
    ROOM,
    counsel_looks_at,
    owe_its_end,
    owe_receipt_later,
)
from fileroom.collection.orders.imports import LISTS, PART, TAKEN
from fileroom.collection.orders.namesakes import Look, Staff, names_somebody, staff
from fileroom.collection.orders.protecting import protects_no_more
from fileroom.duties import queries as owed
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.models import CourtOrder, OrderNamesake

RECEIPT_LATE = "receipt"
PROGRAM = Actor(account=None, role="system", door="round")


def look_round(*, at: datetime) -> None:
    """See to all orders that nobody has lifted. One that cannot be seen to keeps no other waiting: it is raised last.

    Raises ExceptionGroup.
    """
    _their_ends(at)
    _their_receipts(at)
    _waiting_lists(at)
    _bound_and_protected(at)
    possible_orders_owed.look_round(at=at)
    unsettled.look_round(at=at)
    with district_transaction():
        standing = CourtOrder.objects.filter(lifted_on=None, restrained__isnull=False)
        here = staff(at=at)
        ids = list(standing.order_by("received_at", "id").values_list("id", flat=True))
    failed: list[Exception] = []
    for id_ in ids:
        try:
            failed += _whom_it_names(id_, here, at)
        except Exception as error:
            failed.append(error)
    if failed:
        raise ExceptionGroup("orders that were not held against who is here", failed)


@durable_transaction
def _whom_it_names(order_id: UUID, here: Staff, at: datetime) -> list[Exception]:
    """Is anybody on the file, or at work here, likely to be whom it restrains? Why a card could not be opened."""
    order = CourtOrder.objects.select_for_update(of=("self",)).filter(pk=order_id, lifted_on=None).first()
    if order is None or not names_somebody(order):
        return []
    look = Look(order, PROGRAM, at)
    look.look(here)
    return look.failed


@durable_transaction
def _their_ends(at: datetime) -> None:
    """Counsel owes a look at the last day of each; of those on file since before that was owed too."""
    standing = CourtOrder.objects.filter(lifted_on=None, claimed=False).order_by("received_at", "id")
    ending = [it for it in standing if counsel_looks_at(it) is not None]
    known = owed.ever_owed(ROOM, [it.id for it in ending], rule=AT_ITS_END)
    for order in ending:
        if order.id not in known:
            owe_its_end(order, _note(order, at), at=at)


@durable_transaction
def _their_receipts(at: datetime) -> None:
    """A receipt not handed out on its day is owed by who keeps the order too: who took it in knows of it no more."""
    of_it = [it for it in owed.of_room(ROOM, at=at) if it.rule == RECEIPT]
    kept = {it.of for it in of_it if it.office}
    late = {it.of for it in of_it if it.due and it.due < district_day(at)} - kept
    for order in CourtOrder.objects.filter(pk__in=late):
        owe_receipt_later(order, _note(order, at, RECEIPT_LATE), at=at)


@durable_transaction
def _waiting_lists(at: datetime) -> None:
    """A list that came before its count was owed to anybody is owed to be counted, once."""
    waiting = OrderBatch.objects.filter(state=OrderBatch.State.WAITS).order_by("brought_at", "id")
    ids = list(waiting.values_list("id", flat=True))
    for batch in set(ids) - owed.ever_owed(LISTS, ids, rule=TAKEN):
        event = ledger.event(Act.DUTY_NOTED, record=batch, part=PART, by=PROGRAM, at=at)
        owe_count(LISTS, TAKEN, batch, ledger.write(event), at)


@durable_transaction
def _bound_and_protected(at: datetime) -> None:
    """Of whom an order protected it was said, before that took it back, that it restrains them."""
    both = OrderNamesake.objects.filter(answer=OrderNamesake.Answer.YES, contact=F("order__protected"))
    for row in both.filter(order__lifted_on=None).select_related("order"):
        if row.contact_id:
            protects_no_more(row.order, row.contact_id, _note(row.order, at, str(row.contact_id)), at=at)


def _note(order: CourtOrder, at: datetime, part: str = END) -> UUID:
    """One entry under seal for each child: no reader of the open log tells by it that there is an order."""
    events = [
        ledger.event(Act.DUTY_NOTED, student=child, record=order.id, part=part, by=PROGRAM, sealed=True, at=at)
        for child in children_of(order)
    ]
    ledger.write_many(events)
    return events[0].id
