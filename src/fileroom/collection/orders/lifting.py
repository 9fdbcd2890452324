"""An order is looked at before its last day, and it is lifted by two people and a paper. Its last day lifts nothing.

Each line of the ledger about it lies under seal with each child the order names.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection.orders.desk import children_of, knows_of
from fileroom.collection.orders.duties import COUNSEL, REVIEW, REVIEWS, ROOM
from fileroom.collection.orders.services import ITEM, harms, paper_of
from fileroom.collection.services import Document, readable, student_and_requester
from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.hosting import durable_transaction
from fileroom.law import Decision, default_calendar
from fileroom.law.codes import DutyCode
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Other, Paper, PaperKind, RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel
from fileroom.people.acting import asked_in_office
from fileroom.people.answers import FormUsed, Missing, Refused
from fileroom.people.calendars import calendar
from fileroom.people.designators import designator_facts
from fileroom.people.facts import Touch
from fileroom.people.models import CourtOrder, OrderLifting
from fileroom.people.signed_in import SignedIn
from fileroom.records import contents as shelf
from fileroom.records.models import Record

COURT, COUNSELS = OrderLifting.RestsOn.COURT, OrderLifting.RestsOn.COUNSEL
ENDS = Paper(PaperKind.COURT_ORDER, signed_by_judge=True, ends_the_order=True, valid_on=True)
PROPOSAL, LIFTED = "casework.lifting_duties.counsel_reads_the_proposal", "casework.lifting_duties.counsel_review"
TO_READ = (COUNSEL, PROPOSAL, LIFTED)
REACHED = ("will_renew", "will_not_renew", "not_reached")


@dataclass(frozen=True)
class Noted:
    """It is done; one entry for each child."""

    id: UUID
    entries: tuple[UUID, ...]


Asked = tuple[UUID, str, Decision]  # a child, the role in which this account asks about it, the law's answer


def review(order_id: UUID, part: str, came_of_it: str, *, by: SignedIn, at: datetime) -> Noted | Refused:
    """Somebody has looked at an order before its end and called whom it protects; it changes nothing about the order.

    `part`: which look. Raises Missing, and ValidationError.
    """
    if part not in REVIEWS or came_of_it not in REACHED:
        raise ValidationError("Say which look it was, and what came of the call.")
    return _there(_review(order_id, part, came_of_it, by, at))


@durable_transaction
def _review(order_id: UUID, part: str, came_of_it: str, by: SignedIn, at: datetime) -> Noted | Refused | None:
    order = _standing(order_id)
    asked = _asked(Action.REVIEW_ORDER, order, by, at)
    if not _granted(asked):
        return _refused(asked, order, by, at)
    entries = _note(Act.ORDER_REVIEWED, asked, order, by, at, part=part, outcome=came_of_it)
    if came_of_it != "not_reached":  # who was not reached is called again
        duties.discharge(ROOM, order.id, Over(by.account.id, entries[0], at), rule=REVIEW, part=part)
    return Noted(order.id, entries)


def propose(
    id_: UUID, order_id: UUID, rests_on: str, paper: Document, *, by: SignedIn, at: datetime
) -> Noted | Refused:
    """One official says that the order no longer holds, by this paper. It is obeyed until another has confirmed it.

    Raises Missing, FormUsed, and ValidationError (no readable paper, or proposed already).
    """
    if rests_on not in OrderLifting.RestsOn.values:
        raise ValidationError({"rests_on": "Say what the paper is: a court's, or counsel's finding."})
    if says := harms(paper):  # read before the transaction: a scan takes seconds
        raise ValidationError({"file": says})
    return _there(_propose(id_, order_id, rests_on, readable(ITEM, paper), by, at))


@durable_transaction
def _propose(
    id_: UUID, order_id: UUID, rests_on: str, contents: shelf.Contents, by: SignedIn, at: datetime
) -> Noted | Refused | None:
    order = _standing(order_id)
    asked = _asked(Action.LIFT_ORDER, order, by, at, rests_on=rests_on)
    if not _granted(asked):
        return _refused(asked, order, by, at)
    before = OrderLifting.objects.filter(order=order).first()
    if before is not None:
        if (before.id, before.proposed_by, before.rests_on) == (id_, by.account.id, rests_on):
            return Noted(before.id, (before.proposed_entry,))
        raise FormUsed if before.id == id_ else ValidationError("It is proposed already: a second person confirms it.")
    entries = _note(Act.ORDER_LIFT_PROPOSED, asked, order, by, at, outcome=rests_on)
    papers = [paper_of(child, by, at) for child, _, _ in asked]
    Record.objects.bulk_create(papers)
    shelf.write([shelf.Filing(it, 1, contents) for it in papers], by=by.account.id, at=at)
    OrderLifting.objects.create(
        id=id_, order=order, rests_on=rests_on, proposed_at=at, proposed_by=by.account.id, proposed_entry=entries[0]
    )
    return Noted(id_, entries)


def confirm(order_id: UUID, *, has_called: bool, by: SignedIn, at: datetime) -> Noted | Refused:
    """A second person confirms, once whom the order protects has been told: from now on the order binds nobody.

    Raises Missing (nothing is proposed), and ValidationError (nobody has been called).
    """
    return _there(_confirm(order_id, has_called, by, at))


@durable_transaction
def _confirm(order_id: UUID, has_called: bool, by: SignedIn, at: datetime) -> Noted | Refused | None:
    order = _standing(order_id)
    row = OrderLifting.objects.select_for_update().filter(order=order, confirmed_at=None).first()
    if row is None:
        raise Missing
    oneself = row.proposed_by == by.account.id
    asked = _asked(Action.CONFIRM_LIFTING, order, by, at, rests_on=row.rests_on, oneself=oneself)
    if not _granted(asked):
        return _refused(asked, order, by, at)
    if not has_called:
        raise ValidationError("First call whom the order protects, and say from when it no longer holds.")
    entries = _note(Act.ORDER_LIFTED, asked, order, by, at, outcome=row.rests_on)
    row.confirmed_at, row.confirmed_by, row.confirmed_entry = at, by.account.id, entries[0]
    row.save(update_fields=["confirmed_at", "confirmed_by", "confirmed_entry"])
    order.lifted_on = district_day(at)
    order.save(update_fields=["lifted_on"])
    duties.let_go(ROOM, order.id, Over(by.account.id, entries[0], at), rule=REVIEW)
    _owe_counsel(LIFTED, [decision for _, _, decision in asked], order, entries[0], at)
    return Noted(order.id, entries)


def counsel_has_read(order_id: UUID, *, by: SignedIn, at: datetime) -> Noted | Refused:
    """Whoever looks after the order notes that counsel has read it, and what was proposed of it. Raises Missing."""
    return _there(_counsel_has_read(order_id, by, at))


@durable_transaction
def _counsel_has_read(order_id: UUID, by: SignedIn, at: datetime) -> Noted | Refused | None:
    order = _standing(order_id)
    asked = _asked(Action.REVIEW_ORDER, order, by, at)
    if not _granted(asked):
        return _refused(asked, order, by, at)
    entries = _note(Act.ORDER_REVIEWED, asked, order, by, at, part="counsel")
    for rule in TO_READ:
        duties.discharge(ROOM, order.id, Over(by.account.id, entries[0], at), rule=rule)
    return Noted(order.id, entries)


def _there(answer: Noted | Refused | None) -> Noted | Refused:
    if answer is None:
        raise Missing
    return answer


def _standing(order_id: UUID) -> CourtOrder:
    """The order, alone until the act is over, where nobody has lifted it. Raises Missing."""
    order = CourtOrder.objects.select_for_update().filter(pk=order_id, lifted_on=None).first()
    if order is None:
        raise Missing
    return order


def _asked(
    action: Action, order: CourtOrder, by: SignedIn, at: datetime, *, rests_on: str = "", oneself: bool | None = None
) -> list[Asked]:
    """The law's answer about each child of the order. Raises Missing where none of them is this account's work."""
    on, answers = district_day(at), []
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
            requester=replace(question.requester, designated=designated),
            papers=(ENDS,) if rests_on == COURT else (),
            other=Other(counsel_cleared=rests_on == COUNSELS, proposed_by_oneself=oneself),
        )
        answers.append((child, acting.role, counsel.decide(question)))
    return answers


def _granted(asked: Iterable[Asked]) -> bool:
    return all(decision.granted for _, _, decision in asked)


def _refused(asked: Iterable[Asked], order: CourtOrder, by: SignedIn, at: datetime) -> Refused | None:
    """The first refusal, with its entry; None to whoever may not know that there is such an order."""
    child, role, decision = next(it for it in asked if not it[2].granted)
    event = ledger.event(
        Act.ORDER_LIFT_REFUSED, student=child, record=order.id, by=by.acting_as(role), decision=decision,
        purpose=by.purpose.value, sealed=True, at=at,
    )  # fmt: skip
    entry = ledger.write(event)
    _owe_counsel(PROPOSAL, [decision], order, entry, at)
    return Refused(decision, entry) if knows_of(order, by, at) and not decision.silent else None


def _owe_counsel(rule: str, decided: Iterable[Decision], order: CourtOrder, entry: UUID, at: datetime) -> None:
    """Counsel reads it the same day, where the decision says so."""
    if any(duty.code == DutyCode.COUNSEL_REVIEW for decision in decided for duty in decision.duties):
        owed = Owed(rule, ROOM, order.id, at, office="counsel", due_on=district_day(at))
        duties.owe([owed], calendar=calendar() or default_calendar(), caused_by=entry)


def _note(
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
