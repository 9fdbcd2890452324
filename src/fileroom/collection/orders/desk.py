"""The orders on file, for those who may know of them: the custodian of records, and of one order whoever took it in.

At the counter nobody sees this: there it says to call the principal. To look at an order's terms is noted, under seal.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fileroom.collection import gate
from fileroom.collection.orders.duties import ROOM, last_day_of
from fileroom.duties import queries as duties
from fileroom.duties.queries import Listed
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.law.facts import RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import queries
from fileroom.people.answers import Missing
from fileroom.people.facts import RequesterFacts, Touch, facts_of_students, facts_towards
from fileroom.people.models import CourtOrder, CourtOrderChild, OrderLifting, Relationship, Student
from fileroom.people.names import full_name, person_name
from fileroom.people.paging import first_granted
from fileroom.people.signed_in import SignedIn

MOST, MOST_SIBLINGS = 100, 20
PART = "orders"
OF_ORDERS = RecordKind.COURT_ORDER


@dataclass(frozen=True)
class OnFile:
    """One order. `ends`: its last day, on its face or by law (`ends_by_law`); `over`: that lies behind, and nothing has
    opened again by it."""

    id: UUID
    kind: str
    children: tuple[str, ...]
    restrained: str
    protected: str
    from_on: date
    ends: date
    ends_by_law: bool
    over: bool
    lifted_on: date | None
    received_at: datetime
    received_by: str


@dataclass(frozen=True)
class Proposed:
    """Somebody has said that the order no longer holds. `mine`: it was whoever looks now."""

    rests_on: str
    by: str
    at: datetime
    mine: bool


@dataclass(frozen=True)
class OrderPage:
    """One order, what is still owed about it, and whether its end is proposed. `keeps`: whoever looks is a custodian
    of records, who looks after it; else they took it in."""

    order: OnFile
    owed: tuple[Listed, ...]
    proposed: Proposed | None
    keeps: bool


@dataclass(frozen=True)
class Orders:
    """Those on file of which this account may know. `more`: there are more."""

    listed: tuple[OnFile, ...]
    more: bool


def orders(*, by: SignedIn, at: datetime) -> Orders:
    """Each that a custodian of records keeps, the newest last. It is a search, and noted as one."""
    _noted(by, at)
    if by.account.employee_id is None:
        return Orders((), more=False)

    def granted(page: list[CourtOrder]) -> list[OnFile]:
        return [it for row in page if (it := _seen(row, by, at))]

    rows = CourtOrder.objects.select_related("restrained", "protected")
    return Orders(*first_granted(rows, "received_at", "id", most=MOST, granted=granted))


@durable_transaction
def _noted(by: SignedIn, at: datetime) -> None:
    actor = by.acting_as("staff")
    ledger.write(ledger.event(Act.STUDENT_SEARCHED, part=PART, by=actor, purpose=by.purpose.value, at=at))


@durable_transaction
def order(order_id: UUID, *, by: SignedIn, at: datetime) -> OrderPage:
    """One of them; that it was looked at is noted with each of its children. Raises Missing."""
    row, role, keeps = _theirs(order_id, by, at)
    for child in children_of(row):
        ledger.write(
            ledger.event(
                Act.ORDER_LOOKED_AT, student=child, record=row.id, by=by.acting_as(role), purpose=by.purpose.value,
                sealed=True, at=at,
            )
        )  # fmt: skip
    owed = duties.about(ROOM, [row.id], at=at)
    return OrderPage(_as_listed(row, children_of(row), at), tuple(owed), _proposed(row, by), keeps)


def _proposed(row: CourtOrder, by: SignedIn) -> Proposed | None:
    it = OrderLifting.objects.filter(order=row, confirmed_at=None).first()
    if it is None:
        return None
    name = queries.account_names([it.proposed_by]).get(it.proposed_by, "")
    return Proposed(it.rests_on, name, it.proposed_at, it.proposed_by == by.account.id)


def siblings(student_id: UUID, *, by: SignedIn, at: datetime) -> tuple[tuple[UUID, str], ...]:
    """Other children with a contact of this one, of those whose file this employee works with: id and name."""
    if by.account.employee_id is None:
        return ()
    on = district_day(at)
    contacts = Relationship.objects.filter(student_id=student_id).exclude(standing="refuted").values("contact_id")
    theirs = Relationship.objects.filter(contact_id__in=contacts).exclude(standing="refuted").values("student_id")
    with district_transaction():
        among = queries.served_by(by.account.employee_id, on=on)
        rows = Student.objects.filter(among, pk__in=theirs).exclude(pk=student_id).order_by("search_name")
        return tuple((it.id, full_name(it)) for it in rows[:MOST_SIBLINGS])


def student_of(order_id: UUID) -> UUID | None:
    """A student whom the order names, the first by id; None: there is no such order."""
    with district_transaction():
        named = CourtOrderChild.objects.filter(order_id=order_id).order_by("student_id")
        return named.values_list("student_id", flat=True).first()


def theirs(order_id: UUID, by: SignedIn, at: datetime) -> tuple[CourtOrder, str]:
    """The order, and the role in which its taker or a custodian of records knows of it. Raises Missing.

    Part of the open transaction.
    """
    return _theirs(order_id, by, at)[:2]


def knows_of(row: CourtOrder, by: SignedIn, at: datetime) -> bool:
    """May this account know that there is this order?"""
    try:
        _theirs(row.id, by, at)
    except Missing:
        return False
    return True


def _theirs(order_id: UUID, by: SignedIn, at: datetime) -> tuple[CourtOrder, str, bool]:
    """The same, and whether they keep it."""
    row = CourtOrder.objects.filter(pk=order_id).select_related("restrained", "protected").first()
    if row is None or by.account.employee_id is None:
        raise Missing
    answers = _answers(children_of(row), by, at)
    role = next((who.role for decision, who in answers.values() if decision.granted), None)
    taken = [who for _, who in answers.values() if who.has_student] if row.received_by == by.account.id else []
    if role is None and not taken:
        raise Missing
    return row, role or taken[0].role, role is not None


def _seen(row: CourtOrder, by: SignedIn, at: datetime) -> OnFile | None:
    """The order with those of its children whose orders this account may know of; None where there are none."""
    answers = _answers(children_of(row), by, at)
    theirs = [child for child, (decision, _) in answers.items() if decision.granted]
    return _as_listed(row, theirs, at) if theirs else None


def children_of(row: CourtOrder) -> list[UUID]:
    """The students it names, by their ids."""
    named = CourtOrderChild.objects.filter(order=row).order_by("student_id")
    return list(named.values_list("student_id", flat=True))


def _answers(children: Collection[UUID], by: SignedIn, at: datetime) -> dict[UUID, tuple[Decision, RequesterFacts]]:
    """For each child: may this account see an order of theirs, and as what do they ask?"""
    on = district_day(at)
    students = facts_of_students(children, on, Touch.LOOKS)
    requesters = facts_towards(by.account, students.values(), on)
    return {
        id_: (
            gate.opens(OF_ORDERS, requester=requesters[id_], student=student, purpose=by.purpose, on=on),
            gate.acting(OF_ORDERS, requester=requesters[id_], purpose=by.purpose, on=on),
        )
        for id_, student in students.items()
    }


def _as_listed(row: CourtOrder, children: Collection[UUID], at: datetime) -> OnFile:
    names = [full_name(it) for it in Student.objects.filter(pk__in=children).order_by("search_name")]
    ends = last_day_of(row)
    return OnFile(
        id=row.id,
        kind=row.kind,
        children=tuple(names),
        restrained=person_name(row.restrained) if row.restrained else "",
        protected=person_name(row.protected) if row.protected else "",
        from_on=row.from_on,
        ends=ends,
        ends_by_law=row.to_on is None,
        over=ends < district_day(at),
        lifted_on=row.lifted_on,
        received_at=row.received_at,
        received_by=queries.account_names([row.received_by]).get(row.received_by, ""),
    )
