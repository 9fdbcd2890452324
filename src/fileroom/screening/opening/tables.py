"""Tables: rows of cells to a text of lines with tabs, its header first, each cell with its place."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence

from fileroom.screening.opening.identify import delimiter
from fileroom.screening.opening.opened import Opening
from fileroom.screening.reading import TextKind

Row = tuple[int, Sequence[str]]
# From so many cells on, a place is told by the row: a place for each of a million cells would weigh more than they do.
MOST_CELL_PLACES = 200_000


def add_table(opening: Opening, rows: Iterable[Row], place: Callable[[int, int], str], *, title: str = "") -> None:
    """Add a table. `rows`: each with its number; `place` tells a cell's by row number and column (from 0).

    Lines above the header with one cell only are the table's title: context, and a text of their own.
    """
    filled = [(number, row) for number, row in rows if any(cell and not cell.isspace() for cell in row)]
    above, filled = _title_lines(filled)
    for number, cells in above:
        column, words = next((at, cell) for at, cell in enumerate(cells) if cell.strip())
        title = f"{title}\n{words}" if title else words
        opening.add(words, TextKind.PROSE, place(number, column))
    pieces: list[str] = []
    places: list[tuple[int, str]] = []
    offset = 0
    for number, cells in filled:
        for column, cell in enumerate(cells):
            if cell and (column == 0 or len(places) < MOST_CELL_PLACES):
                places.append((offset, place(number, column)))
            cell = " ".join(cell.split()) if not cell.isalnum() else cell
            pieces += (cell, "\t")
            offset += len(cell) + 1
        if cells:
            pieces[-1] = "\n"
        opening.tick()
    opening.add("".join(pieces), TextKind.TABLE, places=places or None, title=title)


def _title_lines(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    widths = [sum(1 for cell in cells if cell.strip()) for _, cells in rows[:20]]
    if not widths or max(widths) < 2:
        return [], rows
    first = next(at for at, width in enumerate(widths) if width > 1)
    return rows[:first], rows[first:]


def read_csv(text: str, name: str, opening: Opening) -> None:
    """A table in text: the delimiter is found, quotes are undone."""
    mark = delimiter(text, certain=True) or ","
    lines = text.lstrip("\ufeff").splitlines(keepends=True)
    if lines and lines[0].lower().startswith("sep=") and len(lines[0].strip()) == 5:
        mark, lines = lines[0].strip()[4], lines[1:]
    csv.field_size_limit(max(len(text), 131_072))
    try:
        rows = list(enumerate(csv.reader((line.replace("\x00", "") for line in lines), delimiter=mark), start=1))
    except csv.Error:
        opening.add(text, TextKind.PROSE)
        return
    add_table(opening, rows, lambda row, column: f"row {row}, column {column + 1}", title=name)
