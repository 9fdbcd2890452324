"""A record that the law opens to a family within limits no page keeps to: the office prepares it.

One answer for every such limit. A limit of an order and an ordinary wait read alike, on the page and in the open log.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from fileroom.disclosure import police_first
from fileroom.disclosure.facts import Asked
from fileroom.disclosure.limits import of_a_look
from fileroom.law import Decision
from fileroom.law.facts import RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import Refused
from fileroom.people.signed_in import SignedIn

if TYPE_CHECKING:
    from fileroom.disclosure.services import Listed

OFFICE_PREPARES = "office_prepares"


@dataclass(frozen=True)
class ByOffice(Refused):
    """It is theirs to see, and a person prepares it first. Nothing was opened."""

    record: Listed
    student: UUID
    student_name: str


def by_office(record: Listed, case: Asked, decision: Decision, by: SignedIn, at: datetime) -> ByOffice:
    """Note that somebody asked for it; the open log has it too, but where the law seals the answer."""
    event = ledger.event(
        Act.DISCLOSURE_ANSWERED,
        student=case.student.id,
        record=record.id,
        part=record.item.code,
        by=by.acting_as(case.role(RecordKind(record.item.code))),
        purpose=case.purpose().value,
        outcome=OFFICE_PREPARES,
        decision=decision,
        at=at,
        sealed=decision.sealed,
    )
    entry = ledger.write(event)
    police_first.asked_about(case.student, decision, police_first.who_asks(by), entry, at)
    return ByOffice(of_a_look(decision), entry, record, case.student.id, case.student.name)
