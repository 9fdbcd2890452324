"""A company's question is answered by the Superintendent or a designee: with the letter, on the family's own signed and
dated request, or with the one answer that confirms nothing, in the same words whoever is named."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError

from fileroom.disclosure import police_first as alert
from fileroom.disclosure.police_first import as_told
from fileroom.duties import queries as open_duties
from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.hosting import durable_transaction
from fileroom.law import Decision, Purpose, default_calendar
from fileroom.law.codes import DutyCode
from fileroom.law.days import district_day
from fileroom.law.facts import ConsentBy, Grade, Paper, PaperKind
from fileroom.ledger.services import Act
from fileroom.letters import Letterhead
from fileroom.letters.setting import spoken_on
from fileroom.people import counsel, leavers, queries, spells
from fileroom.people.answers import Missing
from fileroom.people.calendars import calendar
from fileroom.people.facts import StudentFacts, student_facts
from fileroom.people.models import Student
from fileroom.people.names import called
from fileroom.people.owed import SUPERINTENDENT
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.delegations.designees import Programme, may_act
from fileroom.programmes.models import CompanyQuestion
from fileroom.programmes.vendors import deletions
from fileroom.programmes.vendors.company_questions import ANSWER, COMPANY, ROOM, bare, noted, takes_in
from fileroom.programmes.vendors.deletion_duties import OWN_DELETION, names_counsel, settle
from fileroom.programmes.vendors.deletion_knowing import noted as noted_of
from fileroom.programmes.vendors.deletion_knowing import works_with, works_with_of
from fileroom.programmes.vendors.facts import Asking, asked
from fileroom.programmes.vendors.who import Noted, designee
from fileroom.records import issuing
from fileroom.records.issuing import Draft
from fileroom.records.models import Letter

NOTHING, GIVEN = "company_answer", "nonenrolment"  # kinds of letters
ONCE = "It was answered already. Open the answer again."
NOBODY = "Nobody of this name stands on this file. Read the name from the request once more."
FIND_OUT = "Find that out first. Until somebody knows, confirm nothing: the button below does."
OWN = ("stays_there", "demanded")  # what the district does about its own records
NOT_ENCLOSED = "The company sent no request of the family along. Answer it without one."


@dataclass(frozen=True)
class Request:
    """The family's own request, as the company sent it along. `signer`: the name under it, empty of the former student;
    `checked`: the office has made sure that it is theirs. `ccpa_excluded`: is the data outside the CCPA (None: nobody
    knows); `keeps_official_records`: does the company keep some of the district's?"""

    student: UUID
    signer: str
    signed: bool
    dated: bool
    checked: bool
    ccpa_excluded: bool | None
    keeps_official_records: bool


@dataclass(frozen=True)
class Candidate:
    """A student whom the company may mean, and whose file the reader works with; `enrolled`: or is to be."""

    id: UUID
    name: str
    enrolled: bool


@dataclass(frozen=True)
class Standing:
    """A question as its page shows it. `could_be`: for a designee while it waits, and never for the company. `told`:
    what it was answered, with the paper and its `code`. `own_records`: the district has yet to say whether it has its
    own records there deleted."""

    row: CompanyQuestion
    may_answer: bool
    could_be: tuple[Candidate, ...]
    told: bool
    code: str
    own_records: bool


@dataclass(frozen=True)
class Answered:
    """It is answered by this letter. `decision`: the law's word, as the designee may be told it."""

    letter: UUID
    decision: Decision


@durable_transaction
def standing(question_id: UUID, *, by: SignedIn, at: datetime) -> Standing:
    """A question, for whoever takes such in. Raises Missing."""
    takes_in(by, at)
    row = CompanyQuestion.objects.filter(pk=question_id).first()
    if row is None:
        raise Missing
    answers, told = may_act(Programme.VENDORS, by=by, at=at), _may_be_told(row, by, at)
    letter, could_be = _letter_of(row), _could_be(row, by, at) if answers and not row.answer else ()
    own = told and any(it.rule == OWN_DELETION for it in open_duties.about(ROOM, [row.id], at=at))
    return Standing(row, answers, could_be, told, letter.code if told and letter else "", own)


def _may_be_told(row: CompanyQuestion, by: SignedIn, at: datetime) -> bool:
    """Whoever answered it is, and a designee who works with the student: to anybody else an answer that is a letter, or
    the paper of one that is none, would tell that there is such a student, and that they have left."""
    if not row.answer or not may_act(Programme.VENDORS, by=by, at=at):
        return False
    return row.answered_by == by.account.id or bool(row.student_id and works_with_of([row.student_id], by, at))


def _letter_of(row: CompanyQuestion) -> Letter | None:
    return Letter.objects.filter(pk=row.letter).first() if row.letter else None


def _could_be(row: CompanyQuestion, by: SignedIn, at: datetime) -> tuple[Candidate, ...]:
    found = leavers.named_so(given=row.given, family=row.family, born_on=row.born_on)
    known = [student_facts(it, district_day(at)) for it in sorted(works_with_of(found, by, at))]
    return tuple(Candidate(it.id, it.name, it.enrolled or it.enters_later) for it in known if it)


@durable_transaction
def waiting(*, by: SignedIn, at: datetime) -> tuple[CompanyQuestion, ...]:
    """The questions that wait for their answer, the oldest first. Raises Missing."""
    takes_in(by, at)
    return tuple(CompanyQuestion.objects.filter(answer="").order_by("asked_on", "id"))


@durable_transaction
def answer(question_id: UUID, said: Request | None, *, head: Letterhead, by: SignedIn, at: datetime) -> Answered:
    """Answer it, once. `said` None: nothing of the family's came. Raises Missing and ValidationError."""
    row = CompanyQuestion.objects.select_for_update().filter(pk=question_id).first()
    role, on = designee(by, at), district_day(at)
    if row is None:
        raise Missing
    if row.answer:
        raise ValidationError(ONCE)
    if said and not row.encloses:
        raise ValidationError(NOT_ENCLOSED)
    if said and said.ccpa_excluded is None:
        raise ValidationError({"ccpa": FIND_OUT})
    student, signer, decision = _decided(row, said, by, at)
    gone = spells.gone_since(student.id, on=on) if student and decision.granted else None
    given = gone is not None and not alert.is_owed(decision)
    signed_by = queries.account_names([by.account.id]).get(by.account.id, "")
    if given and student and gone:
        draft = _letter(row, student, head, gone, signed_by)
        decided: Decision | None = decision
    else:
        draft, decided = _nothing(row, signed_by), None
    made = issuing.issue(draft, head=head, by=by, role=role, decision=decided, sealed=False, at=at)
    act = Act.NONENROLMENT_SENT if given else Act.COMPANY_ANSWERED
    entry = noted(act, row.id, student, decision, row.operator, role=role, by=by, at=at)
    if student:
        alert.asked_about(student, decision, alert.SOMEBODY, entry, at)
    row.answer, row.letter = ("letter" if given else "nothing"), made.id
    row.student_id, row.signed_by = student.id if student else None, signer if given else None
    if said:
        row.ccpa_excluded, row.keeps_official_records = said.ccpa_excluded, said.keeps_official_records
    row.answered_at, row.answered_by = at, by.account.id
    row.save()
    duties.discharge(ROOM, row.id, Over(by.account.id, entry, at), rule=ANSWER)
    if said and student and not given and names_counsel(decision) and said.checked and said.signed and said.dated:
        _counsel_reads(row, said, student, signer, decision, role, by, at)
    if given and student and any(it.code == DutyCode.DECIDE_OWN_DELETION for it in decision.duties):
        own = Owed(OWN_DELETION, ROOM, row.id, at, office=SUPERINTENDENT, student=student.id)
        duties.owe([own], calendar=calendar() or default_calendar(), caused_by=entry)
    return Answered(made.id, as_told(decision, shut=False))


def _counsel_reads(
    row: CompanyQuestion, said: Request, student: StudentFacts, signer: UUID | None, decision: Decision, role: str,
    by: SignedIn, at: datetime,
) -> None:  # fmt: skip
    """The company is told nothing, as of anybody; the family's request that it sent along waits for counsel as if it
    had come to the office, and is refused by nobody in silence."""
    taken, of = uuid4(), Student.objects.get(pk=student.id)
    asking = Asking(signer, True, said.ccpa_excluded, said.keeps_official_records)
    named = called(of, row.given, row.family)
    asked_for = deletions.Request(of.id, asking, row.operator, row.asked_on, "en", False, named)
    entry = noted_of(Act.NONENROLMENT_REFUSED, of.id, taken, role, by, at, decision=decision)
    settle(deletions.keep(taken, asked_for, entry, by, at), decision, entry=entry, at=at)


def _decided(
    row: CompanyQuestion, said: Request | None, by: SignedIn, at: datetime
) -> tuple[StudentFacts | None, UUID | None, Decision]:
    """The student, who has signed, and the law's answer. It is asked of the family first, as whoever they are to the
    child, and then of the company with their paper."""
    on = district_day(at)
    if said is None:
        student = student_facts(row.student_id, on) if row.student_id else None
        return student, None, counsel.decide(bare(student, on))
    if said.student not in leavers.named_so(given=row.given, family=row.family, born_on=row.born_on):
        raise Missing
    works_with(said.student, by, at)
    signer = leavers.contact_named(said.student, said.signer) if said.signer.strip() else None
    if said.signer.strip() and signer is None:
        raise ValidationError({"signer": NOBODY})
    student, question = asked(
        said.student, Asking(signer, said.checked, said.ccpa_excluded, said.keeps_official_records), on
    )
    paper = Paper(PaperKind.DELETION_REQUEST, by=_whose(signer, student), signed=said.signed, dated=said.dated)
    decision = counsel.decide(replace(question, papers=(paper,)))
    if decision.granted:
        decision = counsel.decide(replace(question, requester=COMPANY, papers=(paper,)))
    return student, signer, decision


def _whose(signer: UUID | None, student: StudentFacts) -> ConsentBy:
    if signer is None:
        return ConsentBy.ADULT_STUDENT
    return ConsentBy.RIGHTS_HOLDER if student.grade == Grade.PRESCHOOL else ConsentBy.PARENT_WITH_CUSTODY


def _letter(row: CompanyQuestion, student: StudentFacts, head: Letterhead, gone: date, signer: str) -> Draft:
    """It bears the one name of the student's under which the company has asked."""
    named = called(Student.objects.get(pk=student.id), row.given, row.family)
    facts = {
        "student": named, "district": head.district, "since": spoken_on(gone + timedelta(days=1), "en"),
        "signer": signer,
    }  # fmt: skip
    return Draft(
        GIVEN, "en", facts, about=row.id, student=student.id, addressed=(row.operator, row.answer_to),
        purpose=Purpose.OPERATOR_DELETION,
    )  # fmt: skip


def _nothing(row: CompanyQuestion, signer: str) -> Draft:
    """It holds nothing of whom the company names: two such answers differ in company, day and code alone."""
    facts = {"asked_on": spoken_on(row.asked_on, "en"), "signer": signer}
    return Draft(
        NOTHING, "en", facts, about=row.id, addressed=(row.operator, row.answer_to), purpose=Purpose.OPERATOR_DELETION
    )


@durable_transaction
def decide_own(question_id: UUID, how: str, *, by: SignedIn, at: datetime) -> Noted:
    """The district leaves its own official records at the company, or has demanded them. Raises Missing."""
    role = designee(by, at)
    row = CompanyQuestion.objects.select_for_update().filter(pk=question_id).first()
    if row is None or row.student_id is None or how not in OWN or not _may_be_told(row, by, at):
        raise Missing
    entry = noted_of(Act.NONENROLMENT_DECIDED, row.student_id, row.id, role, by, at, part=how)
    if not duties.discharge(ROOM, row.id, Over(by.account.id, entry, at), rule=OWN_DELETION):
        raise Missing
    return Noted(row.id, entry)


@durable_transaction
def open_answer(question_id: UUID, *, by: SignedIn, at: datetime) -> bytes:
    """The PDF of the answer, as it was made, for a designee; a letter, if the law gives it on this day too. Raises
    Missing."""
    role, row = designee(by, at), CompanyQuestion.objects.filter(pk=question_id).first()
    if row is None or row.letter is None or not _may_be_told(row, by, at):
        raise Missing
    if row.answer == CompanyQuestion.Answer.LETTER:
        assert row.student_id is not None, "the constraint has it"
        asking = Asking(row.signed_by, True, row.ccpa_excluded, row.keeps_official_records)
        _, question = asked(row.student_id, asking, district_day(at), taken=True)
        works_with(row.student_id, by, at)
        decision = counsel.decide(question)
        if not decision.granted or alert.is_owed(decision):
            raise Missing
    letter = Letter.objects.get(pk=row.letter)
    return issuing.open_again(letter, by=by, role=role, sealed=False, at=at, purpose=Purpose.OPERATOR_DELETION)
