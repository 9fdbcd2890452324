"""Demands as the Superintendent's designee sees them: the list, one with its letter and its answers.

One that names a student is shown to whoever works with that student's file: to be a designee for companies opens none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import Purpose
from fileroom.law.days import district_day
from fileroom.people import queries
from fileroom.people.answers import Missing
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import Demand
from fileroom.programmes.vendors.answers import Given, given
from fileroom.programmes.vendors.deletion_knowing import works_with, works_with_of
from fileroom.programmes.vendors.demands import unfounded
from fileroom.programmes.vendors.more_time import asked_for
from fileroom.programmes.vendors.proofs import Kept
from fileroom.programmes.vendors.proofs import of as proofs_of
from fileroom.programmes.vendors.stages import Step, after
from fileroom.programmes.vendors.who import designee
from fileroom.records import issuing
from fileroom.records.models import Letter

MOST = 200


@dataclass(frozen=True)
class Row:
    """One line of the list."""

    id: UUID
    company: str
    what: str
    ground: str
    stage: str
    signed_at: datetime
    due_on: date
    about_one: bool
    whole: bool


@dataclass(frozen=True)
class Shown(Row):
    """A demand on its page: its letter by its code, what was answered, and what may be done next. `asks_until`: the
    day until which the company asks for more time; `unfounded`: why what it says of a contract is so no more."""

    operator: UUID
    code: str
    signed_by: str
    given: tuple[Given, ...]
    proofs: tuple[Kept, ...]
    over_at: datetime | None
    over_how: str
    over_words: str
    may_remind: bool
    asks_until: date | None
    unfounded: str


def demands(*, by: SignedIn, at: datetime, of: UUID | None = None) -> list[Row]:
    """The demands to every company, or to one, the newest first. Raises Missing for anybody but a designee."""
    with district_transaction():
        designee(by, at)
        rows = Demand.objects.filter(operator=of) if of else Demand.objects.all()
        named = set(rows.exclude(student=None).values_list("student_id", flat=True))
        theirs = Q(student=None) | Q(student__in=works_with_of(named, by, at))
        return [
            Row(*_line(row)) for row in rows.filter(theirs).select_related("operator").order_by("-signed_at")[:MOST]
        ]


def demand(demand_id: UUID, *, by: SignedIn, at: datetime) -> Shown:
    """One of them. Raises Missing."""
    with district_transaction():
        designee(by, at)
        row = _theirs(demand_id, by, at)
        signer = queries.account_names([row.signed_by]).get(row.signed_by, "")
        open_ = row.over_at is None
        why = unfounded(row.ground, row.operator_id, district_day(at)) if open_ else ""
        return Shown(
            *_line(row), row.operator_id, row.code, signer, given(row.id), proofs_of(row.id),
            row.over_at, row.over_how, row.over_words, open_ and not why and after(row.stage, Step.REMIND) is not None,
            asked_for(row) if open_ else None, why,
        )  # fmt: skip


def _line(row: Demand) -> tuple[UUID, str, str, str, str, datetime, date, bool, bool]:
    return (
        row.id, row.operator.name, row.what, row.ground, row.stage, row.signed_at, row.due_on,
        row.student_id is not None, row.whole,
    )  # fmt: skip


@durable_transaction
def open_letter(demand_id: UUID, *, letter_id: UUID | None = None, by: SignedIn, at: datetime) -> bytes:
    """The letter as it was sent last, or the one of this id; that it was opened is noted. Raises Missing."""
    role, row = designee(by, at), _theirs(demand_id, by, at)
    letter = Letter.objects.filter(pk=letter_id or row.letter, about=row.id).first()
    if letter is None:
        raise Missing
    return issuing.open_again(letter, by=by, role=role, sealed=False, at=at, purpose=Purpose.OPERATOR_DELETION)


def _theirs(demand_id: UUID, by: SignedIn, at: datetime) -> Demand:
    row = Demand.objects.select_related("operator").filter(pk=demand_id).first()
    if row is None:
        raise Missing
    if row.student_id:
        works_with(row.student_id, by, at)
    return row


def student_of(demand_id: UUID) -> UUID | None:
    """The student whom the demand is about; None: no one student, or there is no such demand."""
    with district_transaction():
        return Demand.objects.filter(pk=demand_id).values_list("student_id", flat=True).first()
