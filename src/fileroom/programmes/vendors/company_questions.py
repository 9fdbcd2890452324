"""A company asks the district itself whether a student is no longer enrolled: the question comes in.

Whom it names is looked up for the register and for whoever answers, and the company learns nothing of it: neither the
question's page nor its answer is another for a name that nobody here has ever borne.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.disclosure import parties
from fileroom.disclosure import police_first as alert
from fileroom.disclosure.shown import Recipient
from fileroom.duties import services as duties
from fileroom.duties.services import Owed
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law import Decision, Purpose, Question, RequesterKind, default_calendar
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Record, RecordKind, Requester, Standing
from fileroom.law.facts import Student as InLaw
from fileroom.law.offices import OFFICES
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel, leavers
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.calendars import calendar
from fileroom.people.facts import StudentFacts, student_facts
from fileroom.people.owed import SUPERINTENDENT, offices_held
from fileroom.people.questions import subject
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.delegations.designees import Programme, acting
from fileroom.programmes.models import CompanyQuestion
from fileroom.programmes.vendors.who import Noted

ROOM = "company_questions"
ANSWER = "programmes.operators_asking.answer_the_company"
CLOCK = "company_question_answer"
EARLIEST = date(2000, 1, 1)
COMPANY = Requester(kind=RequesterKind.VENDOR, identity=Standing.VERIFIED)
LACKING = {
    "operator": "Write the name of the company.",
    "answer_to": "Write where the company wants its answer.",
    "given": "Write the first name that the company gives.",
    "family": "Write the last name that the company gives.",
}


@dataclass(frozen=True)
class Asked:
    """A company's question as it came. `encloses`: with the family's own request."""

    operator: str
    answer_to: str
    channel: str
    asked_on: date
    given: str
    family: str
    born_on: date | None = None
    encloses: bool = False


def enter(id_: UUID, of: Asked, *, by: SignedIn, at: datetime) -> Noted:
    """Enter it; an answer is owed. Raises Missing (no office that keeps records), FormUsed and ValidationError."""
    said: dict[str, Any] = {name: " ".join(getattr(of, name).split()) for name in LACKING}
    of = replace(of, **said)
    for name, says in LACKING.items():
        if not getattr(of, name):
            raise ValidationError({name: says})
    if of.channel not in CompanyQuestion.Channel.values:
        raise ValidationError({"channel": "Choose how it came."})
    if not EARLIEST <= of.asked_on <= district_day(at):
        raise ValidationError({"asked_on": "Say the day on which it came."})
    return _enter(id_, of, by, at)


@durable_transaction
def _enter(id_: UUID, of: Asked, by: SignedIn, at: datetime) -> Noted:
    role, on = takes_in(by, at), district_day(at)
    found = leavers.named_so(given=of.given, family=of.family, born_on=of.born_on)
    student = student_facts(found[0], on) if len(found) == 1 else None

    def again() -> Noted | None:
        before = CompanyQuestion.objects.filter(pk=id_).first()
        if before is None:
            return None
        if as_asked(before) != of or before.entered_by != by.account.id:
            raise FormUsed
        return Noted(id_, before.entry)

    def act() -> Noted:
        decision = counsel.decide(bare(student, on))
        entry = noted(Act.COMPANY_ASKED, id_, student, decision, of.operator, role=role, by=by, at=at)
        CompanyQuestion.objects.create(
            id=id_, student_id=student.id if student else None, entered_at=at, entered_by=by.account.id, entry=entry,
            **vars(of),
        )  # fmt: skip
        answer = Owed(ANSWER, ROOM, id_, at, office=SUPERINTENDENT, clock=CLOCK)
        duties.owe([answer], calendar=calendar() or default_calendar(), caused_by=entry)
        if student:
            alert.asked_about(student, decision, alert.SOMEBODY, entry, at)
        return Noted(id_, entry)

    return act_once(again, act)


def may_open(*, by: SignedIn, at: datetime) -> bool:
    """Does this account take in what a company asks?"""
    with district_transaction():
        return bool(_takes_in(by, at))


def takes_in(by: SignedIn, at: datetime) -> str:
    """The role in which this employee takes a company's question in: a designee, or an office that keeps records.
    Raises Missing for others."""
    if role := _takes_in(by, at):
        return role
    raise Missing


def _takes_in(by: SignedIn, at: datetime) -> str:
    who = acting(Programme.VENDORS, by=by, at=at)
    if who.designated:
        return who.role
    held = offices_held(by.account.employee_id, on=district_day(at)) if by.account.employee_id else []
    for role, _ in held:
        if role in OFFICES.offices and OFFICES.offices[role].keeps_records:
            return role
    return ""


def bare(student: StudentFacts | None, on: date) -> Question:
    """The question of a company that shows nothing of the family's."""
    return Question(
        on=on, action=Action.CERTIFY_NONENROLMENT, purpose=Purpose.OPERATOR_DELETION, requester=COMPANY,
        student=subject(student) if student else InLaw(), record=Record(kind=RecordKind.ENROLMENT_STATUS),
        papers=(), orders=(),
    )  # fmt: skip


def as_asked(row: CompanyQuestion) -> Asked:
    """What a row was entered with."""
    return Asked(
        row.operator, row.answer_to, row.channel, row.asked_on, row.given, row.family, row.born_on, row.encloses
    )


def noted(
    act: Act, id_: UUID, student: StudentFacts | None, decision: Decision, operator: str, *, role: str, by: SignedIn,
    at: datetime,
) -> UUID:  # fmt: skip
    """The entry, with the company beside it: whoever asks stands in a student's log (Ed. Code 49064), refused or not.
    Where the law is silent it is under seal."""
    event = ledger.event(
        act, student=student.id if student else None, record=id_, part="enrolment_end", by=by.acting_as(role),
        purpose=Purpose.OPERATOR_DELETION.value, decision=decision, sealed=decision.silent or decision.sealed, at=at,
    )  # fmt: skip
    entry = ledger.write(event)
    parties.keep(entry, Recipient("", organisation=operator), RequesterKind.VENDOR.value, None)
    return entry
