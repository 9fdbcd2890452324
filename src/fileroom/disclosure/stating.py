"""Stating what a file is opened for: which purposes the published criteria leave to this person, and the statement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.disclosure.facts import asked, shelved
from fileroom.disclosure.log import Looked
from fileroom.disclosure.services import Inspected, Opened, refuse
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.criteria import purposes_of
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Purpose, RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel
from fileroom.people.answers import Missing
from fileroom.people.signed_in import SignedIn


@dataclass(frozen=True)
class Stated:
    """One purpose this person may state for this student. `chosen`: it is the one stated now."""

    code: str
    words: str
    chosen: bool


def choices(seen: Inspected | Looked | Opened, *, by: SignedIn, at: datetime) -> tuple[Stated, ...]:
    """The purposes that the published criteria leave to whoever was just let in, by what they are to this student.

    Whether one may be stated is decided anew by `state`; here the page's line asks no table a second time.
    """
    offered = purposes_of(seen.offices, on=district_day(at))
    return tuple(Stated(it.value, words, it is by.stated) for it, words in offered.items())


def state(student_id: UUID, code: str, *, by: SignedIn, at: datetime) -> Purpose:
    """State what the file is opened for from now on; the ledger notes it. Nothing is opened by it.

    Raises Missing (no such student, or not one this account serves) and ValidationError (not for it to state).
    """
    purpose = _state(student_id, code, by, at)
    if purpose is None:
        raise Missing
    return purpose


@durable_transaction
def _state(student_id: UUID, code: str, by: SignedIn, at: datetime) -> Purpose | None:
    """None where the file is not this employee's work, or closed to them in silence: the try's entry is committed."""
    on = district_day(at)
    case = asked(student_id, by, on)
    if by.account.employee_id is None:
        raise Missing  # a family owes no reason, and no page asks it for one
    opens = counsel.decide(case.question(Action.INSPECT, RecordKind.CUMULATIVE_FILE))
    if not case.requester.offices or opens.silent:
        refuse(case, opens, by, at, part="file")
        return None
    purpose = next((it for it in purposes_of(case.requester.offices, on=on) if it.value == code), None)
    if purpose is None:
        raise ValidationError({"purpose": "That is not a purpose the published criteria leave to your work."})
    role = case.role(RecordKind.CUMULATIVE_FILE, purpose)
    event = ledger.event(
        Act.PURPOSE_STATED, student=student_id, part="file", by=by.acting_as(role), purpose=purpose.value, at=at
    )
    ledger.write(event)
    return purpose


def student_of(record_id: UUID) -> UUID:
    """The student whose record it is, for the purpose stated for that student. Raises Missing."""
    with district_transaction():
        return shelved(record_id)[0].student_id
