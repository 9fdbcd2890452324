"""Import a packet that another school sent: each document through the gate, under the item its index says.

The students are here already: a packet enrols nobody. What was received is noted in each student's log, and the report
says what the law has the school do now.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from fileroom.collection.archive.index import Row, fault_of_row, rows_in
from fileroom.collection.archive.looking import Looked, no_student, students_of
from fileroom.collection.archive.lots import Arrival, Lots, bring
from fileroom.collection.imports.faults import BundleRefused, Fault, Problem, shown
from fileroom.collection.imports.progress import Progress, nothing_to_show
from fileroom.collection.imports.report import Report
from fileroom.collection.imports.services import Errand
from fileroom.collection.imports.values import day
from fileroom.collection.transfers.packet import Packet, opened
from fileroom.hosting import district_transaction
from fileroom.law.catalogue import CATALOGUE
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Action, Purpose, Question, Requester, RequesterKind
from fileroom.law.facts import Student as Pupil
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people import counsel

PART = "transfer"
PURPOSE = Purpose.ENROLMENT_TRANSFER.value
ORDER = "court_order"
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
    if not path.exists():
        raise FileNotFoundError(path)
    errand = Errand(PART, by, at, dry_run)

    def take(lots: Lots) -> None:
        with opened(path) as packet:
            _Import(packet, lots, requested_on).carry_out()

    return bring(errand, lambda: _look_at(path, errand, progress), take, PURPOSE)


def _rows(packet: Packet) -> Iterator[Row]:
    """The index's rows; an item may be named by its title instead of its code."""
    for it in rows_in(packet, packet.index):
        yield replace(it, item=TITLES.get(it.item.casefold(), it.item))


def _look_at(path: Path, errand: Errand, progress: Progress) -> Looked:
    """Look at every document that a row without fault names. What cannot be read is told by the import itself."""
    looked = Looked()
    with suppress(BundleRefused), opened(path) as packet:
        for it in _rows(packet):
            progress(1)
            with district_transaction():
                students = students_of({it.student})
            body = packet.read(it.file) if not _fault(it, students, errand.on) else None
            if isinstance(body, bytes):
                looked.add(body, Path(it.file).name, errand.on)
    return looked


def _fault(it: Row, students: dict[str, set[UUID]], on: date) -> Fault | None:
    if it.item == ORDER:
        says = "It may be a court's order: it binds nobody here until a person enters it from its paper, today."
        return Fault("item", "order_in_packet", says)
    if fault := fault_of_row(it, on):
        return fault
    if not SSID.fullmatch(it.student):
        says = "A packet names its student by the SSID, 10 digits: another school's number may be another child's here."
        return Fault("student", "no_ssid", says)
    return no_student(it.student, students)


@dataclass
class _Import:
    """One run through a packet."""

    packet: Packet
    lots: Lots
    requested_on: date | None
    named: set[str] = field(default_factory=set)
    items: set[str] = field(default_factory=set)

    def carry_out(self) -> None:
        for it in _rows(self.packet):
            self.lots.tally.read += 1
            if fault := self._take(it):
                self.lots.aside((self.packet.index, it.row), fault)
        self.lots.file()
        self.lots.tally.remarks += self._remarks()
        if not self.lots.errand.dry_run:
            self._note()

    def _take(self, it: Row) -> Fault | None:
        self.named.add(self.packet.path_of(it.file))
        students = students_of({it.student})
        if fault := _fault(it, students, self.lots.errand.on):
            return fault
        body = self.packet.read(it.file)
        if isinstance(body, Fault):
            return body
        (student,) = students[it.student]
        self.items.add(it.item)
        self.lots.take((self.packet.index, it.row), Arrival(student, it.item, day(it.date), Path(it.file).name, body))
        return None

    def _remarks(self) -> Iterator[Problem]:
        if self.packet.sender:
            yield Problem("", 0, "", "sender", f"The packet says that it was sent by {shown(self.packet.sender)}.")
        if not self.packet.proof:
            says = "The packet has no manifest with digests: nothing shows that what came is what was sent."
            yield Problem("", 0, "", "no_manifest", says)
        if gone := sorted(self.packet.digests.keys() - self.packet.files.names):
            says = f"{len(gone)} files that its manifest names are not in the packet."
            yield Problem("", 0, "", "missing_file", says)
        if others := len(self.packet.documents() - self.named):
            says = f"{others} files of the packet are named by no row of the index: they were not looked at."
            yield Problem("", 0, "", "unlisted_file", says)
        if self.lots.received:
            yield from self._owed()

    def _owed(self) -> Iterator[Problem]:
        """What the law has the new school do, of what concerns records that have come."""
        asker = Requester(kind=RequesterKind.ADMINISTRATOR)
        asked = Question(
            on=self.lots.errand.on, action=Action.ENROL, purpose=Purpose.ENROLMENT, requester=asker,
            student=Pupil(from_another_school=True),
        )  # fmt: skip
        wanted = {DutyCode.NOTIFY_PARENT_AFTER.value}
        wanted |= {DutyCode.REQUEST_DISCIPLINE_RECORDS.value} if self.items & DISCIPLINE else set()
        for duty in counsel.decide(asked).duties:
            if duty.code in wanted:
                yield Problem("", 0, "", "owed", f"Owed now: {duty.says} ({duty.citation})")

    def _note(self) -> None:
        """In the log of each student of whom something came that had not come before."""
        errand = self.lots.errand
        asked = f"requested:{self.requested_on}" if self.requested_on else ""
        ledger.write_many(
            ledger.event(
                Act.TRANSFER_RECEIVED, student=student, part=PART, by=errand.by, purpose=PURPOSE, outcome=asked,
                at=errand.at,
            )
            for student in sorted(self.lots.received)
        )  # fmt: skip
