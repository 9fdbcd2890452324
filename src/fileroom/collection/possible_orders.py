"""Contacts whom a sender's file says are restricted: an order may exist, and a person asks the family and the sender.

The file's words are not kept and restrain nobody; an order binds by its own paper (`collection.orders`). What is noted
of the asking is under seal: an open line would tell a family that somebody looked for an order.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import Any
from uuid import UUID

from fileroom.collection.models import PossibleOrder
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.law.facts import Action, RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import queries
from fileroom.people.acting import decide_in_office
from fileroom.people.answers import Missing, Refused
from fileroom.people.facts import Touch, facts_of_students, facts_towards
from fileroom.people.models import Student
from fileroom.people.names import full_name, person_name
from fileroom.people.paging import first_granted
from fileroom.people.signed_in import SignedIn

ITS_RECORD = RecordKind.CONTACT_AND_HOUSEHOLD
PART = "possible_orders"  # of the file, as the entry of the list names it
MOST = 100
COUNTED = 25  # at most, on the first screen
SETTLED, WAITING = PossibleOrder.State.SETTLED, PossibleOrder.State.WAITING


@dataclass(frozen=True)
class ToAsk:
    """One contact of one student, of whom a person asks whether there is an order."""

    id: UUID
    student_id: UUID
    student: str
    contact: str
    noticed_on: date


@dataclass(frozen=True)
class LookedInto:
    """It is noted, under this entry."""

    entry: UUID


def student_of(possible_order_id: UUID) -> UUID | None:
    """The student towards whom the contact may be restricted; None: there is no such row."""
    with district_transaction():
        return PossibleOrder.objects.filter(pk=possible_order_id).values_list("student_id", flat=True).first()


def waiting(*, by: SignedIn, at: datetime) -> tuple[int, bool]:
    """How many wait for this account, and whether there are more. It names nobody."""
    found, more = _first(by, at, COUNTED)
    return len(found), more


def possible_orders(*, by: SignedIn, at: datetime) -> tuple[tuple[ToAsk, ...], bool]:
    """The list, of those whom the law leaves to this account. It is a search, and noted as one."""
    _noted(by, at)
    return _first(by, at, MOST)


@durable_transaction
def _noted(by: SignedIn, at: datetime) -> None:
    actor = by.acting_as("staff")
    ledger.write(ledger.event(Act.STUDENT_SEARCHED, part=PART, by=actor, purpose=by.purpose.value, at=at))


def _first(by: SignedIn, at: datetime, most: int) -> tuple[tuple[ToAsk, ...], bool]:
    if by.account.employee_id is None:
        return (), False
    with district_transaction():
        among = queries.served_by(by.account.employee_id, on=district_day(at))
    rows = PossibleOrder.objects.filter(state=WAITING, student__in=Student.objects.filter(among))
    granted = partial(_granted, by=by, at=at)
    order = ("student__search_name", "id")
    return first_granted(rows.select_related("student", "contact"), *order, most=most, granted=granted)


def _granted(page: list[PossibleOrder], *, by: SignedIn, at: datetime) -> list[ToAsk]:
    asked = _asked({it.student_id for it in page}, by, at)
    return [
        ToAsk(it.id, it.student_id, full_name(it.student), person_name(it.contact), it.noticed_on)
        for it in page
        if it.student_id in asked and asked[it.student_id][0].granted
    ]


def _asked(
    ids: Collection[UUID], by: SignedIn, at: datetime, touch: Touch = Touch.LOOKS
) -> dict[UUID, tuple[Decision, str]]:
    """The law's answer to whoever settles who is related to these students, and the office it was asked of."""
    on, purpose = district_day(at), by.purpose
    students = facts_of_students(ids, on, touch)
    requesters = facts_towards(by.account, students.values(), on)
    answers = {}
    for id_, student in students.items():
        decision, acting = decide_in_office(
            Action.VERIFY_RELATIONSHIP, ITS_RECORD, requester=requesters[id_], student=student, purpose=purpose, on=on
        )
        answers[id_] = decision, acting.role
    return answers


class Found(StrEnum):
    """What came of the asking."""

    NONE = "none"  # the family and the sender know of no order
    ORDER = "order"  # there is one: its paper is filed, or on its way


def look_into(possible_order_id: UUID, found: Found, *, by: SignedIn, at: datetime) -> LookedInto | Refused:
    """Note that a person has asked, and what came of it. Raises Missing (none that waits for them)."""
    answer = _look_into(possible_order_id, found, by, at)
    if answer is None:
        raise Missing
    return answer


@durable_transaction
def _look_into(possible_order_id: UUID, found: Found, by: SignedIn, at: datetime) -> LookedInto | Refused | None:
    row = PossibleOrder.objects.select_for_update().filter(pk=possible_order_id, state=WAITING).first()
    if row is None:
        return None
    decision, role = _asked([row.student_id], by, at)[row.student_id]
    noted: dict[str, Any] = {"student": row.student_id, "record": row.id, "at": at, "sealed": True}
    noted |= {"by": by.acting_as(role), "purpose": by.purpose.value, "decision": decision}
    if not decision.granted:
        entry = ledger.write(ledger.event(Act.POSSIBLE_ORDER_REFUSED, **noted))
        return Refused(decision, entry) if by.account.employee_id else None
    entry = ledger.write(ledger.event(Act.POSSIBLE_ORDER_LOOKED_INTO, part=found.value, **noted))
    row.state, row.settled_on, row.settled_by = SETTLED, district_day(at), by.account.id
    row.save(update_fields=["state", "settled_on", "settled_by"])
    return LookedInto(entry)
