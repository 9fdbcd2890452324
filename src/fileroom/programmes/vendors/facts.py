"""Rows in, facts out: what the law asks about whoever would be given the enrolment-end letter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from fileroom.law import Purpose, Question
from fileroom.law.facts import Action, ConsentBy, Other, Paper, PaperKind, Record, RecordKind
from fileroom.people import queries, spells
from fileroom.people.answers import Missing
from fileroom.people.facts import RequesterFacts, StudentFacts, Touch, contact_facts, student_facts
from fileroom.people.questions import question

VERIFIED, CLAIMED = "verified", "claimed"
THE_STUDENT = RequesterFacts("former_student", "former_student", VERIFIED)


@dataclass(frozen=True)
class Asking:
    """Who asks, of the people on file (None: the former student), whether the office has seen who they are, and what is
    known of the company: is this information outside the CCPA, and does it keep the district's official records?"""

    asked_by: UUID | None
    identity_checked: bool
    ccpa_excluded: bool | None
    keeps_official_records: bool


def asked(
    student_id: UUID, asking: Asking, on: date, *, cleared: bool | None = None, taken: bool = False
) -> tuple[StudentFacts, Question]:
    """The student and the question. `cleared`: may it be given, by counsel's word; None: there is none. `taken`: the
    request was taken of one who was on file then, and may be no longer: then the law answers a stranger.

    Raises Missing (no such student, or nobody of the file).
    """
    student = student_facts(student_id, on, Touch.LOOKS)
    stranger = asking.asked_by is not None and not queries.is_contact_of(student_id, asking.asked_by)
    if student is None or (stranger and not taken):
        raise Missing
    of = question(
        Action.CERTIFY_NONENROLMENT,
        Purpose.OPERATOR_DELETION,
        requester=_asker(asking, student, on),
        student=student,
        record=Record(kind=RecordKind.ENROLMENT_STATUS),
        papers=(Paper(PaperKind.DELETION_REQUEST, by=_by(asking), signed=True, dated=True),),
        other=Other(
            ccpa_excluded=asking.ccpa_excluded,
            operator_keeps_official_records=asking.keeps_official_records,
            counsel_cleared=cleared,
        ),
        on=on,
    )
    gone = spells.gone_since(student_id, on=on)
    days = (on - gone).days if gone else None
    return student, replace(of, student=replace(of.student, days_since_left_lea=days))


def _asker(asking: Asking, student: StudentFacts, on: date) -> RequesterFacts:
    identity = VERIFIED if asking.identity_checked else CLAIMED
    if asking.asked_by is None:
        return replace(THE_STUDENT, identity=identity)
    return contact_facts(asking.asked_by, student, identity, on)


def _by(asking: Asking) -> ConsentBy | None:
    return ConsentBy.ADULT_STUDENT if asking.asked_by is None else None
