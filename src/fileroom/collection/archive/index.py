"""The index of a folder of documents: a row a document. Each row is checked before its file is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fileroom.collection import gate
from fileroom.collection.archive.bearers import Bearers, another_student, no_student
from fileroom.collection.imports.bundles import Bundle, Single
from fileroom.collection.imports.faults import Fault, Problem, refuse, shown
from fileroom.collection.imports.lines import records
from fileroom.collection.imports.values import CONTROL, day
from fileroom.collection.items import form_of
from fileroom.people import milestones
from fileroom.records.contents import LARGEST

COLUMNS = {
    "student": ("student", "student id", "student_id", "ssid"),
    "item": ("item", "code", "catalogue code", "catalogue_code"),
    "file": ("file", "path", "file name"),
    "date": ("date", "dated", "document date"),
}
# What an index may say of its student besides: where it does, it has to fit the student of the id.
OF_THE_STUDENT = {
    "born": ("born", "birth date", "birthdate", "birth_date", "date of birth"),
    "last name": ("last name", "last_name", "lastname", "lastsurname", "family name", "surname"),
}
BY_SSID = "ssid"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what it says, and its number as a spreadsheet counts. `by_ssid`: its student is named by the SSID."""

    row: int
    student: str
    item: str
    file: str
    date: str
    born: str = ""
    family: str = ""
    by_ssid: bool = False


def rows_of(index: Path) -> Iterator[Row]:
    """The rows of an index. Raises BundleRefused: it cannot be read, or a column is not there."""
    return rows_in(Single(index), index.name)


def rows_in(bundle: Bundle, name: str) -> Iterator[Row]:
    """The rows of an index that lies in a bundle. Raises as `rows_of`."""
    source = records(bundle, name)
    header = [cell.strip().casefold() for cell in next(source, (1, []))[1]]
    places: dict[str, int] = {}
    for column, spellings in (COLUMNS | OF_THE_STUDENT).items():
        there = [place for place, it in enumerate(header) if it in spellings]
        if len(there) > 1 or (not there and column in COLUMNS):
            says = f"One column of the index says the {column}; its header is one of: {', '.join(spellings)}."
            raise refuse(name, "missing_column", says, row=1, column=column)
        places |= dict.fromkeys([column], there[0]) if there else {}
    by_ssid = header[places["student"]] == BY_SSID
    for row, cells in source:
        said = {column: cells[place].strip() if place < len(cells) else "" for column, place in places.items()}
        own = (said["student"], said["item"], said["file"], said["date"])
        yield Row(row, *own, said.get("born", ""), said.get("last name", ""), by_ssid)


def fault_of(it: Row, folder: Path, on: date) -> Fault | None:
    """What is wrong with a row, but for its student and what its document holds. A file's name is never repeated."""
    return fault_of_row(it, on) or _fault_of_file(it.file, folder)


def fault_of_row(it: Row, on: date) -> Fault | None:
    """What is wrong with what a row says, wherever its file lies."""
    for name in COLUMNS:
        if not getattr(it, name):
            return Fault(name, "empty_required", "The value is required and is not there.")
        if CONTROL.search(getattr(it, name)):
            return Fault(name, "control_character", "A character in it is none that is written.")
    if not gate.is_taken(it.item) or it.item == milestones.RECORD:
        return Fault("item", "no_such_item", f"{shown(it.item)} is no item of the catalogue that an archive brings.")
    if form_of(it.item):
        says = "This item has a form: a person fills it in. The paper itself is not kept."
        return Fault("item", "item_has_a_form", says)
    dated_on = day(it.date)
    if dated_on is None or dated_on > on:
        return Fault("date", "impossible_date", "What stands there is no day up to today (wanted: YYYY-MM-DD).")
    if it.born and day(it.born) is None:
        return Fault("born", "impossible_date", "What stands there is no day (wanted: YYYY-MM-DD).")
    return None


def fault_of_student(it: Row, students: Bearers) -> Fault | None:
    """What is wrong with whom it names: nobody here, or another than the row tells of besides."""
    if fault := no_student(it.student, students):
        return fault
    (student,) = students[it.student]
    return another_student(student, born_on=day(it.born), family=it.family)


def _fault_of_file(name: str, folder: Path) -> Fault | None:
    path = folder / name
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
        if "\x00" in name or not inside or path.is_symlink():
            return Fault("file", "outside", "The file lies outside the folder, or is a link.")
        if not path.is_file():
            return Fault("file", "missing_file", "There is no such file in the folder.")
        if path.stat().st_size > LARGEST:
            return Fault("file", "too_big", f"The file is larger than the {LARGEST // 2**20} MB that are kept.")
    except (OSError, ValueError):
        return Fault("file", "unreadable", "The file cannot be read.")
    return None


def not_in_index(folder: Path, named: set[Path], index: Path) -> list[Problem]:
    """How many files of the folder no row names."""
    others = sum(_is_other(path, named | {index.resolve()}) for path in folder.rglob("*"))
    says = f"{others} files of the folder are named by no row of the index: they were not looked at."
    return [Problem("", 0, "", "unlisted_file", says)] if others else []


def _is_other(path: Path, named: set[Path]) -> bool:
    try:
        return path.is_file() and path.resolve() not in named
    except OSError:  # where nobody may look there may be one
        return True
