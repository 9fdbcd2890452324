"""The orders on file, for those who may know of them: the custodian of records, and of one order whoever took it in.

At the counter nobody sees this: there it says to call the principal. To look at an order's terms is noted, under seal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from uuid import UUID

from django.db.models import Q

from fileroom.collection import gate
from fileroom.collection.orders.duties import ROOM, last_day_of
from fileroom.collection.orders.terms import ASKED
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
from fileroom.people.bound import naming
from fileroom.people.facts import RequesterFacts, Touch, facts_of_students, facts_towards
from fileroom.people.models import CourtOrder, CourtOrderChild, OrderLifting, Relationship, Student
from fileroom.people.names import full_name, person_name
from fileroom.people.paging import first_granted
from fileroom.people.searched import note_listed
from fileroom.people.signed_in import SignedIn

MOST, MOST_SIBLINGS = 100, 20
MOST_ASKED = 3 * MOST_SIBLINGS  # each is a question to the law; a child who is not offered is named on the form
PART = "orders"
OF_ORDERS = RecordKind.COURT_ORDER


@dataclass(frozen=True)
class OnFile:
    """One order. `ends`: its last day, on its face or by law (`ends_by_law`); `over`: that lies behind, and nothing has
    opened again by it. `claimed`: a list says that there is one, and it is in doubt."""

    id: UUID
    kind: str
    children: tuple[str, ...]
    restrained: str
    protected: str
    from_on: date
    ends: date | None
    ends_by_law: bool
    over: bool
    claimed: bool
    lifted_on: date | None
    received_at: datetime
    received_by: str
    served: str
    safe_tonight: str
    reached: str
    court: str
    number: str
    brought_by: str
    term: str
    collects_on: str
    stage: str
    hearing_on: date | None


@dataclass(frozen=True)
class Proposed:
    """Somebody has said that the order no longer holds, by these papers. `mine`: it was whoever looks now."""

    rests_on: str
    by: str
    at: datetime
    mine: bool
    papers: tuple[UUID, ...]


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


def orders(*, after: UUID | None = None, by: SignedIn, at: datetime) -> Orders:
    """Each that nobody has lifted and this account keeps, the newest last; `after`: those that came after this one. It
    is a search, and noted as one: a list has whom it names and how it stands, and the terms are on a page of their own.
    """
    if by.account.employee_id is None:
        note_listed(PART, 0, by=by, at=at)
        return Orders((), more=False)

    rows = CourtOrder.objects.filter(lifted_on=None).select_related("restrained", "protected")
    with district_transaction():
        edge = CourtOrder.objects.filter(pk=after).first() if after else None
    if edge:
        rows = rows.filter(Q(received_at__gt=edge.received_at) | Q(received_at=edge.received_at, pk__gt=edge.pk))
    granted = partial(_granted, by=by, at=at)
    found, more = first_granted(rows, "received_at", "id", most=MOST, granted=granted)
    note_listed(PART, sum(len(it.children) for it in found), by=by, at=at)
    return Orders(found, more)


def _granted(page: list[CourtOrder], *, by: SignedIn, at: datetime) -> list[OnFile]:
    """Those of which this account may know, each with the children whose orders it may know of."""
    kept = [it for it in _known_of(page, by, at) if it.keeps]
    return _listed([it.row for it in kept], {it.row.id: it.children for it in kept}, at)


@durable_transaction
def order(order_id: UUID, *, by: SignedIn, at: datetime) -> OrderPage:
    """One of them, with the children of whose orders this account may know; that it was looked at is noted with each.

    Raises Missing.
    """
    asked = known(order_id, by, at)
    note_looked_at(order_id, asked.children, asked.role, by=by, at=at)
    owed = duties.about(ROOM, [order_id], at=at)
    (listed,) = _listed([asked.row], {order_id: asked.children}, at)
    return OrderPage(listed, tuple(owed), _proposed(asked.row, by), asked.keeps)


def note_looked_at(order_id: UUID, children: Collection[UUID], role: str, *, by: SignedIn, at: datetime) -> None:
    """One entry under seal for each of these children. Part of the open transaction."""
    for child in children:
        ledger.write(
            ledger.event(
                Act.ORDER_LOOKED_AT, student=child, record=order_id, by=by.acting_as(role), purpose=by.purpose.value,
                sealed=True, at=at,
            )
        )  # fmt: skip


def _proposed(row: CourtOrder, by: SignedIn) -> Proposed | None:
    it = OrderLifting.objects.filter(order=row, confirmed_at=None).first()
    if it is None:
        return None
    name = queries.account_names([it.proposed_by]).get(it.proposed_by, "")
    papers = tuple(UUID(paper) for paper in it.papers)
    return Proposed(it.rests_on, name, it.proposed_at, it.proposed_by == by.account.id, papers)


def siblings(student_id: UUID, *, by: SignedIn, at: datetime) -> tuple[tuple[UUID, str], ...]:
    """Other children with a contact of this one, of those whose file the law opens to this employee: id and name. Who
    has most of its contacts comes first: of a home in which one adult answers for all, a few are asked about."""
    if by.account.employee_id is None:
        return ()
    on = district_day(at)
    ties_there = Relationship.objects.exclude(standing="refuted")
    contacts = ties_there.filter(student_id=student_id).values("contact_id")
    theirs = ties_there.filter(contact_id__in=contacts).exclude(student_id=student_id)
    with district_transaction():
        ties = Counter(theirs.values_list("student_id", flat=True))
        if not ties:
            return ()
        kin = Student.objects.filter(queries.served_by(by.account.employee_id, on=on), pk__in=ties)
        rows = sorted(kin.order_by("search_name", "id"), key=lambda it: -ties[it.id])[:MOST_ASKED]
        files = _answers([it.id for it in rows], by, at, of=RecordKind.CUMULATIVE_FILE)
        found = [it for it in rows if files[it.id][0].granted][:MOST_SIBLINGS]
        return tuple((it.id, full_name(it)) for it in sorted(found, key=lambda it: (it.search_name, it.id)))


def student_of(order_id: UUID) -> UUID | None:
    """A student whom the order names, the first by id; None: there is no such order."""
    with district_transaction():
        named = CourtOrderChild.objects.filter(order_id=order_id).order_by("student_id")
        return named.values_list("student_id", flat=True).first()


def knows_of(row: CourtOrder, by: SignedIn, at: datetime) -> bool:
    """May this account know that there is this order?"""
    return any(_known_of([row], by, at))


def keeps(row: CourtOrder, by: SignedIn, at: datetime) -> bool:
    """Is this account a custodian of records who keeps the order, its paper included?"""
    return any(it.keeps for it in _known_of([row], by, at))


def known_among(orders: Collection[UUID], *, by: SignedIn, at: datetime, kept: bool = False) -> set[UUID]:
    """Those of these orders of which the account may know; `kept`: those of them alone that it keeps."""
    if not orders:
        return set()
    with district_transaction():
        found = _known_of(list(CourtOrder.objects.filter(pk__in=list(orders))), by, at)
        return {it.row.id for it in found if it.keeps or not kept}


@dataclass(frozen=True)
class Known:
    """What an account may know of an order: in which role, of which of its children, and whether it keeps it."""

    row: CourtOrder
    role: str
    children: list[UUID]
    keeps: bool


def known(order_id: UUID, by: SignedIn, at: datetime) -> Known:
    """The same of one. Raises Missing. Part of the open transaction."""
    row = CourtOrder.objects.filter(pk=order_id).select_related("restrained", "protected").first()
    for it in _known_of([row] if row else [], by, at):
        return it
    raise Missing


def _known_of(rows: Collection[CourtOrder], by: SignedIn, at: datetime) -> Iterator[Known]:
    """Those of these orders that somebody may know of. A custodian of records keeps one; who took it in knows of it on
    that day, to hand over its receipt; whom it names, or may name, is told nothing by any office. As many statements
    for many as for one."""
    if by.account.employee_id is None:
        return
    own, children, today = naming([row.id for row in rows], by.account), _children(rows), district_day(at)
    answers = _answers({child for of in children.values() for child in of}, by, at)
    for row in (it for it in rows if it.id not in own):
        asked = {child: answers[child] for child in children[row.id] if child in answers}
        kept = {child: who for child, (decision, who) in asked.items() if decision.granted}
        taken = {child: who for child, (_, who) in asked.items() if who.has_student}
        of_today = row.received_by == by.account.id and district_day(row.received_at) == today
        if mine := kept or (taken if of_today else {}):
            yield Known(row, next(iter(mine.values())).role, list(mine), keeps=bool(kept))


def children_of(row: CourtOrder) -> list[UUID]:
    """The students it names, by their ids."""
    return _children([row])[row.id]


def _children(page: Collection[CourtOrder]) -> dict[UUID, list[UUID]]:
    """The same of several orders, in one statement."""
    found: dict[UUID, list[UUID]] = {row.id: [] for row in page}
    named = CourtOrderChild.objects.filter(order_id__in=list(found)).order_by("student_id")
    for order_id, child in named.values_list("order_id", "student_id"):
        found[order_id].append(child)
    return found


def _answers(
    children: Collection[UUID], by: SignedIn, at: datetime, of: RecordKind = OF_ORDERS
) -> dict[UUID, tuple[Decision, RequesterFacts]]:
    """For each child: may this account see an order of theirs, or another record; and as what do they ask?"""
    on = district_day(at)
    students = facts_of_students(children, on, Touch.LOOKS)
    requesters = facts_towards(by.account, students.values(), on)
    return {
        id_: (
            gate.opens(of, requester=requesters[id_], student=student, purpose=by.purpose, on=on),
            gate.acting(of, requester=requesters[id_], purpose=by.purpose, on=on),
        )
        for id_, student in students.items()
    }


def _listed(page: Collection[CourtOrder], children: Mapping[UUID, list[UUID]], at: datetime) -> list[OnFile]:
    """These orders as lists show them, each with these children: two statements, however many they are."""
    students = Student.objects.filter(pk__in={child for row in page for child in children[row.id]})
    names = {it.id: full_name(it) for it in students}
    takers = queries.account_names(row.received_by for row in page)
    return [_on_file(row, [names[it] for it in children[row.id]], takers, district_day(at)) for row in page]


def _on_file(row: CourtOrder, names: list[str], takers: Mapping[UUID, str], on: date) -> OnFile:
    ends = last_day_of(row)
    return OnFile(
        id=row.id,
        kind=row.kind,
        children=tuple(sorted(names)),
        restrained=person_name(row.restrained) if row.restrained else "",
        protected=person_name(row.protected) if row.protected else "",
        from_on=row.from_on,
        ends=ends,
        ends_by_law=row.to_on is None and ends is not None and not row.made["temporary"],
        over=ends is not None and ends < on,
        claimed=row.claimed,
        lifted_on=row.lifted_on,
        received_at=row.received_at,
        received_by=takers.get(row.received_by, "") if row.received_by else "",
        **{it: getattr(row, it) for it in ASKED},
    )
