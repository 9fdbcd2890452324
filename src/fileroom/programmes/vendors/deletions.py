"""The enrolment-end letter: asked for at the office, issued by the Superintendent or a designee, who asks the law anew.

It says who, which district, and not enrolled since which day; no reason, no new school, no address.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import Decision, Purpose, Question, RequesterKind, default_calendar
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Record, RecordKind, Requester
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.letters import KINDS, Letterhead
from fileroom.letters.setting import spoken_on
from fileroom.people import counsel, queries
from fileroom.people.answers import FormUsed, Missing, Refused
from fileroom.people.calendars import calendar
from fileroom.people.designators import designator_facts
from fileroom.people.facts import Touch, requester_facts, student_facts
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import DeletionRequest
from fileroom.programmes.vendors.facts import Asking, asked
from fileroom.records import issuing
from fileroom.records.issuing import Draft, Issued
from fileroom.records.models import Letter

KIND, ROOM, PART = "nonenrolment", "deletions", "enrolment_end"
RULE = "programmes.operators_requests.issue_letter"
EARLIEST = date(2000, 1, 1)


@dataclass(frozen=True)
class Request:
    """What the family asks: of which company, since when, in which language the letter is to be."""

    student: UUID
    asking: Asking
    operator: str
    asked_on: date
    language: str


@dataclass(frozen=True)
class Taken:
    """The request is taken, and waits for the Superintendent or a designee."""

    id: UUID
    entry: UUID


@dataclass(frozen=True)
class Standing:
    """A request as its page shows it. `letter`: the code and the day of the letter; None: it waits."""

    id: UUID
    student: UUID
    student_name: str
    asked_by: str
    operator: str
    asked_on: date
    code: str
    issued_at: datetime | None
    letter: UUID | None


def ask(id_: UUID, of: Request, *, by: SignedIn, at: datetime) -> Taken | Refused:
    """Take a family's request, where the law gives them the letter; it is issued by another act.

    Raises Missing (no such student, or none whose file this employee works with), FormUsed and ValidationError.
    """
    if not of.operator.strip():
        raise ValidationError({"operator": "Write the name of the company."})
    if not EARLIEST <= of.asked_on <= district_day(at):
        raise ValidationError({"asked_on": "Say the day on which the family asked."})
    if of.language not in KINDS[KIND].words:
        raise ValidationError({"language": "Choose one of the languages that the letter is there in."})
    answer = _ask(id_, of, by, at)
    if answer is None:
        raise Missing
    return answer


@durable_transaction
def _ask(id_: UUID, of: Request, by: SignedIn, at: datetime) -> Taken | Refused | None:
    role = _works_with(of.student, by, at)
    if before := DeletionRequest.objects.filter(pk=id_).first():
        if (before.student_id, before.operator, before.entered_by) != (of.student, of.operator, by.account.id):
            raise FormUsed
        return Taken(id_, before.entry)
    _, question = asked(of.student, of.asking, district_day(at))
    decision = counsel.decide(question)
    if not decision.granted:
        return Refused(decision, _noted(Act.NONENROLMENT_REFUSED, of.student, id_, decision, role, by, at))
    entry = _noted(Act.NONENROLMENT_ASKED, of.student, id_, decision, role, by, at)
    DeletionRequest.objects.create(
        id=id_, student_id=of.student, asked_by=of.asking.asked_by, operator=of.operator.strip(),
        asked_on=of.asked_on, language=of.language, ccpa_excluded=of.asking.ccpa_excluded,
        keeps_official_records=of.asking.keeps_official_records, entered_at=at, entered_by=by.account.id, entry=entry,
    )  # fmt: skip
    owed = Owed(RULE, ROOM, id_, at, office="superintendent", student=of.student)
    duties.owe([owed], calendar=calendar() or default_calendar(), caused_by=entry)
    return Taken(id_, entry)


def issue(request_id: UUID, *, head: Letterhead, by: SignedIn, at: datetime) -> Issued | Refused:
    """Issue the letter, if the law still gives it today. Raises Missing, and ValidationError for a second one."""
    answer = _issue(request_id, head, by, at)
    if answer is None:
        raise Missing
    return answer


@durable_transaction
def _issue(request_id: UUID, head: Letterhead, by: SignedIn, at: datetime) -> Issued | Refused | None:
    row = DeletionRequest.objects.select_for_update().filter(pk=request_id).first()
    if row is None:
        raise Missing
    role = _works_with(row.student_id, by, at)
    if row.letter is not None:
        raise ValidationError("The letter was issued already. Open it again.")
    on = district_day(at)
    student, question = asked(row.student_id, _asking(row), on)
    staff = designator_facts(by.account, on)
    decision = counsel.decide(question) if staff.designated else counsel.decide(_by_staff(question, staff.kind))
    if not decision.granted:
        return Refused(decision, _noted(Act.NONENROLMENT_REFUSED, row.student_id, row.id, decision, role, by, at))
    gone = queries.gone_since(row.student_id, on=on)
    if gone is None:
        raise Missing
    names = queries.account_names([by.account.id])
    facts = {
        "student": student.name,
        "district": head.district,
        "since": spoken_on(gone + timedelta(days=1), row.language),  # the first day on which they were not
        "signer": names.get(by.account.id, ""),
    }
    draft = Draft(KIND, row.language, facts, about=row.id, student=row.student_id, to=row.asked_by)
    made = issuing.issue(draft, head=head, by=by, role=role, decision=decision, sealed=False, at=at)
    row.letter, row.issued_at, row.issued_by = made.id, at, by.account.id
    row.save(update_fields=["letter", "issued_at", "issued_by"])
    duties.discharge(ROOM, row.id, Over(by.account.id, made.entry, at), rule=RULE)
    return made


def standing(request_id: UUID, *, by: SignedIn, at: datetime) -> Standing:
    """A request, for whoever works with the student's file. Raises Missing."""
    with district_transaction():
        row = DeletionRequest.objects.filter(pk=request_id).first()
        if row is None:
            raise Missing
        _works_with(row.student_id, by, at)
        named = queries.named(row.student_id, on=district_day(at))
        letter = Letter.objects.filter(pk=row.letter).first() if row.letter else None
        on_file = {it.contact: it.name for it in queries.related(row.student_id, on=district_day(at))}
        return Standing(
            row.id, row.student_id, named.name if named else "", on_file.get(row.asked_by or row.id, ""), row.operator,
            row.asked_on, letter.code if letter else "", row.issued_at, row.letter,
        )  # fmt: skip


@durable_transaction
def open_letter(request_id: UUID, *, by: SignedIn, at: datetime) -> bytes:
    """The letter as it was issued; that it was opened is noted. Raises Missing."""
    row = DeletionRequest.objects.filter(pk=request_id).first()
    if row is None or row.letter is None:
        raise Missing
    role = _works_with(row.student_id, by, at)
    return issuing.open_again(Letter.objects.get(pk=row.letter), by=by, role=role, sealed=False, at=at)


def student_of(request_id: UUID) -> UUID | None:
    """The student whom the request is about; None: there is no such request."""
    with district_transaction():
        return DeletionRequest.objects.filter(pk=request_id).values_list("student_id", flat=True).first()


def _works_with(student_id: UUID, by: SignedIn, at: datetime) -> str:
    """The role in which this employee works with the student's file. Raises Missing."""
    on = district_day(at)
    student = student_facts(student_id, on, Touch.LOOKS)
    if student is None:
        raise Missing
    who = requester_facts(by.account, student, on)
    if not who.has_student or who.restrained_from_records is not False:
        raise Missing
    return who.role


def _asking(row: DeletionRequest) -> Asking:
    """The request as it was taken: the office had seen who asks."""
    return Asking(row.asked_by, True, row.ccpa_excluded, row.keeps_official_records)


def _by_staff(question: Question, kind: str) -> Question:
    """The question of an employee who would issue it and is nobody's designee: the law says who does."""
    return Question(
        on=question.on, action=Action.CERTIFY_NONENROLMENT, purpose=Purpose.OPERATOR_DELETION,
        requester=Requester(kind=RequesterKind(kind), designated=False), student=question.student,
        record=Record(kind=RecordKind.ENROLMENT_STATUS), papers=(), orders=(),
    )  # fmt: skip


def _noted(act: Act, student: UUID, request: UUID, decision: Decision, role: str, by: SignedIn, at: datetime) -> UUID:
    """Under seal where the answer is silent: the open list tells nobody of an order."""
    event = ledger.event(
        act, student=student, record=request, part=PART, by=by.acting_as(role), decision=decision,
        purpose=Purpose.OPERATOR_DELETION.value, sealed=decision.silent or decision.sealed, at=at,
    )  # fmt: skip
    return ledger.write(event)
