"""Import a packet that another school sent: each document through the gate, under the item its index says.

The students are here already: a packet enrols nobody. What was received is noted in each student's log, and the report
says what the law has the school do now. What may be a court's order is told before all else, and waits for a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import islice
from pathlib import Path

from fileroom.collection import possible_orders
from fileroom.collection.archive.bearers import Bearers, students_of
from fileroom.collection.archive.beforehand import ROWS_AT_ONCE, Looked
from fileroom.collection.archive.index import Row, fault_of_row, fault_of_student, rows_in
from fileroom.collection.archive.lots import Arrival, Lots, bring
from fileroom.collection.imports.faults import BundleRefused, Fault, Problem, shown
from fileroom.collection.imports.progress import Progress, nothing_to_show
from fileroom.collection.imports.report import Report
from fileroom.collection.imports.services import Errand
from fileroom.collection.imports.values import day
from fileroom.collection.items import form_of
from fileroom.collection.services import NOT_READ
from fileroom.collection.transfers.orders import FAULT, ORDER, speaks_of_order, told
from fileroom.collection.transfers.packet import Packet, opened
from fileroom.hosting import district_transaction, durable
from fileroom.law import facts
from fileroom.law.catalogue import CATALOGUE
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Action, Purpose, Question, Requester, RequesterKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people import counsel

PART = "transfer"
PURPOSE = Purpose.ENROLMENT_TRANSFER.value
SSID = re.compile(r"[0-9]{10}")
DISCIPLINE = frozenset({"behaviour_report", "discipline", "disciplinary_notice", "expulsion_file"})
TITLES = {item.title.en.casefold(): code for code, item in CATALOGUE.items()}


def import_transfer(
    path: Path,
    *,
    by: Actor,
    at: datetime,
    requested_on: date | None = None,
    dry_run: bool = False,
    progress: Progress = nothing_to_show,
) -> Report:
    """File the documents of a packet, a folder or a zip. Raises FileNotFoundError.

    `requested_on`: the day on which this school asked for it (Ed. Code 49068), where it is noted with the receipt.
    """
    errand = Errand(PART, by, at, dry_run)
    begun: list[_Import] = []

    def take(lots: Lots) -> None:
        with opened(path) as packet:
            begun.append(_Import(packet, lots, requested_on))
            begun[-1].carry_out()

    report = bring(errand, lambda: _look_at(path, errand, progress), take, PURPOSE)
    if begun and not report.whole and not dry_run:
        with durable():  # nothing of the packet stays; that it may hold an order does
            begun[-1].note_orders()
    return report


def _rows(packet: Packet) -> Iterator[Row]:
    """The index's rows; an item may be named by its title instead of its code."""
    for it in rows_in(packet, packet.index):
        yield replace(it, item=TITLES.get(it.item.casefold(), it.item))


def _students(lot: list[Row]) -> Bearers:
    """Those whom these rows name: only the statewide number says whose a record is."""
    return students_of({it.student for it in lot if SSID.fullmatch(it.student)}, by_ssid=True)


def _look_at(path: Path, errand: Errand, progress: Progress) -> Looked:
    """Look at every document that a row without fault names. What cannot be read is told by the import itself."""
    looked = Looked()
    with suppress(BundleRefused), opened(path) as packet:
        rows = _rows(packet)
        while lot := list(islice(rows, ROWS_AT_ONCE)):
            with district_transaction():
                students = _students(lot)
            for it in lot:
                progress(1)
                body = packet.read(it.file) if not _fault(it, students, errand.on) else None
                if isinstance(body, bytes):
                    looked.add(body, Path(it.file).name, errand.on)
    return looked


def _fault(it: Row, students: Bearers, on: date) -> Fault | None:
    if speaks_of_order(it.item, it.file):
        return FAULT
    if fault := fault_of_row(it, on):
        return fault
    if not SSID.fullmatch(it.student):
        says = "A packet names its student by the SSID, 10 digits: another school's number may be another child's here."
        return Fault("student", "no_ssid", says)
    return fault_of_student(it, students)


@dataclass
class _Import:
    """One run through a packet.

    `orders`: the rows that may bring an order, and `unnamed`, how many files do that no row names. `said`: the students
    whom rows name. `by_hand`: items that came, and have a form that a person fills in.
    """

    packet: Packet
    lots: Lots
    requested_on: date | None
    named: set[str] = field(default_factory=set)
    items: set[str] = field(default_factory=set)
    by_hand: set[str] = field(default_factory=set)
    orders: list[Row] = field(default_factory=list)
    said: set[str] = field(default_factory=set)
    unnamed: int = 0

    def carry_out(self) -> None:
        try:
            self._take_all()
        except BundleRefused as refused:  # nothing is taken; what may be an order is told all the same
            self._count_unnamed()
            raise BundleRefused([*self._told(), *refused.problems], refused.read) from None
        self.lots.file()
        tally = self.lots.tally
        others = self._count_unnamed()
        tally.urgent += self._told()
        tally.remarks += self._remarks(others)
        if not self.lots.errand.dry_run:
            self._note()

    def _count_unnamed(self) -> int:
        """How many files no row that was read has named; and how many of them may be an order."""
        others = self.packet.documents() - self.named
        self.unnamed = sum(speaks_of_order("", it) for it in others)
        return len(others)

    def note_orders(self) -> None:
        """Have a person ask: of whom the order's row names, or, where that is nobody here, of all whom the packet does.

        Where nobody of the packet is here, an entry of no student is all that can be left.
        """
        students = students_of({it for it in self.said if SSID.fullmatch(it)}, by_ssid=True)
        of = [students.get(it.student, set()) for it in self.orders]
        of += students.values() if self.unnamed or not all(of) else ()
        ordered = {student.id for these in of for student in these}
        errand = self.lots.errand
        possible_orders.came(ordered, part=ORDER, purpose=PURPOSE, by=errand.by, at=errand.at)
        if (self.orders or self.unnamed) and not ordered:
            noted = ledger.event(
                Act.COLLECTION_REFUSED, part=ORDER, by=errand.by, purpose=PURPOSE, outcome=NOT_READ, sealed=True,
                at=errand.at,
            )  # fmt: skip
            ledger.write(noted)

    def _told(self) -> list[Problem]:
        rows = [it.row for it in self.orders]
        return [told(self.packet.index, rows, self.unnamed)] if rows or self.unnamed else []

    def _take_all(self) -> None:
        rows = self._noticed()
        while lot := list(islice(rows, ROWS_AT_ONCE)):
            students = _students(lot)
            for it in lot:
                self.lots.tally.read += 1
                if fault := self._take(it, students):
                    self.lots.aside((self.packet.index, it.row), fault)

    def _noticed(self) -> Iterator[Row]:
        """The rows. What may be an order is known as soon as it is read, whatever stands in the next."""
        for it in _rows(self.packet):
            self.said.add(it.student)
            self.orders += [it] if speaks_of_order(it.item, it.file) else []
            yield it

    def _take(self, it: Row, students: Bearers) -> Fault | None:
        self.named.add(self.packet.path_of(it.file))
        fault = _fault(it, students, self.lots.errand.on)
        if fault and fault is not FAULT and form_of(it.item) and not fault_of_student(it, students):
            self.by_hand.add(it.item)
        if fault:
            return fault
        body = self.packet.read(it.file)
        if isinstance(body, Fault):
            return body
        (student,) = students[it.student]
        self.items.add(it.item)
        arrival = Arrival(student.id, it.item, day(it.date), Path(it.file).name, body)
        self.lots.take((self.packet.index, it.row), arrival)
        return None

    def _remarks(self, others: int) -> Iterator[Problem]:
        if self.packet.sender:
            yield Problem("", 0, "", "sender", f"The packet says that it was sent by {shown(self.packet.sender)}.")
        if not self.packet.proof:
            says = "The packet has no manifest with digests: nothing shows that what came is what was sent."
            yield Problem("", 0, "", "no_manifest", says)
        if gone := sorted(self.packet.digests.keys() - self.packet.files.names):
            says = f"{len(gone)} files that its manifest names are not in the packet."
            yield Problem("", 0, "", "missing_file", says)
        if others:
            says = f"{others} files of the packet are named by no row of the index: they were not looked at."
            yield Problem("", 0, "", "unlisted_file", says)
        if self.lots.received or self.by_hand:
            yield from self._owed()

    def _owed(self) -> Iterator[Problem]:
        """What the law has the new school do, of what concerns records that have come, to be entered by hand or not."""
        asker = Requester(kind=RequesterKind.ADMINISTRATOR)
        asked = Question(
            on=self.lots.errand.on, action=Action.ENROL, purpose=Purpose.ENROLMENT, requester=asker,
            student=facts.Student(from_another_school=True),
        )  # fmt: skip
        wanted = {DutyCode.NOTIFY_PARENT_AFTER.value}
        came = self.items | self.by_hand
        wanted |= {DutyCode.REQUEST_DISCIPLINE_RECORDS.value} if came & DISCIPLINE else set()
        for duty in counsel.decide(asked).duties:
            if duty.code in wanted:
                yield Problem("", 0, "", "owed", f"Owed now: {duty.says} ({duty.citation})")

    def _note(self) -> None:
        """In the log of each student of whom something came that had not come before; and of whom an order may be."""
        errand = self.lots.errand
        asked = f"requested:{self.requested_on}" if self.requested_on else ""
        ledger.write_many(
            ledger.event(
                Act.TRANSFER_RECEIVED, student=student, part=PART, by=errand.by, purpose=PURPOSE, outcome=asked,
                at=errand.at,
            )
            for student in sorted(self.lots.received)
        )  # fmt: skip
        self.note_orders()
