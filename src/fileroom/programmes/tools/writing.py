"""A text or a table of a file without the people in it, for whoever runs the machine. Nothing of either is kept."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TextIO
from uuid import uuid4

from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people import rosters
from fileroom.programmes.tools.answers import Why
from fileroom.programmes.tools.asking import WHY, least
from fileroom.screening.deidentifying import (
    BadTable,
    Cleaner,
    Kind,
    Reason,
    Roster,
    Table,
    deidentify_rows,
    found_again,
    perhaps_names,
)

PART = 1 << 16  # characters that are read at a time; a part ends with a line
Progress = Callable[[int], None]


class Unreadable(ValueError):
    """The file cannot be read as what it is said to be."""


class Form(StrEnum):
    """What a file is."""

    TABLE = "table"
    TEXT = "text"


@dataclass(frozen=True)
class Written:
    """What was written. `found`: how much of each kind was taken out; `withheld`: rows of a table. `reasons`: why
    somebody could still be found; where there is one, nothing was written. `perhaps`: lines with words that look like
    names."""

    found: dict[Kind, int]
    reasons: tuple[Why, ...]
    perhaps: tuple[int, ...]
    rows: int = 0
    withheld: int = 0


def write(source: Path, out: Path, form: Form, *, by: Actor, at: datetime, progress: Progress) -> Written:
    """Write the file anew at `out`, unless somebody could still be found. Raises Unreadable, OSError.

    That it was done is an entry, without a name of the file.
    """
    people = rosters.roster(on=district_day(at))
    made = out.with_name(f".{out.name}.{uuid4().hex[:8]}")
    try:
        with made.open("x", encoding="utf-8", newline="") as file:
            made.chmod(0o600)
            write_to = _table if form is Form.TABLE else _text
            told = write_to(source, file, people, progress)
        _note(form, told, by, at)  # before the file stands: what goes out unnoted is what must not be
        if not told.reasons:
            made.replace(out)
    except UnicodeDecodeError:
        raise Unreadable("It is no text in UTF-8.") from None
    except (BadTable, csv.Error) as error:
        raise Unreadable(str(error)) from None
    finally:
        made.unlink(missing_ok=True)
    return told


@durable_transaction
def _note(form: Form, told: Written, by: Actor, at: datetime) -> None:
    answer = "refused" if told.reasons else "written"
    ledger.write(ledger.event(Act.TEXT_DEIDENTIFIED, part=f"{form.value}/{answer}", by=by, at=at))


def _text(source: Path, file: TextIO, people: Roster, progress: Progress) -> Written:
    """Twice through: who is named in full anywhere is known everywhere."""
    cleaner = Cleaner(people)
    for part in _parts(source, progress):
        cleaner.learn(part)
    reasons: set[Reason] = set()
    perhaps: list[int] = []
    line = 1
    for part in _parts(source, progress):
        written = cleaner.write(part)
        reasons.update(found_again(written, people, least=least()))
        perhaps += [line + at for at, it in enumerate(written.split("\n")) if perhaps_names(it)]
        line += part.count("\n")
        file.write(written)
    return Written(dict(cleaner.found), _why(reasons), tuple(perhaps))


def _why(reasons: set[Reason]) -> tuple[Why, ...]:
    return tuple(sorted(WHY[it] for it in reasons))


def _parts(source: Path, progress: Progress) -> Iterator[str]:
    """The text in parts of whole lines."""
    with source.open(encoding="utf-8-sig", newline="") as file:
        while part := file.read(PART):
            part += file.readline()
            yield part
            progress(len(part))


def _table(source: Path, file: TextIO, people: Roster, progress: Progress) -> Written:
    def rows() -> Iterator[Sequence[str]]:
        with source.open(encoding="utf-8-sig", newline="") as table:
            for row in csv.reader(table):
                yield row
                progress(1)

    made = deidentify_rows(rows, people, least=least())
    if not made.reasons:
        write_table(made, file)
    return Written(dict(made.found), _why(set(made.reasons)), to_read(made), len(made.rows), made.withheld)


def write_table(made: Table, file: TextIO) -> None:
    """Its heads and rows, each cell between marks: another program parts a cell at others."""
    writer = csv.writer(file, quoting=csv.QUOTE_ALL)
    writer.writerow(made.heads)
    writer.writerows(made.rows)


def to_read(made: Table) -> tuple[int, ...]:
    """The lines with words that look like names."""
    return tuple(at for at, row in enumerate((made.heads, *made.rows), 1) if perhaps_names("\n".join(row)))
