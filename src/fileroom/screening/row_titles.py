"""A number in a row: what the title over the rows says that it is, and goods where the row says how much they weigh."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.joins import NAMED
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading, TextKind

# "No. 563-22-0418   Crown coach repair", under "BUS WARRANTS".
NUMBERED = re.compile(r"[ \t]*(?:no|num|nbr|nr|so|blg)?[.#]{0,2} ?")
SAYS_NO = re.compile(r"[ \t]*(?:#|no\b|num|nbr|nr\b|blg)")
BY_NUMBER = re.compile(words("listed_by_number"))
MONEY = re.compile(r"\$ ?[0-9oil,]+\.[0-9oil]{2}|(?:^|[\t ,|])[0-9,]+\.[0-9]{2}[\" ]*$")
UNITS = re.compile(rf"(?:\b|(?<=[0-9]))(?:{words('units_of_goods')})")
ROWS, TITLE = 12, 60  # rows between a number and its title, and the title's letters
OF_SOMEBODY = frozenset({"person", "kin", "particular"})


def is_of_papers_or_wares(reading: Reading, hit: Hit) -> bool:
    """Whether the title over its row, or the row, says that a number is of papers or goods, and of nobody."""
    return _is_titled_otherwise(reading, hit) or _is_of_wares(reading, hit)


def _is_titled_otherwise(reading: Reading, hit: Hit) -> bool:
    """Whether a number begins its row, and the title over the rows names papers that numbers tell apart, of nobody."""
    first, last = reading.line(hit.start, hit.end)
    if NUMBERED.fullmatch(reading.text, first, hit.start) is None:
        return False
    paid = SAYS_NO.match(reading.text, first) or MONEY.search(reading.text[hit.end : last])
    if not paid and NAMED.search(reading.written(Hit("", first, last))):
        return False
    title = _title(reading, first)
    if title is None or BY_NUMBER.search(reading.text, *title) is None:
        return False
    return not OF_SOMEBODY & (reading.roles(*title) | reading.roles(first, last))


def _title(reading: Reading, first: int) -> tuple[int, int] | None:
    """The nearest line above a row that begins with no number, where it is short; None where there is none."""
    for _ in range(ROWS):
        if first == 0:
            return None
        first, last = reading.line(first - 1, first - 1)
        row = NUMBERED.match(reading.text, first, last)
        if first < last and not (row and reading.text[row.end() : row.end() + 1].isdigit()):
            return (first, last) if last - first <= TITLE else None
    return None


def _is_of_wares(reading: Reading, hit: Hit) -> bool:
    """Whether a row of a list says how much of something is packed, and speaks of nobody."""
    if reading.kind not in (TextKind.CSV_ROW, TextKind.TABLE):
        return False
    row = reading.line(hit.start, hit.end)
    if UNITS.search(reading.text, *row) is None or OF_SOMEBODY & reading.roles(*row):
        return False
    return NAMED.search(reading.written(Hit("", *row))) is None
