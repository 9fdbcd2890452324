"""The counter: somebody asks, an employee chooses who it is, and the law answers before anything is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fileroom.disclosure import apart, parties, past_its_end, police_first
from fileroom.disclosure.facts import Asked, asked
from fileroom.disclosure.limits import of_a_look
from fileroom.disclosure.services import refuse, told_to_nobody
from fileroom.disclosure.shown import Recipient, ShownIdentity
from fileroom.hosting import durable_transaction
from fileroom.law import Decision, Outcome
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Purpose, RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people import counsel, queries
from fileroom.people.answers import Missing
from fileroom.people.facts import RequesterFacts, StudentFacts, contact_facts
from fileroom.people.signed_in import SignedIn

OFFICER, SOMEBODY = "officer", "somebody"
CONTACT = "contact-"


@dataclass(frozen=True)
class Asker:
    """Who stands at the counter: `contact-<id>`, `officer` or `somebody`; and whether the clerk has checked an ID."""

    code: str
    identity_checked: bool = False


@dataclass(frozen=True)
class Answered:
    """The law's answer as the counter may say it, and the ledger's entry of the whole of it."""

    decision: Decision
    entry: UUID


def answer(student_id: UUID, asker: Asker, *, enter: apart.Enter, by: SignedIn, at: datetime) -> Answered:
    """May this person see the file? A file closed to the clerk has no counter: Missing.

    `enter`: into the register of officers and agents who come, where the law says that it is told of.
    """
    answered = _answer(student_id, asker, enter, by, at)
    if answered is None:
        raise Missing
    return answered


@durable_transaction
def _answer(student_id: UUID, asker: Asker, enter: apart.Enter, by: SignedIn, at: datetime) -> Answered | None:
    """None where the file is closed to the clerk: the entry that says so is committed."""
    if by.account.employee_id is None:
        raise Missing  # the counter has a clerk
    on = district_day(at)
    clerk = asked(student_id, by, on)
    opens = counsel.decide(clerk.question(Action.INSPECT, RecordKind.CUMULATIVE_FILE))
    if not opens.granted:
        refuse(clerk, opens, by, at, part="file")
        return None
    case = Asked(clerk.student, _facts(asker, clerk.student, on), on)
    purpose = Purpose.IMMIGRATION_ENFORCEMENT if asker.code == OFFICER else None
    decision = counsel.decide(case.question(Action.INSPECT, RecordKind.CUMULATIVE_FILE, purpose=purpose))
    apart.entered(decision, enter, by, at, student=case.student.id)
    actor = by.acting_as(clerk.role(RecordKind.CUMULATIVE_FILE))
    entry = _noted(case, asker, decision, purpose or case.purpose(), actor, at)
    past_its_end.asked_about(case.student.id, _on_file(asker), entry, at)
    return Answered(of_a_look(_unless_police_hear_first(case, asker, decision, entry, at)), entry)


def _unless_police_hear_first(case: Asked, asker: Asker, decision: Decision, entry: UUID, at: datetime) -> Decision:
    """The answer; where they do, a yes becomes: ask the principal, and neither clerk nor asker is told why."""
    who = police_first.who_receives(Recipient("", on_file=_on_file(asker)))
    shut = decision.granted and police_first.waits(case.student, decision, who, on=case.on)
    police_first.asked_about(case.student, decision, who, entry, at)
    return police_first.as_told(decision, shut=shut)


def _noted(case: Asked, asker: Asker, decision: Decision, purpose: Purpose, by: Actor, at: datetime) -> UUID:
    """One entry for each answer: the clerk acts, and who asked stands beside it (parties.py).

    What was refused, or closed in silence, the open log tells of nobody; and what the law keeps from the family, not at
    all.

    A request for immigration enforcement is noted apart from every student's file: the file must not tell of it.
    """
    refused = decision.silent or decision.outcome is Outcome.NO
    student = None if asker.code == OFFICER else case.student.id
    event = ledger.event(
        Act.DISCLOSURE_REFUSED if refused else Act.DISCLOSURE_ANSWERED,
        student=student,
        part="counter",
        by=by,
        purpose=purpose.value,
        decision=decision,
        at=at,
        sealed=refused,
    )
    entry = ledger.write(event)
    if refused and student and not decision.sealed:
        ledger.write(told_to_nobody(student, by, at))
    shown = ShownIdentity() if asker.identity_checked else None
    parties.keep(entry, Recipient(_name(asker)), case.requester.kind, shown)
    return entry


def _name(asker: Asker) -> str:
    """The asker's, where the file has it."""
    contact = _on_file(asker)
    return queries.contact_name(contact) if contact else ""


def _on_file(asker: Asker) -> UUID | None:
    return _contact(asker.code) if asker.code.startswith(CONTACT) else None


def _facts(asker: Asker, student: StudentFacts, on: date) -> RequesterFacts:
    """An officer is asked about by the strictest script: as if for immigration enforcement, with nothing in hand."""
    identity = "verified" if asker.identity_checked else "claimed"
    if asker.code == OFFICER:
        return RequesterFacts(
            "immigration_officer",
            "officer",
            identity,
            restrained_from_records=False,
            restrained_contact_only=False,
            orders=() if student.orders_known else None,
        )
    if asker.code.startswith(CONTACT):
        return contact_facts(_contact(asker.code), student, identity, on)
    # Somebody whose name nobody has asked may be the very person an order names, on file or on a paper not entered. The
    # law would presume from a list of orders: there is none of a person who is not known.
    named = False if student.orders_known and not queries.has_order(student.id, on=on) else None
    return RequesterFacts(
        "public",
        "somebody",
        identity,
        restrained_from_records=named,
        restrained_contact_only=named,
        orders=() if named is False else None,
    )


def _contact(code: str) -> UUID:
    try:
        return UUID(code.removeprefix(CONTACT))
    except ValueError as error:
        raise Missing from error
