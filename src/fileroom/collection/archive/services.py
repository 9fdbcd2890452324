"""Import the documents of an archive by its index: in one transaction, all that pass or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q

from fileroom.collection import gate, opened
from fileroom.collection.archive.filing import Ready, file_documents, refusal
from fileroom.collection.archive.index import Row, fault_of, not_in_index, rows_of
from fileroom.collection.checks import checked_document
from fileroom.collection.imports.faults import Fault, refuse, shown
from fileroom.collection.imports.kept_out import refused
from fileroom.collection.imports.progress import Progress, nothing_to_show
from fileroom.collection.imports.report import Report, Tally, Written
from fileroom.collection.imports.services import PURPOSE, Errand, carry_out, one_at_a_time
from fileroom.collection.imports.values import day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.models import Student
from fileroom.records import contents as shelf
from fileroom.screening import Finding, Mode
from fileroom.screening.parts import LIMITS, Outcome
from fileroom.screening.screened import Screened

PART = "documents"
ROWS_AT_ONCE = 500
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

    What holds, or asks for, what the law keeps out is not filed, nor what could not be examined whole: the report names
    the row. Raises FileNotFoundError. A fault of the index refuses all.
    """
    for wanted in (path, index):
        if not wanted.exists():
            raise FileNotFoundError(wanted)
    errand = Errand(PART, by, at, dry_run)

    def taken() -> Report:
        if not path.is_dir():
            raise refuse("", "not_a_folder", "The documents lie in a folder; this is none.")
        one_at_a_time()
        return _Import(path, index, errand, progress).carry_out()

    return carry_out(taken, Counter, errand)


@dataclass
class _Import:
    """One run through an index."""

    folder: Path
    index: Path
    errand: Errand
    progress: Progress
    tally: Tally = field(default_factory=Tally)
    ready: list[tuple[Row, Ready]] = field(default_factory=list)
    named: set[Path] = field(default_factory=set)
    held: int = 0
    new: int = 0

    def carry_out(self) -> Report:
        rows = rows_of(self.index)
        while lot := list(islice(rows, ROWS_AT_ONCE)):
            students = _students({it.student for it in lot})
            for it in lot:
                self.tally.read += 1
                self.progress(1)
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
        screened = opened.screened(path.name, body, LIMITS)
        found = opened.findings(path.name, screened)
        if held := _held_back(screened, found):
            self._note_held_back(student, it, found, held)
            return held
        dated_on = day(it.date)
        assert dated_on, "a row whose day is none was set aside"
        self.ready.append((it, Ready(student, it.item, dated_on, shelf.Contents.document(body, kind.media_type))))
        self.held += len(body)
        if self.held > BYTES_AT_ONCE:
            self._file()
        return None

    def _note_held_back(self, student: UUID, it: Row, found: list[Finding], held: Fault) -> None:
        """The ledger knows of what the law keeps out; of what could not be examined there is no decision to note."""
        finding = next(_kept_out(found), None)
        if finding is None or not held.by_law or self.errand.dry_run:
            return
        decision = gate.decide_brought(gate.KINDS[finding.category], on=self.errand.on)
        ledger.write(refusal(student, it.item, decision, by=self.errand.by, at=self.errand.at))

    def _file(self) -> None:
        ready, self.ready, self.held = self.ready, [], 0
        if not ready:
            return
        documents, errand = [document for _, document in ready], self.errand
        new, refused_ = file_documents(documents, by=errand.by, at=errand.at, on=errand.on, dry_run=errand.dry_run)
        self.new += new
        for place in refused_:
            says = "The law keeps such a record out where a system brings it."
            self.tally.put_aside(self.index.name, ready[place][0].row, Fault("item", "not_granted", says))


def _kept_out(found: list[Finding]) -> Iterator[Finding]:
    return (it for it in found if it.mode is Mode.VALUE and it.category in gate.KINDS)


def _held_back(screened: Screened | None, found: list[Finding]) -> Fault | None:
    """Why a document is not filed; None where all of it was examined and nothing was found."""
    assert screened, "what the shelves do not take was set aside"
    if screened.outcome is Outcome.CLEAN and screened.fully_examined and not found:
        return None
    finding = next(_kept_out(found), None)
    if finding is not None:
        fault = refused("file", finding)
        where = ", ".join(filter(None, (f"page {finding.page}" if finding.page else "", finding.where)))
        says = f"{fault.says} It stands at: {where}." if where else fault.says
        return Fault("file", fault.code, says, by_law=fault.by_law)
    says = screened.says or "The sieve found something that asks for what the law keeps out."
    return Fault("file", f"held_back_{screened.outcome.value}", f"Held back: {says}")


def _students(said: set[str]) -> dict[str, set[UUID]]:
    """Each id, as the sender's or as an SSID, and the students who bear it."""
    found: dict[str, set[UUID]] = {}
    rows = Student.objects.filter(Q(source_id__in=said) | Q(ssid__in=said)).values_list("id", "source_id", "ssid")
    for id_, source_id, ssid in rows:
        for name in {source_id, ssid} & said:
            found.setdefault(str(name), set()).add(id_)
    return found
