"""A file's records as they stand: text, a delimiter, double quotes. Streamed; never a whole file in memory."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from fileroom.collection.imports.bundles import UNREADABLE, Bundle
from fileroom.collection.imports.faults import BundleRefused, refuse

LONGEST_LINE = 1024**2
UTF_8 = "utf-8-sig"  # with a byte-order mark or without


def _bounded(text: io.TextIOBase, name: str) -> Iterator[str]:
    """Lines, each of bearable length: a file without line ends must not fill the memory."""
    while line := text.readline(LONGEST_LINE):
        if len(line) >= LONGEST_LINE:
            raise refuse(name, "unreadable", "A line of the file is longer than 1 MiB: this is no such file.")
        yield line


def records(
    bundle: Bundle, name: str, *, encoding: str = UTF_8, delimiter: str = ","
) -> Iterator[tuple[int, list[str]]]:
    """(row, cells), the header being row 1; blank lines count and are left out. Raises BundleRefused.

    A byte-order mark is let pass, and either line end. Quotes must close: one that does not would swallow rows.
    """
    row = 0
    try:
        with bundle.open(name) as raw, io.TextIOWrapper(raw, encoding, newline="") as text:
            for cells in csv.reader(_bounded(text, name), strict=True, delimiter=delimiter):
                row += 1
                if cells:
                    yield row, cells
    except UnicodeError as error:
        said = "UTF-8" if encoding == UTF_8 else encoding
        raise _unreadable(
            name, row, "not_utf8" if encoding == UTF_8 else "encoding", f"The file is not {said}."
        ) from error
    except csv.Error as error:
        raise _unreadable(name, row, "unreadable", f"The file is not well-formed CSV: {error}.") from error
    except UNREADABLE as error:
        raise _unreadable(name, row, "unreadable", "The file cannot be read.") from error


def _unreadable(name: str, row: int, code: str, says: str) -> BundleRefused:
    return refuse(name, code, says, row=row + 1)
