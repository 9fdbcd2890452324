"""A family's request on its page: how it stands, the letter again, and its closing without a letter.

Each asks the law anew: what was given yesterday may be refused today, and then no page and no paper says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.disclosure.police_first import as_told, is_named
from fileroom.disclosure.police_told import may_tell
from fileroom.duties import queries as open_duties
from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import durable_transaction
from fileroom.law import Decision, Purpose
from fileroom.law.days import district_day
from fileroom.ledger.services import Act
from fileroom.people import counsel, queries
from fileroom.people.answers import Missing, Refused
from fileroom.people.facts import requester_facts
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.delegations.designees import Programme, may_act
from fileroom.programmes.models import DeletionRequest, Operator
from fileroom.programmes.vendors.deletion_counsel import may_speak
from fileroom.programmes.vendors.deletion_duties import (
    ISSUE,
    OWN_DELETION,
    POLICE_FIRST,
    ROOM,
    settle,
)
from fileroom.programmes.vendors.deletion_knowing import (
    about,
    noted,
    police_first,
    police_have_heard,
    police_hear,
    works_with,
)
from fileroom.programmes.vendors.deletions import TELL_FIRST, received
from fileroom.programmes.vendors.who import Noted, designee
from fileroom.records import issuing
from fileroom.records.models import Letter

Closed = DeletionRequest.Closed
ANOTHER_TELLS = (
    "You bear the name of whoever asks for the letter: another of the Superintendent’s office tells the police."
)
GIVEN = "The law gives this letter today: issue it, or say that the family takes the request back."
NOT_GIVEN = "The law does not give this letter today, so none is written by hand either."


@dataclass(frozen=True)
class Police:
    """The child is reported missing: the police are told before the letter goes. `told_at` None: they are not yet."""

    agency: str = ""
    told_at: datetime | None = None
    told_by: str = ""


@dataclass(frozen=True)
class Later:
    """The letter goes to nobody now, and whoever asked is not told why."""


@dataclass(frozen=True)
class Standing:
    """A request as its page shows it. `letter`: the code and the day of the letter; None: it waits.

    `decision`: the law's word of today. Where it is silent the page tells no more than whom to ask.
    `own_deletion`: the district has yet to say whether it has its own records there deleted; `registered`: the company
    by the name it has in the registry. `counsels_word`: it is awaited, and the reader's to note. `police`: they are to
    be told first, or were. `sent`: to the company itself, where and when. `asks_name`: whoever
    issues the letter asks first which name the account bears.
    """

    id: UUID
    student: UUID
    student_name: str
    asked_by: str
    operator: str
    asked_on: date
    code: str
    issued_at: datetime | None
    letter: UUID | None
    decision: Decision
    closed_why: str
    closed_at: datetime | None
    by_hand_on: date | None
    own_deletion: bool
    may_issue: bool
    may_open_file: bool
    registered: UUID | None
    counsels_word: bool
    police: Police | None
    sent: tuple[str, date] | None
    asks_name: bool


@durable_transaction
def standing(request_id: UUID, *, by: SignedIn, at: datetime) -> Standing:
    """A request, for whoever works with the student's file; that it was looked at is noted. Raises Missing."""
    row, role, on = _known(request_id, by, at)
    student, question = about(row, on)
    decision = counsel.decide(question)
    seen = Act.NONENROLMENT_LOOKED_AT if decision.granted else Act.NONENROLMENT_REFUSED
    entry = noted(seen, row.student_id, row.id, role, by, at, decision=decision)
    settle(row, decision, entry=entry, at=at)
    first = decision.granted and not row.closed_why and police_first(row, decision)
    if first:
        police_hear(student, row.asked_by, decision, entry, at)
    letter = Letter.objects.filter(pk=row.letter).first() if row.letter else None
    asked_by = queries.contact_name(row.asked_by) if row.asked_by else ""
    owed = {it.rule for it in open_duties.about(ROOM, [row.id], at=at)}
    return Standing(
        row.id, row.student_id, student.name, asked_by, row.operator, row.asked_on, letter.code if letter else "",
        row.issued_at, row.letter, as_told(decision, shut=False), row.closed_why, row.closed_at, row.by_hand_on,
        OWN_DELETION in owed, may_act(Programme.VENDORS, by=by, at=at),
        requester_facts(by.account, student, on).has_student is True,
        Operator.objects.filter(name__iexact=row.operator).values_list("id", flat=True).first(),
        may_speak(row, by, at),
        _police(row, first), (row.sent_to, row.sent_on) if row.sent_on else None, row.by_preferred_name is None,
    )  # fmt: skip


def _police(row: DeletionRequest, first: bool) -> Police | None:
    if row.police_told_by is not None and not first:
        who = queries.account_names([row.police_told_by]).get(row.police_told_by, "")
        return Police(row.police_agency, row.police_told_at, who)
    return Police() if first else None


@durable_transaction
def police_are_told(request_id: UUID, agency: str, *, by: SignedIn, at: datetime) -> Noted:
    """The Superintendent or a designee has told this agency, which reported the child missing, that somebody asks for
    the letter. Raises Missing (also where they are not to be told first) and ValidationError."""
    row, role, on = _known(request_id, by, at)
    designee(by, at)
    student, question = about(row, on)
    if row.closed_why or not police_first(row, counsel.decide(question)):
        raise Missing
    if not agency.strip():
        raise ValidationError({"agency": "Write which agency you told."})
    if is_named(by, queries.contact_name(row.asked_by) if row.asked_by else student.name):
        raise ValidationError({"agency": ANOTHER_TELLS})
    entry = noted(Act.NONENROLMENT_POLICE_TOLD, row.student_id, row.id, role, by, at, sealed=True)
    row.police_agency, row.police_told_at, row.police_told_by = agency.strip(), at, by.account.id
    row.save(update_fields=["police_agency", "police_told_at", "police_told_by"])
    over = Over(by.account.id, entry, at)
    duties.discharge(ROOM, row.id, over, rule=POLICE_FIRST)
    if may_tell(row.student_id, by, on):  # else it opens no page of whoever asked: somebody who may says so there
        police_have_heard(row, over)
    return Noted(row.id, entry)


@durable_transaction
def open_letter(request_id: UUID, *, by: SignedIn, at: datetime) -> bytes | Refused | Later:
    """The letter as it was issued, to be handed over, if the law gives it today; noted either way. Raises Missing."""
    row, role, on = _known(request_id, by, at)
    if row.letter is None:
        raise Missing
    decision = counsel.decide(about(row, on)[1])
    if not decision.granted:
        entry = noted(Act.NONENROLMENT_REFUSED, row.student_id, row.id, role, by, at, decision=decision)
        settle(row, decision, entry=entry, at=at)
        return Refused(as_told(decision, shut=False), entry)
    if police_first(row, decision):
        entry = noted(Act.NONENROLMENT_REFUSED, row.student_id, row.id, role, by, at, sealed=True)
        settle(row, decision, entry=entry, at=at)
        return Later()
    letter = Letter.objects.get(pk=row.letter)
    return issuing.open_again(letter, by=by, role=role, sealed=False, at=at, purpose=Purpose.OPERATOR_DELETION)


@durable_transaction
def close(request_id: UUID, why: str, by_hand_on: date | None, *, by: SignedIn, at: datetime) -> Noted:
    """The Superintendent or a designee closes a request without a letter of the program's. The law is asked anew:
    nothing is given by hand that it does not give. Raises Missing and ValidationError."""
    row, role, on = _known(request_id, by, at)
    designee(by, at)
    if row.letter is not None or row.closed_why:
        raise ValidationError("This request is over already.")
    student, question = about(row, on)
    decision = counsel.decide(question)
    _may_close(row, why, by_hand_on, decision, on)
    row.closed_why, row.closed_at, row.closed_by = why, at, by.account.id
    row.by_hand_on = by_hand_on if why == Closed.BY_HAND else None
    granted = decision if decision.granted else None
    entry = noted(
        Act.NONENROLMENT_CLOSED, row.student_id, row.id, role, by, at, decision=granted, part=why,
        sealed=decision.silent or decision.sealed,
    )  # fmt: skip
    row.save(update_fields=["closed_why", "closed_at", "closed_by", "by_hand_on"])
    over = Over(by.account.id, entry, at)
    if why == Closed.BY_HAND:
        received(row, question, entry)
        duties.discharge(ROOM, row.id, over, rule=ISSUE)
    if police_first(row, decision):
        police_hear(student, row.asked_by, decision, entry, at)
    duties.let_go(ROOM, row.id, over)
    return Noted(row.id, entry)


def _may_close(row: DeletionRequest, why: str, by_hand_on: date | None, decision: Decision, on: date) -> None:
    if why not in Closed.values:
        raise ValidationError({"why": "Choose why it is closed."})
    if why == Closed.NO_LONGER_GIVEN and decision.granted:
        raise ValidationError({"why": GIVEN})
    if why == Closed.BY_HAND and not decision.granted:
        raise ValidationError({"why": NOT_GIVEN})
    if why == Closed.BY_HAND and police_first(row, decision):
        raise ValidationError({"why": TELL_FIRST})
    if why == Closed.BY_HAND and (by_hand_on is None or not row.asked_on <= by_hand_on <= on):
        raise ValidationError({"by_hand_on": "Say the day of the letter that was written by hand."})


@durable_transaction
def leave_it_there(request_id: UUID, *, by: SignedIn, at: datetime) -> Noted:
    """The district does not have its own official records at the company deleted for this. Raises Missing."""
    row, role, _ = _known(request_id, by, at)
    designee(by, at)
    entry = noted(Act.NONENROLMENT_DECIDED, row.student_id, row.id, role, by, at, part="stays_there")
    if not duties.discharge(ROOM, row.id, Over(by.account.id, entry, at), rule=OWN_DELETION):
        raise Missing
    return Noted(row.id, entry)


def _known(request_id: UUID, by: SignedIn, at: datetime) -> tuple[DeletionRequest, str, date]:
    """The request, locked, and the role in which this employee may know of it. Raises Missing."""
    row = DeletionRequest.objects.select_for_update().filter(pk=request_id).first()
    if row is None:
        raise Missing
    return row, works_with(row.student_id, by, at), district_day(at)
