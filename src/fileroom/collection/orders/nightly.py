"""What the file room notices of orders by itself, each night: one whose last day nobody has been told to look at."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from fileroom.collection.orders.desk import children_of
from fileroom.collection.orders.duties import AT_ITS_END, ROOM, last_day_of, owe_its_end
from fileroom.duties import queries as owed
from fileroom.hosting import durable_transaction
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.models import CourtOrder

PROGRAM = Actor(account=None, role="system", door="round")


@durable_transaction
def look_round(*, at: datetime) -> None:
    """See to all orders that nobody has lifted."""
    _their_ends(at)


def _their_ends(at: datetime) -> None:
    """Counsel owes a look at the last day of each; of those on file since before that was owed too."""
    standing = CourtOrder.objects.filter(lifted_on=None, claimed=False).order_by("received_at", "id")
    ending = [it for it in standing if last_day_of(it) is not None]
    known = owed.ever_owed(ROOM, [it.id for it in ending], rule=AT_ITS_END)
    for order in ending:
        if order.id not in known:
            owe_its_end(order, _note(Act.ORDER_END_NOTED, order, at), at=at)


def _note(act: Act, order: CourtOrder, at: datetime) -> UUID:
    """One entry under seal for each child: no reader of the open log tells by it that there is an order."""
    events = [
        ledger.event(act, student=child, record=order.id, by=PROGRAM, sealed=True, at=at)
        for child in children_of(order)
    ]
    ledger.write_many(events)
    return events[0].id
