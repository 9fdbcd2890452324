"""Rows in, the proposed disclosure out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fileroom.disclosure.criteria import interest
from fileroom.law.facts import Action, Other, Paper, Purpose, Question, RecordKind
from fileroom.law.facts import Record as RecordFacts
from fileroom.people.answers import Missing
from fileroom.people.facts import RequesterFacts, StudentFacts, requester_facts, student_facts
from fileroom.people.questions import question
from fileroom.people.signed_in import SignedIn
from fileroom.records import queries as shelves
from fileroom.records.models import Record, Version

PURPOSES = {"student": Purpose.SELF_INSPECTION, "former_student": Purpose.SELF_INSPECTION}


@dataclass(frozen=True)
class Asked:
    """Who asks about whom: the student and the requester on one day."""

    student: StudentFacts
    requester: RequesterFacts
    on: date

    def purpose(self) -> Purpose:
        """What a file is opened for where nothing else is said: by staff for their work, by families to inspect it."""
        if self.requester.has_student is not None:
            return Purpose.EDUCATIONAL_INTEREST
        return PURPOSES.get(self.requester.kind, Purpose.INSPECTION)

    def question(
        self,
        action: Action,
        kind: RecordKind,
        *,
        purpose: Purpose | None = None,
        papers: tuple[Paper, ...] = (),
        other: Other | None = None,
    ) -> Question:
        """The question of doing this with a record of this kind."""
        meant = purpose or self.purpose()
        return question(
            action,
            meant,
            requester=self.requester,
            student=self.student,
            record=RecordFacts(kind=kind),
            interest=interest(self.requester.role, meant, kind),
            papers=papers,
            other=other or Other(),
            received_on=self.on,
            on=self.on,
        )


def asked(student_id: UUID, by: SignedIn, on: date) -> Asked:
    """The student and what the account's holder is towards them. Raises Missing."""
    student = student_facts(student_id, on)
    if student is None:
        raise Missing
    return Asked(student, requester_facts(by.account, student, on), on)


def shelved(record_id: UUID) -> tuple[Record, Version]:
    """A record with its newest version that still has contents. Raises Missing."""
    found = shelves.shelved(record_id)
    if found is None:
        raise Missing
    return found
