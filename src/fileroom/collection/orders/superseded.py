"""The paper of an order that a list had claimed has come: it is filed at the counter, or a list says that it lies here
and two have agreed. It takes the claim's place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from fileroom.collection.orders.duties import ROOM, last_day_of, owe_paper
from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.law.days import district_day
from fileroom.law.order_terms import OrderTerm
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.bound import may_be_one_person
from fileroom.people.models import CourtOrder, CourtOrderChild, Relationship
from fileroom.people.names import person_name, words_of
from fileroom.people.signed_in import SignedIn

# What no list says by these words: an order of the same reading that a list claims is another.
OF_NO_LIST = (OrderTerm.MAY_NOT_COLLECT, OrderTerm.COLLECTS_ON_DAYS, OrderTerm.JUVENILE_COURT)
BY_ITS_PAPER = "paper"


def by(order: CourtOrder, entry: UUID, roles: Mapping[UUID, str], *, by: SignedIn, at: datetime) -> None:
    """The claims of its kind that speak of nobody but its children, and of whom it restrains, are over: it binds in
    their place. Each child's line says so, under seal. Part of the open transaction.

    `roles`: by child, in which this employee acts. A claim on somebody who may be the same person, and is not known to
    be, stands, and so does one that reaches further than the paper: one person's word lifts no order, and its own
    paper is owed.
    """
    if order.term in OF_NO_LIST:
        return
    children = set(CourtOrderChild.objects.filter(order=order).values_list("student_id", flat=True))
    claims = CourtOrder.objects.filter(
        courtorderchild__student__in=children, kind=order.kind, claimed=True, lifted_on=None
    ).exclude(pk=order.pk)
    for claim in claims.distinct().select_related("restrained"):
        named = list(CourtOrderChild.objects.filter(order=claim).order_by("student_id"))
        if not {it.student_id for it in named} <= children:
            continue
        if of_one_person(claim, order) and not _reaches_further(claim, order):
            _over(claim, named, roles, by, at)
        elif _may_be_of_one(claim, order):
            owe_paper(claim, entry, at=at)


def _over(
    claim: CourtOrder, named: list[CourtOrderChild], roles: Mapping[UUID, str], by: SignedIn, at: datetime
) -> None:
    entries = [
        ledger.write(
            ledger.event(
                Act.ORDER_LIFTED, student=child.student_id, record=child.id, by=by.acting_as(roles[child.student_id]),
                purpose=by.purpose.value, outcome=BY_ITS_PAPER, sealed=True, at=at,
            )
        )
        for child in named
    ]  # fmt: skip
    claim.lifted_on = district_day(at)
    claim.save(update_fields=["lifted_on"])
    duties.let_go(ROOM, claim.id, Over(by.account.id, entries[0], at))


def _reaches_further(claim: CourtOrder, order: CourtOrder) -> bool:
    """Is it said to last longer than this paper does? Then the paper is of an order that was renewed since."""
    ends = last_day_of(order)
    return claim.to_on is not None and ends is not None and ends < claim.to_on


def of_one_person(claim: CourtOrder, order: CourtOrder) -> bool:
    """Is it known that both bind one person? Two who are on the children's files are one only if they are one row;
    somebody of whom there is a name alone is whoever has exactly that name."""
    if claim.restrained_id == order.restrained_id:
        return True
    if claim.restrained is None or order.restrained is None:
        return False
    if _is_on_file(claim) and _is_on_file(order):
        return False
    one, other = (sorted(words_of(person_name(it.restrained))) for it in (claim, order) if it.restrained)
    return bool(one) and one == other


def _is_on_file(order: CourtOrder) -> bool:
    children = CourtOrderChild.objects.filter(order=order).values("student")
    return Relationship.objects.filter(contact=order.restrained_id, student__in=children).exists()


def _may_be_of_one(claim: CourtOrder, order: CourtOrder) -> bool:
    if claim.restrained is None or order.restrained is None:
        return True
    return may_be_one_person(person_name(claim.restrained), person_name(order.restrained))
