"""Sensitive records stay shut to staff without a current training, after the district's days of grace (decision 0070).

It is no law: the law has let them in before, and its answer stands. What is lacking is a step, and whoever cannot take
it now opens the record anyway, with a reason that the custodian of records reads on the next business day.

Never shut is what minutes may hang on, to whomever the law lets see it: the emergency card, and health information, in
which a plan for an emergency is not told apart. Nor, to whoever serves that student (decision 0086), special education:
an IEP and a plan under Section 504 lie there, and are theirs to carry out. Nor a court's order: who keeps it obeys it.
And the gate stands before one's own look alone: what a family or anybody else has a right to receive does not wait for
a clerk's course.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from fileroom.disclosure import police_first
from fileroom.disclosure.facts import Asked
from fileroom.disclosure.limits import of_a_look
from fileroom.disclosure.models import OpenedAnyway
from fileroom.law import Decision
from fileroom.law.facts import Purpose, RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import trained
from fileroom.people.answers import Refused
from fileroom.people.signed_in import SignedIn
from fileroom.people.trained import Wanting

if TYPE_CHECKING:
    from fileroom.disclosure.services import Listed
    from fileroom.records.models import Record

INFORMATION, SPECIAL_EDUCATION = "student_information", "special_education_records"
# By item of the catalogue, the course in which a current training is asked for.
COURSE_OF: Mapping[str, str] = {
    "behaviour_report": INFORMATION,
    "counsellor_or_teacher_rating": INFORMATION,
    "disciplinary_notice": INFORMATION,
    "discipline": INFORMATION,
    "expulsion_file": INFORMATION,
    "language_training": INFORMATION,
    "place_of_birth": INFORMATION,
    "rejoinder": INFORMATION,
    "special_education": SPECIAL_EDUCATION,
}
# Open to those who serve that student, trained or not.
THEIRS_WHO_SERVE = frozenset({"special_education"})
# Open to whomever the law lets see it: on these a life may hang, or somebody's safety.
NEVER_SHUT = frozenset({"contact_and_household", "court_order", "health"})
LACKING = "training_lacking"


@dataclass(frozen=True)
class Untrained(Refused):
    """The law lets them see it, and a training is lacking first. Nothing was opened. `course`: its name."""

    record: Listed
    student: UUID
    student_name: str
    course: str
    until_on: date | None


def lacking(case: Asked, record: Record, by: SignedIn, at: datetime) -> Wanting | None:
    """The training without which this record stays shut to this employee today, unless they have opened it anyway."""
    course, employee = COURSE_OF.get(record.item), by.account.employee_id
    if course is None or employee is None or (record.item in THEIRS_WHO_SERVE and serves(case)):
        return None
    wanting = trained.wanting(employee, course, case.on)
    return None if wanting is None or anyway_today(record.id, by, case.on) else wanting


def serves(case: Asked) -> bool:
    """Do they serve that student, and not only the school: by a section, a grade, the student alone; or by a whole
    school's caseload in an office whose work is each of its students (law/offices.toml)?"""
    return bool(case.requester.of_this_one)


def anyway_today(record: UUID, by: SignedIn, on: date) -> bool:
    """Has this account given its reason for this record today?"""
    return OpenedAnyway.objects.filter(account=by.account.id, record=record, on=on).exists()


def put_off(
    record: Listed, it: Wanting, case: Asked, decision: Decision, by: SignedIn, at: datetime, purpose: Purpose | None
) -> Untrained:
    """Note that somebody asked for it; nothing is opened."""
    event = ledger.event(
        Act.DISCLOSURE_PUT_OFF, student=case.student.id, record=record.id, part=record.item.code,
        by=by.acting_as(case.role(RecordKind(record.item.code), purpose)), purpose=(purpose or case.purpose()).value,
        outcome=LACKING, decision=decision, at=at,
    )  # fmt: skip
    told, entry = of_a_look(decision), ledger.write(event)
    police_first.asked_about(case.student, decision, police_first.who_asks(by), entry, at)
    return Untrained(told, entry, record, case.student.id, case.student.name, it.course, it.until_on)
