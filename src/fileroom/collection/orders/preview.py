"""What each person around a child could see if an order were filed: the law is asked as it would be from then on.

The terms are entered, the law is asked, and all is taken back: nothing is kept. Of those for whom nothing changes
nothing is told: an order that was there before stays between the custodian and the court.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from fileroom.collection.orders.services import Terms, would_file
from fileroom.hosting import district_transaction
from fileroom.law import Decision
from fileroom.law.codes import DutyCode
from fileroom.law.days import district_day
from fileroom.people import queries, rights
from fileroom.people.answers import Missing
from fileroom.people.signed_in import SignedIn


class Sees(StrEnum):
    """What somebody may see of a file, once their ID is checked."""

    AS_BEFORE = "as_before"
    ASKS_COUNSEL = "asks_counsel"
    FILE = "file"
    NOTHING = "nothing"  # and is shown what a stranger would be shown
    NOT_YET = "not_yet"  # a check or a paper is missing


@dataclass(frozen=True)
class Seen:
    """One person on file for one child, and what they see from now on."""

    child: str
    name: str
    kind: str
    sees: Sees


class _TakenBack(Exception):
    """Nothing of a preview is kept."""


def preview(terms: Terms, *, by: SignedIn, at: datetime) -> list[Seen]:
    """Each contact of each child. Raises Missing (not this account's work) and ValidationError."""
    seen: list[Seen] = []
    try:
        with district_transaction():
            before = _decided(terms, at)
            would_file(terms, by=by, at=at)
            seen = _seen(terms, before, _decided(terms, at), at)
            raise _TakenBack
    except _TakenBack:
        return seen


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
        for it in queries.related(child, on=on):
            sees = after[child][it.contact]
            changed = sees is not before[child][it.contact] or it.contact == terms.restrained
            seen.append(Seen(named.name, it.name, it.kind, sees if changed else Sees.AS_BEFORE))
    return seen


def _sees(decision: Decision) -> Sees:
    if decision.silent:
        return Sees.NOTHING
    if decision.granted:
        return Sees.FILE
    counsel = any(duty.code == DutyCode.COUNSEL_REVIEW for duty in decision.duties)
    return Sees.ASKS_COUNSEL if counsel else Sees.NOT_YET
