"""The law's answer to whoever would look after an order, or lift it: about each child it names; and its entries, each
under seal with the child it is about."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from fileroom.collection.orders.desk import children_of, knows_of
from fileroom.collection.orders.duties import ROOM
from fileroom.collection.services import student_and_requester
from fileroom.duties import services as duties
from fileroom.duties.services import Owed
from fileroom.law import Decision, default_calendar
from fileroom.law.codes import DutyCode
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Other, Paper, PaperKind, RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel
from fileroom.people.acting import asked_in_office
from fileroom.people.answers import Missing, Refused
from fileroom.people.bound import naming
from fileroom.people.calendars import calendar
from fileroom.people.counsel_speaking import as_counsel
from fileroom.people.designators import COUNSEL as COUNSELS_OFFICE
from fileroom.people.designators import designator_facts
from fileroom.people.facts import Touch
from fileroom.people.models import CourtOrder, OrderLifting
from fileroom.people.signed_in import SignedIn

COURT, COUNSELS = OrderLifting.RestsOn.COURT, OrderLifting.RestsOn.COUNSEL
ENDS = Paper(PaperKind.COURT_ORDER, signed_by_judge=True, ends_the_order=True, valid_on=True)


@dataclass(frozen=True)
class Noted:
    """It is done; one entry for each child."""

    id: UUID
    entries: tuple[UUID, ...]


Asked = tuple[UUID, str, Decision]  # a child, the role in which this account asks about it, the law's answer


def standing(order_id: UUID) -> CourtOrder:
    """The order, alone until the act is over, where nobody has lifted it. Raises Missing."""
    order = CourtOrder.objects.select_for_update().filter(pk=order_id, lifted_on=None).first()
    if order is None:
        raise Missing
    return order


def there(answer: Noted | Refused | None) -> Noted | Refused:
    """What was done, or why not. Raises Missing for what this account may not know of."""
    if answer is None:
        raise Missing
    return answer


def asked_about(
    action: Action,
    order: CourtOrder,
    by: SignedIn,
    at: datetime,
    *,
    rests_on: str = "",
    oneself: bool | None = None,
    counsels: Collection[UUID] | None = None,
) -> list[Asked]:
    """The law's answer about each child of the order. Whom it names, or may name, is to the law whom it restrains,
    whatever their kind of order keeps from them. `counsels`: of what is counsel's to say, who has an account here and
    may be told. Raises Missing for whoever is no employee."""
    on, answers = district_day(at), []
    own = bool(naming([order.id], by.account))
    designated = designator_facts(by.account, on).designated
    for child in children_of(order):
        student, who = student_and_requester(child, by, at, Touch.CHANGES)
        if who.has_student is None:
            raise Missing
        question, acting = asked_in_office(
            action, RecordKind.COURT_ORDER, requester=who, student=student, purpose=by.purpose, on=on
        )
        question = replace(
            question,
            requester=replace(
                question.requester,
                designated=designated,
                restrained_from_records=own or question.requester.restrained_from_records,
            ),
            papers=(ENDS,) if rests_on == COURT else (),
            other=Other(counsel_cleared=rests_on == COUNSELS, proposed_by_oneself=oneself),
        )
        role = acting.role
        if counsels is not None:
            question = as_counsel(question, by.account, here=counsels)
            role = COUNSELS_OFFICE if by.account.employee_id in counsels else role
        answers.append((child, role, counsel.decide(question)))
    return answers


def granted(asked: Iterable[Asked]) -> list[Asked]:
    """The children about whom the answer is yes."""
    return [it for it in asked if it[2].granted]


def refused(asked: Iterable[Asked], order: CourtOrder, by: SignedIn, at: datetime) -> Refused | None:
    """The first refusal, with its entry; None to whoever may not know that there is such an order."""
    child, role, decision = next(it for it in asked if not it[2].granted)
    event = ledger.event(
        Act.ORDER_LIFT_REFUSED, student=child, record=order.id, by=by.acting_as(role), decision=decision,
        purpose=by.purpose.value, sealed=True, at=at,
    )  # fmt: skip
    entry = ledger.write(event)
    return Refused(decision, entry) if knows_of(order, by, at) and not decision.silent else None


def note(
    act: Act, asked: Iterable[Asked], order: CourtOrder, by: SignedIn, at: datetime, **what: Any
) -> tuple[UUID, ...]:
    """One entry under seal for each child."""
    return tuple(
        ledger.write(
            ledger.event(
                act, student=child, record=order.id, by=by.acting_as(role), decision=decision,
                purpose=by.purpose.value, sealed=True, at=at, **what,
            )
        )
        for child, role, decision in asked
    )  # fmt: skip


def owe(order: CourtOrder, entry: UUID, at: datetime, *owed: tuple[str, str, UUID | None]) -> None:
    """Duties about the order that are due today: by which rule, of which office, at which school."""
    rows = [Owed(rule, ROOM, order.id, at, office, school, due_on=district_day(at)) for rule, office, school in owed]
    duties.owe(rows, calendar=calendar() or default_calendar(), caused_by=entry)


def wants_counsel(asked: Iterable[Asked]) -> bool:
    """Do these answers send the order to counsel?"""
    return any(duty.code == DutyCode.COUNSEL_REVIEW for _, _, decision in asked for duty in decision.duties)
