"""Court orders come in from a list: the custody alerts of another system, or what a district keeps by hand.

From its coming on nobody whom a row names sees more than if the order were in force: what it takes is in doubt, and the
law waits. An order it is, and counted, once a second person has agreed and its paper lies with the district.
"""

from __future__ import annotations

import hmac
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from uuid import UUID, uuid4

from fileroom.collection import possible_orders
from fileroom.collection.imports import done
from fileroom.collection.imports.faults import Fault, Problem
from fileroom.collection.imports.listed import rows_of
from fileroom.collection.imports.progress import Progress, nothing_to_show
from fileroom.collection.imports.report import Report, Tally, Written
from fileroom.collection.imports.second_person import owe_count
from fileroom.collection.imports.services import Errand, carry_out
from fileroom.collection.imports.whose import Students
from fileroom.collection.models import ListedOrder, OrderBatch, PossibleOrder
from fileroom.collection.orders.duties import last_day_of
from fileroom.collection.orders.entering import Entering, Fresh
from fileroom.collection.orders.listed import COLUMNS, People, Said, read
from fileroom.collection.orders.services import ITEM
from fileroom.hosting import current_district
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.facts import Touch, facts_of_students
from fileroom.people.models import CourtOrderChild
from fileroom.people.names import person_name, words_of
from fileroom.seal.store import key_store

PART, PURPOSE = "orders", "enrolment"
LISTS, TAKEN = "order_lists", "casework.orders_received.whoever_hands_it_in"  # as it is owed to count one
PAGE = "/orders/lists/"
UNSAID = (
    "Whom it protects is not one contact of the child by this id or exactly this name, or is whom it binds. It is said"
    " of nobody: two who keep the order say it on its page."
)
LACKS = "It needs the columns terms and paper, student_id or ssid, and restrained or contact_id."
Key = tuple[UUID, str, str]  # the child, the kind, and the person


def import_orders(
    path: Path, *, by: Actor, at: datetime, dry_run: bool = False, progress: Progress = nothing_to_show
) -> Report:
    """Read a list of orders, in one transaction. Raises FileNotFoundError."""
    errand = Errand(PART, by, at, dry_run)
    return carry_out(lambda: _Import(path, errand, progress).carry_out(), Counter, errand)


@dataclass
class _Import:
    """One run through a list."""

    path: Path
    errand: Errand
    progress: Progress
    tally: Tally = field(default_factory=Tally)
    said: list[tuple[int, Said]] = field(default_factory=list)
    set_aside: defaultdict[UUID, set[str]] = field(default_factory=lambda: defaultdict(set))

    def carry_out(self) -> Report:
        listed = rows_of(self.path, COLUMNS, all_of={"terms", "paper"}, one_of={"student", "ssid"}, lacks=LACKS)
        rows, students = list(listed), Students()
        children = {it for _, row in rows if isinstance(it := _child(row, students), UUID)}
        facts_of_students(children, self.errand.on, Touch.CHANGES)  # who looks just now is waited for
        people = People(children)
        for number, row in rows:
            self.tally.read += 1
            self.progress(1)
            one = read(row, students, people, on=self.errand.on)
            if isinstance(one, Said):
                self.said.append((number, one))
                continue
            self.tally.put_aside(self.path.name, number, one)
            if isinstance(child := _child(row, students), UUID):
                self.set_aside[child].add(_known_by(row))
        fresh, unchanged = self._fresh(_standing(children))
        if not self.errand.dry_run:
            self._enter(fresh)
        self.tally.remarks += self._told(fresh)
        report = Report(self.tally, Written(new=len(self.said) - unchanged, unchanged=unchanged), self.errand.dry_run)
        if not self.errand.dry_run:
            done.note(report, part=PART, purpose=PURPOSE, by=self.errand.by, at=self.errand.at)
        return report

    def _fresh(self, standing: dict[Key, list[Stands]]) -> tuple[list[Fresh], int]:
        """The orders that are not on file yet, one for all the children it names, and how many rows say nothing new."""
        orders: dict[tuple[str, ...], Fresh] = {}
        unchanged = 0
        for number, one in self.said:
            new = [
                kind
                for kind in one.kinds
                if not any(
                    it.says_all_of(one, self.errand.on)
                    for it in standing.get((one.child, kind.value, one.whom.key), ())
                )
            ]
            unchanged += not new
            for kind in new:
                # Rows with one case number, of one court and against one person, are one order that names several.
                alone = () if one.case else (str(number),)
                days = str(one.from_on), str(one.to_on)
                key = (kind.value, one.court, one.case, one.whom.key, str(one.paper), *days, *alone)
                fresh = orders.setdefault(key, Fresh(kind, one, []))
                fresh.children.append(one.child)
                if one.protects:
                    fresh.protects.add(one.protects)
        return list(orders.values()), unchanged

    def _enter(self, fresh: list[Fresh]) -> None:
        """The batch with its orders, each child's line under seal; and who is asked about what could not be taken."""
        errand = self.errand
        self._ask(errand)
        if not fresh:
            return
        batch = uuid4()
        entry = ledger.write(
            ledger.event(
                Act.ORDERS_WAIT, record=batch, part=PART, by=errand.by, purpose=PURPOSE, outcome=f"orders:{len(fresh)}",
                at=errand.at,
            )
        )  # fmt: skip
        row = OrderBatch(id=batch, size=self.tally.read, brought_at=errand.at, brought_by=errand.by.account)
        row.brought_entry = entry
        row.save(force_insert=True)
        Entering(row, errand.by, errand.at, PURPOSE).enter(fresh)
        owe_count(LISTS, TAKEN, batch, entry, errand.at)

    def _ask(self, errand: Errand) -> None:
        """Where a row about a child could not be taken there may be an order all the same: a person asks, of each such
        row once. What they have settled stands where the same row is sent again."""
        asked = PossibleOrder.objects.filter(student__in=list(self.set_aside), contact=None)
        said = {student: set(rows) for student, rows in asked.values_list("student_id", "rows_said")}
        new = {child for child, rows in self.set_aside.items() if rows - said.get(child, set())}
        possible_orders.came(new, part=ITEM, purpose=PURPOSE, by=errand.by, at=errand.at)
        for row in asked.filter(student__in=new):
            row.rows_said = sorted(self.set_aside[row.student_id].union(row.rows_said))
            row.save(update_fields=["rows_said"])

    def _told(self, fresh: list[Fresh]) -> list[Problem]:
        """In words, of nobody: how many there are, what has to happen, and how many name somebody who is not known."""
        name, told = self.path.name, []
        if fresh:
            would = "would wait" if self.errand.dry_run else "wait"
            says = (
                f"{len(fresh):,} orders {would} for a second person, who counts the rows of the list and agrees"
                f" ({PAGE}). Until then nobody whom they name sees more than if they were in force."
            )
            told.append(Problem(name, 0, "", "orders_wait", says))
        if claimed := sum(not it.said.paper for it in fresh):
            says = f"{claimed:,} have no paper here. Each stays in doubt until its paper is filed: ask for it today."
            told.append(Problem(name, 0, "paper", "orders_without_paper", says))
        told += [
            Problem(name, number, "protects", "protected_not_known", UNSAID) for number, it in self.said if it.unsaid
        ]
        says = "Not one contact of the child, and no other, has this name. A person says who it is, with the paper."
        fresh_ones = {id(it.said) for it in fresh}
        told += [
            Problem(name, number, "restrained", "person_not_known", says)
            for number, one in self.said
            if id(one) in fresh_ones and one.whom.family
        ]
        return told


def _known_by(row: dict[str, str]) -> str:
    """What a row is known again by. Keyed: nobody with the database alone can try out whom it names."""
    said = json.dumps(sorted((name, text.strip()) for name, text in row.items()))
    key = key_store().secret(current_district(), "search")
    return hmac.digest(key, b"orders/" + said.encode(), "sha256").hex()


def _child(row: dict[str, str], students: Students) -> UUID | Fault:
    return students.find(row.get("student", ""), row.get("ssid", ""))


@dataclass(frozen=True)
class Stands:
    """What is on file of an order: until which day it holds (None: no end), and whether its paper lies here or a list
    has said so and may still be agreed to."""

    until: date | None
    has_paper: bool

    def says_all_of(self, said: Said, on: date) -> bool:
        """Is there nothing new in this row? Not so where the row reaches further, and the paper it speaks of has not
        been said before. A row that gives no last day says nothing new while the order holds."""
        if said.paper and not self.has_paper:
            return False
        return self.until is None or self.until >= (said.to_on or on)


def _standing(children: Iterable[UUID]) -> dict[Key, list[Stands]]:
    """The orders on these children that nobody has lifted: each by its person's id, and by their name."""
    named = CourtOrderChild.objects.filter(student__in=list(children), order__lifted_on=None)
    listed = {it.order_id: it for it in ListedOrder.objects.filter(order__in=named.values("order"))}
    turned_back = OrderBatch.objects.filter(state=OrderBatch.State.TURNED_BACK).values_list("id", flat=True)
    lost = {it.order_id for it in ListedOrder.objects.filter(batch__in=turned_back, order__in=named.values("order"))}
    standing: dict[Key, list[Stands]] = {}
    for it in named.select_related("order__restrained"):
        who, row = it.order.restrained, listed.get(it.order_id)
        has_paper = not it.order.claimed or bool(row and row.paper and row.order_id not in lost)
        stands = Stands(last_day_of(it.order), has_paper)
        names = {str(who.id), " ".join(sorted(words_of(person_name(who))))} if who else {""}
        for name in names:
            standing.setdefault((it.student_id, it.order.kind, name), []).append(stands)
    return standing
