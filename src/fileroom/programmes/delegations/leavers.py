"""A delegation ends with the employment of whoever holds it. From the day after their last it binds nobody
(people.models.rows.held); that it is ended keeps it from holding again, unasked, should they come back.

A roster may be wrong about who has left: whoever holds the office looks at each that it has ended."""

from __future__ import annotations

from datetime import datetime

from fileroom.duties import services as duties
from fileroom.duties.services import Owed
from fileroom.hosting import durable_transaction
from fileroom.law import default_calendar
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.calendars import calendar
from fileroom.people.owed import SUPERINTENDENT
from fileroom.programmes.delegations.register import LEFT, ROOM, held_by_nobody

ITSELF = Actor(account=None, role="system", door="cli")
RULE = "casework.custodians.not_the_superintendent_or_designee"  # who designates: the policy's word, and no statute's


@durable_transaction
def end_of_leavers(*, at: datetime) -> int:
    """End the delegations of all who work here no more, each with its entry; how many."""
    rows = held_by_nobody(district_day(at)).select_for_update(of=("self",)).order_by("id")
    ended = 0
    for row in rows:
        event = ledger.event(Act.DELEGATION_ENDED, record=row.id, by=ITSELF, outcome=LEFT, at=at)
        row.ended_at = at
        row.ended_entry = entry = ledger.write(event)
        row.save(update_fields=["ended_at", "ended_entry"])
        look = Owed(RULE, ROOM, row.id, at, SUPERINTENDENT, part=LEFT)
        duties.owe([look], calendar=calendar() or default_calendar(), caused_by=entry)
        ended += 1
    return ended
