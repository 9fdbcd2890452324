"""A whole school year is brought as a list: read and tried first, and then entered, all of it or nothing.

A list says that its year is whole. What stands there already is left as it is; what contradicts it is a fault.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

from django.core.exceptions import ValidationError

from fileroom.collection.imports.faults import BundleRefused, Problem, first_few, refuse
from fileroom.collection.imports.progress import Progress, nothing_to_show
from fileroom.collection.imports.report import Report, Tally, Written
from fileroom.collection.imports.services import Errand, carry_out
from fileroom.hosting import durable
from fileroom.law import default_calendar
from fileroom.law.days import SATURDAY, district_day, school_year
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.calendars import calendar
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.calendar import entering, entries
from fileroom.programmes.calendar.entries import Entry, summers_lacking
from fileroom.programmes.calendar.fitting import fault, stands
from fileroom.programmes.calendar.listed import LARGEST, Row, read, year_of
from fileroom.programmes.delegations.designees import Programme, designee

NO_SUMMER = (
    "The summer break is not entered at both ends of the school year: there its weekdays count as days of school."
)
PART, PASTED = "calendar", "The list"


@dataclass(frozen=True)
class Brought:
    """What a list did, or would do. `new`: what is entered; `there`: rows that stood there; `moved`: last days of open
    duties. `holidays_open`: the State's holidays on which the office is open by it; `no_summer`: a summer lacks."""

    year: int
    new: tuple[Entry, ...]
    there: int
    moved: int
    holidays_open: tuple[date, ...]
    no_summer: bool


class _Tried(Exception):
    """Carries what was found out of a transaction that must not commit."""

    def __init__(self, found: Brought) -> None:
        super().__init__()
        self.found = found


def bring_calendar(text: str, *, dry_run: bool, by: SignedIn, at: datetime) -> Brought:
    """Enter a list from the page, or try it. Raises Missing, and BundleRefused with what is wrong by row and column."""
    try:
        with durable():
            role = designee(Programme.CALENDAR, by=by, at=at)
            found = _brought(text, PASTED, by.acting_as(role), at)
            if dry_run:
                raise _Tried(found)
    except _Tried as tried:
        return tried.found
    return found


def import_calendar(
    path: Path, *, by: Actor, at: datetime, dry_run: bool = False, progress: Progress = nothing_to_show
) -> Report:
    """The same from a file, by the command. Raises FileNotFoundError."""

    def take() -> Report:
        found = _brought(_text(path), path.name, by, at)
        tally = Tally(read=len(found.new) + found.there)
        progress(tally.read)
        tally.remarks += [Problem(path.name, 0, "", "calendar", says) for says in remarks(found)]
        return Report(tally, Written(new=len(found.new), unchanged=found.there), dry_run)

    return carry_out(take, Counter, Errand(PART, by, at, dry_run))


def _text(path: Path) -> str:
    try:
        return path.read_bytes()[: 4 * LARGEST].decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refuse(path.name, "not_utf8", "Save it as CSV in UTF-8.") from None


def _brought(text: str, file: str, by: Actor, at: datetime) -> Brought:
    """Enter what the list says. Raises BundleRefused. Part of the open transaction."""
    rows = read(text, file)
    year = year_of(rows, file)
    entering.one_at_a_time()
    new, there = _sorted_out(rows, file, at)
    kept = [(uuid4(), it) for it in new]
    ledger.write_many(entering.noted(Act.CALENDAR_ENTERED, id_, it, by, at) for id_, it in kept)
    for id_, it in kept:
        entries.keep(id_, it)
    try:
        entering.said(year, by, at)
    except ValidationError as error:
        raise refuse(file, "unknown_layout", error.messages[0], column="what") from None
    moved = entering.count_anew(at=at)
    standing = [it.entry for it in entries.of_year(year)]
    return Brought(year, tuple(new), there, moved, holidays_open(year), summers_lacking(year, standing))


def _sorted_out(rows: list[Row], file: str, at: datetime) -> tuple[list[Entry], int]:
    """The rows that are new, and how many stand there already. Raises BundleRefused with what is wrong by row."""
    first, last = min(it.entry.from_on for it in rows), max(it.entry.to_on for it in rows)
    beside = [it.entry for it in entries.between(first, last)]
    new: list[Entry] = []
    wrong = []
    for row in rows:
        if stands(row.entry, [*beside, *new]):
            continue
        if found := fault(row.entry, [*beside, *new], on=district_day(at)):
            wrong.append(Problem(file, row.number, found.column, "calendar", found.says))
        else:
            new.append(row.entry)
    if wrong:
        raise BundleRefused(first_few(wrong, file), len(rows))
    return new, len(rows) - len(new)


def holidays_open(year: int) -> tuple[date, ...]:
    """The State's holidays of this school year on which the office is open by what is entered. Joins an open
    transaction."""
    ours = calendar() or default_calendar()
    days = sorted(it for it in default_calendar().closed if school_year(it) == year and it.weekday() < SATURDAY)
    return tuple(it for it in days if ours.is_open(it))


def remarks(found: Brought) -> list[str]:
    """What a person should look at before, or after: in words."""
    said = [f"{found.moved:,} open {'duty has' if found.moved == 1 else 'duties have'} another last day by it."]
    if found.holidays_open:
        days = ", ".join(f"{it:%d %b %Y}" for it in found.holidays_open)
        said.append(f"Holidays of the State on which the office is open by this calendar: {days}.")
    return said + [NO_SUMMER] * found.no_summer
