"""Students who have left and of whom a company still holds something, as far as this program knows: what it gathered
from social media, what a family wanted deleted there, what the district demanded, what the office gave it of a file.

What a company was given in another way this program does not know: its page says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Q

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
    DemandAnswer,
    Operator,
    SocialMediaItem,
)
from fileroom.programmes.social_media import copies
from fileroom.programmes.vendors.deletion_knowing import works_with_of
from fileroom.programmes.vendors.demands import until
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
    named = {it.id: it.name for it in queries.as_named(queries.students(Q(pk__in=list(seen)), on=on))}
    said: dict[str, Any] = {"record": operator_id, "part": "company", "by": by.acting_as(role), "at": at}
    said |= {"purpose": Purpose.OPERATOR_DELETION.value}
    ledger.write_many(ledger.event(Act.STUDENT_LISTED, student=id_, **said) for id_ in sorted(named))
    rows = [Left(id_, name, *seen[id_]) for id_, name in named.items()]
    return sorted(rows, key=lambda it: (it.name, it.id))


def _seen(operator_id: UUID, by: SignedIn, at: datetime) -> Mapping[UUID, tuple[date, Why]]:
    """Since when each has left, and why they are known; of those whose files this employee works with."""
    company = Operator.objects.filter(pk=operator_id).first()
    if company is None:
        raise Missing
    on = district_day(at)
    judged = judge_all(Contract.objects.filter(operator=company), on)
    certified = nothing_left(((it.state, row.returned_on) for row, it in judged), anew=False)
    if certified and company.described_at is None:
        return {}
    of_all = max((row.returned_on for row, _ in judged if row.returned_on), default=None) if certified else None
    known: dict[UUID, Why] = {}
    for why, students in _known(company, until(of_all) if of_all else None):
        for id_ in students:
            known.setdefault(id_, why)
    left = spells.gone(known, on=on)
    may_see = works_with_of(list(left), by, at) if left else set()
    return {id_: (day, known[id_]) for id_, day in left.items() if id_ in may_see}


def _known(company: Operator, certified: datetime | None) -> Iterable[tuple[Why, set[UUID]]]:
    """`certified`: until when the company has certified of every contract that nothing is left."""
    gathered = SocialMediaItem.objects.filter(vendor__contract__operator=company, vendor__destroyed_on=None)
    yield Why.GATHERED, {it.student_id for it in copies.still_there(gathered)}
    demands = Demand.objects.filter(operator=company).exclude(student=None)
    gone = _gone(company, certified)
    yield Why.DEMANDED, _ids(demands.filter(over_at=None).values_list("student_id", flat=True))
    asked = DeletionRequest.objects.filter(operator__iexact=company.name).exclude(
        closed_why=DeletionRequest.Closed.WITHDRAWN
    )
    yield Why.ASKED, _since(gone.told, asked.values_list("student_id", "entered_at"))
    beside = parties.entries_of_company(company.name, RequesterKind.VENDOR.value)
    yield Why.GIVEN, _since(gone.done, entries.students_of(beside, Act.RECORD_RELEASED).items())


@dataclass(frozen=True)
class _Gone:
    """By whom a demand was about; None: everybody. `told`: when the company last showed that it destroyed; `done`:
    until when it had, which may lie before the letter."""

    told: Mapping[UUID | None, datetime]
    done: Mapping[UUID | None, datetime]


def _gone(company: Operator, certified: datetime | None) -> _Gone:
    """One about some data, or that left out whoever is under a hold, says of nobody whom it does not name that they are
    gone."""
    shown = Demand.objects.filter(operator=company, over_how__in=GONE).exclude(student=None, whole=False)
    days = dict(
        DemandAnswer.objects.filter(demand__in=shown, said=DemandAnswer.Said.DELETED).values_list("demand_id", "on")
    )
    told: dict[UUID | None, datetime] = {None: certified} if certified else {}
    done = dict(told)
    for row in shown.exclude(over_at=None).order_by("over_at"):
        assert row.over_at is not None, "asked for"
        day = days.get(row.id)
        for found, at in ((told, row.over_at), (done, min(row.over_at, until(day)) if day else row.over_at)):
            found[row.student_id] = max(found.get(row.student_id, at), at)
    return _Gone(told, done)


def _since(gone: Mapping[UUID | None, datetime], found: Iterable[tuple[UUID, datetime]]) -> set[UUID]:
    """Of whom it is known since that, and not only before."""
    return {id_ for id_, at in found if not any(who in gone and at <= gone[who] for who in (id_, None))}


def _ids(found: Iterable[UUID | None]) -> set[UUID]:
    return {it for it in found if it is not None}
