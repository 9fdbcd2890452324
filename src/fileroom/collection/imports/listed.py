"""A list that comes as one CSV file: its rows by our columns, each under any of the names that senders give it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from fileroom.collection.imports.faults import refuse

LARGEST_FILE = 16 * 1024**2
Columns = Mapping[str, tuple[str, ...]]  # the names that each of ours goes by


def rows_of(
    path: Path, columns: Columns, *, all_of: set[str], one_of: set[str], lacks: str
) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row that says anything, and its number, counted from 1 at the head.

    `all_of`, `one_of`: the columns there must be; `lacks`: what is said where they are not. Raises BundleRefused and
    FileNotFoundError.
    """
    return rows_in(_text(path), path.name, columns, all_of=all_of, one_of=one_of, lacks=lacks)


def rows_in(
    text: str, file: str, columns: Columns, *, all_of: set[str], one_of: set[str], lacks: str
) -> Iterator[tuple[int, dict[str, str]]]:
    """The same of a text, which `file` names where something is wrong with it. Pasted from a spreadsheet, it has tabs
    for commas."""
    sign = "\t" if "\t" in text.partition("\n")[0] else ","
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    try:
        head = [cell.strip().casefold() for cell in next(lines, [])]
        places = {name: head.index(it) for name, spellings in columns.items() for it in spellings if it in head}
        if not all_of <= places.keys() or not one_of & places.keys():
            raise refuse(file, "unknown_layout", lacks, row=1)
        for number, cells in enumerate(lines, start=2):
            if any(cells):
                yield number, {name: cells[at].strip() if at < len(cells) else "" for name, at in places.items()}
    except csv.Error as error:
        raise refuse(file, "unknown_layout", f"The file is not a well-formed table: {error}.") from None


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            body = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise refuse(path.name, "unknown_layout", f"It cannot be read: {error.strerror}.") from None
    if len(body) > LARGEST_FILE:
        raise refuse(path.name, "unknown_layout", f"The file is larger than {LARGEST_FILE // 1024**2} MiB.")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refuse(path.name, "not_utf8", "Save it as CSV in UTF-8.") from None
