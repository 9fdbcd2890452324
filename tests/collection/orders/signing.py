"""A school that was signed for, for tests of what its custodian owes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.conftest import AT

if TYPE_CHECKING:
    from fileroom.people.models import School


def noted_as_before(school: School, counted: str) -> None:
    """The entry of a signature, as it was before refusals were counted."""
    from fileroom.hosting import durable_transaction
    from fileroom.ledger import services as ledger
    from fileroom.ledger.services import Act, Actor

    by = Actor(account=None, role="custodian", door="web")
    event = ledger.event(Act.ORDERS_SIGNED_FOR, record=school.id, part=counted, by=by, at=AT - timedelta(days=90))
    durable_transaction(ledger.write)(event)
