"""Lines of a program that ask, whatever a remark above them says: "-- do not edit" denies nothing below it."""

from __future__ import annotations

import re

CONDITION = re.compile(r"\bwhere\b[^\n]{0,200}?(?:=|\bin ?\(|\blike ?')")
# A column and its type: "parent_ssn_last4 CHAR(4),". Of one word alone it may be a sentence's: "birth date, address".
COLUMN = re.compile(
    r"[ \t]*[\"'`\[]?[a-z]+_\w+[\"'`\]]?[ \t]+(?:n?varchar2?|n?char|int|integer|bigint|text|date|bool|boolean)"
    r"\b[ \t]*(?:[(,]|not null|null|unique|$)"
)
REMARK = re.compile(r"\s*(?:--|//|/\*|#)")


def is_of_a_program(text: str, head: int, first: int, last: int) -> bool:
    """Whether the line between two places is a query's condition, or a table's column under a remark at the head."""
    if CONDITION.search(text, first, last) is not None:
        return True
    return REMARK.match(text, head) is not None and COLUMN.match(text, first, last) is not None
