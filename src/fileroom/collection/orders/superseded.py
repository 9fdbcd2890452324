"""The paper of an order that a list had claimed has come: it is filed at the counter, and takes the claim's place."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from fileroom.collection.orders.duties import ROOM
from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.law.days import district_day
from fileroom.people.bound import may_be_one_person
from fileroom.people.models import CourtOrder, CourtOrderChild
from fileroom.people.names import person_name


def by(order: CourtOrder, entry: UUID, *, by: UUID, at: datetime) -> None:
    """The claims of its kind that speak of nobody but its children, and of whom it restrains, are over: it binds in
    their place. Part of the open transaction."""
    children = set(CourtOrderChild.objects.filter(order=order).values_list("student_id", flat=True))
    claims = CourtOrder.objects.filter(
        courtorderchild__student__in=children, kind=order.kind, claimed=True, lifted_on=None
    )
    for claim in claims.distinct().select_related("restrained"):
        named = set(CourtOrderChild.objects.filter(order=claim).values_list("student_id", flat=True))
        if named <= children and _of_one_person(claim, order):
            claim.lifted_on = district_day(at)
            claim.save(update_fields=["lifted_on"])
            duties.let_go(ROOM, claim.id, Over(by, entry, at))


def _of_one_person(claim: CourtOrder, order: CourtOrder) -> bool:
    if claim.restrained is None or order.restrained is None:
        return claim.restrained_id == order.restrained_id
    return may_be_one_person(person_name(claim.restrained), person_name(order.restrained))
