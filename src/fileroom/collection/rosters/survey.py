"""The first walk: what each record says, which may not be taken, and which ids there are to point to.

Ids are what grows with a bundle, with a few bytes beside each; no name and no telephone is held.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from fileroom.collection.imports.faults import BundleRefused, Fault, Problem, first_few, shown
from fileroom.collection.imports.kept_out import ids_like_ssn
from fileroom.collection.imports.progress import Progress
from fileroom.collection.imports.report import Tally
from fileroom.collection.imports.values import could_be_id
from fileroom.collection.rosters.entries import FIELDS, PEOPLE, REACHED, Entry
from fileroom.collection.rosters.judging import LONGEST_ID, Judged, Unfit, judged
from fileroom.collection.rosters.maps import Map
from fileroom.collection.rosters.said import Said, Walk
from fileroom.collection.rosters.sieve import Sieve

BATCH = 500
REMARKS_KEPT = 1000
# Ids of contacts and employees are kept apart from those of students, which senders number anew from one.
APART = {Entry.CONTACT: "contact/", Entry.EMPLOYEE: "staff/"}
Key = tuple[Entry, str]


@dataclass(frozen=True, slots=True)
class First:
    """The record in which an id stands first: its number, a hash of what it says, and what it leans on.

    `own`: the record is of this thing; not of another, as the row of a student that names a parent too.
    """

    row: int
    own: bool
    hashed: int
    leans_on: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands, for a report."""

    file: str
    line: int
    source: str


@dataclass
class Survey:
    """What the first walk found. Rows are numbered through all files of the bundle, from 1."""

    ids: dict[Entry, dict[str, First]] = field(default_factory=dict)
    aliases: dict[Key, str] = field(default_factory=dict)
    aside: set[int] = field(default_factory=set)
    lacking: set[str] = field(default_factory=set)
    places: dict[int, Place] = field(default_factory=dict)
    numbers: dict[str, tuple[str, str]] = field(default_factory=dict)
    codes: dict[str, tuple[str, str]] = field(default_factory=dict)
    grades: dict[str, tuple[date, str]] = field(default_factory=dict)
    reached: dict[Key, int] = field(default_factory=dict)
    brings: set[Entry] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    named_aside: list[Key] = field(default_factory=list)
    unnamed: set[Entry] = field(default_factory=set)
    faults: list[Problem] = field(default_factory=list)

    def put_aside(self, row: int, source: str) -> None:
        """A record is not taken: what it would have said of its kind is not said, and the list of these not whole."""
        self.aside.add(row)
        self.lacking.add(source)

    def resolved(self, entry: Entry, said: str) -> str:
        """The id under which an entry is kept, from what a record calls it."""
        found = said if said in self.ids.get(entry, ()) else self.aliases.get((entry, said), said)
        return APART.get(entry, "") + found


@dataclass
class Surveyor:
    """Walks a bundle once; the tally learns what is not taken."""

    how: Map
    on: date
    tally: Tally
    progress: Progress
    ids_are_no_ssn: bool = False
    survey: Survey = field(default_factory=Survey)
    read: Counter[str] = field(default_factory=Counter)
    not_taken: Counter[tuple[str, str]] = field(default_factory=Counter)
    by_username: int = 0

    def walk(self, walk: Walk) -> Survey:
        """The survey. Raises BundleRefused with every fault of a file that was found."""
        try:
            self._walk(walk)
        except BundleRefused as refused:
            raise BundleRefused(refused.problems, self.tally.read) from refused
        for (file, kind), count in self.not_taken.items():
            self.tally.not_taken(file, count, kind)
        if self.by_username:
            says = f"{self.by_username} people stand under their username: the files give no family name of theirs."
            self.tally.remarks.append(Problem("", 0, "", "no_names", says))
        if not self.survey.sources:
            says = f"Nothing in the bundle is of the layout of {self.how.name}."
            self.survey.faults.append(Problem("", 0, "", "unknown_layout", says))
        if not self.ids_are_no_ssn:
            self.survey.faults += ids_like_ssn({it: self.survey.ids.get(it, ()) for it in PEOPLE})
        if self.survey.faults:
            raise BundleRefused(first_few(self.survey.faults), self.tally.read)
        return self.survey

    def _walk(self, walk: Walk) -> None:
        sieves: dict[str, Sieve] = {}
        numbered = enumerate(walk(), start=1)
        while lot := list(islice(numbered, BATCH)):
            self.tally.read += len(lot)
            self.progress(len(lot))
            for name, records in _by_source(lot):
                source = self.how.sources.get(name)
                if source is None:
                    for _, said in records:
                        self.not_taken[said.file, said.source] += 1
                    continue
                self.survey.sources.add(name)
                sieve = sieves.setdefault(name, Sieve(source))
                suspect = sieve.suspects([said for _, said in records])
                for row, said in records:
                    self._look(row, said, sieve, suspect=suspect)

    def _look(self, row: int, said: Said, sieve: Sieve, *, suspect: bool) -> None:
        source = self.how.sources[said.source]
        fault = sieve.fault(said, suspect=suspect)
        entries: list[Judged] = []
        if fault is None and said.fault:
            fault = Fault("", *said.fault)
        if fault is None:
            try:
                entries = judged(said, source, self.how, self.on)
            except Unfit as unfit:
                fault = unfit.fault
        self.survey.brings |= {it.entry for it in source.entries if "id" in FIELDS[it.entry]}
        if fault is not None:
            self._put_aside(row, said, fault)
            self._remember_aside(said, sieve)
        elif repeated := self._repeats(row, said, entries):
            says = (
                f"The record says word for word what line {repeated.line} of {repeated.file} says; it was taken once."
            )
            self.survey.aside.add(row)
            self.tally.put_aside(said.file, said.line, Fault("", "repeated_row", says))
        else:
            self._note(row, said, entries)

    def _put_aside(self, row: int, said: Said, fault: Fault) -> None:
        self.survey.put_aside(row, said.source)
        self.tally.put_aside(said.file, said.line, fault)

    def _remember_aside(self, said: Said, sieve: Sieve) -> None:
        """A record set aside still names its person, who is therefore not absent from the file.

        Where it cannot be told whom it names, nobody of their kind is. What could be nobody's id here names nobody.
        """
        values = dict(reversed(said.sure))
        for it in self.how.sources[said.source].entries:
            take = it.takes.get("id")
            if take is None:
                continue
            if said.fault and not values.keys() & set(take.columns):
                self.survey.unnamed.add(it.entry)
            named = next((values[column] for column in take.columns if values.get(column)), "")
            if could_be_id(named, LONGEST_ID) and sieve.passes_id(named):
                self.survey.named_aside.append((it.entry, named))

    def _repeats(self, row: int, said: Said, entries: list[Judged]) -> Place | None:
        """Where the same was said before, word for word; of one id two records that differ are a fault of the file."""
        first = entries[0] if entries else None
        if first is None or "id" not in FIELDS[first.entry]:
            return None
        earlier = self.survey.ids.get(first.entry, {}).get(first.text("id"))
        if earlier is None:
            return None
        place = self.survey.places[earlier.row]
        if earlier.own and earlier.hashed != _hash(first):
            what = (
                f"The id {shown(first.text('id'))} stands on line {place.line} of {place.file} too, with other values."
            )
            self.survey.faults.append(Problem(said.file, said.line, first.columns["id"], "duplicate_id", what))
            return None
        return place if earlier.own and len(entries) == 1 else None

    def _note(self, row: int, said: Said, entries: list[Judged]) -> None:
        for number, it in enumerate(entries):
            if "id" in FIELDS[it.entry]:
                self._note_id(row, said, it, own=number == 0)
            self._note_student(row, it)
            self.by_username += it.entry in PEOPLE and it.columns.get("family", "").casefold() == "username"

    def _note_id(self, row: int, said: Said, it: Judged, *, own: bool) -> None:
        ids = self.survey.ids.setdefault(it.entry, {})
        if earlier := ids.get(it.text("id")):
            if earlier.hashed != _hash(it) and len(self.tally.remarks) < REMARKS_KEPT:
                says = f"This {it.entry} stands with other values on line {self.survey.places[earlier.row].line} too; "
                says += "the first were taken."
                self.tally.remarks.append(Problem(said.file, said.line, it.columns["id"], "said_differently", says))
            return
        leans_on = tuple(
            (kind.points_to, it.text(name))
            for name, kind in FIELDS[it.entry].items()
            if kind.points_to and it.text(name)
        )
        ids[it.text("id")] = First(row, own, _hash(it), leans_on)
        self.survey.places[row] = Place(said.file, said.line, said.source)
        if alias := it.text("alias"):
            self.survey.aliases[it.entry, alias] = it.text("id")

    def _note_student(self, row: int, it: Judged) -> None:
        """Numbers, facts of a student that other records than the student's own say, and who says how to reach them."""
        if code := it.text("cds_code"):
            self.survey.codes.setdefault(it.text("id"), (it.columns["cds_code"], code))
        student = it.text("id" if it.entry is Entry.STUDENT else "student")
        if number := it.text("ssid"):
            self.survey.numbers.setdefault(student, (it.columns["ssid"], number))
        if it.entry in (Entry.ENROLMENT, Entry.STUDENT) and (grade := it.text("grade")):
            begun = it.day("entered_on") or date.min
            if student not in self.survey.grades or self.survey.grades[student][0] <= begun:
                self.survey.grades[student] = (begun, grade)
        if any(it.text(name) for name in REACHED if name in FIELDS[it.entry]) and it.entry is not Entry.EMPLOYEE:
            who = Entry.STUDENT if it.entry is Entry.ABOUT_STUDENT else it.entry
            self.survey.reached.setdefault((who, student or it.text("id")), row)


def _by_source(lot: Iterable[tuple[int, Said]]) -> Iterator[tuple[str, list[tuple[int, Said]]]]:
    """Runs of records of one source, in their order."""
    run: list[tuple[int, Said]] = []
    for row, said in lot:
        if run and run[0][1].source != said.source:
            yield run[0][1].source, run
            run = []
        run.append((row, said))
    if run:
        yield run[0][1].source, run


def _hash(it: Judged) -> int:
    return hash((it.entry, *sorted((name, str(value)) for name, value in it.facts.items())))
