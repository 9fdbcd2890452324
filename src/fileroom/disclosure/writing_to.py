"""To whom of a student's people a letter or message about the student may go today.

The law is asked of each: what it lets a person see of the file it lets them be written about. Whoever may not be
written to is not in the answer at all, and nothing in it says that somebody was left out, or why. Nor does it say
where to: the file has one address of each, and no answer tells that a family has it from a Safe at Home card.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from fileroom.disclosure import police_first
from fileroom.disclosure.facts import Asked, asked
from fileroom.disclosure.limits import of_a_look
from fileroom.disclosure.services import refuse
from fileroom.hosting import durable_transaction
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.law.facts import Action, RecordKind
from fileroom.law.figures import ADULT
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel, queries, rights
from fileroom.people.answers import Missing, Refused
from fileroom.people.signed_in import SignedIn

KIND = RecordKind.CONTACT_AND_HOUSEHOLD
STUDENT = "student"


@dataclass(frozen=True)
class Addressee:
    """One who may be written to; `contact` None: the student, whose rights are their own."""

    contact: UUID | None
    name: str
    kind: str


@dataclass(frozen=True)
class WritingTo:
    """All of them, by name, under this entry."""

    student: UUID
    student_name: str
    decision: Decision
    addressees: tuple[Addressee, ...]
    entry: UUID


@durable_transaction
def whom_to_write_to(student_id: UUID, *, by: SignedIn, at: datetime) -> WritingTo | Refused:
    """Who of a student's people may be written to today; for the office alone. Raises Missing."""
    if by.account.employee_id is None:
        raise Missing
    case = asked(student_id, by, district_day(at))
    decision = counsel.decide(case.question(Action.INSPECT, KIND))
    if not decision.granted:
        return refuse(case, decision, by, at, part=KIND.value)
    found = _own(case) + _family(case)
    event = ledger.event(
        Act.CONTACTS_LISTED, student=student_id, part=KIND.value, by=by.acting_as(case.role(KIND)),
        purpose=case.purpose().value, decision=decision, at=at,
    )  # fmt: skip
    entry = ledger.write(event)
    police_first.asked_about(case.student, decision, police_first.who_asks(by), entry, at)
    return WritingTo(student_id, case.student.name, of_a_look(decision), found, entry)


def _own(case: Asked) -> tuple[Addressee, ...]:
    of_age = case.student.emancipated or (case.student.age is not None and case.student.age >= ADULT)
    return (Addressee(None, case.student.name, STUDENT),) if of_age else ()


def _family(case: Asked) -> tuple[Addressee, ...]:
    sees = rights.inspections(case.student.id, on=case.on)
    people = queries.related(case.student.id, on=case.on)
    return tuple(Addressee(it.contact, it.name, it.kind) for it in people if sees[it.contact].granted)
