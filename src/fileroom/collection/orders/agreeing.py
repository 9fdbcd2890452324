"""A second person agrees to a list of orders, having counted it. Then those whose paper lies with the district, and
whose person is known, are in force, and count at the opening of a school; the others wait for their paper.

Who turns a list back opens nothing: one person's word lifts no order. Each stays in doubt until two have lifted it, or
its paper is filed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Max

from fileroom.collection.imports.second_person import MOST_MISCOUNTED, TOO_OFTEN, keeper, open_batch
from fileroom.collection.models import ListedOrder, OrderBatch
from fileroom.collection.orders import namesakes, superseded
from fileroom.collection.orders.duties import Filing, owe_looks, owe_paper
from fileroom.collection.orders.imports import LISTS, PART, PURPOSE
from fileroom.collection.orders.protecting import protects
from fileroom.collection.orders.services import ITEM, PAPERS
from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Order, Paper, Question, Record, RecordKind, Requester, RequesterKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel
from fileroom.people.facts import Touch, facts_of_students
from fileroom.people.models import CourtOrderChild
from fileroom.people.signed_in import SignedIn

State = OrderBatch.State
BY_NOBODY = "Nobody knows who brought it, so nobody is known to be another. Turn it back, and have it brought anew."
COUNTED = "Another number came in. Count again in the list as it was brought, or turn it back."


@dataclass(frozen=True)
class Waiting:
    """One list that waits: when it came, and how many of each kind, of no one by name; `protecting`: of how many the
    list says whom they protect."""

    id: UUID
    brought_at: datetime
    kinds: tuple[tuple[str, int], ...]
    without_paper: int
    protecting: int
    mine: bool


def waiting(*, by: SignedIn, at: datetime) -> tuple[Waiting, ...]:
    """The lists that wait, the oldest first, for whoever keeps the whole district's records. Raises Missing."""
    with district_transaction():
        keeper(by, at)
        found = []
        for it in OrderBatch.objects.filter(state=State.WAITS).order_by("brought_at"):
            rows = list(ListedOrder.objects.filter(batch=it).select_related("order"))
            kinds = tuple(Counter(row.order.kind for row in rows).most_common())
            without = sum(not row.paper for row in rows)
            protecting = sum(row.protects_id is not None for row in rows)
            found.append(Waiting(it.id, it.brought_at, kinds, without, protecting, it.brought_by == by.account.id))
        return tuple(found)


def confirm(batch_id: UUID, *, counted: int, by: SignedIn, at: datetime) -> int:
    """Agree, having counted the rows of the list. Returns how many are in force by it; what the law does not take stays
    claimed. Raises Missing, and ValidationError where another number came in, or it is their own."""
    done = _confirm(batch_id, counted, by, at)
    if done is None:  # only now: its entry is committed
        raise ValidationError({"counted": COUNTED})
    return done


@durable_transaction
def _confirm(batch_id: UUID, counted: int, by: SignedIn, at: datetime) -> int | None:
    """None: another number came in. It is noted, and after a few the list is agreed to by nobody."""
    row, role = open_batch(OrderBatch, batch_id, by, at)
    if row.brought_by is None:
        raise ValidationError({"counted": BY_NOBODY})
    if row.miscounted >= MOST_MISCOUNTED:
        raise ValidationError({"counted": TOO_OFTEN})
    if counted != row.size:
        event = ledger.event(
            Act.ORDERS_MISCOUNTED, record=row.id, part=PART, by=by.acting_as(role), purpose=PURPOSE, at=at
        )
        ledger.write(event)
        row.miscounted += 1
        row.save(update_fields=["miscounted"])
        return None
    listed = ListedOrder.objects.filter(batch=row)
    named = list(CourtOrderChild.objects.filter(order__in=listed.values("order")).order_by("student_id"))
    # Who lifts one of them just now is waited for: what stands is read once the children are held.
    facts_of_students({it.student_id for it in named}, district_day(at), Touch.CHANGES)
    ready = list(listed.filter(paper=True, known=True, order__lifted_on=None).select_related("order"))
    children: dict[UUID, list[CourtOrderChild]] = {}
    for child in named:
        children.setdefault(child.order_id, []).append(child)
    bind = [it for it in ready if _in_force(it, children[it.order_id], role, by, at)]
    here = namesakes.staff(at=at)
    for it in bind:
        protects(it.protects_id, namesakes.Look(it.order, by.acting_as(role), at), here)
    _decided(row, State.CONFIRMED, Act.ORDERS_CONFIRMED, role, by, at)
    return len(bind)


def _in_force(listed: ListedOrder, named: list[CourtOrderChild], role: str, by: SignedIn, at: datetime) -> bool:
    """One order of the list, if the law takes it: each child's line, under seal; from now on it binds, in the place of
    what was claimed of it before, and is looked at before it ends. Else it stays claimed, and its paper is owed."""
    order = listed.order
    decision = _taken(order.kind, at)
    act = Act.ORDER_FILED if decision.granted else Act.COLLECTION_REFUSED
    entries = [
        ledger.write(
            ledger.event(
                act, student=child.student_id, record=child.id, part="" if decision.granted else ITEM,
                by=by.acting_as(role), purpose=PURPOSE, decision=decision, outcome="list", sealed=True, at=at,
            )
        )
        for child in named
    ]  # fmt: skip
    if not decision.granted:
        owe_paper(order, entries[0], at=at)
        return False
    order.claimed = False
    order.save(update_fields=["claimed"])
    owe_looks(Filing(order, (decision,), entries[0], names_others=False), at=at)
    superseded.by(order, entries[0], dict.fromkeys((it.student_id for it in named), role), by=by, at=at)
    return True


def agreed_at(student_id: UUID) -> datetime | None:
    """When a second person last agreed to a list by which an order on this student is in force that nobody has lifted:
    it binds since then, and not since it came. Part of the open transaction."""
    orders = CourtOrderChild.objects.filter(student=student_id, order__lifted_on=None, order__claimed=False)
    listed = ListedOrder.objects.filter(order__in=orders.values("order"), batch__state=State.CONFIRMED)
    newest: datetime | None = listed.aggregate(newest=Max("batch__decided_at"))["newest"]
    return newest


def _taken(kind: str, at: datetime) -> Decision:
    """The law's word on an order whose paper the district has: it is taken from anybody, and obeyed."""
    return counsel.decide(
        Question(
            on=district_day(at), action=Action.FILE_ORDER, requester=Requester(kind=RequesterKind.SYSTEM),
            record=Record(kind=RecordKind.COURT_ORDER), papers=(Paper(PAPERS[Order(kind)]),), orders=(),
        )
    )  # fmt: skip


@durable_transaction
def turn_back(batch_id: UUID, *, by: SignedIn, at: datetime) -> None:
    """It is not agreed to. What it claims stays in doubt; two people lift each. Raises Missing and ValidationError."""
    row, role = open_batch(OrderBatch, batch_id, by, at)
    _decided(row, State.TURNED_BACK, Act.ORDERS_TURNED_BACK, role, by, at)


def _decided(row: OrderBatch, state: OrderBatch.State, act: Act, role: str, by: SignedIn, at: datetime) -> None:
    entry = ledger.write(
        ledger.event(
            act, record=row.id, part=PART, by=by.acting_as(role), purpose=PURPOSE, outcome=f"rows:{row.size}", at=at
        )
    )
    row.state, row.decided_at, row.decided_by, row.decided_entry = state, at, by.account.id, entry
    row.save(update_fields=["state", "decided_at", "decided_by", "decided_entry"])
    duties.discharge(LISTS, row.id, Over(by.account.id, entry, at))
