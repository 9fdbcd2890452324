"""The district's own demand that a company delete, or give back, what it holds for the district: signed, sent with a
link by which the company answers, reminded, and closed. The law is asked whether it may be destroyed at all."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError

from fileroom.disclosure import parties
from fileroom.disclosure.shown import Recipient
from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.hosting import durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law import Decision, Purpose, RequesterKind, default_calendar
from fileroom.law.days import PACIFIC, district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.letters import Letterhead
from fileroom.letters.setting import spoken_on
from fileroom.people import counsel, queries
from fileroom.people.answers import FormUsed, Missing, Refused
from fileroom.people.calendars import calendar
from fileroom.people.owed import SUPERINTENDENT
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import Contract, DeletionRequest, Demand, Operator
from fileroom.programmes.vendors.deletion_duties import OWN_DELETION
from fileroom.programmes.vendors.deletion_duties import ROOM as REQUESTS
from fileroom.programmes.vendors.deletion_knowing import about, hides, name_of, works_with
from fileroom.programmes.vendors.destroying import may_be_destroyed
from fileroom.programmes.vendors.owing import COMES_BACK, NOTHING_LEFT
from fileroom.programmes.vendors.stages import Step, after
from fileroom.programmes.vendors.standing import PAST, State, judge_all
from fileroom.programmes.vendors.who import Noted, designee, office_of
from fileroom.records import issuing
from fileroom.records.issuing import Draft

KIND, ROOM = "deletion_demand", "demands"
Ground = Demand.Ground
WHAT_LENGTH, WORDS_LENGTH, TOKEN_BYTES = 400, 400, 20
RULES = {
    Ground.NO_LONGER_NEEDED: "retention.vendor_copies.at_the_districts_word",
    Ground.CONTRACT_OVER: NOTHING_LEFT,
    Ground.CONTRACT_VOID: COMES_BACK,
}
AWAITED, ASKED, REMIND, ESCALATED, REFUSED = "awaited", "asked", "remind", "escalated", "refused"  # parts
UNFOUNDED = "unfounded"  # part: what the demand says of a contract is so no more
LINK_LASTS = timedelta(days=60)  # after the last day to answer
SAYS = {
    Ground.NO_LONGER_NEEDED: (
        "The district no longer needs what is named below in your hands. Delete it, every copy and backup of it, and"
        " tell us when that was done (Business and Professions Code 22584(d)(2))."
    ),
    Ground.CONTRACT_OVER: (
        "Our contract has ended. Nothing of our students may be kept or stay available at your company: return or"
        " destroy it, and certify that you have (Education Code 49073.1(b)(7))."
    ),
    Ground.CONTRACT_VOID: (
        "Our contract lacked what the law asks for, was not cured after notice, and is void. Return every record to the"
        " district before any copy is destroyed, and tell us when that was done (Education Code 49073.1)."
    ),
}
SPARED = (
    " Some students are excepted: the district names them to you apart from this letter. Delete nothing of anybody"
    " until it has, and nothing of theirs until it says so."
)
EVERYBODY = (
    " This is about all that you hold of every student of this district, and not only about what is named below."
)
Link = Callable[[str], str]  # from a token to the address that opens it


@dataclass(frozen=True)
class Wanted:
    """What is demanded of which company, and why. `request`: the family's request out of which it comes: then it is
    about that student, and else about no one student. `spares`: what is under a hold is left out of it. `whole`: it is
    about all that the company holds of everybody."""

    operator: UUID
    ground: str
    what: str
    request: UUID | None = None
    spares: bool = False
    whole: bool = False


def sign(id_: UUID, said: Wanted, *, head: Letterhead, link: Link, by: SignedIn, at: datetime) -> Noted | Refused:
    """Sign a demand: the letter is made, and the company's answer is awaited. Raises Missing, FormUsed and
    ValidationError."""
    if said.ground not in Ground.values:
        raise ValidationError({"ground": "Choose why it has to go."})
    if not said.what.strip() or len(said.what.strip()) > WHAT_LENGTH:
        raise ValidationError({"what": f"Write which data are meant, in at most {WHAT_LENGTH} letters."})
    if said.whole and (said.spares or said.request):
        raise ValidationError({"whole": "What leaves somebody out, or is about one student, is not about everybody."})
    return _sign(id_, said, head, link, by, at)


@durable_transaction
def _sign(id_: UUID, said: Wanted, head: Letterhead, link: Link, by: SignedIn, at: datetime) -> Noted | Refused:
    role, on = designee(by, at), district_day(at)
    company = Operator.objects.select_for_update().filter(pk=said.operator).first()
    if company is None:
        raise Missing
    family = of_family(said.request, company, by, at) if said.request else None
    student, spares = (family.student_id, False) if family else (None, said.spares)
    if why := unfounded(said.ground, company.id, on):
        raise ValidationError({"ground": why})
    decision = _decided(family, office_of(role, by, at), student, said.ground, spares=spares, on=on)

    def again() -> Noted | None:
        row = Demand.objects.filter(pk=id_).first()
        if row is None:
            return None
        its = (row.operator_id, row.ground, row.what, row.request_id, row.spares, row.whole, row.signed_by)
        if its != (company.pk, said.ground, said.what.strip(), said.request, spares, said.whole, by.account.id):
            raise FormUsed
        return Noted(row.id, row.entry)

    def act() -> Noted | Refused:
        if not decision.granted:
            return Refused(decision, noted(Act.DEMAND_REFUSED, id_, student, role, by, at, decision=decision))
        row = Demand(
            id=id_, operator=company, student_id=student, request=family, spares=spares, whole=said.whole,
            ground=said.ground, what=said.what.strip(),
            signed_by=by.account.id, signed_at=at, due_on=on + timedelta(days=settings.DEMAND_DAYS),
        )  # fmt: skip
        row.entry = noted(Act.DEMAND_SIGNED, id_, student, role, by, at, decision=decision)
        _write(row, head, link, role, by, at)
        row.save(force_insert=True)
        _owe(row, AWAITED, row.entry, at, employee=by.account.employee_id)
        if said.request:
            over = Over(by.account.id, row.entry, at)
            duties.discharge(REQUESTS, said.request, over, rule=OWN_DELETION)
        return Noted(row.id, row.entry)

    return act_once(again, act)


def of_family(request: UUID, company: Operator, by: SignedIn, at: datetime) -> DeletionRequest:
    """The family's request, locked: it names this company and is not closed, and this employee may know of it.

    Raises Missing: of any other the letter would name a student to a company that the family did not.
    """
    row = DeletionRequest.objects.select_for_update().filter(pk=request, closed_why="").first()
    if row is None or row.operator.casefold() != company.name.casefold():
        raise Missing
    works_with(row.student_id, by, at)
    return row


@durable_transaction
def look_at_family(request: UUID, operator: UUID, *, by: SignedIn, at: datetime) -> None:
    """Is there a family's request that this company may be sent a demand about? Raises Missing."""
    designee(by, at)
    company = Operator.objects.filter(pk=operator).first()
    if company is None:
        raise Missing
    of_family(request, company, by, at)


def _decided(
    family: DeletionRequest | None, role: str, student: UUID | None, ground: str, *, spares: bool, on: date
) -> Decision:  # fmt: skip
    """The law's word of today: on the family's own request first, of which the letter tells the company."""
    if family is not None:
        asked = counsel.decide(about(family, on)[1])
        if not asked.granted:
            return asked
    return may_be_destroyed(role, student, ended=ground != Ground.NO_LONGER_NEEDED, spares=spares, on=on)


def unfounded(ground: str, operator_id: UUID, on: date) -> str:
    """Why what a demand says of a contract is not so on this day: none is void, or over; empty: it is so. Joins an open
    transaction."""
    if ground == Ground.NO_LONGER_NEEDED:
        return ""
    states = {it.state for _, it in judge_all(Contract.objects.filter(operator=operator_id), on)}
    if ground == Ground.CONTRACT_VOID:
        return "" if State.VOID in states else "No contract with this company is void."
    return "" if states & set(PAST) else "No contract with this company is over."


def _write(row: Demand, head: Letterhead, link: Link, role: str, by: SignedIn, at: datetime) -> None:
    """Make the letter with a link of its own; the link that was open before opens nothing more."""
    token = secrets.token_hex(TOKEN_BYTES)
    row.token, row.link_until = token_digest(token), until(row.due_on + LINK_LASTS)
    demand = SAYS[Ground(row.ground)] + (SPARED if row.spares else "") + (EVERYBODY if row.whole else "")
    facts = {
        "company": row.operator.name, "demand": demand, "what": row.what,
        "student": name_of(row.request) if row.request else "", "due": spoken_on(row.due_on, "en"), "link": link(token),
        "signer": queries.account_names([by.account.id]).get(by.account.id, ""),
    }  # fmt: skip
    draft = Draft(KIND, "en", facts, about=row.id, student=row.student_id, purpose=Purpose.OPERATOR_DELETION)
    made = issuing.issue(draft, head=head, by=by, role=role, decision=None, sealed=False, at=at)
    to = Recipient("", organisation=row.operator.name)
    parties.keep(made.entry, to, RequesterKind.VENDOR.value, None)
    row.letter, row.code = made.id, made.code


def token_digest(token: str) -> str:
    """What is kept of a link: whoever reads the table cannot open it."""
    return sha256(token.encode()).hexdigest()


def until(day: date) -> datetime:
    """The last moment of this day, by the district's clocks."""
    return datetime.combine(day, time(23, 59, 59), PACIFIC)


@durable_transaction
def remind(demand_id: UUID, *, head: Letterhead, link: Link, by: SignedIn, at: datetime) -> Noted | Refused:
    """Send the letter once more, with a new link and a new last day, if the law still gives it, and what it says of a
    contract is still so: a hold may have been placed since, or an order have come, or the contract been read anew.
    Raises Missing and ValidationError."""
    role, row = designee(by, at), open_demand(demand_id, by, at)
    stage = after(row.stage, Step.REMIND)
    if stage is None:
        raise ValidationError("The company has been reminded, and its time runs.")
    if row.request is not None and row.request.closed_why == DeletionRequest.Closed.WITHDRAWN:
        raise ValidationError("The family has taken its request back: nobody is named for it any more.")
    office, on = office_of(role, by, at), district_day(at)
    if why := unfounded(row.ground, row.operator_id, on):
        raise ValidationError(f"{why} The letter would say that one is: take the demand back.")
    decision = _decided(row.request, office, row.student_id, row.ground, spares=row.spares, on=on)
    if not decision.granted:
        return Refused(decision, noted(Act.DEMAND_REFUSED, row.id, row.student_id, role, by, at, decision=decision))
    row.stage, row.due_on = stage, on + timedelta(days=max(settings.DEMAND_DAYS // 2, 1))
    entry = noted(Act.DEMAND_REMINDED, row.id, row.student_id, role, by, at, decision=decision)
    _write(row, head, link, role, by, at)
    row.save()
    duties.discharge(ROOM, row.id, Over(by.account.id, entry, at))
    _owe(row, AWAITED, entry, at, employee=by.account.employee_id)
    return Noted(row.id, entry)


def open_demand(demand_id: UUID, by: SignedIn, at: datetime) -> Demand:
    """The demand, locked. Raises Missing, also where it names a student whose file is not theirs to work with, and
    ValidationError for one that is over."""
    row = Demand.objects.select_for_update(of=("self",)).select_related("operator").filter(pk=demand_id).first()
    if row is None:
        raise Missing
    if row.student_id:
        works_with(row.student_id, by, at)
    if row.over_at is not None:
        raise ValidationError("This demand is over.")
    return row


def _owe(row: Demand, part: str, entry: UUID, at: datetime, *, employee: UUID | None = None) -> None:
    owe_of(row, part, entry, at, employee=employee, due_on=row.due_on)


def owe_of(
    row: Demand, part: str, entry: UUID, at: datetime, *, employee: UUID | None = None, due_on: date | None = None
) -> None:  # fmt: skip
    """Something is owed about a demand: by whoever signed it, or by the Superintendent. Part of the transaction."""
    owed = Owed(
        RULES[Ground(row.ground)], ROOM, row.id, at, "" if employee else SUPERINTENDENT, employee=employee,
        student=row.student_id, part=part, due_on=due_on,
    )  # fmt: skip
    duties.owe([owed], calendar=calendar() or default_calendar(), caused_by=entry)


def noted(
    act: Act, id_: UUID, student: UUID | None, role: str, by: SignedIn, at: datetime, *,
    decision: Decision | None = None, part: str = "", outcome: str = "",
) -> UUID:  # fmt: skip
    """The entry of an act about a demand: under seal where the answer is silent."""
    event = ledger.event(
        act, student=student, record=id_, part=part, by=by.acting_as(role), decision=decision, outcome=outcome,
        purpose=Purpose.OPERATOR_DELETION.value, at=at, sealed=decision is not None and hides(decision),
    )  # fmt: skip
    return ledger.write(event)
