"""Import the documents of an archive by its index: looked at first, then filed in one transaction, or not.

The transaction is short: other imports of the district wait for it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection import gate
from fileroom.collection.archive.filing import Ready, file_documents
from fileroom.collection.archive.index import Row, fault_of, not_in_index, rows_of
from fileroom.collection.archive.looking import ROWS_AT_ONCE, Look, Looked, look_at, students_of
from fileroom.collection.batches import ORIGIN
from fileroom.collection.checks import checked_document
from fileroom.collection.imports.faults import Fault, refuse, shown
from fileroom.collection.imports.progress import Progress, nothing_to_show
from fileroom.collection.imports.report import Report, Tally, Written
from fileroom.collection.imports.services import PURPOSE, Errand, carry_out, one_at_a_time
from fileroom.collection.imports.values import day
from fileroom.collection.quarantine.holding import Brought, hold
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.records import contents as shelf

PART = "documents"
# Documents wait in memory until so many bytes of them are sealed together.
BYTES_AT_ONCE = 64 * 2**20


def import_documents(
    path: Path,
    *,
    index: Path,
    by: Actor,
    at: datetime,
    dry_run: bool = False,
    progress: Progress = nothing_to_show,
) -> Report:
    """File the documents of a folder, each for the student and under the item that its row of the index says.

    What holds, or asks for, what the law keeps out is not filed, nor what could not be examined whole: it waits for the
    custodian of records (collection.quarantine), and the report names the row. Raises FileNotFoundError. A fault of
    the index refuses all.
    """
    for wanted in (path, index):
        if not wanted.exists():
            raise FileNotFoundError(wanted)
    errand = Errand(PART, by, at, dry_run)
    looked = look_at(path, index, errand, progress) if path.is_dir() else Looked()

    def taken() -> Report:
        if not path.is_dir():
            raise refuse("", "not_a_folder", "The documents lie in a folder; this is none.")
        one_at_a_time()
        return _Import(path, index, errand, looked).carry_out()

    return carry_out(taken, Counter, errand)


@dataclass
class _Import:
    """One run through an index."""

    folder: Path
    index: Path
    errand: Errand
    looked: Looked
    tally: Tally = field(default_factory=Tally)
    ready: list[tuple[Row, Ready]] = field(default_factory=list)
    back: list[Brought] = field(default_factory=list)
    seen: set[bytes] = field(default_factory=set)
    named: set[Path] = field(default_factory=set)
    held: int = 0
    new: int = 0

    def carry_out(self) -> Report:
        rows = rows_of(self.index)
        while lot := list(islice(rows, ROWS_AT_ONCE)):
            students = students_of(lot)
            for it in lot:
                self.tally.read += 1
                fault = self._look(it, students)
                if fault:
                    self.tally.put_aside(self.index.name, it.row, fault)
        self._file()
        self.tally.remarks += not_in_index(self.folder, self.named, self.index)
        if not self.errand.dry_run:
            errand = self.errand
            noted = ledger.event(Act.BUNDLE_IMPORTED, part=PART, by=errand.by, purpose=PURPOSE, at=errand.at)
            ledger.write(noted)
        written = Written(new=self.new, unchanged=self.tally.kept - self.new, filed=self.new)
        return Report(self.tally, written, dry_run=self.errand.dry_run)

    def _look(self, it: Row, students: dict[str, set[UUID]]) -> Fault | None:
        fault = fault_of(it, self.folder, self.errand.on)
        whose = students.get(it.student, set())
        if fault is None and len(whose) != 1:
            many = f"{shown(it.student)} is the id of one student and the SSID of another."
            fault = Fault("student", "no_such_student", many if whose else f"There is no student {shown(it.student)}.")
        if fault is not None:
            return fault
        path = self.folder / it.file
        self.named.add(path.resolve())
        (student,) = whose
        try:
            body = path.read_bytes()
            kind = checked_document(path.name, body)
        except OSError:
            return Fault("file", "unreadable", "The file cannot be read.")
        except ValidationError as error:
            return Fault("file", "not_kept", " ".join(error.messages))
        look = self.looked.at(body, path.name)
        dated_on = day(it.date)
        if look is None or dated_on is None:
            return Fault("file", "changed_while_read", "The file or its row changed while the archive was read.")
        contents = shelf.Contents.document(body, kind.media_type)
        if look.held_back:
            self._hold(student, it, contents, look)
            return look.held_back
        self.ready.append((it, Ready(student, it.item, dated_on, contents)))
        self._waits(body)
        return None

    def _hold(self, student: UUID, it: Row, contents: shelf.Contents, look: Look) -> None:
        """It will wait for the custodian of records. What could not be examined no law keeps out."""
        seen, on = look.examined, self.errand.on
        if seen is None or not seen.may_be_held or self.errand.dry_run:
            return
        decision = gate.decide_brought(gate.KINDS[look.kept_out.category], on=on) if look.kept_out else None
        self.back.append(Brought(student, it.item, contents, seen, decision, dated_on=day(it.date)))
        self._waits(contents.body)

    def _waits(self, body: bytes) -> None:
        self.held += len(body)
        if self.held > BYTES_AT_ONCE:
            self._file()

    def _file(self) -> None:
        ready, back = self.ready, self.back
        self.ready, self.back, self.held = [], [], 0
        hold(back, road=ORIGIN, noted={"purpose": PURPOSE}, by=self.errand.by, at=self.errand.at)
        if not ready:
            return
        documents, errand = [document for _, document in ready], self.errand
        new, refused_ = file_documents(
            documents, by=errand.by, at=errand.at, on=errand.on, seen=self.seen, dry_run=errand.dry_run
        )
        self.new += new
        for place in refused_:
            says = "The law keeps such a record out where a system brings it."
            self.tally.put_aside(self.index.name, ready[place][0].row, Fault("item", "not_granted", says))
