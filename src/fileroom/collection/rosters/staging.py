"""The second walk: entries that stand become rows of the tables where a bundle waits."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from fileroom.collection.imports.drops import NO_PLACE, Drop
from fileroom.collection.imports.faults import BundleRefused, Fault, Problem, first_few
from fileroom.collection.imports.progress import Progress
from fileroom.collection.imports.values import could_be_id
from fileroom.collection.imports.waiting_tables import LONGEST_SEARCH_NAME, Value, fill
from fileroom.collection.rosters.entries import FIELDS, Entry
from fileroom.collection.rosters.judging import Judged, Unfit, judged, may_restrict, restrictions
from fileroom.collection.rosters.said import Said, Walk
from fileroom.collection.rosters.sieve import Sieve
from fileroom.collection.rosters.standing import Standing, named_aside, numbers_of
from fileroom.collection.rosters.words import BY_HAND
from fileroom.people.names import search_key

BATCH = 2000
LONGEST_KIND = 16
MOST_LABELS = 5000
OTHERS = "(others)"  # of so many columns nobody reads a list
GIVEN_BY_A_PERSON = (
    "The employee is kept without this role: a nurse’s or a registrar’s is given by a person, by no file."
)
ONE_DAY = timedelta(days=1)
Row = dict[str, Value]
# Path or column -> the name under which it is counted, and why it is dropped; None where it only steers the reading.
WhyDropped = Callable[[str, str], tuple[str, Drop] | None]


@dataclass
class Stager:
    """Walks a bundle once more and fills the tables, a lot at a time."""

    standing: Standing
    on: date
    why_dropped: WhyDropped
    progress: Progress
    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    waiting: int = 0
    dropped: Counter[tuple[str, str]] = field(default_factory=Counter)
    why: dict[tuple[str, str], Drop] = field(default_factory=dict)
    by_hand: list[Problem] = field(default_factory=list)
    may_restrict: list[tuple[str, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.survey = self.standing.survey
        self.numbers = numbers_of(self.survey)
        self.pairs: set[tuple[Entry, str]] = set()

    def stage(self, walk: Walk) -> None:
        """Fill the tables; the tally learns what does not stand, and what was dropped of the rest."""
        try:
            rows = self._walk(walk)
        except (Unfit, KeyError) as changed:
            raise self._changed() from changed
        if rows != self.standing.tally.read:
            raise self._changed()
        aside = named_aside(self.survey)
        names = [(_FILES[entry], name) for entry, name in aside if entry in _FILES]
        fill("bundle_aside", ("file", "source_id"), names)
        self.standing.tally.remarks += first_few(self.by_hand)
        for (file, label), dropped in self.dropped.items():
            self.standing.tally.drop(file, label, dropped, self.why[file, label])

    def _changed(self) -> BundleRefused:
        """The bundle is not the one that was surveyed."""
        says = "The files changed while they were being read."
        return BundleRefused([Problem("", 0, "", "changed_while_read", says)], self.standing.tally.read)

    def _walk(self, walk: Walk) -> int:
        """Returns how many records there are."""
        how, row = self.standing.how, 0
        for row, said in enumerate(walk(), start=1):
            self.progress(1)
            source = how.sources.get(said.source)
            if source is None:
                continue
            if row in self.survey.aside:
                self._carry_restriction(row, said)
                continue
            entries = judged(said, source, how, self.on)
            fault = next(filter(None, map(self.standing.fault, entries)), None)
            if fault is not None:
                self._put_aside(row, said, fault)
                self._carry_restriction(row, said)
                continue
            self._count_dropped(said, source.columns())
            for it in entries:
                self._take(row, it)
                if it.text("role") in BY_HAND:
                    at = said.file, said.line, it.columns["role"]
                    self.by_hand.append(Problem(*at, "role_by_hand", GIVEN_BY_A_PERSON))
            if self.waiting >= BATCH:
                self._flush()
        self._flush()
        return row

    def _put_aside(self, row: int, said: Said, fault: Fault) -> None:
        self.survey.put_aside(row, said.source)
        self.standing.tally.put_aside(said.file, said.line, fault)

    def _carry_restriction(self, row: int, said: Said) -> None:
        """A record set aside claims nothing; that a contact is restricted is asked about all the same."""
        source = self.standing.how.sources[said.source]
        if may_restrict(said, source):
            self.may_restrict.append((said.file, said.line))
        passes = Sieve(source).passes_id
        for it in restrictions(said, source):
            if all(could_be_id(it.text(name)) and passes(it.text(name)) for name in ("student", "contact")):
                _relationship(self, row, it, named=False)

    def _count_dropped(self, said: Said, taken: set[str]) -> None:
        labels = set()
        for column, value in said.pairs:
            if column in taken:
                continue
            dropped = self.why_dropped(said.source, column)
            if dropped is None or not (value or dropped[1].always):
                continue
            label, why = dropped
            if (said.file, label) not in self.why and len(self.why) >= MOST_LABELS:
                label, why = OTHERS, NO_PLACE
            self.why[said.file, label] = why
            self.dropped[said.file, label] += 0
            if value:
                labels.add(label)
        for label in labels:
            self.dropped[said.file, label] += 1

    def _take(self, row: int, it: Judged) -> None:
        if "id" in FIELDS[it.entry] and self.survey.ids[it.entry][it.text("id")].row != row:
            return
        TAKES[it.entry](self, row, it)

    def add(self, table: str, row: int, **values: Value) -> None:
        """One row for a table."""
        first: Row = {"row": row, "named": True, "ended": False}
        self.rows[table].append(first | values)
        self.waiting += 1

    def once(self, entry: Entry, key: str) -> bool:
        """Whether this key comes for the first time."""
        if (entry, key) in self.pairs:
            return False
        self.pairs.add((entry, key))
        return True

    def _flush(self) -> None:
        for table, rows in self.rows.items():
            if rows:
                fill(table, tuple(rows[0]), [tuple(it.values()) for it in rows])
        self.rows.clear()
        self.waiting = 0

    def id_of(self, it: Judged, name: str, entry: Entry) -> str:
        """The id under which what a fact points to is kept."""
        return self.survey.resolved(entry, it.text(name))


def _org(stager: Stager, row: int, it: Judged) -> None:
    school = it.entry is Entry.SCHOOL
    kind = "school" if school else it.text("kind")[:LONGEST_KIND] or "district"
    code = it.text("cds_code") or None
    stager.add("bundle_orgs", row, source_id=it.text("id"), name=it.text("name"), type=kind, identifier=code)


def _person(stager: Stager, row: int, it: Judged) -> None:
    names = [it.text(name) for name in ("given", "middle", "family", "preferred_given", "preferred_family")]
    student = it.text("id") if it.entry is Entry.STUDENT else ""
    grade = stager.survey.grades.get(student)
    stager.add(
        "bundle_users",
        row,
        source_id=stager.id_of(it, "id", it.entry),
        given_name=_said(it, "given"),
        middle_name=_said(it, "middle"),
        family_name=_said(it, "family"),
        preferred_given_name=_said(it, "preferred_given"),
        preferred_family_name=_said(it, "preferred_family"),
        email=it.text("email") or None if it.entry is Entry.EMPLOYEE else None,
        student=it.entry is Entry.STUDENT,
        employee=it.entry is Entry.EMPLOYEE,
        contact=it.entry is Entry.CONTACT,
        ssid=stager.numbers.get(student),
        grade=grade[1] if grade else None,
        search_name=search_key(*names)[:LONGEST_SEARCH_NAME],
    )
    _born_on(stager, row, student, it)


def _born_on(stager: Stager, row: int, student: str, it: Judged) -> None:
    if (born_on := it.day("born_on")) and stager.once(Entry.ABOUT_STUDENT, student):
        stager.add("bundle_demographics", row, source_id=student, birth_date=born_on)


def _said(it: Judged, name: str) -> str | None:
    """A fact that is text; None where the sender has no such column."""
    value = it.facts.get(name)
    return value if isinstance(value, str) else None


def _enrolment(stager: Stager, row: int, it: Judged) -> None:
    student, school = stager.id_of(it, "student", Entry.STUDENT), stager.id_of(it, "school", Entry.SCHOOL)
    _place(stager, row, student, school, "student", it.day("entered_on"), it.day("left_on"))


def _assignment(stager: Stager, row: int, it: Judged) -> None:
    employee, school = stager.id_of(it, "employee", Entry.EMPLOYEE), stager.id_of(it, "school", Entry.SCHOOL)
    _place(stager, row, employee, school, it.text("role"), it.day("from_on"), it.day("to_on"))


def _place(
    stager: Stager, row: int, person: str, school: str, role: str, from_on: date | None, to_on: date | None
) -> None:
    stager.add(
        "bundle_roles",
        row,
        source_id=f"{person}/{school}/{role}/{from_on}",
        user_source_id=person,
        org_source_id=school,
        role=role,
        begin_date=from_on,
        end_date=_day_after(to_on),
    )


def _day_after(to_on: date | None) -> date | None:
    """The tables say the first day after, as OneRoster does. At the end of all days there is none: the end is open."""
    return to_on + ONE_DAY if to_on and to_on < date.max else None


def _relationship(stager: Stager, row: int, it: Judged, *, named: bool = True) -> None:
    student, contact = stager.id_of(it, "student", Entry.STUDENT), stager.id_of(it, "contact", Entry.CONTACT)
    stager.add(
        "bundle_relationship",
        row,
        student_source_id=student,
        contact_source_id=contact,
        named=named,
        kind=it.text("relation") or "other",
        # None where the sender's map has no such column: it says nothing, and lifts nothing.
        restricted=bool(it.facts["restricted"]) if "restricted" in it.facts else None,
    )


def _section(stager: Stager, row: int, it: Judged) -> None:
    school = stager.id_of(it, "school", Entry.SCHOOL)
    stager.add("bundle_classes", row, source_id=it.text("id"), title=it.text("title"), school_source_id=school)


def _seat(stager: Stager, row: int, it: Judged) -> None:
    student = it.entry is Entry.SECTION_STUDENT
    person = stager.id_of(it, *(("student", Entry.STUDENT) if student else ("employee", Entry.EMPLOYEE)))
    section = stager.id_of(it, "section", Entry.SECTION)
    if not stager.once(it.entry, f"{section}/{person}"):
        return
    stager.add(
        "bundle_enrollments",
        row,
        source_id=f"{section}/{person}",
        class_source_id=section,
        user_source_id=person,
        role="student" if student else "teacher",
        begin_date=it.day("from_on"),
        end_date=_day_after(it.day("to_on")),
    )


def _about(stager: Stager, row: int, it: Judged) -> None:
    """The rest of what it says stands in its student's own row, or is sealed."""
    _born_on(stager, row, stager.id_of(it, "student", Entry.STUDENT), it)


TAKES: dict[Entry, Callable[[Stager, int, Judged], None]] = {
    Entry.ORG: _org,
    Entry.SCHOOL: _org,
    Entry.STUDENT: _person,
    Entry.CONTACT: _person,
    Entry.EMPLOYEE: _person,
    Entry.SECTION: _section,
    Entry.ABOUT_STUDENT: _about,
    Entry.ENROLMENT: _enrolment,
    Entry.ASSIGNMENT: _assignment,
    Entry.RELATIONSHIP: _relationship,
    Entry.SECTION_STUDENT: _seat,
    Entry.SECTION_TEACHER: _seat,
}
# The names under which the tables know them.
_FILES = {Entry.STUDENT: "users", Entry.CONTACT: "users", Entry.EMPLOYEE: "users"}
