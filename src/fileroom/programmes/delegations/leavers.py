"""A delegation ends with the employment of whoever holds it. From the day after their last it binds nobody
(people.models.rows.held); that it is ended keeps it from holding again, unasked, should they come back."""

from __future__ import annotations

from datetime import datetime

from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.programmes.delegations.register import held_by_nobody

ITSELF = Actor(account=None, role="system", door="cli")
LEFT = "left"


@durable_transaction
def end_of_leavers(*, at: datetime) -> int:
    """End the delegations of all who work here no more, each with its entry; how many."""
    rows = held_by_nobody(district_day(at)).select_for_update(of=("self",)).order_by("id")
    ended = 0
    for row in rows:
        event = ledger.event(Act.DELEGATION_ENDED, record=row.id, by=ITSELF, outcome=LEFT, at=at)
        row.ended_at, row.ended_entry = at, ledger.write(event)
        row.save(update_fields=["ended_at", "ended_entry"])
        ended += 1
    return ended
