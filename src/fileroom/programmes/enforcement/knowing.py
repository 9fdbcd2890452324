"""Who may know of a request: those whom the Superintendent has designated keep its file (Ed. Code 234.7(c)).

Whoever opened it at the counter, and the custodian of that school, answer its questions and write down what they saw;
what is written they do not read again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType
from uuid import UUID

from fileroom.law import Decision, Question
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Purpose, Record, RecordKind, Requester, RequesterKind, Standing
from fileroom.law.offices import OFFICES
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel, queries
from fileroom.people.answers import Missing, Refused
from fileroom.people.designators import (
    BOARD_CLERK,
    DesignatorFacts,
    board_clerks,
    counsels,
    designator_facts,
    designees,
    signer_facts,
)
from fileroom.people.keepers import keeper_facts, kept_at
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.enforcement import whose
from fileroom.programmes.enforcement.duties import BY_COUNSEL, BY_READING, OF_THE_HOUSEHOLD, SILENCE_OVER
from fileroom.programmes.models import EnforcementRequest

COUNSELS_WORD: Mapping[str, str] = MappingProxyType(
    {SILENCE_OVER: "District counsel says here whether a court’s silence holds."}
    | dict.fromkeys(OF_THE_HOUSEHOLD, "District counsel says here whether the household may be told.")
)


@dataclass(frozen=True)
class Knows:
    """The law's word on whether they keep the file, and the office in which they were asked about.

    `superintends`: they are the Superintendent or a designee, and not counsel alone; or, of one request, in their
    place.
    """

    decision: Decision
    role: str
    superintends: bool

    @property
    def keeps(self) -> bool:
        return self.decision.granted


def knows(by: SignedIn, at: datetime) -> Knows:
    """May this account read the file of a request?"""
    on = district_day(at)
    if by.account.employee_id is None:
        raise Missing
    who = signer_facts(by.account, on)  # those designated, and district counsel, who reads every paper
    decision = counsel.decide(_question(by, who, on))
    return Knows(decision, who.role, superintends=designator_facts(by.account, on).designated)


def knows_of(request_id: UUID, by: SignedIn, at: datetime) -> Knows:
    """The same of one request. Where an order keeps everybody of the Superintendent's office from the child, counsel
    does what is theirs. Raises Missing where it keeps whoever asks, or may."""
    asked, on = knows(by, at), district_day(at)
    if whose.hidden_from(by.account, on, among=request_id):
        raise Missing
    superintends = asked.superintends or (asked.keeps and bool(whose.unheard(on, among=request_id).by_designees))
    return replace(asked, superintends=superintends)


def _question(by: SignedIn, who: DesignatorFacts, on: date) -> Question:
    identity = Standing.VERIFIED if by.account.identity_verified_on else None
    return Question(
        on=on,
        action=Action.INSPECT,
        purpose=by.purpose,
        requester=Requester(kind=RequesterKind(who.kind), identity=identity, designated=who.designated),
        record=Record(kind=RecordKind.IMMIGRATION_INCIDENT_FILE),
        papers=(),
        orders=(),
    )


def hears(by: SignedIn, at: datetime) -> Knows:
    """May this account read the report to the Board, which names nobody? The clerk of the Board too: of the requests
    themselves the clerk reads nothing."""
    asked = knows(by, at)
    if asked.keeps or by.account.employee_id not in board_clerks(district_day(at)):
        return asked
    return Knows(may_be_told(OFFICES.offices[BOARD_CLERK].kind, at, designated=False), BOARD_CLERK, superintends=False)


def may_be_told(kind: RequesterKind, at: datetime, *, designated: bool) -> Decision:
    """The law's word: of lines by which nobody could be found, the Board is told."""
    asked = Question(
        on=district_day(at),
        action=Action.DISCLOSE,
        purpose=Purpose.IMMIGRATION_REPORT_TO_BOARD,
        requester=Requester(kind=kind, designated=designated),
        record=Record(kind=RecordKind.IMMIGRATION_INCIDENT_FILE, identifies_student=False),
        papers=(),
        orders=(),
    )
    return counsel.decide(asked)


def not_the_first(by: SignedIn, on: date) -> str:
    """Why it is not for this account to sign the report first: the clerk of the Board releases what counsel signed."""
    those = counsels(on)
    if board_clerks(on) and those and by.account.employee_id not in those:
        return "District counsel signs it first, and then the clerk of the Board releases it."
    return ""


def not_the_second(first: UUID, by: SignedIn, on: date) -> str:
    """Why it is not for this account to release what the account `first` has signed; nothing where it is.

    Where a clerk of the Board other than who signed it has an account the clerk does, after counsel; else any two, of
    whom one is counsel.
    """
    clerks = board_clerks(on) - {queries.employee_of(first)}
    if first == by.account.id:
        return "A second person releases it: you have signed it yourself."
    if clerks and by.account.employee_id not in clerks:
        return "The clerk of the Board releases it."
    if without_counsel(first, by, on):
        anew = " The Superintendent’s office withdraws it, and counsel signs it first." if clerks else ""
        return f"District counsel is one of the two who release it.{anew}"
    return ""


def refused(by: SignedIn, asked: Knows, at: datetime, *, record: UUID | None = None) -> Refused:
    """The law's no, with its entry under seal."""
    event = ledger.event(
        Act.ENFORCEMENT_REFUSED, record=record, by=by.acting_as(asked.role), purpose=by.purpose.value,
        decision=asked.decision, sealed=True, at=at,
    )  # fmt: skip
    return Refused(asked.decision, ledger.write(event))


def without_counsel(first: UUID, by: SignedIn, on: date) -> bool:
    """Of the two accounts, is neither counsel's, though the district gives counsel one?"""
    those = counsels(on)
    return bool(those) and not those & {queries.employee_of(first), by.account.employee_id}


def not_theirs(rule: str, row: EnforcementRequest, asked: Knows, by: SignedIn, at: datetime) -> str:
    """Why it is not for this account to say that what the rule asks is done; nothing where it is."""
    on = district_day(at)
    if (
        rule in BY_COUNSEL
        and (those := whose.hearing(row.id, counsels(on), on))
        and by.account.employee_id not in those
    ):
        return COUNSELS_WORD.get(rule, "District counsel says here that it is read.")
    if rule in BY_READING and not asked.superintends:
        return "The Superintendent or a designee says here that it is read."
    others = designees(on) - {by.account.employee_id}
    if rule in BY_READING and row.opened_by == by.account.id and whose.hearing(row.id, others, on):
        return "You opened it yourself: another of the Superintendent’s office says that it is read."
    return ""


def was_there(row: EnforcementRequest, by: SignedIn, at: datetime) -> str:
    """The role of whoever may answer its questions: who opened it, its school's custodian, those designated.

    Raises Missing, also where an order keeps them from the child: but for who opened it, and knows of it.
    """
    asked, on = knows(by, at), district_day(at)
    employee = by.account.employee_id
    there = row.opened_by == by.account.id
    if not there and whose.hidden_from(by.account, on, among=row.id):
        raise Missing
    if employee and not there and row.school_id:
        there = row.school_id in kept_at(employee, on=on)
    if not there and not asked.keeps:
        raise Missing
    return asked.role if asked.keeps else keeper_facts(by.account, on).role
