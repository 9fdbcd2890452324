"""What is there beside a name or under it: rows of a list, an answer, a column's cells, a title over a table."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.fields import is_filled
from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.grid import head_of
from fileroom.screening.numbered import LISTS
from fileroom.screening.offers import CHOICE
from fileroom.screening.reading import Reading, TextKind
from fileroom.screening.sentences import WIDE

ROWS = 3  # so many make a list of what might be a form with an answer or two
ROWS_OF_A_TABLE = 2  # and under the head of a table so many; of what says that it is rows, one
TITLE = 80  # a line up to this long can be the title of a list
ROW = re.compile(r"\n[^\n.?!:]{3,70}(?= ?[-,;|\t])")
ANSWER = re.compile(r"[^:\n?_]{0,24}: ?[^\W\d_]{2}[^\n.;]{0,60}")


def is_there(reading: Reading, hit: Hit) -> bool:
    """Whether the list is there and not asked for: rows under the column's head or the title."""
    if reading.table is not None:
        column = next((it.column for it in reading.table.head if it.start <= hit.start < it.end), None)
        under = [cell for row in reading.table.rows for cell in row if cell.column == column]
        least = 1 if reading.kind in LISTS else ROWS_OF_A_TABLE
        return sum(reading.text[it.start : it.end].strip() != "" for it in under) >= least
    if is_filled(reading, hit) or is_answered(reading, hit):
        return True
    first, last = reading.line(hit.start, hit.end)
    roles = reading.roles(first, last)
    if reading.kind is TextKind.FORM_FIELD or last - first > TITLE or "list" not in roles or "request" in roles:
        return False
    return len(ROW.findall(reading.text, last, last + WIDE)) >= ROWS


def is_answered(reading: Reading, hit: Hit) -> bool:
    """Whether a form's answer stands behind the name, and none to choose from."""
    if reading.kind is not TextKind.FORM_ANSWERS:
        return False
    answer = ANSWER.match(reading.text, hit.end)
    return answer is not None and CHOICE.search(answer[0]) is None


def is_masked(reading: Reading, hit: Hit, values: list[Finding]) -> bool:
    """Whether the column that the name heads holds last digits only."""
    if reading.table is None or hit.start >= reading.table.body:
        return False
    column = next((it.column for it in reading.table.head if it.start <= hit.start < it.end), None)
    under = [it.category for it in values if (head := head_of(reading.table, it.start)) and head.column == column]
    return Category.SSN_LAST4 in under and Category.SSN not in under


def is_titled(reading: Reading, hit: Hit, values: list[Finding]) -> bool:
    """Whether a title over the table has said already what its column lists."""
    if reading.table is None or hit.start >= reading.table.body:
        return False
    return any(
        it.category is Category.PROTECTED_LIST and it.mode is Mode.VALUE and it.end <= reading.table.head[0].start
        for it in values[:1]
    )
