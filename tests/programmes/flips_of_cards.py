"""Flips of what is counted of families' addresses on a card, and of the orders that a list claims."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from tests import factories as make
from tests.conftest import AT
from tests.programmes.flip import Flip, nothing


def addresses(town: make.Town) -> Flip:
    """Nobody has asked a family for its new card; then somebody has."""
    from fileroom.collection.cards.duties import RENEW, ROOM
    from fileroom.duties.models import Duty

    row = Duty(
        rule=RENEW, room=ROOM, of=uuid4(), office="custodian", school=town.school.id, began_at=AT,
        due_on=make.TODAY + timedelta(days=3), caused_by=uuid4(),
    )  # fmt: skip
    return Flip(
        "Somebody is to ask a family for its new card, or where another address came from",
        lambda: make.keep(row),
        lambda: make.change(row, due_on=make.TODAY - timedelta(days=1)),
        lambda: make.change(row, done_at=AT, evidence=uuid4()),
    )


def claimed(town: make.Town) -> Flip:
    """A list says that there is an order; then its paper is here."""
    order = make.order(town.ana, make.contact("Victor", "Quill"))
    return Flip(
        "1 that a list claims waits for its paper, or for a second person",
        nothing,
        lambda: make.change(order, claimed=True),
        lambda: make.change(order, claimed=False),
    )
