"""The enrolment-end letter: asked for at the office, issued by the Superintendent or a designee, who asks the law anew.

It says who, which district, and not enrolled since which day; no reason, no new school, no address.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.disclosure import parties
from fileroom.disclosure.police_first import as_told
from fileroom.disclosure.shown import Recipient
from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law import Purpose, Question, RequesterKind
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Record, RecordKind, Requester
from fileroom.ledger.services import Act
from fileroom.letters import KINDS, Letterhead
from fileroom.letters.setting import spoken_on
from fileroom.people import counsel, leavers, queries, spells
from fileroom.people.answers import FormUsed, Missing, Refused
from fileroom.people.models import Student
from fileroom.people.names import student_names
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.delegations.designees import Programme, acting
from fileroom.programmes.models import DeletionRequest
from fileroom.programmes.vendors.deletion_duties import (
    ISSUE,
    POLICE_FIRST,
    READ_BY_COUNSEL,
    ROOM,
    names_counsel,
    settle,
)
from fileroom.programmes.vendors.deletion_knowing import about, name_of, noted, police_first, police_hear, works_with
from fileroom.programmes.vendors.facts import Asking, asked
from fileroom.records import issuing
from fileroom.records.issuing import Draft, Issued

KIND = "nonenrolment"
EARLIEST = date(2000, 1, 1)
OVER_ALREADY = "The letter was issued already. Open it again."
TELL_FIRST = "Tell the police who reported the child missing first, and note it here. Say nothing to whoever asked."
WHICH_NAME = "Ask which name the account bears, and choose it."
CLOSED_ALREADY = "This request was closed without a letter. Take a new one."


@dataclass(frozen=True)
class Request:
    """What the family asks: of which company, since when, in which language the letter is to be. `by_preferred_name`:
    the account there bears the name that the student goes by, and not the legal one; None: nobody was asked yet.
    `known_as`: the company has sent the request along, and asked under this name."""

    student: UUID
    asking: Asking
    operator: str
    asked_on: date
    language: str
    by_preferred_name: bool | None = None
    known_as: str = ""


@dataclass(frozen=True)
class Taken:
    """The request is taken, and waits for the Superintendent or a designee."""

    id: UUID
    entry: UUID


@dataclass(frozen=True)
class Brought:
    """Whom the family names at the office of the last school, and as whom they ask: nothing is looked up for them.

    `asked_by` empty: the former student.
    """

    given: str
    family: str
    born_on: date
    asked_by: str


def _has_two_names(student_id: UUID) -> bool:
    """Does the student go by another name than the legal one, so that the family says which one an account bears?"""
    goes_by, legal = student_names(Student.objects.get(pk=student_id))
    return goes_by != legal


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
    return _ask(id_, of, by, at)


@durable_transaction
def find_leaver(who: Brought, *, by: SignedIn, at: datetime) -> tuple[UUID, UUID | None]:
    """The former student whom the family names, and who of their people asks. Raises Missing where either is not on
    file here: the two are answered alike."""
    on = district_day(at)
    student = leavers.found_leaver(by.account, given=who.given, family=who.family, born_on=who.born_on, on=on)
    if student is None:
        raise Missing
    if not who.asked_by.strip():
        return student, None
    contact = leavers.contact_named(student, who.asked_by)
    if contact is None:
        raise Missing
    return student, contact


@durable_transaction
def _ask(id_: UUID, of: Request, by: SignedIn, at: datetime) -> Taken | Refused:
    role = works_with(of.student, by, at)
    if not _has_two_names(of.student):
        of = replace(of, by_preferred_name=False)
    student, question = asked(of.student, of.asking, district_day(at))
    decision = counsel.decide(question)
    told = as_told(decision, shut=False)

    def again() -> Taken | Refused | None:
        before = DeletionRequest.objects.filter(pk=id_).first()
        if before is None:
            return None
        if not _is_the_same(before, of) or before.entered_by != by.account.id:
            raise FormUsed
        return Taken(id_, before.entry) if decision.granted else Refused(told, before.entry)

    def act() -> Taken | Refused:
        if decision.granted and of.by_preferred_name is None:  # whoever is refused learns of no second name
            raise ValidationError({"account_name": WHICH_NAME})
        done = Act.NONENROLMENT_ASKED if decision.granted else Act.NONENROLMENT_REFUSED
        entry = noted(done, of.student, id_, role, by, at, decision=decision)
        if decision.granted or names_counsel(decision):
            settle(keep(id_, of, entry, by, at), decision, entry=entry, at=at)
        police_hear(student, of.asking.asked_by, decision, entry, at)
        return Taken(id_, entry) if decision.granted else Refused(told, entry)

    return act_once(again, act)


def keep(id_: UUID, of: Request, entry: UUID, by: SignedIn, at: datetime) -> DeletionRequest:
    """Keep it, taken under this entry. Part of the open transaction."""
    return DeletionRequest.objects.create(
        id=id_, student_id=of.student, asked_by=of.asking.asked_by, operator=of.operator.strip(),
        asked_on=of.asked_on, language=of.language, ccpa_excluded=of.asking.ccpa_excluded,
        keeps_official_records=of.asking.keeps_official_records, by_preferred_name=of.by_preferred_name,
        known_as=of.known_as, entered_at=at, entered_by=by.account.id, entry=entry,
    )  # fmt: skip


def _is_the_same(row: DeletionRequest, of: Request) -> bool:
    """Was the row taken with what is sent now? Who was not seen is not taken; and of which name nobody had said,
    whoever issued the letter may have said it since."""
    asking = Asking(row.asked_by, True, row.ccpa_excluded, row.keeps_official_records)
    name = None if of.by_preferred_name is None else row.by_preferred_name
    return Request(row.student_id, asking, row.operator, row.asked_on, row.language, name) == of


@durable_transaction
def issue(
    request_id: UUID, *, preferred: bool | None = None, head: Letterhead, by: SignedIn, at: datetime
) -> Issued | Refused:
    """Issue the letter, if the law still gives it today. `preferred`: where nobody was asked yet, whether the account
    bears the name that the student goes by. Raises Missing, and ValidationError for a second one, while the police are
    to be told first, or while nobody has said which name the account bears."""
    row = DeletionRequest.objects.select_for_update().filter(pk=request_id).first()
    if row is None:
        raise Missing
    role = works_with(row.student_id, by, at)
    if row.letter is not None or row.closed_why:
        raise ValidationError(CLOSED_ALREADY if row.closed_why else OVER_ALREADY)
    on = district_day(at)
    _, question = about(row, on)
    staff = acting(Programme.VENDORS, by=by, at=at)
    decision = counsel.decide(question) if staff.designated else counsel.decide(_by_staff(question, staff.kind))
    gone = spells.gone_since(row.student_id, on=on)
    if not decision.granted or gone is None:
        entry = noted(Act.NONENROLMENT_REFUSED, row.student_id, row.id, role, by, at, decision=decision)
        settle(row, counsel.decide(question), entry=entry, at=at)  # not the presser's: theirs names nothing owed
        return Refused(as_told(decision, shut=False), entry)
    if police_first(row, decision):
        raise ValidationError(TELL_FIRST)
    if row.by_preferred_name is None:
        row.by_preferred_name = preferred
    facts = {
        "student": name_of(row),
        "district": head.district,
        "since": spoken_on(gone + timedelta(days=1), row.language),  # the first day on which they were not
        "signer": queries.account_names([by.account.id]).get(by.account.id, ""),
    }
    draft = Draft(
        KIND, row.language, facts, about=row.id, student=row.student_id, to=row.asked_by,
        purpose=Purpose.OPERATOR_DELETION,
    )  # fmt: skip
    made = issuing.issue(draft, head=head, by=by, role=role, decision=decision, sealed=False, at=at)
    received(row, question, made.entry)
    row.letter, row.issued_at, row.issued_by = made.id, at, by.account.id
    row.save(update_fields=["letter", "issued_at", "issued_by", "by_preferred_name"])
    over = Over(by.account.id, made.entry, at)
    duties.discharge(ROOM, row.id, over, rule=ISSUE)
    for rule in (READ_BY_COUNSEL, POLICE_FIRST):  # the law gives it without counsel now, or the child is found
        duties.let_go(ROOM, row.id, over, rule=rule)
    return made


def received(row: DeletionRequest, question: Question, entry: UUID) -> None:
    """Who was given the letter stands beside its entry (Ed. Code 49064). Part of the open transaction."""
    kind = question.requester.kind or RequesterKind.PUBLIC
    name = queries.contact_name(row.asked_by) if row.asked_by else ""
    parties.keep(entry, Recipient(name), kind.value, None)


def _by_staff(question: Question, kind: str) -> Question:
    """The question of an employee who would issue it and is nobody's designee: the law says who does."""
    return Question(
        on=question.on, action=Action.CERTIFY_NONENROLMENT, purpose=Purpose.OPERATOR_DELETION,
        requester=Requester(kind=RequesterKind(kind), designated=False), student=question.student,
        record=Record(kind=RecordKind.ENROLMENT_STATUS), papers=(), orders=(),
    )  # fmt: skip
