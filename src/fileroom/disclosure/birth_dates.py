"""The date of birth, shown: an act of its own, for those whose work or right it is, with its own line in the ledger."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from fileroom.disclosure import police_first
from fileroom.disclosure.facts import asked
from fileroom.disclosure.services import refuse
from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.law.facts import Action, RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel
from fileroom.people.answers import Missing, Refused
from fileroom.people.signed_in import SignedIn

KIND = RecordKind.BIRTH_DATE


@durable_transaction
def show_birth_date(student_id: UUID, *, by: SignedIn, at: datetime) -> date | Refused:
    """The day the student was born, or why not. Raises Missing (no such student, or the day is not known)."""
    case = asked(student_id, by, district_day(at))
    decision = counsel.decide(case.question(Action.INSPECT, KIND))
    if not decision.granted:
        return refuse(case, decision, by, at, part=KIND.value)
    if case.student.birth_on is None:
        raise Missing
    event = ledger.event(
        Act.RECORD_INSPECTED,
        student=student_id,
        part=KIND.value,
        by=by.acting_as(case.role(KIND)),
        purpose=case.purpose().value,
        decision=decision,
        at=at,
    )
    entry = ledger.write(event)
    police_first.asked_about(case.student, decision, police_first.who_asks(by), entry, at)
    return case.student.birth_on
