"""A list of schools as the California Department of Education publishes it: a table with a code of 14 digits a row.

The code stands in one column, or county, district and school in three. Leading zeros matter.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fileroom.collection.imports.faults import Fault, refuse
from fileroom.collection.imports.values import CONTROL, LONGEST_VALUE, is_cds_code

LARGEST_FILE = 64 * 1024**2
COLUMNS = {
    "code": ("cdscode", "cds code", "cds"),
    "county": ("county code",),
    "district": ("district code",),
    "school": ("school code",),
    "name": ("school", "school name"),
    "status": ("statustype", "status", "status type"),
    "closed": ("closeddate", "closed date"),
    "charter": ("charter", "charter school (y/n)", "charter school"),
}
PARTS = {"county": 2, "district": 5, "school": 7}
DISTRICT_DIGITS = 7
NOBODY_S = "0000000"  # in place of a school's code: the row is the district's own, or of schools that are none
NOTHING = frozenset({"", "no data", "n/a"})
CLOSED = frozenset({"closed", "merged"})


@dataclass(frozen=True)
class Listed:
    """One school of the list. `row` counts as a spreadsheet does."""

    row: int
    code: str
    name: str
    closed: bool = False
    charter: bool = False

    @property
    def district(self) -> str:
        """County and district, of which the school is."""
        return self.code[:DISTRICT_DIGITS]


def listed(path: Path) -> Iterator[Listed | tuple[int, Fault] | int]:
    """Each row: a school, what is wrong with it, or the number of a row that is none. Raises BundleRefused."""
    rows = _rows(path)
    row, header = next(rows, (1, []))
    places = _places(path.name, header)
    for row, cells in rows:
        said = {name: _cell(cells, place) for name, place in places.items()}
        code = said["code"] if "code" in said else "".join(said[name] for name in PARTS)
        if not said["name"] or code.endswith(NOBODY_S):
            yield row
        elif not is_cds_code(code) or any(len(said[name]) != digits for name, digits in PARTS.items() if name in said):
            says = "The code is not of 14 digits (2, 5 and 7): a spreadsheet takes leading zeros away."
            yield row, Fault("code", "bad_cds_code", says)
        elif CONTROL.search(said["name"]) or len(said["name"]) > LONGEST_VALUE:
            yield row, Fault("name", "bad_name", "The name holds a control character, or is too long.")
        else:
            closed = said.get("status", "").casefold() in CLOSED or bool(said.get("closed"))
            yield Listed(row, code, said["name"], closed, said.get("charter", "").casefold() in ("y", "yes"))


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        with path.open("rb") as file:
            body = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise refuse(path.name, "unreadable", f"It cannot be read: {error.strerror}.") from None
    if len(body) > LARGEST_FILE:
        raise refuse(path.name, "too_big", "The file is larger than 64 MiB.")
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = body.decode("cp1252", "replace")  # as the Department's own programs have written it
    head = text.partition("\n")[0]
    try:
        lines = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter="\t" if "\t" in head else ",")
        yield from ((row, cells) for row, cells in enumerate(lines, start=1) if cells)
    except csv.Error as error:
        raise refuse(path.name, "unreadable", f"The file is not a well-formed table: {error}.") from None


def _places(file: str, header: list[str]) -> dict[str, int]:
    named = [cell.strip().casefold() for cell in header]
    places = {
        name: named.index(there[0])
        for name, spellings in COLUMNS.items()
        if len(there := [it for it in spellings if it in named]) == 1
    }
    if "name" not in places or not ("code" in places or places.keys() >= PARTS.keys()):
        says = "It needs the school's name, and its CDSCode or County Code, District Code and School Code."
        raise refuse(file, "unknown_layout", says, row=1)
    if "code" in places:
        places = {name: place for name, place in places.items() if name not in PARTS}
    return places


def _cell(cells: list[str], place: int) -> str:
    """What stands there; a spreadsheet's ="01" is 01."""
    text = cells[place].strip() if place < len(cells) else ""
    if text.startswith('="') and text.endswith('"'):
        text = text[2:-1]
    return "" if text.casefold() in NOTHING else text
