"""Students who have left and of whom a company still holds something, as far as this program knows: what it gathered
from social media, what a family asked it to delete, what the district demanded, what the office gave it of a file.

What a company was given in another way this program does not know: its page says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from fileroom.disclosure import parties
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import Purpose, RequesterKind
from fileroom.law.days import district_day
from fileroom.ledger import queries as entries
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import queries, spells
from fileroom.people.answers import Missing
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import (
    Contract,
    DeletionRequest,
    Demand,
    Operator,
    SocialMediaItem,
    SocialMediaVendorNotice,
)
from fileroom.programmes.vendors.deletion_knowing import works_with_of
from fileroom.programmes.vendors.standing import judge_all, nothing_left
from fileroom.programmes.vendors.who import designee

GONE = ("deleted", "shown")  # how a demand ends by which it is there no more


class Why(StrEnum):
    """How this program knows of it, the weightiest first."""

    GATHERED = "gathered"
    DEMANDED = "demanded"
    ASKED = "asked"
    GIVEN = "given"


@dataclass(frozen=True)
class Left:
    """One student: since when they are at no school of the district, and how it is known that the company has
    something of theirs."""

    id: UUID
    name: str
    left_on: date
    why: Why


def number(operator_id: UUID, *, by: SignedIn, at: datetime) -> int:
    """Of how many who have left, among those whose files this designee works with. Raises Missing."""
    with district_transaction():
        designee(by, at)
        return len(_seen(operator_id, by, at))


@durable_transaction
def listed(operator_id: UUID, *, by: SignedIn, at: datetime) -> list[Left]:
    """Them, by name: an entry stands in the log of each. Raises Missing."""
    role, on = designee(by, at), district_day(at)
    seen = _seen(operator_id, by, at)
    found = (queries.named(id_, on=on) for id_ in seen)
    named = {it.id: it.name for it in found if it}
    for id_ in sorted(named):
        event = ledger.event(
            Act.STUDENT_LISTED, student=id_, record=operator_id, part="company", by=by.acting_as(role),
            purpose=Purpose.OPERATOR_DELETION.value, at=at,
        )  # fmt: skip
        ledger.write(event)
    rows = [Left(id_, name, *seen[id_]) for id_, name in named.items()]
    return sorted(rows, key=lambda it: (it.name, it.id))


def _seen(operator_id: UUID, by: SignedIn, at: datetime) -> Mapping[UUID, tuple[date, Why]]:
    """Since when each has left, and why they are known; of those whose files this employee works with."""
    company = Operator.objects.filter(pk=operator_id).first()
    if company is None:
        raise Missing
    on = district_day(at)
    judged = judge_all(Contract.objects.filter(operator=company), on)
    if nothing_left((it.state, row.returned_on) for row, it in judged):
        return {}
    known: dict[UUID, Why] = {}
    for why, students in _known(company):
        for id_ in students:
            known.setdefault(id_, why)
    left = spells.last_days(known, on=on)
    may_see = works_with_of(list(left), by, at) if left else set()
    return {id_: (day, known[id_]) for id_, day in left.items() if id_ in may_see}


def _known(company: Operator) -> Iterable[tuple[Why, set[UUID]]]:
    gathered = SocialMediaItem.objects.filter(vendor__contract__operator=company, vendor__destroyed_on=None)
    said = SocialMediaVendorNotice.objects.filter(vendor__contract__operator=company).exclude(destroyed_on=None)
    yield (
        Why.GATHERED,
        _ids(gathered.values_list("student_id", flat=True)) - _ids(said.values_list("student_id", flat=True)),
    )
    demands = Demand.objects.filter(operator=company).exclude(student=None)
    gone = _ids(demands.filter(over_how__in=GONE).values_list("student_id", flat=True))
    yield Why.DEMANDED, _ids(demands.filter(over_at=None).values_list("student_id", flat=True))
    asked = DeletionRequest.objects.filter(operator__iexact=company.name).exclude(
        closed_why=DeletionRequest.Closed.WITHDRAWN
    )
    yield Why.ASKED, _ids(asked.values_list("student_id", flat=True)) - gone
    beside = parties.entries_of_company(company.name, RequesterKind.VENDOR.value)
    yield Why.GIVEN, entries.students_of(beside, Act.RECORD_RELEASED) - gone


def _ids(found: Iterable[UUID | None]) -> set[UUID]:
    return {it for it in found if it is not None}
