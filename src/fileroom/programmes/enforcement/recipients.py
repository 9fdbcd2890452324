"""Rows in, facts out: who of a student's family can be told that somebody asked, and the question that puts to the law.

An adult student is told in person; else whoever is on file as a parent, guardian or the like, once it is verified that
they are: the letter tells where the child is. Of each the law says whether they may be told, by the orders that hold
now.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fileroom.hosting import durable_transaction
from fileroom.law import Decision, Purpose
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Notice, NoticeKind, Record
from fileroom.law.figures import ADULT
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import bound, cards, counsel, queries
from fileroom.people.answers import Missing
from fileroom.people.facts import RequesterFacts, StudentFacts, Touch, contact_facts, facts_towards, student_facts
from fileroom.people.questions import question
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.enforcement.knowing import knows_of
from fileroom.programmes.models import EnforcementRequest

VERIFIED, THE_STUDENT = "verified", "student"
# Of whom a letter lies ready at once: a parent or guardian, as the statute says (Ed. Code 234.7(b)), and who holds the
# rights. Anybody else whom the law lets be told the designee chooses.
RIGHTS_HOLDERS = ("parent", "guardian", "educational_rights_holder")
VERIFY_FIRST = (
    "Claimed: verify first, on the page of the student’s people, that this is so. Until then nothing goes out."
)
BY_HAND_ONLY = (
    "Not by mail: a court’s order is on this child’s file, and whoever lives at an address on file may open a letter."
    " Hand it over in person."
)
NOT_REACHED = "Not by mail: no address on this file reaches the family today. Hand it over in person."
NAMES_NOTHING = Notice(kind=NoticeKind.OTHER)


@dataclass(frozen=True)
class To:
    """For whom a notice is. `contact` None: for the adult student."""

    student: UUID
    contact: UUID | None

    def to_fields(self) -> dict[str, str]:
        """As it lies sealed."""
        return {"student": str(self.student), "contact": str(self.contact or "")}

    @staticmethod
    def from_fields(said: Mapping[str, str]) -> To:
        """The same, opened."""
        return To(UUID(said["student"]), UUID(said["contact"]) if said["contact"] else None)


@dataclass(frozen=True)
class Recipient:
    """One recipient and the student, on one day."""

    student: StudentFacts
    who: RequesterFacts


@dataclass(frozen=True)
class MayBe:
    """Somebody on file as a page lists them. `relation`: a code, or `student`; `says`: the law's, where it says no."""

    contact: UUID | None
    name: str
    relation: str
    granted: bool
    says: str


@dataclass(frozen=True)
class Family:
    """A student's family, of whom some can be told."""

    student: UUID
    name: str
    listed: tuple[MayBe, ...]


@durable_transaction
def family(request_id: UUID, student_id: UUID, *, by: SignedIn, at: datetime) -> Family:
    """Who of this student's family may be told. That it was looked at stands under seal, of no student.

    Raises Missing (no designee, no such request, no such student, or an order may keep the designee from this one).
    """
    asked, on = knows_of(request_id, by, at), district_day(at)
    if not (asked.keeps and asked.superintends and EnforcementRequest.objects.filter(pk=request_id).exists()):
        raise Missing
    student = _student(student_id, on)
    not_kept_from(student, by=by, on=on)
    event = ledger.event(
        Act.ENFORCEMENT_LOOKED_AT, record=request_id, part="family", by=by.acting_as(asked.role),
        purpose=by.purpose.value, decision=asked.decision, sealed=True, at=at,
    )  # fmt: skip
    ledger.write(event)
    return Family(student.id, student.name, tuple(_listed(student, on)))


def not_kept_from(student: StudentFacts, *, by: SignedIn, on: date) -> None:
    """An order that may bind whoever acts shuts this student to them here as at every door. Raises Missing."""
    if facts_towards(by.account, [student], on)[student.id].restrained_from_records is not False:
        raise Missing


def _listed(student: StudentFacts, on: date) -> list[MayBe]:
    if _of_age(student):
        return [_may_be(To(student.id, None), student.name, THE_STUDENT, on)]
    return [_may_be(To(student.id, it.contact), it.name, it.kind, on) for it in _related(student, on)]


def _related(student: StudentFacts, on: date) -> list[queries.Related]:
    """The contacts that they are known to have; of whom it was found that they are none, no more."""
    return [it for it in queries.related(student.id, on=on) if queries.is_contact_of(student.id, it.contact)]


def who_may_be_told(student_id: UUID, *, on: date) -> list[tuple[To, Decision]]:
    """The adult student, or each parent, guardian and rights holder of whom it is verified, whom the law lets be told
    by what is on file, with its word. Part of the open transaction."""
    student = student_facts(student_id, on, Touch.LOOKS)
    if student is None:
        return []
    related = [it for it in _related(student, on) if it.standing == VERIFIED and _answers_for_them(it)]
    those = [To(student.id, None)] if _of_age(student) else [To(student.id, it.contact) for it in related]
    decided = [(it, may_be_told(one_recipient(it, on=on), on=on)) for it in those]
    return [(to, decision) for to, decision in decided if decision.granted]


def _answers_for_them(it: queries.Related) -> bool:
    return it.kind in RIGHTS_HOLDERS or it.education_rights is True


def _may_be(to: To, name: str, relation: str, on: date) -> MayBe:
    recipient = one_recipient(to, on=on)
    decision = may_be_told(recipient, on=on)
    why = hindered(recipient, mailed=False, on=on) if decision.granted else decision.says
    return MayBe(to.contact, name, relation, not why, why)


def one_recipient(to: To, *, on: date) -> Recipient:
    """The recipient by what is on file now. Raises Missing (no such student, or nobody of the family)."""
    student = _student(to.student, on)
    if to.contact is None:
        if not _of_age(student):
            raise Missing
        return Recipient(student, RequesterFacts(THE_STUDENT, THE_STUDENT, VERIFIED, VERIFIED, orders=()))
    if _of_age(student) or not queries.is_contact_of(student.id, to.contact):
        raise Missing
    return Recipient(student, contact_facts(to.contact, student, VERIFIED, on))


def may_be_told(it: Recipient, *, on: date) -> Decision:
    """The law's word on a notice to this recipient."""
    return counsel.decide(
        question(
            Action.SEND_NOTICE,
            Purpose.NONE_STATED,
            requester=it.who,
            student=it.student,
            record=Record(),
            on=on,
            notice=NAMES_NOTHING,
        )
    )


def hindered(it: Recipient, *, mailed: bool, on: date) -> str:
    """Why a letter that the law lets go does not go to them, or not by mail; nothing where it does."""
    student = it.student.id
    if it.who.relationship != VERIFIED:
        return VERIFY_FIRST
    if mailed and (bound.bound_people(student, on=on) or bound.names_nobody(student, on=on)):
        return BY_HAND_ONLY
    if mailed and cards.hides_a_home(it.student, on=on):
        return NOT_REACHED  # no address of theirs that an envelope may bear, and that mail is forwarded from
    return ""


def named_recipient(to: To, *, on: date) -> str:
    """The name that goes on the letter."""
    return queries.contact_name(to.contact) if to.contact else _student(to.student, on).name


def _student(student_id: UUID, on: date) -> StudentFacts:
    student = student_facts(student_id, on, Touch.LOOKS)
    if student is None:
        raise Missing
    return student


def _of_age(student: StudentFacts) -> bool:
    """The rights are the student's own, as far as a day of birth or a paper tells."""
    return student.emancipated or (student.age is not None and student.age >= ADULT)
