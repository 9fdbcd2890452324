"""A text that is a table: its header and its cells, by where they stand."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

PARTERS = ("\t", "|", ";", ",")
ROWS_OF_TEXT = 2  # a table has a header and a row
LEAST_CELLS = 3  # of a line in a text that does not say it is a table


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its column, counted from 0, and where its text stands in the folded text."""

    column: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the rows under it."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def body(self) -> int:
        """Where the rows under the header begin, as an offset in the folded text."""
        return self.rows[0][0].start


def head_of(table: Table, place: int) -> Cell | None:
    """The head of the column in which a place of the body stands, or None."""
    at = bisect_right(table.rows, place, key=lambda row: row[0].start)
    row = table.rows[at - 1] if at else ()
    column = next((cell.column for cell in row if cell.start <= place <= cell.end), None)
    return next((cell for cell in table.head if cell.column == column), None)


def table_of(text: str, *, says_so: bool) -> Table | None:
    """The table a folded text is, or None. `says_so`: its kind says it is one; else every line has as many cells."""
    lines = _lines(text)
    if len(lines) < ROWS_OF_TEXT:
        return None
    least = 1 if says_so else LEAST_CELLS - 1
    for head in range(min(3, len(lines) - 1)):
        parter = max(PARTERS, key=lambda it: text.count(it, *lines[head]))
        if text.count(parter, *lines[head]) < least or _is_title(text, parter, lines[head : head + 3]):
            continue
        rows = tuple(_cells(text, line, parter) for line in lines[head:])
        if says_so and 2 * len(rows[1]) > len(rows[0]):
            return Table(rows[0], rows[1:])
        if not says_so and parter != "," and len({len(row) for row in rows}) == 1:
            return Table(rows[0], rows[1:])
    return None


def _is_title(text: str, parter: str, lines: list[tuple[int, int]]) -> bool:
    """Whether a line stands over the header: the next has twice its cells and more, or more and as many as its own."""
    own, following, *rest = (len(_cells(text, line, parter)) - 1 for line in lines)
    return following >= 2 * own + 1 or (following > own and rest == [following])


def _lines(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def _cells(text: str, line: tuple[int, int], parter: str) -> tuple[Cell, ...]:
    cells, start, column, quoted = [], line[0], 0, False
    if '"' not in text[line[0] : line[1]]:
        for cell in text[line[0] : line[1]].split(parter):
            cells.append(Cell(column, start, start + len(cell)))
            start, column = start + len(cell) + 1, column + 1
        return tuple(cells)
    for place in range(line[0], line[1] + 1):
        if place == line[1] or (text[place] == parter and not quoted):
            cells.append(Cell(column, start, place))
            start, column = place + 1, column + 1
        elif text[place] == '"':
            quoted = not quoted
    return tuple(cells)
