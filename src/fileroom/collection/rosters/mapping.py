"""One file of a student information system, column by column: what it may be, or by which law it is not kept. Pure."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePath
from typing import IO

from fileroom.collection.imports.drops import NO_PLACE, Drop
from fileroom.collection.imports.faults import BundleRefused, Problem, refuse, shown
from fileroom.collection.imports.kept_out import most_like_ssn
from fileroom.collection.imports.lines import records
from fileroom.collection.imports.values import DayOrder
from fileroom.collection.looking import look_at_text
from fileroom.collection.rosters.csv_drops import why_dropped
from fileroom.collection.rosters.entries import Entry
from fileroom.collection.rosters.guesses import ALONE, FACT_OF, WORDS, plain
from fileroom.collection.rosters.maps import EntryMap, Map, Source, Take

FACTS = tuple(WORDS)
SHOWN_ROWS, MOST_COLUMNS, LONGEST_CELL = 10, 300, 40
COVERED = "•••"
NEEDED = {"student.id": "the student’s number", "student.family": "the student’s last name"}
PARENT = "contact 1"  # behind the student's own number it is the id of the contact who stands in the student's row


@dataclass(frozen=True)
class OneFile:
    """A bundle of one file, held in memory: it is read and let go."""

    name: str
    body: bytes

    def names(self) -> list[str]:
        return [self.name]

    def open(self, name: str) -> IO[bytes]:
        return io.BytesIO(self.body)


@dataclass(frozen=True)
class Column:
    """One column: what it may be (blank: nothing is near), why it is not kept if nobody takes it, and some of its rows.

    `banned`: nobody may take it, by that law.
    """

    name: str
    suggested: str
    drop: Drop
    banned: bool
    rows: tuple[str, ...]


def file_of(name: str, body: bytes) -> OneFile:
    """The file, as a bundle. BundleRefused where it is none of CSV by its name."""
    plain_name = PurePath(name.replace("\\", "/")).name.casefold()
    if not plain_name.endswith((".csv", ".txt")):
        raise refuse("", "not_a_bundle", "This is no file of CSV: its name ends in neither .csv nor .txt.")
    return OneFile(plain_name, body)


def columns_of(file: OneFile) -> tuple[Column, ...]:
    """Each column with what it may be and its first rows; what the law or the sieve keeps out is covered."""
    rows = list(islice(records(file, file.name), SHOWN_ROWS + 1))
    if not rows:
        raise refuse(file.name, "no_header", "The file is empty.", row=1)
    header = [cell.strip() for cell in rows[0][1]]
    if len(header) > MOST_COLUMNS:
        raise refuse(file.name, "too_many_columns", f"The file has more than {MOST_COLUMNS} columns.", row=1)
    if "\0" in "".join(header):
        says = "A control character stands in the name of a column, which cannot be kept with the map."
        raise refuse(file.name, "control_character", says, row=1)
    if any(look_at_text(cell, "prose").seen and not why(cell)[1] for cell in header):
        raise refuse(file.name, "no_header", "The first row is no header: a number of somebody's stands in it.", row=1)
    if not any(is_known(cell) for cell in header):
        # The names of columns are kept with the map, so the first row may be no row of somebody's.
        says = "The first row names none of the columns that such files have. Give it a row of column names."
        raise refuse(file.name, "no_header", says, row=1)
    suggestions = suggest(header)
    return tuple(_column(at, name, suggestions, rows[1:]) for at, name in enumerate(header) if name)


def suggest(header: Sequence[str]) -> dict[str, str]:
    """What each column may be, by its name; no fact twice, and nothing for what the law keeps out."""
    found: dict[str, str] = {}
    for name in header:
        fact = FACT_OF.get(plain(name), "")
        if fact and fact not in found.values() and not why(name)[1]:
            found[name] = fact
    return found


def is_known(column: str) -> bool:
    """Whether a column of this name is known, be it as one that is dropped."""
    return plain(column) in FACT_OF or plain(column) in ALONE or why(column)[0] is not NO_PLACE


def why(column: str) -> tuple[Drop, bool]:
    """Why a column is not kept where nobody takes it; and whether nobody may, because it asks for what is kept out."""
    found = why_dropped("", column)
    drop = found[1] if found else NO_PLACE
    return drop, drop.always


def map_of(file: OneFile, takes: Mapping[str, str], *, days: DayOrder, everybody: bool) -> Map:
    """The map by which this file is imported. `takes`: column -> fact; `everybody`: it names every student there is.

    Raises BundleRefused with everything that is wrong with it.
    """
    faults = list(_faults(file, takes))
    if faults:
        raise BundleRefused(faults)
    at = {fact: column for column, fact in takes.items()}
    entries = [_entry(Entry.STUDENT, at)]
    if "enrolment.school" in at:
        school = Take((at["enrolment.school"],))
        if "school.name" in at:
            entries.insert(0, _entry(Entry.SCHOOL, at, id=school))
        entries.append(_entry(Entry.ENROLMENT, at, student=Take((at["student.id"],)), school=school))
    if "contact.family" in at:
        parent = Take((at["student.id"],), also=PARENT)
        entries.append(_entry(Entry.CONTACT, at, id=parent))
        entries.append(_entry(Entry.RELATIONSHIP, at, student=Take((at["student.id"],)), contact=parent))
    whole = frozenset({Entry.STUDENT, Entry.ENROLMENT}) if everybody else frozenset()
    return Map(file.name, {file.name: Source(file.name, tuple(entries))}, days, whole, needs=frozenset({file.name}))


def _faults(file: OneFile, takes: Mapping[str, str]) -> list[Problem]:
    said = list(takes.values())
    faults = [
        Problem(file.name, 1, "", "missing_column", f"Say which column is {what}: without it nothing can be kept.")
        for fact, what in NEEDED.items()
        if fact not in said
    ]
    for column, fact in takes.items():
        drop, banned = why(column)
        if banned:
            says = f"The map takes {shown(column)}, and may not. {drop.says} {drop.citation}".strip()
            faults.append(Problem(file.name, 1, column, "banned_column", says))
        elif fact not in FACTS:
            faults.append(Problem(file.name, 1, column, "bad_enum", "Choose what this column is from the list."))
        elif said.count(fact) > 1:
            faults.append(Problem(file.name, 1, column, "column_twice", "Two columns are said to be the same thing."))
    return faults


def _entry(entry: Entry, at: Mapping[str, str], **given: Take) -> EntryMap:
    own = {name: Take((at[fact],)) for fact in at for of, _, name in [fact.partition(".")] if of == entry}
    return EntryMap(entry, {**own, **given})


def _column(at: int, name: str, suggestions: Mapping[str, str], rows: Sequence[tuple[int, list[str]]]) -> Column:
    drop, banned = why(name)
    said = [cells[at].strip() if at < len(cells) else "" for _, cells in rows]
    covered = banned or most_like_ssn([it for it in said if it])
    return Column(name, suggestions.get(name, ""), drop, banned, tuple(_shown(it, name, covered) for it in said))


def _shown(cell: str, column: str, covered: bool) -> str:
    if not cell:
        return ""
    if covered or look_at_text(cell, "prose").seen or look_at_text(f"{column}: {cell}", "prose").seen:
        return COVERED
    return cell if len(cell) <= LONGEST_CELL else cell[: LONGEST_CELL - 1] + "…"
