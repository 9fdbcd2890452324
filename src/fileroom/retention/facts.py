"""Rows in, the proposed destruction out: the record, who would destroy it, and what holds it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from fileroom.law import Question
from fileroom.law.facts import Action, Purpose, RecordKind
from fileroom.law.facts import Record as RecordFacts
from fileroom.law.offices import OFFICES
from fileroom.people import spells
from fileroom.people.answers import Missing
from fileroom.people.facts import RequesterFacts, Touch, requester_facts, student_facts
from fileroom.people.models import Account
from fileroom.people.questions import question
from fileroom.records import queries as shelves
from fileroom.records.models import Record

# An open request is a hold (house.md §1): by this reason it is told from any other, and neither moves a last day.
REQUEST = "open_request"


@dataclass(frozen=True)
class Proposed:
    """A destruction as it is asked of the law, and the office in which it would be done. `opens`: may they see it at
    all? Who may not open a file destroys nothing in it."""

    record: Record
    question: Question
    opens: Question
    requester: RequesterFacts


def proposed(record_id: UUID, account: Account, purpose: Purpose, *, on: date) -> Proposed:
    """The destruction of one record by this account. It has the student alone until the transaction is over.

    Raises Missing: there is no such record, it is not of a student who is there, or no employee asks. A family may ask
    that something goes; whoever keeps the records approves it and destroys.
    """
    record = Record.objects.filter(pk=record_id).first() if account.employee_id else None
    student = student_facts(record.student_id, on, Touch.CHANGES) if record else None
    if record is None or student is None:
        raise Missing
    requester = keeping(requester_facts(account, student, on))
    asked = question(Action.DESTROY, purpose, requester=requester, student=student, record=of_record(record), on=on)
    gone = replace(asked, student=replace(asked.student, days_since_left_lea=spells.days_gone(student.id, on=on)))
    return Proposed(record, gone, replace(asked, action=Action.INSPECT), requester)


def keeping(requester: RequesterFacts) -> RequesterFacts:
    """The same person in the office in which they keep records, where they have one; else as they are."""
    office = next((it for it in OFFICES.best(requester.offices) if it.keeps_records), None)
    return requester.acting_in(office.role) if office else requester


def of_record(record: Record) -> RecordFacts:
    """The record in the law's words, with what holds it."""
    standing = [it.reason for it in shelves.holds(record.student_id) if it.record_id in (None, record.id)]
    return RecordFacts(
        kind=RecordKind(record.item),
        on_hold=any(it != REQUEST for it in standing),
        pending_request=REQUEST in standing,
    )
