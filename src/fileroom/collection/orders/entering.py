"""The orders of a list are entered: claimed, so in doubt, each with what the list says of it sealed in the child's
file, and with what is owed about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from fileroom.collection.models import ListedOrder, OrderBatch
from fileroom.collection.orders.duties import COUNSEL, PAPER, ROOM, owe_paper
from fileroom.collection.orders.listed import Said
from fileroom.collection.orders.services import ITEM, sign_out
from fileroom.duties import services as duties
from fileroom.duties.services import Owed
from fileroom.law import default_calendar
from fileroom.law.catalogue import CATALOGUE
from fileroom.law.days import district_day
from fileroom.law.facts import Order
from fileroom.law.marks import tells
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.calendars import calendar
from fileroom.people.contacts import enter_contact
from fileroom.people.models import CourtOrder, CourtOrderChild
from fileroom.people.models.orders import BINDING
from fileroom.records import contents as shelf
from fileroom.records.models import Record

NONE = "no_paper"


@dataclass(frozen=True)
class Fresh:
    """One order of a list, and the children whose rows say the same; `protects`: whom those rows say that it does."""

    kind: Order
    said: Said
    children: list[UUID]
    protects: set[UUID] = field(default_factory=set)

    @property
    def protected(self) -> UUID | None:
        """The one whom it protects; None where no row says so, or two name another each."""
        return next(iter(self.protects)) if len(self.protects) == 1 else None


@dataclass(frozen=True)
class Entering:
    """What is entered together: one list, by whom and when."""

    batch: OrderBatch
    by: Actor
    at: datetime
    purpose: str

    def enter(self, fresh: Sequence[Fresh]) -> None:
        """All of them. Part of the open transaction."""
        somebody: dict[str, UUID] = {}
        bound: list[tuple[UUID, list[UUID]]] = []
        for it in fresh:
            whom = it.said.whom
            restrained = whom.contact
            if whom.family:  # one row for each name, as at the counter: related to nobody
                if whom.key not in somebody:
                    somebody[whom.key] = enter_contact(whom.given, whom.family)
                restrained = somebody[whom.key]
            self._one(it, restrained)
            if restrained and it.kind.value in BINDING:
                bound.append((restrained, it.children))
        sign_out(bound)

    def _one(self, it: Fresh, restrained: UUID | None) -> None:
        said = it.said
        order = CourtOrder.objects.create(
            id=uuid4(), kind=it.kind.value, restrained_id=restrained, from_on=said.from_on, to_on=said.to_on,
            received_at=self.at, received_by=self.by.account, claimed=True,
        )  # fmt: skip
        papers = [self._shelved(child) for child in dict.fromkeys(it.children)]
        Record.objects.bulk_create(papers)
        CourtOrderChild.objects.bulk_create(
            [CourtOrderChild(id=paper.id, order=order, student_id=paper.student_id) for paper in papers]
        )
        kept = shelf.Contents.structured({"court": said.court, "case_number": said.case})
        filings = [shelf.Filing(paper, 1, kept, tells((said.court, said.case))) for paper in papers]
        shelf.write(filings, by=self.by, purpose=self.purpose, at=self.at)
        outcome = PAPER if said.paper else NONE
        entries = [
            ledger.write(
                ledger.event(
                    Act.ORDER_CLAIMED, student=paper.student_id, record=paper.id, by=self.by, purpose=self.purpose,
                    outcome=outcome, sealed=True, at=self.at,
                )
            )
            for paper in papers
        ]  # fmt: skip
        ListedOrder.objects.create(
            id=uuid4(),
            batch=self.batch,
            order=order,
            paper=said.paper,
            known=not said.whom.family,
            protects_id=it.protected,
        )
        self._owe(order, said, entries[0])

    def _shelved(self, child: UUID) -> Record:
        kept_as = CATALOGUE[ITEM].class_.value
        return Record(
            student_id=child, item=ITEM, kept_as=kept_as, origin=self.by.door, filed_at=self.at,
            filed_by=self.by.account,
        )  # fmt: skip

    def _owe(self, order: CourtOrder, said: Said, entry: UUID) -> None:
        """Counsel reads it the same day; where there is no paper, or nobody knows whom it binds, the custodians of its
        children's schools bring the paper."""
        reads = Owed(COUNSEL, ROOM, order.id, self.at, office="counsel", due_on=district_day(self.at))
        duties.owe([reads], calendar=calendar() or default_calendar(), caused_by=entry)
        if not said.paper or said.whom.family:
            owe_paper(order, entry, at=self.at)
