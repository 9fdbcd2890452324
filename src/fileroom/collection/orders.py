"""A court's order comes in: its terms to `people`, where every door obeys them; its paper, sealed, to the shelf."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection import gate
from fileroom.collection.services import Document, about, sealed_form
from fileroom.hosting import durable_transaction
from fileroom.law.catalogue import CATALOGUE
from fileroom.law.days import district_day
from fileroom.law.facts import Order, RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import Missing
from fileroom.people.models import CourtOrder, CourtOrderChild
from fileroom.people.signed_in import SignedIn
from fileroom.records import contents as shelf
from fileroom.records.models import Record

ITEM = "court_order"


@dataclass(frozen=True)
class Terms:
    """What every door must obey. `restrained` and `protected` are contacts; an end never restores access by itself."""

    kind: Order
    restrained: UUID | None
    protected: UUID | None
    children: tuple[UUID, ...]
    from_on: date
    to_on: date | None = None


@dataclass(frozen=True)
class OrderFiled:
    """In force from this moment; one entry for each child the order names."""

    id: UUID
    entries: tuple[UUID, ...]


@durable_transaction
def file_order(terms: Terms, paper: Document | None, *, by: SignedIn, at: datetime) -> OrderFiled:
    """Take an order in. It is obeyed on filing (Fam. 6323.5(c)(2)): no check of ours stands before that."""
    if not terms.children:
        raise ValidationError({"children": "Name at least one child the order speaks of."})
    order = CourtOrder(
        kind=terms.kind.value,
        restrained_id=terms.restrained,
        protected_id=terms.protected,
        from_on=terms.from_on,
        to_on=terms.to_on,
        received_at=at,
        received_by=by.account.id,
    )
    entries = [_file_for(child, order, paper, by, at) for child in terms.children]
    order.save(force_insert=True)
    CourtOrderChild.objects.bulk_create([CourtOrderChild(order=order, student_id=child) for child in terms.children])
    return OrderFiled(order.id, tuple(entries))


def _file_for(child: UUID, order: CourtOrder, paper: Document | None, by: SignedIn, at: datetime) -> UUID:
    student, requester = about(child, by, at)
    # Whoever works with the child's file may take an order in; to open its paper again is for the custodian.
    sees = gate.opens(RecordKind.CUMULATIVE_FILE, requester=requester, student=student, on=district_day(at))
    if not sees.granted:
        raise Missing
    actor = by.acting_as(requester.role)
    record = Record(
        student_id=child, item=ITEM, kept_as=CATALOGUE[ITEM].class_.value, about=order.id,
        origin=by.door, filed_at=at, filed_by=by.account.id,
    )  # fmt: skip
    entry = ledger.write(ledger.event(Act.ORDER_FILED, student=child, record=record.id, by=actor, at=at, sealed=True))
    if paper is not None:
        contents, _ = sealed_form(ITEM, paper)
        record.save(force_insert=True)
        shelf.write([shelf.Filing(record, 1, contents)], by=by.account.id, at=at)
    return entry
