"""A family's choice is noted, or withdrawn: by whoever holds the rights over the file today, and by nobody else.

What one person has refused is given back by that person, or by the student who has come to hold the rights. Of what
another system or a paper says nobody knows whose it is: it is given back at the counter, once everybody who holds the
rights has signed. A choice that stands is not made twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError

from fileroom.collection import gate
from fileroom.collection.choices.kinds import KINDS, Chooses
from fileroom.hosting import durable_transaction
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Choice, Other, Record, RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel, queries
from fileroom.people.answers import Missing, Refused
from fileroom.people.facts import (
    RequesterFacts,
    StudentFacts,
    Touch,
    contact_facts,
    requester_facts,
    student_facts,
)
from fileroom.people.models import FamilyChoice
from fileroom.people.questions import question
from fileroom.people.signed_in import SignedIn
from fileroom.records.queries import refusing_on_paper

ITEM = RecordKind("directory_restriction")
FIRST = date(2000, 1, 1)
ANOTHERS, OF_NOBODY = "anothers", "of_nobody"  # why a choice stands, as the ledger says it
WHY = {
    ANOTHERS: "Whoever made this choice withdraws it, or the student, once the rights are the student’s.",
    OF_NOBODY: "Nobody knows whose choice this is. It is withdrawn once everybody who holds the rights has signed.",
}
REFUSED = Choice.DIRECTORY_REFUSED.value


@dataclass(frozen=True)
class Done:
    """It is so from today."""

    id: UUID
    entry: UUID


@dataclass(frozen=True)
class Stands:
    """It was not for them to give back, and stands: why, and the entry that says so."""

    why: str
    entry: UUID

    @property
    def says(self) -> str:
        """In words."""
        return WHY[self.why]


@dataclass(frozen=True)
class _Case:
    """Who chooses for whom, and what the law says of it; `noted`: what the entry says of it."""

    student: StudentFacts
    chooser: UUID
    decision: Decision
    noted: dict[str, Any]


@durable_transaction
def choose(
    student_id: UUID, kind: str, *, who: UUID | None = None, identified: bool = False, by: SignedIn, at: datetime
) -> Done | Refused:
    """Note a choice. `who`: at the counter, the contact or student who makes it, `identified` once their ID was seen;
    on a family's own page the account's holder. Raises Missing and ValidationError."""
    case = _decided(student_id, kind, who, identified, by, at)
    if isinstance(case, Refused):
        return case
    standing = _standing(student_id, kind).filter(chosen_by=case.chooser).first()
    if standing:
        return Done(standing.id, standing.entry)
    id_, entry = uuid4(), ledger.write(ledger.event(Act.CHOICE_MADE, **case.noted))
    FamilyChoice.objects.create(
        id=id_, student_id=student_id, kind=kind, chosen_by=case.chooser, source=_source(by),
        chosen_on=district_day(at), noted_at=at, noted_by=by.account.id, entry=entry,
    )  # fmt: skip
    return Done(id_, entry)


@durable_transaction
def withdraw(
    choice_id: UUID, *, who: UUID | None = None, identified: bool = False, all_signed: bool = False, by: SignedIn,
    at: datetime,
) -> Done | Refused | Stands:  # fmt: skip
    """Take a choice back, from today. The row stays. `all_signed`: at the counter, everybody who holds the rights has
    signed that it is taken back. Raises Missing and ValidationError."""
    row = FamilyChoice.objects.filter(pk=choice_id).first()
    if row is None:
        raise Missing
    case = _decided(row.student_id, row.kind, who, identified, by, at)
    if isinstance(case, Refused):
        return case
    row.refresh_from_db()  # who else withdraws it has done so, or waits
    if why := _not_theirs(row.chosen_by, case, all_signed, by):
        return _stands(why, case)
    if row.withdrawn_entry:
        return Done(row.id, row.withdrawn_entry)
    row.withdrawn_on, row.withdrawn_by, row.withdrawn_noted_by = district_day(at), case.chooser, by.account.id
    row.withdrawn_entry = ledger.write(ledger.event(Act.CHOICE_WITHDRAWN, **case.noted))
    row.save(update_fields=["withdrawn_on", "withdrawn_by", "withdrawn_noted_by", "withdrawn_entry"])
    return Done(row.id, row.withdrawn_entry)


@durable_transaction
def withdraw_paper(
    student_id: UUID, *, who: UUID | None = None, identified: bool = False, all_signed: bool = False, by: SignedIn,
    at: datetime,
) -> Done | Refused | Stands:  # fmt: skip
    """Take back what was refused on paper. The paper stays in the file, and counts from today no longer.

    Raises Missing (no such paper counts) and ValidationError.
    """
    case = _decided(student_id, REFUSED, who, identified, by, at)
    if isinstance(case, Refused):
        return case
    filed = refusing_on_paper(student_id).get(student_id)
    if filed is None:
        raise Missing
    if why := _not_theirs(None, case, all_signed, by):
        return _stands(why, case)
    id_, on, entry = uuid4(), district_day(at), ledger.write(ledger.event(Act.CHOICE_WITHDRAWN, **case.noted))
    FamilyChoice.objects.create(
        id=id_, student_id=student_id, kind=REFUSED, source=FamilyChoice.Source.PAPER,
        chosen_on=min(district_day(filed), on), noted_at=at, noted_by=by.account.id, entry=entry, withdrawn_on=on,
        withdrawn_by=case.chooser, withdrawn_noted_by=by.account.id, withdrawn_entry=entry,
    )  # fmt: skip
    return Done(id_, entry)


def _not_theirs(chosen_by: UUID | None, case: _Case, all_signed: bool, by: SignedIn) -> str:
    """Why this is not theirs to give back; empty where it is."""
    if case.chooser == case.student.id or case.chooser == chosen_by:
        return ""
    if chosen_by is not None:
        return ANOTHERS
    return "" if all_signed and by.account.employee_id is not None else OF_NOBODY


def _stands(why: str, case: _Case) -> Stands:
    noted = case.noted | {"outcome": why, "sealed": True}
    return Stands(why, ledger.write(ledger.event(Act.CHOICE_REFUSED, **noted)))


@durable_transaction
def may_note(student_id: UUID, *, by: SignedIn, at: datetime) -> bool:
    """Does this employee's work let them note what the family says?"""
    on = district_day(at)
    student = student_facts(student_id, on)
    return student is not None and _files(student, by, on).granted


def _standing(student_id: UUID, kind: str) -> Any:
    return FamilyChoice.objects.filter(student_id=student_id, kind=kind, withdrawn_on=None)


def _decided(
    student_id: UUID, kind: str, who: UUID | None, identified: bool, by: SignedIn, at: datetime
) -> _Case | Refused:
    """What the law says of this person choosing this. Raises Missing and ValidationError."""
    chooses, on = KINDS.get(kind), district_day(at)
    if chooses is None:
        raise ValidationError({"kind": "Choose one of the things on the list."})
    student = student_facts(student_id, on, Touch.CHANGES)
    if student is None:
        raise Missing
    chooser, facts = _chooser(student, who, identified, by, on)
    if by.account.employee_id is None and chooses.on_paper:
        raise ValidationError({"kind": "This one is signed on paper, at the school."})
    if by.account.employee_id is not None and not (files := _files(student, by, on)).granted:
        return _refused(student, kind, files, by, at, by_office=True)
    decision = counsel.decide(_question(chooses, facts, student, on))
    if not decision.granted:
        return _refused(student, kind, decision, by, at, role=facts.role)
    return _Case(student, chooser, decision, _noted(student, kind, decision, by, at, facts.role))


def _chooser(
    student: StudentFacts, who: UUID | None, identified: bool, by: SignedIn, on: date
) -> tuple[UUID, RequesterFacts]:
    """Who chooses, and what they are to the student. Raises Missing and ValidationError."""
    if by.account.employee_id is None:
        mine = by.account.contact_id or by.account.student_id
        if mine is None:
            raise Missing
        return mine, requester_facts(by.account, student, on)
    identity = "verified" if identified else "claimed"
    if who == student.id:
        return student.id, RequesterFacts("student", "student", identity, "verified", orders=_orders(student))
    if who is None or not queries.is_contact_of(student.id, who):
        raise ValidationError({"who": "Choose who says so, of the people on the file."})
    return who, contact_facts(who, student, identity, on)


def _orders(student: StudentFacts) -> tuple[str, ...] | None:
    return () if student.orders_known else None


def _question(chooses: Chooses, facts: RequesterFacts, student: StudentFacts, on: date) -> Any:
    return question(
        Action.RESTRICT, chooses.purpose, requester=facts, student=student, record=Record(kind=chooses.about), on=on,
        other=Other(in_board_minutes=chooses.in_minutes),
    )  # fmt: skip


def _files(student: StudentFacts, by: SignedIn, on: date) -> Decision:
    """May this employee keep such a paper of this student's? (5 CCR 432(b)(2), I-F)"""
    facts = requester_facts(by.account, student, on)
    return gate.decide(ITEM.value, (), requester=facts, student=student, purpose=by.purpose, on=on)


def _refused(
    student: StudentFacts,
    kind: str,
    decision: Decision,
    by: SignedIn,
    at: datetime,
    *,
    role: str = "",
    by_office: bool = False,
) -> Refused:
    """Sealed, as every refusal is that could tell whom an order binds."""
    on = district_day(at)
    mine = requester_facts(by.account, student, on) if by_office else None
    noted = _noted(student, kind, decision, by, at, role or (mine.role if mine else ""))
    entry = ledger.write(ledger.event(Act.CHOICE_REFUSED, **noted | {"sealed": True}))
    return Refused(decision, entry, serves=mine is None or bool(mine.offices))


def _noted(
    student: StudentFacts, kind: str, decision: Decision, by: SignedIn, at: datetime, role: str
) -> dict[str, Any]:
    """At the counter the employee acts, in their own office; the row has who it was that chose."""
    if by.account.employee_id is not None:
        on = district_day(at)
        facts = requester_facts(by.account, student, on)
        role = gate.acting(ITEM, requester=facts, purpose=by.purpose, on=on).role
    return {
        "student": student.id, "part": kind, "by": by.acting_as(role), "purpose": by.purpose.value,
        "decision": decision, "at": at, "sealed": KINDS[kind].sealed,
    }  # fmt: skip


def _source(by: SignedIn) -> str:
    return FamilyChoice.Source.FORM if by.account.employee_id is None else FamilyChoice.Source.COUNTER
