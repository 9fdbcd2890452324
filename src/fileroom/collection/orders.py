"""A court's order comes in: its terms to `people`, where every door obeys them; its paper, sealed, to the shelf."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection import gate
from fileroom.collection.services import Document, readable, student_and_requester
from fileroom.hosting import durable_transaction
from fileroom.law import Decision
from fileroom.law.catalogue import CATALOGUE
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Order, Paper, PaperKind, Record, RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel
from fileroom.people.answers import Missing, Refused
from fileroom.people.facts import RequesterFacts, StudentFacts, Touch
from fileroom.people.models import CourtOrder, CourtOrderChild
from fileroom.people.models.orders import BINDING
from fileroom.people.questions import question
from fileroom.people.signed_in import SignedIn
from fileroom.records import contents as shelf
from fileroom.records.models import Record as Shelved

ITEM = "court_order"
# Which paper is handed in where an order of this kind is. An agreement of the parents is no court's order.
PAPERS = dict.fromkeys(Order, PaperKind.COURT_ORDER) | {Order.RECORDS_ORDER_6323_5: PaperKind.RECORDS_ORDER_6323_5}
del PAPERS[Order.BOTH_PARENTS_MAY_CONSENT_AGREEMENT]


NO_PAPER = shelf.Contents.document(b"", "")  # never shelved: the law takes no order without its paper
Taken = tuple[StudentFacts, RequesterFacts, Decision]


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

    Whoever has one hands it in, and an employee who works with each child's file enters it. Raises Missing (no such
    child, or no employee) and ValidationError (no child named, or nobody whom an order that binds would bind).
    """
    _named(terms)
    contents = readable(ITEM, paper) if paper else NO_PAPER
    taken: list[Taken] = []
    for student, requester in [student_and_requester(child, by, at, Touch.CHANGES) for child in sorted(terms.children)]:
        if requester.has_student is None:
            raise Missing  # a family hands its paper to the office
        decision = _decided(terms, paper, student, requester, by=by, on=district_day(at))
        if not decision.granted:
            noted: dict[str, Any] = {"student": student.id, "by": by.acting_as(requester.role), "at": at}
            event = ledger.event(Act.COLLECTION_REFUSED, part=ITEM, decision=decision, sealed=True, **noted)
            return Refused(decision, ledger.write(event))
        taken.append((student, requester, decision))
    order = CourtOrder(
        kind=terms.kind.value,
        restrained_id=terms.restrained,
        protected_id=terms.protected,
        from_on=terms.from_on,
        to_on=terms.to_on,
        received_at=at,
        received_by=by.account.id,
    )
    entries = [_shelve(each, order, contents, by, at) for each in taken]
    order.save(force_insert=True)
    CourtOrderChild.objects.bulk_create([CourtOrderChild(order=order, student_id=child) for child in terms.children])
    return OrderFiled(order.id, tuple(entries))


def _decided(
    terms: Terms, paper: Document | None, student: StudentFacts, requester: RequesterFacts, *, by: SignedIn, on: date
) -> Decision:
    """May this employee open the child's file; and is a court's order handed in?"""
    sees = gate.opens(RecordKind.CUMULATIVE_FILE, requester=requester, student=student, purpose=by.purpose, on=on)
    if not sees.granted:
        return sees
    papers = (Paper(PAPERS[terms.kind]),) if paper and terms.kind in PAPERS else ()
    record = Record(kind=RecordKind.COURT_ORDER)
    return counsel.decide(
        question(
            Action.FILE_ORDER, by.purpose, requester=requester, student=student, record=record, papers=papers, on=on
        )
    )


def _named(terms: Terms) -> None:
    if not terms.children:
        raise ValidationError({"children": "Name at least one child the order speaks of."})
    if terms.kind.value in BINDING and terms.restrained is None:
        raise ValidationError({"restrained": "Say whom the order binds. Enter the person as a contact first."})


def _shelve(each: Taken, order: CourtOrder, contents: shelf.Contents, by: SignedIn, at: datetime) -> UUID:
    """The sealed entry, and the paper on the shelf."""
    student, requester, decision = each
    record = Shelved(
        student_id=student.id,
        item=ITEM,
        kept_as=CATALOGUE[ITEM].class_.value,
        about=order.id,
        origin=by.door,
        filed_at=at,
        filed_by=by.account.id,
    )
    noted: dict[str, Any] = {"student": student.id, "record": record.id, "by": by.acting_as(requester.role), "at": at}
    entry = ledger.write(ledger.event(Act.ORDER_FILED, decision=decision, sealed=True, **noted))
    record.save(force_insert=True)
    shelf.write([shelf.Filing(record, 1, contents)], by=by.account.id, at=at)
    return entry
