"""Tables: what a column's head says of every cell under it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fileroom.screening import numbers
from fileroom.screening.conduct import heads_marks
from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.grid import Cell, Table
from fileroom.screening.labels import labels
from fileroom.screening.numbered import tails
from fileroom.screening.order import start_of
from fileroom.screening.other_meanings import means_another
from fileroom.screening.reading import Reading

HEADS = (
    (Category.PROTECTED_LIST, ("protected_list.name",)),
    (Category.SSN_LAST4, ("ssn_last4.name",)),
    (Category.ITIN, ("itin.name",)),
    (Category.SSN, ("ssn.name", "ssn.loose")),
    (Category.A_NUMBER, ("a_number.name",)),
    (Category.IMMIGRATION_STATUS, ("immigration_status.name",)),
    (Category.IMMIGRATION_DOCUMENT, ("immigration_document.name",)),
)
MARKS = re.compile(r"[a-fnosu0-4][+-]?|n/?a|")
PAPER = re.compile(r"(?=(?:[^0-9]*[0-9]){5})[a-z0-9 -]{6,20}")
# Columns in which the papers a person handed in, or must hand in, are named.
OF_PAPERS = re.compile(
    r"\b(?:doc(?:s|ument\w*)?(?:_?\w{0,12})?|papers?|proof\w*|id_?(?:type|shown|seen)|recibid\w*|entregad\w*|document\w+|"
    r"received|attach\w*|file_?desc\w*|req_doc\w*|giay to|ho so|papel\w*|dokumento|shown|"
    r"on_?file)\b|证件|文件|材料|證件|서류|제출"
)
TO_BRING = re.compile(r"req|mandatory|needed|must|bring|oblig|falta|pide|必|须|需|can nop|bat buoc|kailangan|필수|필요")
WORD = re.compile(r"[^\W\d]{3}")


def found(reading: Reading, table: Table | None) -> Iterator[Finding]:
    """What the cells hold by what the head of their column says."""
    if table is None:
        return
    heads = _heads(reading, table)
    for row in table.rows() if heads else ():
        reading.clock.look()
        for column, categories in heads.items():
            for category in categories if column < len(row) else ():
                one = _judged(reading, category, row[column])
                if one is not None:
                    yield one
    yield from _papers(reading, table)


def _papers(reading: Reading, table: Table) -> Iterator[Finding]:
    """Papers named in a column of papers: there, or asked for where the head says that they must be brought."""
    heads = {it.column: reading.text[it.start : it.end].replace("_", " ") for it in table.head}
    columns = {column for column, head in heads.items() if OF_PAPERS.search(head)}
    if not columns:
        return
    asked = any(TO_BRING.search(head) for head in heads.values())
    for hit in labels(reading, "immigration_document.name"):
        if hit.start < table.body or means_another(reading, hit):
            continue
        head = table.head_of(hit.start)
        if head is not None and head.column in columns:
            why = ("a column of papers",)
            mode = Mode.SOLICIT if asked else Mode.VALUE
            yield Finding(Category.IMMIGRATION_DOCUMENT, mode, hit.start, hit.end, 0.8, why)


def _heads(reading: Reading, table: Table) -> dict[int, list[Category]]:
    heads: dict[int, list[Category]] = {}
    for category, tags in HEADS:
        named = [it for it, _ in tails(reading)] if category is Category.SSN_LAST4 else labels(reading, *tags)
        for hit in sorted(named, key=start_of):
            if hit.start > table.head[-1].end:
                break
            cell = table.head_at(hit.start)
            if cell and category is Category.IMMIGRATION_STATUS and heads_marks(reading, hit, cell):
                continue
            if cell and hit.start < cell.end and not _is_taken(category, heads.get(cell.column, [])):
                heads.setdefault(cell.column, []).append(category)
    return heads


def _is_taken(category: Category, by: list[Category]) -> bool:
    if category is Category.IMMIGRATION_STATUS and Category.PROTECTED_LIST in by:
        return True
    return category in by or (category is Category.SSN and Category.SSN_LAST4 in by)


def _judged(reading: Reading, category: Category, cell: Cell) -> Finding | None:
    written = reading.text[cell.start : cell.end].strip().strip('"')
    start = reading.text.find(written, cell.start) if written else cell.start
    why = ("the column's head names it",)
    if not holds(category, written):
        return None
    if category is Category.SSN and numbers.is_itin(numbers.digits_of(written)):
        category = Category.ITIN
    return Finding(category, Mode.VALUE, start, start + len(written), 0.95, why)


def holds(category: Category, written: str) -> bool:
    """Whether what a cell says is such a thing as its head names."""
    digits = re.sub(r"\D", "", written)
    if category in (Category.SSN, Category.ITIN):
        return (
            not numbers.OTHERWISE.fullmatch(written)
            and len(written) < 16
            and (numbers.is_ssn(digits.zfill(9) if len(digits) == 8 else digits) or numbers.is_itin(digits))
        )
    if category is Category.SSN_LAST4:
        return len(digits) == 4 and len(written) <= 12
    if category is Category.A_NUMBER:
        return 7 <= len(digits) <= 9 and len(written) < 18
    if category is Category.IMMIGRATION_STATUS:
        return MARKS.fullmatch(written) is None and WORD.search(written) is not None
    if category is Category.PROTECTED_LIST:
        return False
    return PAPER.fullmatch(written) is not None
