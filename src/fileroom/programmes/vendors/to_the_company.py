"""The enrolment-end letter goes to the company itself, on the family's own signed and dated request (Board Policy 5125;
Bus. & Prof. Code 22584(d)(3)). What it says, and when it may go, is as of any such letter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.disclosure import parties
from fileroom.disclosure.police_first import as_told
from fileroom.disclosure.shown import Recipient
from fileroom.hosting import durable_transaction
from fileroom.law import Decision, Question, RequesterKind
from fileroom.law.days import district_day
from fileroom.law.facts import ConsentBy, Grade, Paper, PaperKind, Requester, Standing
from fileroom.ledger.services import Act
from fileroom.people import counsel
from fileroom.people.answers import Missing, Refused
from fileroom.people.facts import StudentFacts
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import DeletionRequest
from fileroom.programmes.models.deletions import SENT_TO_LENGTH
from fileroom.programmes.vendors.deletion_duties import settle
from fileroom.programmes.vendors.deletion_knowing import about, noted, police_first, police_hear, works_with
from fileroom.programmes.vendors.deletions import TELL_FIRST
from fileroom.programmes.vendors.who import Noted, designee

NOT_YET = "Issue the letter first."
ONCE = "It was sent already."
WHERE = f"Write where it goes, in at most {SENT_TO_LENGTH} letters."


@dataclass(frozen=True)
class Sending:
    """Where it goes; `signed`, `dated`: the family's request on paper is."""

    to: str
    signed: bool
    dated: bool


def send(request_id: UUID, said: Sending, *, by: SignedIn, at: datetime) -> Noted | Refused:
    """The Superintendent or a designee sends the letter to the company today, if the law gives it today. Raises Missing
    and ValidationError (no letter yet, sent already, no place, or the police are to be told first)."""
    to = " ".join(said.to.split())
    if not to or len(to) > SENT_TO_LENGTH:
        raise ValidationError({"to": WHERE})
    return _send(request_id, replace(said, to=to), by, at)


@durable_transaction
def _send(request_id: UUID, said: Sending, by: SignedIn, at: datetime) -> Noted | Refused:
    row = DeletionRequest.objects.select_for_update().filter(pk=request_id).first()
    if row is None:
        raise Missing
    role, on = works_with(row.student_id, by, at), district_day(at)
    designee(by, at)
    _may_be_sent(row)
    student, question = about(row, on)
    decision = counsel.decide(question)
    if decision.granted:
        decision = counsel.decide(_from_the_company(row, student, question, said))
    if not decision.granted:
        entry = noted(Act.NONENROLMENT_REFUSED, row.student_id, row.id, role, by, at, decision=decision)
        settle(row, decision, entry=entry, at=at)
        police_hear(student, row.asked_by, decision, entry, at)
        return Refused(as_told(decision, shut=False), entry)
    if police_first(row, decision):
        raise ValidationError(TELL_FIRST)
    return Noted(row.id, _sent(row, said, role, decision, by, at))


def _may_be_sent(row: DeletionRequest) -> None:
    if row.issued_at is None:
        raise ValidationError(NOT_YET)
    if row.sent_on is not None:
        raise ValidationError(ONCE)


def _from_the_company(row: DeletionRequest, student: StudentFacts, question: Question, said: Sending) -> Question:
    """The same question, of the company that shows the family's request."""
    paper = Paper(PaperKind.DELETION_REQUEST, by=_whose(row, student), signed=said.signed, dated=said.dated)
    return replace(
        question, requester=Requester(kind=RequesterKind.VENDOR, identity=Standing.VERIFIED), papers=(paper,)
    )


def _whose(row: DeletionRequest, student: StudentFacts) -> ConsentBy:
    """Whose request it is: the law grants them the letter; of a preschooler it may be who holds the rights."""
    if row.asked_by is None:
        return ConsentBy.ADULT_STUDENT
    return ConsentBy.RIGHTS_HOLDER if student.grade == Grade.PRESCHOOL else ConsentBy.PARENT_WITH_CUSTODY


def _sent(row: DeletionRequest, said: Sending, role: str, decision: Decision, by: SignedIn, at: datetime) -> UUID:
    entry = noted(Act.NONENROLMENT_SENT, row.student_id, row.id, role, by, at, decision=decision)
    parties.keep(entry, Recipient("", organisation=row.operator), RequesterKind.VENDOR.value, None)
    row.sent_to, row.sent_on, row.sent_by, row.sent_entry = said.to, district_day(at), by.account.id, entry
    row.save(update_fields=["sent_to", "sent_on", "sent_by", "sent_entry"])
    return entry
