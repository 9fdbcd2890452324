"""Columns that blanks alone part, as a sheet is pasted into a note: what a head says of the cells under it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fileroom.screening import numbers
from fileroom.screening.engine import Hit
from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.grid import Cell
from fileroom.screening.labels import labels
from fileroom.screening.order import begins
from fileroom.screening.reading import Reading
from fileroom.screening.tables import holds

HEADS = (
    (Category.SSN_LAST4, ("ssn_last4.name",)),
    (Category.ITIN, ("itin.name",)),
    (Category.SSN, ("ssn.name", "ssn.loose")),
    (Category.A_NUMBER, ("a_number.name",)),
)
NAMES = frozenset(tag for _, tags in HEADS for tag in tags)
PARTS = re.compile(r"\t| {2,}")
FIGURES = re.compile(r"[0-9][0-9oil-]{2}")  # a line that has numbers is no head
LEAST_CELLS, MOST_ROWS = 2, 2000
LONGEST_HEAD = 1000  # characters of a line of heads
LOOSE = 3  # letters by which a cell may stand beside its head


def found(reading: Reading) -> Iterator[Finding]:
    """What stands under the heads, to the first line that is no row."""
    if NAMES.isdisjoint(reading.by_tag) or not ("  " in reading.text or "\t" in reading.text):
        return
    for category, tags in HEADS:
        named = labels(reading, *tags)
        for label in named:
            yield from _under(reading, category, label, named)


def _under(reading: Reading, category: Category, label: Hit, named: list[Hit]) -> Iterator[Finding]:
    """What stands under one head. `named`: every such head."""
    first, last = reading.line(label.start, label.end)
    if last - first > LONGEST_HEAD:
        return
    heads = _cells(reading.text, first, last)
    head = next((it for it in heads if it.start <= label.start < it.end), None)
    if head is None or len(heads) < LEAST_CELLS or FIGURES.search(reading.text, first, last):
        return
    for _ in range(MOST_ROWS):
        if last + 1 >= len(reading.text):
            return
        reading.clock.look()
        below, last = reading.line(last + 1, last + 1)
        cells = _cells(reading.text, below, last)
        if len(cells) < LEAST_CELLS or begins(named, below, last):
            return  # no row, or the head of another list
        cell = _below(cells, head, heads, below - first)
        written = reading.text[cell.start : cell.end] if cell else ""
        if cell is not None and holds(category, written):
            itin = category is Category.SSN and numbers.is_itin(numbers.digits_of(written))
            why = ("the column's head names it",)
            yield Finding(Category.ITIN if itin else category, Mode.VALUE, cell.start, cell.end, 0.9, why)


def _below(cells: list[Cell], head: Cell, heads: list[Cell], down: int) -> Cell | None:
    """The cell under a head: as many cells before it, or at its place. `down`: from the head's line to this one."""
    if len(cells) == len(heads):
        return cells[head.column]
    return next(
        (it for it in cells if it.start - LOOSE <= head.end + down and head.start + down <= it.end + LOOSE), None
    )


def _cells(text: str, first: int, last: int) -> list[Cell]:
    """What stands in a line between wide blanks."""
    cells: list[Cell] = []
    start = first
    for end, following in [*(it.span() for it in PARTS.finditer(text, first, last)), (last, last)]:
        if text[start:end].strip():
            cells.append(Cell(len(cells), start, end))
        start = following
    return cells
