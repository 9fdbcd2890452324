"""A school year's calendar as a list: a small CSV with from, to, what and name, read row by row, and nothing kept."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fileroom.collection.imports.faults import BundleRefused, Problem, first_few, refuse
from fileroom.collection.imports.values import DayOrder, day
from fileroom.law.days import school_year
from fileroom.programmes.calendar.entries import Entry, Kind

MOST_ROWS, LARGEST = 200, 50_000  # of a list; letters of its text
LACKS = "It needs a head with the columns from, to and what; name may stand beside them."
HEADS = {
    "from": ("from", "from_on", "start", "start date", "first day", "date"),
    "to": ("to", "to_on", "end", "end date", "last day"),
    "what": ("what", "kind", "type"),
    "name": ("name", "reason", "description"),
    "school": ("school",),
}
WHAT = {
    "closed": Kind.CLOSED, "closure": Kind.CLOSED, "holiday": Kind.CLOSED, "local holiday": Kind.CLOSED,
    "fall break": Kind.FALL, "winter break": Kind.WINTER, "spring break": Kind.SPRING, "summer break": Kind.SUMMER,
    "break": Kind.OTHER, "no school": Kind.OTHER,
}  # fmt: skip
NO_DAY = "This is no day. Write it like 2026-12-21 or 12/21/2026."
NOT_LISTED = f"Write one of: {', '.join(WHAT)}."
OF_ONE_SCHOOL = (
    "Leave it empty: days are counted for the whole district, by the days on which its office is open. A day that one "
    "school alone is closed is not entered."
)


@dataclass(frozen=True)
class Row:
    """One row and its number, as a spreadsheet counts: the head is 1."""

    number: int
    entry: Entry


def read(text: str, file: str) -> list[Row]:
    """The rows that say anything. Raises BundleRefused with all that is wrong, by row and column."""
    if len(text) > LARGEST:
        raise refuse(file, "unknown_layout", "This is longer than a school year’s calendar. Bring one year at a time.")
    rows, wrong = [], []
    for number, cells in _rows(text, file):
        found = _row(cells)
        if isinstance(found, Entry):
            rows.append(Row(number, found))
        else:
            wrong += [Problem(file, number, column, code, says) for column, code, says in found]
    if wrong:
        raise BundleRefused(first_few(wrong, file), len(rows) + len({it.row for it in wrong}))
    if not rows:
        raise refuse(file, "unknown_layout", "No row says anything.")
    return rows


def _rows(text: str, file: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row by our columns. Pasted from a spreadsheet, it has tabs for commas."""
    head_line = text.lstrip("\ufeff\r\n").partition("\n")[0]
    sign = "\t" if "\t" in head_line else ";" if ";" in head_line else ","
    lines = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=sign, strict=True)
    try:
        head = [cell.strip().casefold() for cell in next(lines, [])]
        places = {name: head.index(it) for name, spellings in HEADS.items() for it in spellings if it in head}
        if not {"from", "to", "what"} <= places.keys():
            raise refuse(file, "unknown_layout", LACKS, row=1)
        for number, cells in enumerate(lines, start=2):
            if number > MOST_ROWS + 1:
                raise refuse(file, "unknown_layout", f"A list has {MOST_ROWS} rows at most.", row=number)
            if any(cell.strip() for cell in cells):
                yield number, {name: cells[at].strip() if at < len(cells) else "" for name, at in places.items()}
    except csv.Error:
        raise refuse(file, "unknown_layout", "This is not a well-formed table: look at its quotes.") from None


def _row(cells: dict[str, str]) -> Entry | list[tuple[str, str, str]]:
    """What a row says, or what is wrong in it: column, code and sentence. A row without `to` is one day."""
    first, kind = _day(cells["from"]), WHAT.get(" ".join(cells["what"].split()).casefold())
    last = _day(cells["to"]) if cells["to"] else first
    wrong = [("from", "impossible_date", NO_DAY)] if first is None else []
    if last is None and cells["to"]:
        wrong.append(("to", "impossible_date", NO_DAY))
    if kind is None:
        wrong.append(("what", "bad_enum", NOT_LISTED))
    if cells.get("school"):
        wrong.append(("school", "bad_enum", OF_ONE_SCHOOL))
    if wrong or first is None or last is None or kind is None:
        return wrong
    return Entry(kind, first, last, " ".join(cells.get("name", "").split()))


def _day(said: str) -> date | None:
    return day(said) or day(said, DayOrder.MDY)


def year_of(rows: list[Row], file: str) -> int:
    """The school year that every row reaches into. Raises BundleRefused where there is none."""
    years = {school_year(it.entry.from_on) for it in rows if it.entry.kind is not Kind.SUMMER}
    if not years:
        years = {school_year(rows[0].entry.to_on)}
    year = min(years)
    out = [it for it in rows if not school_year(it.entry.from_on) <= year <= school_year(it.entry.to_on)]
    if out:
        says = (
            f"This is not of the school year {year}-{(year + 1) % 100:02}, as the first rows are. Bring one at a time."
        )
        raise BundleRefused(
            first_few([Problem(file, it.number, "from", "another_year", says) for it in out], file), len(rows)
        )
    return year
