"""What is there beside a name or under it: rows of a list, an answer, a column's cells, a title over a table."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.fields import is_filled
from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.numbered import LISTS
from fileroom.screening.offers import CHOICE
from fileroom.screening.order import begun
from fileroom.screening.reading import Reading, TextKind
from fileroom.screening.sentences import WIDE

ROWS = 2  # so many make a list of what might be a form with an answer; of what says that it is rows, one
TITLE = 80  # a line up to this long can be the title of a list
ROW = re.compile(r"\n[^\n.?!:]{3,70}(?= ?[-,;|\t]|  \S)")
# "Buddhist: Ana Ruiz (7)": under the title a line to each group, and who is of it.
OF_A_GROUP = re.compile(r"\n *[-*•·]? *")
WHO = re.compile(r"[^\W\d_]{0,8} ?[:：] ?(?!none|ningun|wala|khong|无|없)[^\W\d_]{2}")
ANSWER = re.compile(r"[^:\n?_]{0,24}: ?(?!null|none|n/?a\b|false|true)[^\W\d_]{2}[^\n.;]{0,60}")


def is_there(reading: Reading, hit: Hit) -> bool:
    """Whether the list is there and not asked for: rows under the column's head or the title."""
    if reading.table is not None:
        cell = reading.table.head_at(hit.start)
        least = 1 if reading.kind in LISTS else ROWS
        return cell is not None and reading.table.filled(cell.column) >= least
    if is_filled(reading, hit) or is_answered(reading, hit):
        return True
    first, last = reading.line(hit.start, hit.end)
    roles = reading.roles(first, last)
    if reading.kind is TextKind.FORM_FIELD or last - first > TITLE or "list" not in roles or "request" in roles:
        return False
    return len(ROW.findall(reading.text, last, last + WIDE)) >= ROWS or _is_by_groups(reading, last)


def _is_by_groups(reading: Reading, last: int) -> bool:
    """Whether lines under a title begin each with a group's name, and tell who is of it."""
    named = begun(reading.of("protected_list.group"), last, last + WIDE)
    rows = {
        reading.line(it.start, it.end)[0]
        for it in named
        if OF_A_GROUP.fullmatch(reading.text, reading.line(it.start, it.end)[0] - 1, it.start)
        and WHO.match(reading.text, it.end)
    }
    return len(rows) >= ROWS


def is_answered(reading: Reading, hit: Hit) -> bool:
    """Whether a form's answer stands behind the name, and none to choose from."""
    if reading.kind is not TextKind.FORM_ANSWERS:
        return False
    answer = ANSWER.match(reading.text, hit.end)
    return answer is not None and CHOICE.search(answer[0]) is None


def masked(reading: Reading, values: list[Finding]) -> frozenset[int]:
    """The columns of a table that hold last digits, or taxpayer numbers, only."""
    if reading.table is None:
        return frozenset()
    found: dict[Category, set[int]] = {Category.SSN: set(), Category.SSN_LAST4: set(), Category.ITIN: set()}
    for it in values:
        head = reading.table.head_of(it.start) if it.category in found else None
        if head is not None:
            found[it.category].add(head.column)
    return frozenset((found[Category.SSN_LAST4] | found[Category.ITIN]) - found[Category.SSN])


def heads_one_of(reading: Reading, hit: Hit, columns: frozenset[int]) -> bool:
    """Whether the place is the head of one of the columns."""
    cell = reading.table.head_at(hit.start) if reading.table is not None and columns else None
    return cell is not None and cell.column in columns


def is_titled(reading: Reading, hit: Hit, values: list[Finding]) -> bool:
    """Whether a title over the table has said already what its column lists."""
    if reading.table is None or hit.start >= reading.table.body:
        return False
    return any(
        it.category is Category.PROTECTED_LIST and it.mode is Mode.VALUE and it.end <= reading.table.head[0].start
        for it in values[:1]
    )
