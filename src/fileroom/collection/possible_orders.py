"""Where an order may exist: a sender's file says that a contact is restricted, or another school sent what may be one.
A person asks the family and the sender.

The file's words are not kept and restrain nobody; an order binds by its own paper (`collection.orders`). What is noted
of the asking is under seal: an open line would tell a family that somebody looked for an order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Exists, OuterRef, Q

from fileroom.collection.models import PossibleOrder
from fileroom.collection.orders.ways import mailbox
from fileroom.collection.services import NOT_READ
from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.law.facts import Action, RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people import queries
from fileroom.people.acting import decide_in_office
from fileroom.people.answers import Missing, Refused
from fileroom.people.facts import Touch, facts_of_students, facts_towards
from fileroom.people.models import Account, Contact, CourtOrderChild, Employee, OrderNamesake, Student
from fileroom.people.models.orders import BINDING
from fileroom.people.names import employee_name, full_name, may_be_one_name, person_name
from fileroom.people.paging import first_granted
from fileroom.people.searched import note_listed
from fileroom.people.signed_in import SignedIn

ITS_RECORD = RecordKind.CONTACT_AND_HOUSEHOLD
ROOM = PART = "possible_orders"  # of its duties; and of the file, as the entry of the list names it
MOST = 100
COUNTED = 25  # at most, on the first screen
# So long one said to have no order is still listed, for whoever was noted by mistake.
STILL_LISTED = timedelta(days=30)
SETTLED, WAITING = PossibleOrder.State.SETTLED, PossibleOrder.State.WAITING
IS_WAITING = Q(state=WAITING)
# Where an order that binds the contact towards the student is filed there is nothing to ask.
NO_PAPER = ~Exists(
    CourtOrderChild.objects.filter(
        Q(order__restrained=OuterRef("contact"))
        | Q(order__ordernamesake__contact=OuterRef("contact"), order__ordernamesake__answer=OrderNamesake.Answer.YES),
        student=OuterRef("student"),
        order__kind__in=BINDING,
        order__lifted_on=None,
        order__claimed=False,
    )
)


@dataclass(frozen=True)
class ToAsk:
    """One contact of one student, of whom a person asks whether there is an order; or of a student, by what another
    school sent, and then no contact.

    `said_on`: when a person said that there is one, whose paper is awaited, or that there is none.
    """

    id: UUID
    student_id: UUID
    student: str
    contact: str
    noticed_on: date
    said_on: date | None = None


@dataclass(frozen=True)
class Asked:
    """Those of whom a person asks, or whose order's paper has not come yet; and those said a short while ago to have
    none, for whoever was noted by mistake. `more`: a list has more than these."""

    to_ask: tuple[ToAsk, ...]
    none: tuple[ToAsk, ...]
    more: bool


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
    with district_transaction():
        if not PossibleOrder.objects.filter(IS_WAITING).exists():
            return 0, False
    found, more = _first(by, at, COUNTED, IS_WAITING)
    return len(found), more


def possible_orders(*, by: SignedIn, at: datetime) -> Asked:
    """The list, of those whom the law leaves to this account. It is a search, and noted as one."""
    to_ask, more = _first(by, at, MOST, IS_WAITING)
    none, more_none = _first(by, at, MOST, _said_none(at))
    note_listed(PART, len(to_ask) + len(none), by=by, at=at)
    return Asked(to_ask, none, more or more_none)


def _said_none(at: datetime) -> Q:
    """Those of whom it may still be said that there is an order after all."""
    return Q(state=SETTLED, settled_on__gte=district_day(at) - STILL_LISTED)


def _first(by: SignedIn, at: datetime, most: int, which: Q) -> tuple[tuple[ToAsk, ...], bool]:
    if by.account.employee_id is None:
        return (), False
    with district_transaction():
        among = queries.served_by(by.account.employee_id, on=district_day(at))
    rows = PossibleOrder.objects.filter(which & NO_PAPER, student__in=Student.objects.filter(among))
    granted = partial(_granted, by=by, at=at)
    order = ("student__search_name", "id")
    return first_granted(rows.select_related("student", "contact"), *order, most=most, granted=granted)


def _granted(page: list[PossibleOrder], *, by: SignedIn, at: datetime) -> list[ToAsk]:
    """Those whom the law leaves to this account, but for whoever may be the contact themselves: they would read that
    somebody looks for an order against them."""
    asked, own = _asked({it.student_id for it in page}, by, at), naming(page, by.account)
    return [
        ToAsk(it.id, it.student_id, full_name(it.student), _name(it.contact), it.noticed_on, it.settled_on)
        for it in page
        if it.id not in own and it.student_id in asked and asked[it.student_id][0].granted
    ]


def is_another(row: PossibleOrder, employee: Employee) -> bool:
    """Is this employee somebody else than the contact, by name and by the mailbox that the contact signs in with?"""
    return not may_be([row], employee)


def naming(rows: Iterable[PossibleOrder], account: Account) -> set[UUID]:
    """Those of these rows whose contact may be this account's holder: of these they are told nothing."""
    return may_be([it for it in rows if it.contact], account.employee) if account.employee else set()


def may_be(rows: Collection[PossibleOrder], employee: Employee) -> set[UUID]:
    """Those of these rows whose contact may be this employee. As many statements for many as for one."""
    if not rows:
        return set()
    with district_transaction():
        signs_in = Account.objects.filter(employee=employee).values_list("sign_in_name", flat=True)
        own = {box for it in (employee.email, *signs_in) for box in mailbox(it)}
        theirs = Account.objects.filter(contact__in=[it.contact_id for it in rows if it.contact_id])
        same = {of for of, name in theirs.values_list("contact_id", "sign_in_name") if own & mailbox(name)}
    name = employee_name(employee)
    return {
        it.id for it in rows if it.contact and (it.contact_id in same or may_be_one_name(person_name(it.contact), name))
    }


def naming_among(ids: Collection[UUID], account: Account) -> set[UUID]:
    """The same of rows by their ids."""
    if not ids:
        return set()
    with district_transaction():
        return naming(PossibleOrder.objects.filter(pk__in=list(ids)).select_related("contact"), account)


def _name(contact: Contact | None) -> str:
    return person_name(contact) if contact else ""


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


def came(students: Collection[UUID], *, part: str, purpose: str, by: Actor, at: datetime) -> None:
    """In what another school sent, or in a row of a list that could not be taken, there may be an order of these: each
    waits for a person, whatever was said before.

    The paper, or the row, is kept nowhere. The entry is under seal, as that of an order is.
    """
    rows = PossibleOrder.objects.select_for_update()
    anew = {"state": WAITING, "noticed_on": district_day(at), "settled_on": None, "settled_by": None}
    for student in sorted(students):
        row, made = rows.get_or_create(anew, student_id=student, contact=None)
        id_ = row.id if made else uuid4()
        if not made:  # whoever has the page open speaks of the paper before: by the id of that nothing is settled now
            rows.filter(pk=row.id).update(id=id_, **anew)
        ledger.write(
            ledger.event(
                Act.COLLECTION_REFUSED, student=student, record=id_, part=part, by=by, purpose=purpose,
                outcome=NOT_READ, sealed=True, at=at,
            )
        )  # fmt: skip


class Found(StrEnum):
    """What came of the asking."""

    NONE = "none"  # the family and the sender know of no order
    ORDER = "order"  # there is one: its paper is on its way


def look_into(possible_order_id: UUID, found: Found, *, by: SignedIn, at: datetime) -> LookedInto | Refused:
    """Note that a person has asked, and what came of it. Raises Missing (none that waits for them).

    What has come anew since they were shown the list has another id: they have not been asked of it, and it waits.
    Where there is an order it waits on until the order's paper is filed here: its terms bind by that and by nothing
    else; and where no contact is known, until a person says that none is left. That there is none may be taken back,
    so long as the list has it.
    """
    answer = _look_into(possible_order_id, found, by, at)
    if answer is None:
        raise Missing
    return answer


@durable_transaction
def _look_into(possible_order_id: UUID, found: Found, by: SignedIn, at: datetime) -> LookedInto | Refused | None:
    open_ = IS_WAITING if found is Found.NONE else IS_WAITING | _said_none(at)
    which = PossibleOrder.objects.filter(open_ & NO_PAPER, pk=possible_order_id)
    row = which.select_for_update(of=("self",)).first()
    if row is None or naming([row], by.account):
        return None
    decision, role = _asked([row.student_id], by, at)[row.student_id]
    noted: dict[str, Any] = {"student": row.student_id, "record": row.id, "at": at, "sealed": True}
    noted |= {"by": by.acting_as(role), "purpose": by.purpose.value, "decision": decision}
    if not decision.granted:
        entry = ledger.write(ledger.event(Act.POSSIBLE_ORDER_REFUSED, **noted))
        return Refused(decision, entry) if by.account.employee_id else None
    entry = ledger.write(ledger.event(Act.POSSIBLE_ORDER_LOOKED_INTO, part=found.value, **noted))
    state = SETTLED if found is Found.NONE else WAITING
    row.state, row.settled_on, row.settled_by = state, district_day(at), by.account.id
    row.save(update_fields=["state", "settled_on", "settled_by"])
    if found is Found.NONE:
        duties.discharge(ROOM, row.id, Over(by.account.id, entry, at))
    return LookedInto(entry)
