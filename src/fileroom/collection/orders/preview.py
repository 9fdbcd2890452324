"""What each person around a child could see if an order were filed: the law is asked as it would be from then on.

The terms are entered in a world without the orders that were there before, the law is asked, and all is taken back.
So what is told follows from the new terms alone, and nothing of an earlier order, whomever the page is asked about.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from fileroom.collection.orders.services import who_would_file, would_file
from fileroom.collection.orders.terms import Terms
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import Decision
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import queries, rights
from fileroom.people.answers import Missing
from fileroom.people.models import CourtOrder
from fileroom.people.signed_in import SignedIn


class Sees(StrEnum):
    """What somebody may see of a file, once their ID is checked."""

    AS_BEFORE = "as_before"
    ASKS_COUNSEL = "asks_counsel"
    FILE = "file"
    NOTHING = "nothing"  # and is shown what a stranger would be shown
    NOT_YET = "not_yet"  # a check or a paper is missing
    NOT_WHERE = "not_where"  # the file, but for what tells where the child is


@dataclass(frozen=True)
class Seen:
    """One person on file for one child: what the order changes of what they see, and whether by the order, or by what
    the file says of custody, the principal is called before they take the child. What it does not change, another order
    may."""

    child: str
    name: str
    kind: str
    sees: Sees
    principal_called: bool


class _TakenBack(Exception):
    """Nothing of a preview is kept."""


def preview(terms: Terms, *, by: SignedIn, at: datetime) -> list[Seen]:
    """Each contact of each child; that it was asked is noted under seal. Raises Missing (not this account's work) and
    ValidationError."""
    seen: list[Seen] = []
    _noted(terms, by, at)
    try:
        with district_transaction():
            CourtOrder.objects.filter(courtorderchild__student_id__in=terms.children, lifted_on=None).update(
                lifted_on=district_day(at)
            )
            before = _decided(terms, at)
            would_file(terms, by=by, at=at)
            seen = _seen(terms, before, _decided(terms, at), at)
            raise _TakenBack
    except _TakenBack:
        return seen


@durable_transaction
def _noted(terms: Terms, by: SignedIn, at: datetime) -> None:
    """One line with each child for whom this account might file it, by all that is on file. Raises Missing where it
    might not for one of them."""
    for child, role in who_would_file(terms, by=by, at=at).items():
        event = ledger.event(
            Act.ORDER_PREVIEWED, student=child, by=by.acting_as(role), purpose=by.purpose.value, sealed=True, at=at
        )
        ledger.write(event)


def _decided(terms: Terms, at: datetime) -> dict[UUID, dict[UUID, Sees]]:
    """By child and contact. Raises Missing."""
    found = {child: rights.inspections(child, on=district_day(at)) for child in terms.children}
    return {child: {it: _sees(decision) for it, decision in of.items()} for child, of in found.items()}


def _seen(
    terms: Terms, before: dict[UUID, dict[UUID, Sees]], after: dict[UUID, dict[UUID, Sees]], at: datetime
) -> list[Seen]:
    on, seen = district_day(at), []
    for child in terms.children:
        named = queries.named(child, on=on)
        if named is None:
            raise Missing
        collects = rights.collections(child, on=on)
        for it in queries.related(child, on=on):
            was, sees = before[child][it.contact], after[child][it.contact]
            told = Sees.AS_BEFORE if sees is was else sees
            seen.append(Seen(named.name, it.name, it.kind, told, principal_called=not collects[it.contact]))
    return seen


def _sees(decision: Decision) -> Sees:
    if decision.silent:
        return Sees.NOTHING
    if decision.granted:
        return Sees.NOT_WHERE if Limit.ADDRESS_AND_SCHEDULE_WITHHELD in decision.limits else Sees.FILE
    counsel = any(duty.code == DutyCode.COUNSEL_REVIEW for duty in decision.duties)
    return Sees.ASKS_COUNSEL if counsel else Sees.NOT_YET
