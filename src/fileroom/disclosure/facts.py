"""Rows in, the proposed disclosure out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from fileroom.law.catalogue import MAY_TELL_OF_OTHERS
from fileroom.law.criteria import capacity, interest
from fileroom.law.facts import Action, Choice, District, Other, Paper, Purpose, Question, RecordKind
from fileroom.law.facts import Record as RecordFacts
from fileroom.people.answers import Missing
from fileroom.people.designators import designator_facts
from fileroom.people.facts import (
    RequesterFacts,
    StudentFacts,
    Touch,
    facts_of_students,
    facts_towards,
    requester_facts,
    student_facts,
)
from fileroom.people.questions import chosen, question
from fileroom.people.signed_in import SignedIn
from fileroom.records import queries as shelves
from fileroom.records.models import Record, Version

PURPOSES = {"student": Purpose.SELF_INSPECTION, "former_student": Purpose.SELF_INSPECTION}


# The id of a student who is nobody: what is asked about a file that is not there is asked about this one.
NOBODY = UUID(int=0)


@dataclass(frozen=True)
class Asked:
    """Who asks about whom, and what for as the door stated it: the student and the requester on one day."""

    student: StudentFacts
    requester: RequesterFacts
    on: date
    stated: Purpose | None = None

    def purpose(self) -> Purpose:
        """What a file is opened for, as it was stated. Families need no reason; staff without one have none.

        A recipient is asked about with the purpose of the copy itself.
        """
        if self.requester.has_student is not None:
            return self.stated or Purpose.NONE_STATED
        return PURPOSES.get(self.requester.kind, Purpose.INSPECTION)

    def acting(self, kind: RecordKind, purpose: Purpose | None = None) -> RequesterFacts:
        """The requester in the office that this act is done in: of several, the first whose work needs the record."""
        meant = purpose or self.purpose()
        return self.requester.acting_in(capacity(self.requester.offices, meant, kind, on=self.on))

    def role(self, kind: RecordKind, purpose: Purpose | None = None) -> str:
        """The same office, as the ledger names it."""
        return self.acting(kind, purpose).role

    def as_to(self, version: Version) -> Asked:
        """The same of one version of a record (as_to)."""
        return replace(self, student=as_to(self.student, version))

    def question(
        self,
        action: Action,
        kind: RecordKind,
        *,
        purpose: Purpose | None = None,
        papers: tuple[Paper, ...] = (),
        other: Other | None = None,
        record: RecordFacts | None = None,
        district: District | None = None,
        also_chosen: tuple[Choice, ...] = (),
    ) -> Question:
        """The question of doing this with a record of this kind; `record`: with what is known of that one.

        `also_chosen`: what the family has chosen besides what is entered as a choice.
        """
        meant, acting = purpose or self.purpose(), self.acting(kind, purpose)
        return question(
            action,
            meant,
            requester=acting,
            student=self.student,
            record=record or RecordFacts(kind=kind),
            interest=interest(acting.role, meant, kind, on=self.on),
            papers=papers,
            other=other or Other(),
            choices=chosen(self.student, also_chosen),
            district=district or District(),
            received_on=self.on,
            on=self.on,
        )


def of_record(row: Record) -> RecordFacts:
    """One record in the law's words.

    Where nobody has said whether it tells of other students the answer is yes, and that they can be taken out: the
    law's limit stands then, and a person looks.
    """
    kind = RecordKind(row.item)
    if row.item not in MAY_TELL_OF_OTHERS:
        return RecordFacts(kind=kind)
    involved = row.involves_other_students is not False
    return RecordFacts(kind=kind, involves_other_students=involved, segregable=row.segregable)


def as_to(student: StudentFacts, version: Version) -> StudentFacts:
    """The student, as far as this version goes. The end of a Safe at Home card opens nothing: a paper made until then
    may tell where the family lives still, and as to it they are in the program. Fields were written over."""
    ended = student.card_ended_at
    if ended is None or version.form != Version.Form.DOCUMENT or version.made_at > ended:
        return student
    return replace(student, safe_at_home=True)


def asked(student_id: UUID, by: SignedIn, on: date) -> Asked:
    """The student and what the account's holder is towards them. Raises Missing."""
    case = asked_of_each([student_id], by, on).get(student_id)
    if case is None:
        raise Missing
    return case


def designee_role(case: Asked, by: SignedIn) -> str | None:
    """The role in which this account acts for the Superintendent about the student; None: it does not, or an order on
    the child binds its holder, or may."""
    who, towards = designator_facts(by.account, case.on), case.requester
    bound = towards.restrained_from_records or towards.restrained_contact_only or towards.may_be_restrained
    return who.role if who.designated and not bound else None


def asked_of_each(ids: Collection[UUID], by: SignedIn, on: date) -> dict[UUID, Asked]:
    """The same of several, by id: those of them who are there. Three statements, however many they are."""
    students = facts_of_students(ids, on, Touch.LOOKS)
    towards = facts_towards(by.account, students.values(), on)
    return {id_: Asked(student, towards[id_], on, by.stated) for id_, student in students.items()}


def asked_of_nobody(by: SignedIn, on: date) -> Asked:
    """A request for no file that is here: the same look-ups as for one that is, so that the time it takes says nothing.

    Nothing is known of the student, and every answer of the law to such a question is no.
    """
    found = student_facts(NOBODY, on)
    student = found or StudentFacts(
        NOBODY,
        "",
        birth_on=None,
        age=None,
        grade=None,
        enrolled=False,
        former=False,
        completed_grade_10=None,
        attends_postsecondary=False,
        adjudged_incompetent=False,
        orders_known=False,
        schools=(),
    )
    return Asked(student, requester_facts(by.account, student, on), on, by.stated)


def shelved(record_id: UUID) -> tuple[Record, Version]:
    """A record with its newest version that still has contents. Raises Missing; where a family with a card lives is
    on no road but its own (disclosure.true_address)."""
    found = shelves.shelved(record_id)
    if found is None or found[0].item == RecordKind.ACTUAL_ADDRESS:
        raise Missing
    return found
