"""Who may know of a family's request, the question it puts to the law on a day, and the entry of what was done."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection.orders.agreeing import agreed_at
from fileroom.disclosure import police_first as alert
from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import district_transaction
from fileroom.law import Decision, Purpose, Question
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import circumstances, leavers
from fileroom.people.answers import Missing
from fileroom.people.bound import newest_order
from fileroom.people.facts import (
    RequesterFacts,
    StudentFacts,
    Touch,
    facts_of_students,
    facts_towards,
    requester_facts,
    student_facts,
)
from fileroom.people.models import Student
from fileroom.people.names import full_name, legal_name
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import DeletionRequest
from fileroom.programmes.vendors.facts import Asking, asked

PART = "enrolment_end"
WHICH_NAME = (
    "Ask whoever asked which name the account with the company bears, and say it at their request when you issue the"
    " letter: it tells the company no other."
)


def student_of(request_id: UUID) -> UUID | None:
    """The student whom the request is about; None: there is no such request."""
    with district_transaction():
        return DeletionRequest.objects.filter(pk=request_id).values_list("student_id", flat=True).first()


def works_with(student_id: UUID, by: SignedIn, at: datetime) -> str:
    """The role in which this employee works with the student's file, or keeps it since they left. Raises Missing."""
    on = district_day(at)
    student = student_facts(student_id, on, Touch.LOOKS)
    if student is None:
        raise Missing
    who = requester_facts(by.account, student, on)
    if not _is_free(who):
        raise Missing
    role = who.role if who.has_student else leavers.keeps_file_of(by.account, student_id, on=on)
    if role is None:
        raise Missing
    return role


def works_with_of(students: Collection[UUID], by: SignedIn, at: datetime) -> set[UUID]:
    """Of these students those of whom the same holds, for a list. Part of the open transaction."""
    on = district_day(at)
    found = facts_of_students(students, on)
    free = {it: who for it, who in facts_towards(by.account, found.values(), on).items() if _is_free(who)}
    employee = by.account.employee_id
    gone = Student.objects.filter(leavers.files_kept_by(employee, on=on), pk__in=list(free)) if employee else None
    kept = set(gone.values_list("pk", flat=True)) if gone is not None else set()
    return {it for it, who in free.items() if who.has_student or it in kept}


def _is_free(who: RequesterFacts) -> bool:
    return who.restrained_from_records is False


def about(row: DeletionRequest, on: date) -> tuple[StudentFacts, Question]:
    """The student and the question of a request as it was taken: the office had seen who asks."""
    asking = Asking(row.asked_by, True, row.ccpa_excluded, row.keeps_official_records)
    return asked(row.student_id, asking, on, cleared=counsels_word(row), taken=True)


def name_of(row: DeletionRequest) -> str:
    """The name under which the company knows the student: as it has asked itself, or by what the family says of the
    account; else the legal one, and never both. It is told no other. Raises ValidationError where nobody was asked."""
    if row.known_as:
        return row.known_as
    if row.by_preferred_name is None:
        raise ValidationError(WHICH_NAME)
    return full_name(row.student) if row.by_preferred_name else legal_name(row.student)


def counsels_word(row: DeletionRequest) -> bool | None:
    """What counsel said, if every order that stands on the child was there and bound by then: of one that came since,
    or binds since then, they have said nothing. None: no word that holds. Part of the open transaction."""
    said_at, since = row.counsel_at, (newest_order(row.student_id), agreed_at(row.student_id))
    outdated = said_at is not None and any(it is not None and it > said_at for it in since)
    return None if outdated else row.counsel_cleared


def police_first(row: DeletionRequest, decision: Decision) -> bool:
    """Is the child reported missing, and has nobody noted that the police were told of it since? Until then no letter
    goes, and nobody who asks is told why (Ed. Code 49068.6)."""
    if not alert.is_owed(decision):
        return False
    since = circumstances.missing_since(row.student_id)
    return row.police_told_at is None or (since is not None and row.police_told_at < since)


def police_hear(student: StudentFacts, asked_by: UUID | None, decision: Decision, entry: UUID, at: datetime) -> None:
    """The police hear of whoever has asked, a contact or the student, whatever becomes of the request. Part of the open
    transaction."""
    alert.asked_about(student, decision, (asked_by or student.id).hex, entry, at)


def police_have_heard(row: DeletionRequest, over: Over) -> None:
    """They were told of whoever asked for the letter: that is told once, on whichever page. Part of the open
    transaction."""
    duties.discharge(alert.ROOM, row.student_id, over, part=(row.asked_by or row.student_id).hex)


def hides(decision: Decision) -> bool:
    """Is it noted under seal, for the open list would tell of it?"""
    return decision.silent or decision.sealed


def noted(
    act: Act, student: UUID, request: UUID, role: str, by: SignedIn, at: datetime, *, decision: Decision | None = None,
    sealed: bool = False, part: str = PART,
) -> UUID:  # fmt: skip
    """Under seal where the answer is silent: the open list tells nobody of an order."""
    hidden = sealed or (decision is not None and hides(decision))
    event = ledger.event(
        act, student=student, record=request, part=part, by=by.acting_as(role), decision=decision,
        purpose=Purpose.OPERATOR_DELETION.value, sealed=hidden, at=at,
    )  # fmt: skip
    return ledger.write(event)
