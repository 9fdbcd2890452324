"""The questions this programme puts to the law, of no student: may the program run, may somebody list what it gathered,
does a company's contract do?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from fileroom.law import Decision, Purpose, Question, RequesterKind
from fileroom.law.criteria import interest
from fileroom.law.days import district_day
from fileroom.law.facts import Action, District, Paper, Record, RecordKind, Requester, SocialMedia, Standing, Student
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel
from fileroom.people.answers import Missing, Refused
from fileroom.people.designators import DesignatorFacts, designator_facts
from fileroom.people.keepers import keeper_facts
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.delegations.designees import Programme, acting

KIND = RecordKind.SOCIAL_MEDIA_INFORMATION
ADOPTED = SocialMedia(True, True, True, True, True)


def runs(program: SocialMedia, *, designated: bool, on: date, papers: tuple[Paper, ...] = ()) -> Decision:
    """May a designee of the district gather under a program that stands so?"""
    return counsel.decide(_monitors(RequesterKind.ADMINISTRATOR, program, designated=designated, on=on, papers=papers))


def vendor_gathers(program: SocialMedia, contract: Paper, *, on: date) -> Decision:
    """May a company gather for the district under this contract?"""
    return counsel.decide(_monitors(RequesterKind.VENDOR, program, designated=False, on=on, papers=(contract,)))


def _monitors(
    kind: RequesterKind, program: SocialMedia, *, designated: bool, on: date, papers: tuple[Paper, ...]
) -> Question:
    return Question(
        on=on,
        action=Action.MONITOR_SOCIAL_MEDIA,
        purpose=Purpose.SCHOOL_SAFETY,
        requester=Requester(kind=kind, designated=designated),
        record=Record(kind=KIND),
        district=District(social_media=program),
        papers=papers,
        orders=(),
    )


def lists(by: SignedIn, *, on: date) -> tuple[Decision, str]:
    """May they list of whom something was gathered, for safety; and the office in which they would. Raises Missing."""
    if by.account.employee_id is None:
        raise Missing
    who, keeper = designator_facts(by.account, on), keeper_facts(by.account, on)
    kind, role = (who.kind, who.role) if who.designated else (keeper.kind, keeper.role)
    asker = Requester(
        kind=RequesterKind(kind), designated=who.designated, identity=Standing.VERIFIED, has_student=True,
        interest=interest(role, Purpose.SCHOOL_SAFETY, KIND, on=on),
    )  # fmt: skip
    asked = Question(
        on=on, action=Action.COMPILE_LIST, purpose=Purpose.SCHOOL_SAFETY, requester=asker, student=Student(),
        record=Record(kind=KIND), papers=(), orders=(), choices=(),
    )  # fmt: skip
    return counsel.decide(asked), role


def designee(by: SignedIn, at: datetime) -> DesignatorFacts | Refused:
    """The Superintendent or a designee runs the program; the law says so to any other employee. Raises Missing."""
    if by.account.employee_id is None:
        raise Missing
    who = acting(Programme.SOCIAL_MEDIA, by=by, at=at)
    if who.designated:
        return who
    decision = runs(ADOPTED, designated=False, on=district_day(at))
    return Refused(decision, noted(Act.SOCIAL_MEDIA_REFUSED, who.role, by, at, decision=decision))


def noted(act: Act, role: str, by: SignedIn, at: datetime, *, record: UUID | None = None, **what: Any) -> UUID:
    """One entry of no student."""
    said: Mapping[str, Any] = {"by": by.acting_as(role), "purpose": by.purpose.value, "at": at, **what}
    return ledger.write(ledger.event(act, record=record, **said))


def for_safety(by: SignedIn) -> SignedIn:
    """The same account; what this programme's pages are for is safety, and they say so."""
    return replace(by, stated=Purpose.SCHOOL_SAFETY)


def for_its_end(by: SignedIn) -> SignedIn:
    """The same account; so that it is destroyed in time."""
    return replace(by, stated=Purpose.RETENTION_SCHEDULE)
