"""An act that an office does over a student's file, asked of the law in the office whose work needs such a record."""

from __future__ import annotations

from datetime import date

from fileroom.law import Decision
from fileroom.law.criteria import capacity, interest
from fileroom.law.facts import Action, Purpose, Question, Record, RecordKind
from fileroom.people import counsel
from fileroom.people.facts import RequesterFacts, StudentFacts
from fileroom.people.questions import question


def decide_in_office(
    action: Action, kind: RecordKind, *, requester: RequesterFacts, student: StudentFacts, purpose: Purpose, on: date
) -> tuple[Decision, RequesterFacts]:
    """The law's answer, and the requester in the office of which it was asked: of several, the first that fits."""
    asked, acting = asked_in_office(action, kind, requester=requester, student=student, purpose=purpose, on=on)
    return counsel.decide(asked), acting


def asked_in_office(
    action: Action, kind: RecordKind, *, requester: RequesterFacts, student: StudentFacts, purpose: Purpose, on: date
) -> tuple[Question, RequesterFacts]:
    """The question itself, for whoever has many to ask and asks each different one once."""
    acting = requester.acting_in(capacity(requester.offices, purpose, kind, on=on))
    asked = question(
        action,
        purpose,
        requester=acting,
        student=student,
        record=Record(kind=kind),
        interest=interest(acting.role, purpose, kind, on=on),
        on=on,
    )
    return asked, acting
