"""Each round every company is looked at: a day may have begun or ended a contract, or a time to cure or to answer. And
every family's request that waits, or of which the police are to hear: a day may have come on which the law gives its
letter, or an order that counsel reads first; or the child is found."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from fileroom.duties import queries as open_duties
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people import counsel
from fileroom.programmes.models import DeletionRequest, Operator
from fileroom.programmes.vendors import deletion_duties as waiting
from fileroom.programmes.vendors import overdue
from fileroom.programmes.vendors.deletion_knowing import about
from fileroom.programmes.vendors.owing import differences, settle
from fileroom.programmes.vendors.unfounded import demands_that_differ, settle_demands

WAITS = Q(closed_why="", letter=None)
PROGRAM = Actor(account=None, role="system", door="round")


def look_over(*, at: datetime) -> None:
    """Bring what is owed about each company up to this day, each in a transaction of its own."""
    with district_transaction():
        companies = list(Operator.objects.order_by("id").values_list("id", flat=True))
    for company in companies:
        _look_at(company, at)
    with district_transaction():
        of_police = {it.of for it in open_duties.of_room(waiting.ROOM, at=at) if it.rule == waiting.POLICE_FIRST}
        those = DeletionRequest.objects.filter(WAITS | Q(pk__in=of_police))
        requests = list(those.values_list("id", flat=True))
    for request in requests:
        _decide_again(request, at)
    overdue.look_over(at=at)


@durable_transaction
def _look_at(company: UUID, at: datetime) -> None:
    Operator.objects.select_for_update().get(pk=company)
    if any((*differences(company, at), *demands_that_differ(company, at))):
        entry = ledger.write(ledger.event(Act.CONTRACT_CHANGED, part=str(company), by=PROGRAM, at=at))
        settle(company, by=None, entry=entry, at=at)
        settle_demands(company, by=None, entry=entry, at=at)


@durable_transaction
def _decide_again(request: UUID, at: datetime) -> None:
    row = DeletionRequest.objects.select_for_update().filter(closed_why="", pk=request).first()
    if row is not None:
        waiting.settle(row, counsel.decide(about(row, district_day(at))[1]), entry=row.entry, at=at)
