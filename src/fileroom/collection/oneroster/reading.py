"""The second walk through a bundle: each row is kept, set aside or refused, and the kept ones stream out.

No database and no Django here. `read_bundle` gives a Reading; its `rows` are taken file by file in the order of
`layouts.TAKEN`, because later files lean on what became of earlier ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import islice

from fileroom.collection.imports.bundles import Bundle, Source, opened
from fileroom.collection.imports.faults import BundleRefused, Fault, Problem
from fileroom.collection.imports.progress import Progress, nothing_to_show
from fileroom.collection.imports.report import Tally
from fileroom.collection.imports.values import DayOrder, could_be_id, day
from fileroom.collection.oneroster.as_sent import as_sent, table
from fileroom.collection.oneroster.checks import Check, Ground, checks_for, checks_of_ended, unfit_of_ended
from fileroom.collection.oneroster.fates import KEPT, why_dropped
from fileroom.collection.oneroster.layouts import DAYS, TAKEN, Mode
from fileroom.collection.oneroster.manifest import SHAPE, Manifest, manifest_of
from fileroom.collection.oneroster.people_checks import further_checks, not_crossed
from fileroom.collection.oneroster.references import Known, References
from fileroom.collection.oneroster.repeats import said_twice
from fileroom.collection.oneroster.sieve import Sieve
from fileroom.collection.oneroster.survey import ACTIVE, DELETED, Survey, survey_of

BATCH_ROWS = 500
# Files in which a delta's `tobedeleted` ends something; nowhere does it delete.
CAN_END = frozenset({"users", "roles", "enrollments"})
# Kept columns, in the order in which `rows` gives them, the same for every release.
COLUMNS: dict[str, tuple[str, ...]] = {file: tuple(sorted(columns)) for file, columns in KEPT.items()}


@dataclass(frozen=True)
class Taken:
    """A row to be kept. A cell is None where the sender left its column out: it says nothing, not even blank.

    `named` is false where the row's title is in doubt and must not be written; `ended`: tobedeleted.
    """

    row: int
    cells: tuple[str | None, ...]
    named: bool = True
    ended: bool = False


@dataclass(frozen=True)
class Reading:
    """A bundle that may be taken: its manifest, what the survey found, and its rows as a stream."""

    bundle: Bundle
    manifest: Manifest
    survey: Survey
    tally: Tally
    ground: Ground
    progress: Progress

    def taken(self) -> list[str]:
        """Files whose rows are taken, in the order in which they must be read."""
        return [file for file in TAKEN if self.manifest.mode(file) is not Mode.ABSENT]

    def refuse_the_rest(self) -> None:
        """Count the rows of files this import has no use for (gradebooks, resources): refused, and named by file."""
        for file in self.manifest.present():
            if file not in TAKEN:
                self.tally.not_taken(f"{file}.csv", self.survey.rows[file])
                self.progress(self.survey.rows[file])

    def said(self, file: str, names: Iterable[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
        """(row, values) of these columns, of every row, kept or not; blank where the sender left a column out."""
        source = table(self.bundle, file, self.manifest)
        header = source.header
        places = [header.index(name) if name in header else None for name in names]
        for row, cells in source.rows:
            yield row, tuple("" if p is None or p >= len(cells) else cells[p].strip() for p in places)

    def rows(self, file: str) -> Iterator[Taken]:
        """The rows of one file that are kept; the tally learns of all others."""
        source = table(self.bundle, file, self.manifest)
        walk = _FileWalk(self, file, source.header)
        while batch := list(islice(source.rows, BATCH_ROWS)):
            yield from walk.judge([(row, [cell.strip() for cell in cells]) for row, cells in batch])
            self.progress(len(batch))
        walk.finish()


class _FileWalk:
    """One file's walk: its checks, its sieve, and where its kept columns stand."""

    def __init__(self, reading: Reading, file: str, header: list[str]) -> None:
        self.reading, self.file, self.header = reading, file, header
        self.sieve = Sieve(file, header)
        self.checks: list[Check] = [
            *checks_for(file, header, reading.ground),
            *further_checks(file, header, reading.ground),
        ]
        self.checks_of_ended, self.unfit_of_ended = checks_of_ended(header), unfit_of_ended(header)
        at = {name: place for place, name in enumerate(header)}
        self.id_at = at["sourcedId"]
        self.status_at, self.modified_at = at.get("status"), at.get("dateLastModified")
        # A column the sender left out is read from the None that is put behind each row.
        self.places = tuple(at.get(name, len(header)) for name in COLUMNS[file])
        self.dropped = {place: 0 for name, place in at.items() if why_dropped(file, name)}
        self.delta = reading.manifest.mode(file) is Mode.DELTA
        self.repeated = reading.survey.repeated.get(file, {})
        self.order = reading.survey.day_orders.get(file)
        self.days = [at[name] for name in DAYS if name in at]
        self.read = 0

    def judge(self, batch: list[tuple[int, list[str]]]) -> Iterator[Taken]:
        """Decide on a lot of rows; the sieve looks at the lot before it looks at a row."""
        if self.order:
            for _, cells in batch:
                self._write_days_as_iso(cells, self.order)
        suspect = self.sieve.suspects([cells for _, cells in batch])
        for row, cells in batch:
            self.read += 1
            if row in self.repeated:
                self.reading.tally.put_aside(f"{self.file}.csv", row, said_twice(self.repeated[row]))
                continue
            fault = self._fault(cells, suspect)
            ended = fault is None and self._ended(cells)
            if fault is None:
                fault = self._not_deleted() if ended and self.file not in CAN_END else self._further(cells, ended)
            if fault is not None:
                self._put_aside(row, cells, fault)
                continue
            crossed = not_crossed(self.file, row, self.reading.survey.crossed)
            if crossed is not None:
                # The row waits, but its id stands: rows without fault may lean on it.
                self.reading.tally.put_aside(f"{self.file}.csv", row, crossed)
            for place in self.dropped:
                if cells[place]:
                    self.dropped[place] += 1
            said = (*cells, None)
            yield Taken(row, tuple([said[place] for place in self.places]), named=crossed is None, ended=ended)

    def _write_days_as_iso(self, cells: list[str], order: DayOrder) -> None:
        for place in self.days:
            if place < len(cells) and "/" in cells[place] and (found := day(cells[place], order)):
                cells[place] = found.isoformat()

    def _fault(self, cells: list[str], suspect: bool) -> Fault | None:
        """What the law, then the shape of the row, has against it."""
        if len(cells) != len(self.header) and not self._blank_surplus(cells):
            says = f"The row has {len(cells)} values; the header has {len(self.header)}."
            return Fault("", "field_count", says)
        return self.sieve.fault(cells, suspect=suspect)

    def _blank_surplus(self, cells: list[str]) -> bool:
        """Take away blank values behind the last column: a comma too many says nothing."""
        surplus = cells[len(self.header) :]
        if not surplus or any(surplus):
            return False
        del cells[len(self.header) :]
        return True

    def _further(self, cells: list[str], ended: bool) -> Fault | None:
        if self.delta and (fault := self._delta_fault(cells)):
            return fault
        for place in self.unfit_of_ended(cells) if ended else ():
            cells[place] = ""
        for check in self.checks_of_ended if ended else self.checks:
            fault = check(cells)
            if fault is not None:
                return fault
        return None

    def _delta_fault(self, cells: list[str]) -> Fault | None:
        status = "" if self.status_at is None else cells[self.status_at].lower()
        if status not in (ACTIVE, DELETED):
            return Fault("status", "bad_enum", "In a delta each row is active or tobedeleted.")
        if self.modified_at is None or not cells[self.modified_at]:
            return Fault("dateLastModified", "empty_required", "In a delta each row says when it was modified.")
        if not cells[self.id_at]:
            return Fault("sourcedId", "empty_required", "The value is required and is not there.")
        return None

    def _ended(self, cells: list[str]) -> bool:
        return self.delta and self.status_at is not None and cells[self.status_at].lower() == DELETED

    def _not_deleted(self) -> Fault:
        says = f"Nothing is deleted because a file says so; a row of {self.file}.csv stays as it is."
        return Fault("status", "not_deleted", says)

    def _put_aside(self, row: int, cells: list[str], fault: Fault) -> None:
        by_law = fault if fault.by_law else self.sieve.out_of_place(cells)
        self.reading.tally.put_aside(f"{self.file}.csv", row, by_law or fault)
        if self.id_at < len(cells):
            id_ = cells[self.id_at]
            told = could_be_id(id_) and self.sieve.passes_id(id_)
            self.reading.ground.references.set_aside(self.file, id_, row, told=told)

    def finish(self) -> None:
        """Hand the file's counts to the tally. A file that changed since the survey is not the file surveyed."""
        if self.read != self.reading.survey.rows[self.file]:
            fault = Problem(
                f"{self.file}.csv", 0, "", "changed_while_read", "The file changed while it was being read."
            )
            raise BundleRefused([fault], self.reading.survey.read)
        for place, rows in self.dropped.items():
            column = self.header[place]
            self.reading.tally.drop(f"{self.file}.csv", column, rows, why_dropped(self.file, column))


KnownBy = Callable[[Manifest], Known]


def nothing_known(manifest: Manifest) -> Known:
    """A district that holds nothing yet."""
    return Known()


@contextmanager
def read_bundle(
    source: Source,
    *,
    on: date,
    known: KnownBy = nothing_known,
    progress: Progress = nothing_to_show,
    ids_are_no_ssn: bool = False,
) -> Iterator[Reading]:
    """Open and survey a bundle. Raises FileNotFoundError, and BundleRefused for every fault of a file.

    `known` is asked once the manifest is read: what the district holds matters where files are not whole.
    """
    with opened(source, SHAPE) as bundle:
        manifest = as_sent(bundle, manifest_of(bundle))
        survey = survey_of(bundle, manifest, progress, ids_are_no_ssn=ids_are_no_ssn)
        references = References(manifest, survey, known(manifest))
        tally = Tally(read=survey.read, remarks=list(survey.remarks))
        yield Reading(bundle, manifest, survey, tally, Ground(manifest.release, on, references), progress)
