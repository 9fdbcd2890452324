"""May this table go to this tool? Only without the people in it, by the approval, the law and the engine of a text.

The sieve reads the file first, as any file that is brought. What is left of it is shown, to be read; then it is handed
over, once. The table is kept nowhere: that it was asked about, and what the answer was, is an entry.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection.looking import NOTHING_FOUND, SOMETHING_FOUND, look_at_document
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.law.facts import RecordKind
from fileroom.people import rosters
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import AiTool
from fileroom.programmes.tools.answers import Answer, Why
from fileroom.programmes.tools.asking import (
    Asked,
    Faults,
    Judged,
    can_be_asked,
    digest,
    least,
    note_answer,
    tool_of,
    without_people,
)
from fileroom.programmes.tools.register import is_open
from fileroom.programmes.tools.writing import to_read, write_table
from fileroom.screening.deidentifying import BadTable, Kind, Table, deidentify_rows

LARGEST = 500_000  # characters of a table that a page waits for
TOO_LARGE = (
    f"At most {LARGEST:,} characters at a time, some thousands of rows. Leave out columns that the tool does not need,"
    " or ask whoever runs the server: its command deidentify --csv takes a file of any size."
)
NAME = "table.csv"  # what the sieve is told: the file's own name may name somebody
SHOWN = (Answer.DEIDENTIFIED, Answer.DEIDENTIFY_FIRST)  # with the table as it was written anew


@dataclass(frozen=True)
class Left:
    """What is left of a table. `text`: as a file has it; `withheld`: rows whose traits too few share; `lines`: those
    with words that look like names, and `perhaps` these; `found`: how much of each kind was taken out of its texts."""

    text: str
    heads: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    withheld: int
    lines: tuple[int, ...]
    perhaps: tuple[str, ...]
    found: dict[Kind, int]


@dataclass(frozen=True)
class Told:
    """The answer. `left`: where it may go so, or is to be read first; else None. `digest`: of its text."""

    judged: Judged
    tool: str
    left: Left | None
    digest: str
    entry: UUID


def ask(id_: UUID, of: Asked, *, by: SignedIn, at: datetime) -> Told:
    """Ask, `of.text` being a CSV file. `id_`: what is handed over by it is handed over once. Raises Missing, FormUsed
    and ValidationError, by field."""
    none = "Choose the file: a table whose first row names its columns."
    can_be_asked(of, "file", LARGEST, Faults(none, TOO_LARGE, "Say what the table tells of."), by)
    return _ask(id_, of, _read(of, at), by, at)


@dataclass(frozen=True)
class _Read:
    """The table as the engine has written it, and the file of that."""

    table: Table
    text: str


def _read(of: Asked, at: datetime) -> _Read | None:
    """None: nothing without the people in it may go to that tool, and the table is not read. Raises Missing."""
    on = district_day(at)
    with district_transaction():
        row = tool_of(of)
    if _shut(row, on):
        return None
    _let_in(of.text)
    people = rosters.roster(on=on)
    try:
        made = deidentify_rows(lambda: csv.reader(io.StringIO(of.text, newline="")), people, least=least())
    except (BadTable, csv.Error) as error:
        raise ValidationError({"file": f"{error} Save it as CSV anew, and choose that."}) from None
    return _Read(made, _as_file(made))


def _let_in(text: str) -> None:
    """Raises ValidationError for what does harm, and what cannot be read whole: it is not opened any further."""
    looked = look_at_document(text.encode(), NAME)
    if looked.outcome not in (NOTHING_FOUND, SOMETHING_FOUND):
        raise ValidationError({"file": f"{looked.says} It was not read any further, and nothing was kept."})


def _as_file(made: Table) -> str:
    out = io.StringIO(newline="")
    write_table(made, out)
    return out.getvalue()


def _shut(row: AiTool, on: date) -> tuple[Why, ...]:
    """Why no table goes to this tool at all; empty where one may."""
    if not is_open(row, on):
        return (Why.NOT_APPROVED,)
    return () if RecordKind.DEIDENTIFIED.value in row.receives else (Why.NOT_WITHOUT,)


@durable_transaction
def _ask(id_: UUID, of: Asked, read: _Read | None, by: SignedIn, at: datetime) -> Told:
    row, on = tool_of(of), district_day(at)
    judged = Judged(Answer.NO, _shut(row, on) or (Why.NOT_APPROVED,) * (read is None))
    if read and not judged.why:
        judged = without_people(row, read.table.reasons, judged, on, was_read=of.read == digest(read.text))
    left = _left(read) if read and judged.answer in SHOWN else None
    names = read.table.names if read and left else int(Why.NAMED in judged.why)
    goes = judged.answer is Answer.DEIDENTIFIED
    entry = note_answer(id_, row, of, judged, names, by, at, again_too=not goes)
    return Told(judged, row.name, left, digest(left.text) if left else "", entry)


def _left(read: _Read) -> Left:
    made = read.table
    return Left(read.text, made.heads, made.rows, made.withheld, to_read(made), made.perhaps, dict(made.found))
