"""Import transcripts: read, looked at, and filed in one transaction, each for the student whom it names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from uuid import UUID

from fileroom.collection.archive.bearers import Bearer, Bearers, no_student, students_of
from fileroom.collection.archive.beforehand import ROWS_AT_ONCE, Looked
from fileroom.collection.archive.lots import Arrival, Lots, bring
from fileroom.collection.imports.bundles import UNREADABLE, Bundle, Shape, Single, is_folder, opened
from fileroom.collection.imports.faults import BundleRefused, Fault, refuse
from fileroom.collection.imports.progress import Progress, nothing_to_show
from fileroom.collection.imports.report import Report, Tally
from fileroom.collection.imports.services import Errand
from fileroom.collection.transcripts.papers import OLD_TESTS, TESTS, NoOrder, Paper, days_of, papers_of
from fileroom.collection.transcripts.reading import ID, Dropped, Transcript, transcripts
from fileroom.hosting import district_transaction
from fileroom.ledger.services import Actor

PART = "transcripts"
ENDING = ".json"
NAME = "transcript.txt"


def import_transcripts(
    path: Path, *, by: Actor, at: datetime, dry_run: bool = False, progress: Progress = nothing_to_show
) -> Report:
    """File what transcripts say: a folder or zip of JSON, or one file. Raises FileNotFoundError.

    A row of the report is one paper: what a record says of marks, of subjects and of tests belongs to different items.
    A record that names nobody here is one row, set aside.
    """
    errand = Errand(PART, by, at, dry_run)

    def take(lots: Lots) -> None:
        with _opened(path) as bundle:
            _Import(bundle, lots).carry_out()

    return bring(errand, lambda: _look_at(path, errand, progress), take)


def _opened(path: Path) -> AbstractContextManager[Bundle]:
    if path.suffix.lower() == ENDING and not is_folder(path):
        return nullcontext(Single(path))
    return opened(path, Shape((ENDING,)))


def _read(bundle: Bundle, tally: Tally) -> Iterator[Transcript]:
    """Every record of the bundle. Raises BundleRefused."""
    for name in bundle.names():
        dropped = Dropped()
        try:
            with bundle.open(name) as raw:
                yield from transcripts(name, raw, dropped)
        except UNREADABLE:
            raise refuse(name, "unreadable", "The file cannot be read.") from None
        dropped.put_down(name, tally)


def _students(lot: list[Transcript]) -> Bearers:
    return students_of({name for it in lot for name in (it.said.get(ID, ""), *it.others)})


def _look_at(path: Path, errand: Errand, progress: Progress) -> Looked:
    """Look at every paper of a record that names a student. What cannot be read is told by the import itself."""
    looked = Looked()
    with suppress(BundleRefused), _opened(path) as bundle:
        records = _read(bundle, Tally())
        while lot := list(islice(records, ROWS_AT_ONCE)):
            with district_transaction():
                students = _students(lot)
            for it in lot:
                progress(1)
                _, papers = _judged(it, students, errand.on)
                for paper in papers:
                    looked.add(paper.text.encode(), NAME, errand.on)
    return looked


def _judged(it: Transcript, students: Bearers, on: date) -> tuple[UUID | Fault, list[Paper]]:
    """Whose it is, and its papers; or what is wrong with it, and then none."""
    said = it.said.get(ID, "")
    if fault := no_student(said, students):
        return fault, []
    (student,) = students[said]
    if not it.others <= student.ids:
        return Fault(ID, "another_student", "What stands in it names another student than the record does."), []
    days = days_of(it)
    try:
        born_on = days.read(it.said.get("birthDate", ""))
        papers = papers_of(it, days, on)
    except NoOrder:
        says = "Of a day in it nothing shows which number is the month (wanted: YYYY-MM-DD)."
        return Fault("", "ambiguous_date", says), []
    if fault := _another_child(student, it, born_on):
        return fault, []
    if any(paper.dated_on and paper.dated_on > on for paper in papers):
        return Fault("", "impossible_date", "A day in it is still to come."), []
    return (student.id, papers) if papers else (Fault("", "nothing_taken", "It says nothing that is kept here."), [])


def _another_child(student: Bearer, it: Transcript, born_on: date | None) -> Fault | None:
    """Why this may be another child's. Only the statewide number (SSID) says by itself whose a record is.

    A sender's own number may be that of another child here; and where a name stands beside the SSID, it has to fit.
    """
    if born_on and student.born_on:
        says = "The student of this id was born on another day than the record says: it may be another child's."
        return Fault("birthDate", "another_birth_date", says) if born_on != student.born_on else None
    if it.said.get(ID) != student.ssid:
        says = "Nothing but the sender's own number says whose it is: the SSID or the date of birth is wanted."
        return Fault("birthDate", "unconfirmed", says)
    given, family = it.said.get("firstName", ""), it.said.get("lastSurname", "")
    if (given or family) and not student.may_be(given=given, family=family):
        says = "The student of this SSID has another name than the record says: a date of birth that fits is wanted."
        return Fault("lastSurname", "unconfirmed", says)
    return None


@dataclass
class _Import:
    """One run through a bundle."""

    bundle: Bundle
    lots: Lots

    def carry_out(self) -> None:
        lots = self.lots
        records = _read(self.bundle, lots.tally)
        while lot := list(islice(records, ROWS_AT_ONCE)):
            students = _students(lot)
            for it in lot:
                whose, papers = _judged(it, students, lots.errand.on)
                lots.tally.read += max(len(papers), 1)
                if isinstance(whose, Fault):
                    lots.aside((it.file, it.line), whose)
                    continue
                self._take(it, whose, papers)

    def _take(self, it: Transcript, student: UUID, papers: list[Paper]) -> None:
        for paper in papers:
            once = TESTS if paper.item == OLD_TESTS else ""
            arrival = Arrival(student, paper.item, paper.dated_on, NAME, paper.text.encode(), once)
            self.lots.take((it.file, it.line), arrival)
