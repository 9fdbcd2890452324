"""A course is taken here, and certified on paper. Anybody may take any of them: no law refuses a training."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import PACIFIC, district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.letters import KINDS, Letterhead
from fileroom.letters.setting import spoken_day
from fileroom.people.answers import FormUsed, Missing, Refused
from fileroom.people.keepers import keeper_facts
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.delegations.designees import Programme, may_act
from fileroom.programmes.models import TrainingCompletion
from fileroom.programmes.training.courses import BY_ID, COURSES, Course, Rhythm
from fileroom.programmes.training.facts import alone_with
from fileroom.programmes.training.noting import Noting, Told, note
from fileroom.programmes.training.owing import counts
from fileroom.records import issuing
from fileroom.records.issuing import Draft, Issued
from fileroom.records.models import Letter

KIND = "training_certificate"


@dataclass(frozen=True)
class Passed:
    """All answers are right: it is completed, and counts until this day."""

    completion: UUID
    until_on: date


@dataclass(frozen=True)
class NotYet:
    """Not all are right: which are, in the order of the questions. Nothing is kept of it."""

    right: tuple[bool, ...]


def course_of(course_id: UUID) -> Course:
    """The course of this id. Raises Missing."""
    if course_id not in BY_ID:
        raise Missing
    return BY_ID[course_id]


def complete(
    once: UUID, course_id: UUID, answers: Sequence[int], *, rhythm: Rhythm, by: SignedIn, at: datetime
) -> Passed | NotYet | Refused:
    """Answer a course's questions. `once`: the id the completion will have; the second post with it is the same act.

    Raises Missing (no such course, no employee), FormUsed, and ValidationError (a question without an answer).
    """
    course = course_of(course_id)
    if by.account.employee_id is None:
        raise Missing
    try:
        right = course.marks(answers)
    except ValueError:
        raise ValidationError("Answer every question. You can change an answer until all are right.") from None
    if not all(right):
        return NotYet(right)
    return _complete(once, course, rhythm, by, at)


@durable_transaction
def _complete(once: UUID, course: Course, rhythm: Rhythm, by: SignedIn, at: datetime) -> Passed | Refused:
    employee, on = by.account.employee_id, district_day(at)
    decision, role = counts(course, None, on=on), keeper_facts(by.account, on).role
    if decision is not None and not decision.granted:
        said = ledger.event(Act.TRAINING_REFUSED, part=course.name, by=by.acting_as(role), decision=decision, at=at)
        return Refused(decision, ledger.write(said))
    sent = TrainingCompletion.objects.filter(pk=once).first()
    if sent is not None:  # the same form again, also on another day
        if (sent.employee_id, sent.course) != (employee, course.name):
            raise FormUsed
        return Passed(sent.id, sent.until_on)
    assert employee is not None, "complete() has asked"
    noting = Noting("here", by.acting_as(role), by.purpose.value, at, {course.name: decision})
    note([Told(employee, course, on, once)], noting, rhythm)
    row = TrainingCompletion.objects.get(employee_id=employee, course=course.name, version=course.version, passed_on=on)
    return Passed(row.id, row.until_on)


def certify(completion_id: UUID, *, language: str, head: Letterhead, by: SignedIn, at: datetime) -> UUID:
    """The certificate in this language, made once: the id of its letter. Raises Missing, and ValidationError."""
    if language not in KINDS[KIND].words:
        raise ValidationError("Choose one of the languages that the certificate is there in.")
    return _certify(completion_id, language, head, by, at)


@durable_transaction
def _certify(completion_id: UUID, language: str, head: Letterhead, by: SignedIn, at: datetime) -> UUID:
    row = theirs(completion_id, by, at)
    alone_with([row.employee_id])  # two presses at one moment make one paper
    made = Letter.objects.filter(kind=KIND, about=row.id, language=language).first()
    return made.id if made else _issue(row, language, head, by, at).id


def _issue(row: TrainingCompletion, language: str, head: Letterhead, by: SignedIn, at: datetime) -> Issued:
    course = COURSES[row.course]
    facts = {
        "name": f"{row.employee.given} {row.employee.family}",
        "course": course.title_es if language == "es" else course.title,
        "edition": str(row.version),
        "completed_on": _spoken(row.passed_on, language),
        "current_until": _spoken(row.until_on, language),
    }
    draft, role = Draft(KIND, language, facts, about=row.id), keeper_facts(by.account, district_day(at)).role
    return issuing.issue(draft, head=head, by=by, role=role, decision=None, sealed=False, at=at)


def _spoken(day: date, language: str) -> str:
    return spoken_day(datetime.combine(day, time(12), PACIFIC), language)


@durable_transaction
def open_certificate(letter_id: UUID, *, by: SignedIn, at: datetime) -> bytes:
    """The PDF as it was made; that it was opened is noted. Raises Missing."""
    letter = Letter.objects.filter(pk=letter_id, kind=KIND).first()
    if letter is None:
        raise Missing
    theirs(letter.about, by, at)
    role = keeper_facts(by.account, district_day(at)).role
    return issuing.open_again(letter, by=by, role=role, sealed=False, at=at)


@dataclass(frozen=True)
class Completed:
    """A completion, as its page shows it. `mine`: it is of whoever looks; `how`: here, imported, sheet."""

    id: UUID
    name: str
    course: Course
    version: int
    passed_on: date
    until_on: date
    how: str
    mine: bool
    current: bool


def completed(completion_id: UUID, *, by: SignedIn, at: datetime) -> Completed:
    """One completion. Raises Missing."""
    with district_transaction():
        row = theirs(completion_id, by, at)
    course = COURSES[row.course]
    current = row.until_on >= district_day(at) and row.version >= course.oldest
    name, mine = f"{row.employee.given} {row.employee.family}", row.employee_id == by.account.employee_id
    return Completed(row.id, name, course, row.version, row.passed_on, row.until_on, row.how, mine, current)


def theirs(completion_id: UUID, by: SignedIn, at: datetime) -> TrainingCompletion:
    """A completion for whoever it is of, and for the Superintendent's designee. Raises Missing."""
    row = TrainingCompletion.objects.filter(pk=completion_id).select_related("employee").first()
    if row is None or by.account.employee_id is None or row.course not in COURSES:
        raise Missing
    if row.employee_id != by.account.employee_id and not may_act(Programme.TRAINING, by=by, at=at):
        raise Missing
    return row


@dataclass(frozen=True)
class Certificate:
    """A certificate that was made: its code, when, in which language."""

    id: UUID
    code: str
    issued_at: datetime
    language: str


def certificates(completion_id: UUID, *, by: SignedIn, at: datetime) -> list[Certificate]:
    """Those made of one completion. Raises Missing."""
    with district_transaction():
        theirs(completion_id, by, at)
        rows = Letter.objects.filter(kind=KIND, about=completion_id).order_by("issued_at")
        return [Certificate(it.id, it.code, it.issued_at, it.language) for it in rows]
