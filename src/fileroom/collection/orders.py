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
from fileroom.people.answers import Refused
from fileroom.people.facts import StudentFacts, Touch
from fileroom.people.models import CourtOrder, CourtOrderChild
from fileroom.people.models.orders import BINDING
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
def file_order(terms: Terms, paper: Document | None, *, by: SignedIn, at: datetime) -> OrderFiled | Refused:
    """Take an order in. It is obeyed on filing (Fam. 6323.5(c)(2)); nobody judges it here.

    Only an employee who works with each child's file may file it: a family hands its paper to one. Raises Missing
    (no such child) and ValidationError (no child named, or nobody whom an order that binds would bind).
    """
    _readable(terms)
    cases = {child: about(child, by, at, Touch.CHANGES) for child in sorted(terms.children)}
    filed_for = [cases[child] for child in terms.children]
    for student, requester in filed_for:
        on = district_day(at)
        sees = gate.opens(RecordKind.CUMULATIVE_FILE, requester=requester, student=student, purpose=by.purpose, on=on)
        if not sees.granted or requester.has_student is None:
            actor = by.acting_as(requester.role)
            event = ledger.event(Act.COLLECTION_REFUSED, student=student.id, by=actor, outcome="no", at=at, sealed=True)
            return Refused(sees, ledger.write(event))
    order = CourtOrder(
        kind=terms.kind.value,
        restrained_id=terms.restrained,
        protected_id=terms.protected,
        from_on=terms.from_on,
        to_on=terms.to_on,
        received_at=at,
        received_by=by.account.id,
    )
    entries = [_shelve(student, requester.role, order, paper, by, at) for student, requester in filed_for]
    order.save(force_insert=True)
    CourtOrderChild.objects.bulk_create([CourtOrderChild(order=order, student_id=child) for child in terms.children])
    return OrderFiled(order.id, tuple(entries))


def _readable(terms: Terms) -> None:
    if not terms.children:
        raise ValidationError({"children": "Name at least one child the order speaks of."})
    if terms.kind.value in BINDING and terms.restrained is None:
        raise ValidationError({"restrained": "Say whom the order binds. Enter the person as a contact first."})


def _shelve(
    student: StudentFacts, role: str, order: CourtOrder, paper: Document | None, by: SignedIn, at: datetime
) -> UUID:
    """The sealed entry, and the paper where there is one."""
    actor = by.acting_as(role)
    if paper is None:
        return ledger.write(ledger.event(Act.ORDER_FILED, student=student.id, by=actor, at=at, sealed=True))
    record = Record(
        student_id=student.id,
        item=ITEM,
        kept_as=CATALOGUE[ITEM].class_.value,
        about=order.id,
        origin=by.door,
        filed_at=at,
        filed_by=by.account.id,
    )
    event = ledger.event(Act.ORDER_FILED, student=student.id, record=record.id, by=actor, at=at, sealed=True)
    entry = ledger.write(event)
    contents, _ = sealed_form(ITEM, paper)
    record.save(force_insert=True)
    shelf.write([shelf.Filing(record, 1, contents)], by=by.account.id, at=at)
    return entry
