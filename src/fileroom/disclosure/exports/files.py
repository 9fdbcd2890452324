"""A list as a file: CSV or PDF, marked with who has it, when, and under which code. One way for every list.

Nothing numbers the rows and nothing counts them, so that who is left out leaves no gap; a cell that an office program
would read as a formula is text. A spreadsheet is written piece by piece, however long it is.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError

from fileroom.law.days import PACIFIC
from fileroom.letters import Letterhead, Unfit
from fileroom.letters.lists import Roll, compose_roll
from fileroom.screening.cells import defused

CSV, PDF = "csv", "pdf"
MOST_ON_PAPER = 2000
PIECE = 1000  # rows of a spreadsheet that are written at a time
BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Sheet:
    """The heads of the columns, and a row for each student by name. `size`: how many rows; `title`: on paper."""

    heads: tuple[str, ...]
    rows: Iterable[tuple[str, ...]]
    size: int
    title: str = "Directory information"


@dataclass(frozen=True)
class Watermark:
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
    """Bytes to be handed over now, piece by piece."""

    media_type: str
    pieces: Iterable[bytes]


def as_file(sheet: Sheet, mark: Watermark, *, form: str, head: Letterhead) -> File:
    """The file in this form. Raises ValidationError: what `fits` raises, or it is not to be printed."""
    fits(sheet.size, form=form)
    if form == CSV:
        return File("text/csv; charset=utf-8", csv_pieces(sheet, mark))
    try:
        roll = Roll(head, mark.at, mark.code, mark.says, sheet.heads, tuple(sheet.rows), sheet.title)
        return File("application/pdf", (compose_roll(roll),))
    except Unfit as error:
        raise ValidationError(str(error)) from None


def fits(size: int, *, form: str) -> None:
    """Asked before anything is written or opened. Raises ValidationError: no such form, or too many rows for paper."""
    if form not in (CSV, PDF):
        raise ValidationError("Choose a spreadsheet or a PDF.")
    if form == PDF and size > MOST_ON_PAPER:
        raise ValidationError("This list is too long for paper. Take it as a spreadsheet.")


def csv_pieces(sheet: Sheet, mark: Watermark) -> Iterator[bytes]:
    """A spreadsheet: the mark stands in each row, so that it stays where a row is sorted or copied away."""
    yield BOM + _lines([[*sheet.heads, "List"]])
    piece: list[list[str]] = []
    says = defused(mark.says)
    for row in sheet.rows:
        piece.append([*map(defused, row), says])
        if len(piece) == PIECE:
            yield _lines(piece)
            piece = []
    yield _lines(piece)


def _lines(rows: Iterable[list[str]]) -> bytes:
    told = io.StringIO(newline="")
    csv.writer(told, lineterminator="\r\n", quoting=csv.QUOTE_ALL).writerows(rows)
    return told.getvalue().encode()
