"""Import the documents of an archive by its index: looked at first, then filed in one transaction, or not."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path

from fileroom.collection.archive.bearers import Bearers, students_of
from fileroom.collection.archive.beforehand import ROWS_AT_ONCE, Looked, look_at
from fileroom.collection.archive.index import Row, fault_of, fault_of_student, not_in_index, rows_of
from fileroom.collection.archive.lots import Arrival, Lots, bring
from fileroom.collection.imports.bundles import is_folder
from fileroom.collection.imports.faults import BundleRefused, Fault, refuse
from fileroom.collection.imports.progress import Progress, nothing_to_show
from fileroom.collection.imports.report import Report
from fileroom.collection.imports.services import Errand
from fileroom.collection.imports.values import day
from fileroom.ledger.services import Actor

PART = "documents"


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
    errand = Errand(PART, by, at, dry_run)

    def look() -> Looked:
        with suppress(BundleRefused):
            _there(path, index)
            return look_at(path, index, errand, progress)
        return Looked()

    def take(lots: Lots) -> None:
        _there(path, index)
        _Import(path, index, lots).carry_out()

    return bring(errand, look, take)


def _there(path: Path, index: Path) -> None:
    """Raises FileNotFoundError, and BundleRefused where they are not what they are to be."""
    if is_folder(index) or not is_folder(path):
        raise refuse("", "not_a_folder", "The documents lie in a folder, and the index is a file: this is none.")


@dataclass
class _Import:
    """One run through an index."""

    folder: Path
    index: Path
    lots: Lots
    named: set[Path] = field(default_factory=set)

    def carry_out(self) -> None:
        rows = rows_of(self.index)
        while lot := list(islice(rows, ROWS_AT_ONCE)):
            students = students_of({it.student for it in lot}, by_ssid=lot[0].by_ssid)
            for it in lot:
                self.lots.tally.read += 1
                if fault := self._take(it, students):
                    self.lots.aside((self.index.name, it.row), fault)
        self.lots.tally.remarks += not_in_index(self.folder, self.named, self.index)

    def _take(self, it: Row, students: Bearers) -> Fault | None:
        fault = fault_of(it, self.folder, self.lots.errand.on) or fault_of_student(it, students)
        if fault is not None:
            return fault
        path = self.folder / it.file
        self.named.add(path.resolve())
        (student,) = students[it.student]
        try:
            body = path.read_bytes()
        except OSError:
            return Fault("file", "unreadable", "The file cannot be read.")
        self.lots.take((self.index.name, it.row), Arrival(student.id, it.item, day(it.date), path.name, body))
        return None
