"""Each round every company is looked at: a day may have begun or ended a contract, or a time to cure or to answer."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from fileroom.hosting import district_transaction, durable_transaction
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.programmes.models import Operator
from fileroom.programmes.vendors import overdue
from fileroom.programmes.vendors.owing import differences, settle
from fileroom.programmes.vendors.unfounded import demands_that_differ, settle_demands

PROGRAM = Actor(account=None, role="system", door="round")


def look_over(*, at: datetime) -> None:
    """Bring what is owed about each company up to this day, each in a transaction of its own."""
    with district_transaction():
        companies = list(Operator.objects.order_by("id").values_list("id", flat=True))
    for company in companies:
        _look_at(company, at)
    overdue.look_over(at=at)


@durable_transaction
def _look_at(company: UUID, at: datetime) -> None:
    Operator.objects.select_for_update().get(pk=company)
    if any((*differences(company, at), *demands_that_differ(company, at))):
        entry = ledger.write(ledger.event(Act.CONTRACT_CHANGED, part=str(company), by=PROGRAM, at=at))
        settle(company, by=None, entry=entry, at=at)
        settle_demands(company, by=None, entry=entry, at=at)
