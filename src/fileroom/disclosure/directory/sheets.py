"""What a list says of each student, and the file it becomes: CSV or PDF, marked for whom it is, and from which day.

Nothing numbers the rows and nothing counts them, so that who is left out leaves no gap; a cell that an office program
would read as a formula is text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.disclosure.directory.sealed import addresses, telephones
from fileroom.law.days import PACIFIC, district_day
from fileroom.law.facts import DirectoryField as Field
from fileroom.ledger.services import Actor
from fileroom.letters import Letterhead, Unfit
from fileroom.letters.lists import Roll, compose_roll
from fileroom.people.listed import OnList, on_list

# Of the eleven fields those that have a place here; the others no list can say.
KEPT_HERE = (Field.NAME, Field.ADDRESS, Field.TELEPHONE, Field.BIRTH_DATE, Field.DATES_OF_ATTENDANCE)
HEADS = {
    Field.NAME: ("Last name", "First name"), Field.ADDRESS: ("Address",), Field.TELEPHONE: ("Telephone",),
    Field.BIRTH_DATE: ("Date of birth",), Field.DATES_OF_ATTENDANCE: ("Attends since",),
}  # fmt: skip
CSV, PDF = "csv", "pdf"
MOST_ON_PAPER = 2000
# What makes a cell a formula to an office program, at its beginning or behind blanks (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
SAFE = "'"


@dataclass(frozen=True)
class Sheet:
    """The heads of the columns, and a row for each student by name."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Mark:
    """For whom a list was made, when, and under which code."""

    recipient: str
    at: datetime
    code: str

    @property
    def says(self) -> str:
        """The watermark."""
        return f"For {self.recipient} · {self.at.astimezone(PACIFIC):%Y-%m-%d} · {self.code}"


@dataclass(frozen=True)
class File:
    """Bytes to be handed over now."""

    media_type: str
    body: bytes


def filled(
    students: Sequence[UUID], fields: Sequence[Field], *, list_id: UUID, by: Actor, purpose: str, at: datetime
) -> Sheet:
    """What the list says. What lies sealed is opened in a statement that notes each opening. Part of the open
    transaction."""
    on = district_day(at)
    people = on_list(students, dates=Field.DATES_OF_ATTENDANCE in fields, on=on)
    sealed: dict[Field, dict[UUID, str]] = {
        field: read(students, list_id=list_id, by=by, purpose=purpose, at=at)
        for field, read in ((Field.ADDRESS, addresses), (Field.TELEPHONE, telephones))
        if field in fields
    }
    wanted = [it for it in KEPT_HERE if it in fields]
    heads = tuple(head for it in wanted for head in HEADS[it])
    return Sheet(heads, tuple(tuple(cell for it in wanted for cell in _cells(it, who, sealed)) for who in people))


def _cells(field: Field, who: OnList, sealed: dict[Field, dict[UUID, str]]) -> tuple[str, ...]:
    plain: dict[Field, Callable[[], tuple[str, ...]]] = {
        Field.NAME: lambda: (who.family, who.given),
        Field.BIRTH_DATE: lambda: (_day(who.birth_on),),
        Field.DATES_OF_ATTENDANCE: lambda: (_day(who.entered_on),),
    }
    return plain[field]() if field in plain else (sealed[field].get(who.id, ""),)


def _day(on: date | None) -> str:
    return on.isoformat() if on else ""


def as_file(sheet: Sheet, mark: Mark, *, form: str, head: Letterhead) -> File:
    """The file in this form. Raises ValidationError: no such form, too long for paper, or not to be printed."""
    if form == CSV:
        return File("text/csv; charset=utf-8", as_csv(sheet, mark))
    if form != PDF:
        raise ValidationError("Choose a spreadsheet or a PDF.")
    if len(sheet.rows) > MOST_ON_PAPER:
        raise ValidationError("This list is too long for paper. Take it as a spreadsheet.")
    try:
        return File("application/pdf", compose_roll(Roll(head, mark.at, mark.code, mark.says, sheet.heads, sheet.rows)))
    except Unfit as error:
        raise ValidationError(str(error)) from None


def as_csv(sheet: Sheet, mark: Mark) -> bytes:
    """A spreadsheet: the mark stands in each row, so that it stays where a row is sorted or copied away."""
    told = io.StringIO(newline="")
    lines = csv.writer(told, lineterminator="\r\n")
    lines.writerow([*sheet.heads, "List"])
    lines.writerows([*map(defused, row), defused(mark.says)] for row in sheet.rows)
    return b"\xef\xbb\xbf" + told.getvalue().encode()


def defused(cell: str) -> str:
    """The cell, as text to any office program."""
    return SAFE + cell if cell.lstrip(" \u00a0").startswith(FORMULA) or cell.startswith(FORMULA) else cell
