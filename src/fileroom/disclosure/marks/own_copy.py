"""A copy that an employee takes away for their own work, at a page or by a program's token: of what may show a family's
status it goes with a reason, as a copy for somebody outside does.

The law lets them see it, so that nobody else has to look; a page that only shows a record asks nothing. A program does
not look: what it is given lies in another system from then on, so fields that it reads are a copy too. What may tell by
its text, a transcript, is read by whoever takes it. A reason serves that account, record and purpose for the day; in an
emergency none is asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Max

from fileroom.disclosure import parties, police_first
from fileroom.disclosure.facts import Asked
from fileroom.disclosure.limits import of_a_look
from fileroom.disclosure.marks.before import Before
from fileroom.disclosure.marks.standing import of_record
from fileroom.disclosure.models import MarkedCopy
from fileroom.disclosure.shown import Recipient
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.law.facts import Purpose, RecordKind
from fileroom.law.marks import Step
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import Refused
from fileroom.people.signed_in import SignedIn
from fileroom.records.models import Record, Version

if TYPE_CHECKING:
    from fileroom.disclosure.services import Listed

UNLOOKED = "unlooked"  # as of a copy for somebody outside (disclosure.releasing)


@dataclass(frozen=True)
class Unreasoned(Refused):
    """The law lets them take it, and why is not written down yet. Nothing was opened. `lacks`: what is to be done."""

    record: Listed
    student: UUID
    student_name: str
    before: Before
    lacks: str


def before(
    record: Record, version: Version, purpose: Purpose, *, copy: bool, by: SignedIn, on: date
) -> Before | None:  # fmt: skip
    """What comes before this copy goes, of an answer that grants it. None: nothing. Part of the open transaction."""
    takes = copy or (by.is_program and version.form == Version.Form.STRUCTURED)
    if not takes or by.account.employee_id is None or purpose is Purpose.HEALTH_OR_SAFETY_EMERGENCY:
        return None
    standing = of_record(record.id, record.item)
    if standing is None or not standing.always:
        return None
    whom = parties.digest(record.id, by.account.id, purpose, "own", to=Recipient(""), shown=None)
    said = MarkedCopy.objects.filter(record=record.id, asked_by=by.account.id, step=Step.REASON.value, whom=whom)
    last = said.aggregate(at=Max("asked_at"))["at"]
    return None if last is not None and district_day(last) == on else Before(standing.mark, Step.REASON, whom)


def put_off(
    record: Listed, it: Before, lacks: str, case: Asked, decision: Decision, by: SignedIn, at: datetime,
    purpose: Purpose | None,
) -> Unreasoned:  # fmt: skip
    """Note under seal that somebody asked for it, for the line tells that the record is marked; nothing is opened."""
    event = ledger.event(
        Act.DISCLOSURE_ANSWERED, student=case.student.id, record=record.id, part=record.item.code,
        by=by.acting_as(case.role(RecordKind(record.item.code), purpose)), purpose=(purpose or case.purpose()).value,
        outcome=UNLOOKED, decision=decision, sealed=True, at=at,
    )  # fmt: skip
    entry = ledger.write(event)
    police_first.asked_about(case.student, decision, police_first.who_asks(by), entry, at)
    return Unreasoned(of_a_look(decision), entry, record, case.student.id, case.student.name, it, lacks)
