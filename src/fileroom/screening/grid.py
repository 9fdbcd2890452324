"""A text that is a table: its header and its cells, by where they stand."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from fileroom.screening.order import start_of

PARTERS = ("\t", "|", ";", ",")
ROWS_OF_TEXT = 2  # a table has a header and a row
LEAST_CELLS = 3  # of a line in a text that does not say it is a table
SAMPLE = 1000  # rows that tell which columns are filled in


class Cell(NamedTuple):
    """One cell: its column, counted from 0, and where its text stands in the folded text."""

    column: int
    start: int
    end: int


class Table:
    """A header and the rows under it. Only where the rows stand is kept; their cells are told as they are asked for."""

    __slots__ = ("_ends", "_filled", "_last", "_parter", "_starts", "_text", "head")

    def __init__(self, text: str, parter: str, starts: Sequence[int], ends: Sequence[int]) -> None:
        """`starts`, `ends`: of each line that is not empty, the header's first."""
        self._text, self._parter, self._starts, self._ends = text, parter, starts, ends
        self._last: tuple[int, tuple[Cell, ...]] | None = None
        self._filled: Counter[int] | None = None
        self.head = self._row(0)

    @property
    def body(self) -> int:
        """Where the rows under the header begin, as an offset in the folded text."""
        return self._starts[1]

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """The cells of each row under the header."""
        return map(self._row, range(1, len(self._starts)))

    def holding(self, rows: int, bare: str | None, holds: Callable[[str], bool]) -> frozenset[int]:
        """The columns of which something is written in the first rows, and all of it is such. `bare`: signs about it
        that count for nothing; blanks where none are named."""
        known: dict[int, bool] = {}
        for cell in (cell for row in islice(self.rows(), rows) for cell in row):
            if known.get(cell.column, True) and (written := self._text[cell.start : cell.end].strip(bare)):
                known[cell.column] = holds(written)
        return frozenset(column for column, all_such in known.items() if all_such)

    def filled(self, column: int) -> int:
        """How many cells of a column are filled in, of the first rows."""
        if self._filled is None:
            cells = (cell for row in islice(self.rows(), SAMPLE) for cell in row)
            self._filled = Counter(it.column for it in cells if self._text[it.start : it.end].strip())
        return self._filled[column]

    def head_at(self, place: int) -> Cell | None:
        """The cell of the header in which a place stands, or None."""
        return _cell_at(self.head, place)

    def head_of(self, place: int) -> Cell | None:
        """The head of the column in which a place of the body stands, or None."""
        at = bisect_right(self._starts, place) - 1
        if at < 1:
            return None
        if self._last is None or self._last[0] != at:
            self._last = at, self._row(at)
        cell = _cell_at(self._last[1], place)
        return self.head[cell.column] if cell and cell.column < len(self.head) else None

    def _row(self, at: int) -> tuple[Cell, ...]:
        return _cells(self._text, self._starts[at], self._ends[at], self._parter)


def _cell_at(row: Sequence[Cell], place: int) -> Cell | None:
    at = bisect_right(row, place, key=start_of) - 1
    return row[at] if at >= 0 and place <= row[at].end else None


def table_of(text: str, *, says_so: bool) -> Table | None:
    """The table a folded text is, or None. `says_so`: its kind says it is one; else every line has as many cells."""
    starts, ends = _lines(text)
    if len(starts) < ROWS_OF_TEXT:
        return None
    least = 1 if says_so else LEAST_CELLS - 1
    for head in range(min(3, len(starts) - 1)):
        parter = max(PARTERS, key=lambda it: text.count(it, starts[head], ends[head]))
        lines = list(zip(starts[head : head + 3], ends[head : head + 3], strict=True))
        if text.count(parter, *lines[0]) < least or _is_title(text, parter, lines):
            continue
        wide, next_wide = (len(_cells(text, starts[it], ends[it], parter)) for it in (head, head + 1))
        if says_so and 2 * next_wide > wide:
            return Table(text, parter, starts[head:], ends[head:])
        if not says_so and parter != "," and _is_even(text, parter, starts[head:], ends[head:]):
            return Table(text, parter, starts[head:], ends[head:])
    return None


def _is_even(text: str, parter: str, starts: Sequence[int], ends: Sequence[int]) -> bool:
    """Whether every line has as many cells as the first."""
    wide = len(_cells(text, starts[0], ends[0], parter))
    return all(len(_cells(text, *line, parter)) == wide for line in zip(starts, ends, strict=True))


def _is_title(text: str, parter: str, lines: list[tuple[int, int]]) -> bool:
    """Whether a line stands over the header: the next has twice its cells and more, or more and as many as its own."""
    own, following, *rest = (len(_cells(text, *line, parter)) - 1 for line in lines)
    return following >= 2 * own + 1 or (following > own and rest == [following])


def _lines(text: str) -> tuple[Sequence[int], Sequence[int]]:
    """Where each line begins that is not empty, and where it ends."""
    starts, ends = array("q"), array("q")
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if not text[start:end].isspace() and start < end:
            starts.append(start)
            ends.append(end)
        start = end + 1
    return starts, ends


def _cells(text: str, first: int, last: int, parter: str) -> tuple[Cell, ...]:
    line = text[first:last]
    cells, start, quoted = [], first, False
    if '"' not in line:
        for column, cell in enumerate(line.split(parter)):
            cells.append(Cell(column, start, start + len(cell)))
            start += len(cell) + 1
        return tuple(cells)
    for place in range(first, last + 1):
        if place == last or (text[place] == parter and not quoted):
            cells.append(Cell(len(cells), start, place))
            start = place + 1
        elif text[place] == '"':
            quoted = not quoted
    return tuple(cells)
