"""What stands right beside the digits of a number: it may go on and be another, or a name is joined to it."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

JOINS = frozenset("-_@")
GROUP_BEFORE, GROUP_AFTER = re.compile(r"[0-9] $"), re.compile(r" [0-9]")
EXTENSION, COUNT = re.compile(r" ?ext\b"), re.compile(r" ?x ?[0-9]")  # of a telephone, of pieces
# Of a part's number. Three letters may be whose it is: "ana-".
PREFIX = re.compile(r"(?<![a-z])[a-z]{1,2}[-_]$")
SUFFIX = re.compile(r"[a-z](?![a-z])")
LONGER_BEFORE, LONGER = re.compile(r"[0-9]-$"), re.compile(r"-[0-9]")
DECIMAL_BEFORE = re.compile(r"[0-9][.,]$")
DECIMAL_AFTER = re.compile(r"[.,][0-9]")
BIG, SMALL = (
    r"[A-Z\u00c0-\u00d6\u00d8-\u00de\u0102\u0110\u01a0\u01af]",
    r"[a-z\u00df-\u00f6\u00f8-\u00ff\u0103\u0111\u01a1\u01b0\u1ea0-\u1ef9]",
)
NAMED = re.compile(rf"\b{BIG}{SMALL}+,? {BIG}(?:{SMALL}+|\b)")
IN_CELLS = re.compile(rf"\b{BIG}{SMALL}+(?:,? |,){BIG}(?:{SMALL}+|\b)")  # of a row too: "Ortiz,Raul"

# "Anything shaped like 123-45-6789": how such numbers are written, and nobody's.
SHAPED_SO = re.compile(rf"(?:{words('shaped_so')}) ?[\"'“«]?$")


def shows_a_shape(text: str, start: int) -> bool:
    """Whether a number only shows how others are written."""
    return SHAPED_SO.search(text, max(0, start - 40), start) is not None


def goes_on(text: str, start: int, end: int, mark: str) -> bool:
    """Whether digits written 3-2-4 go on: a part of a longer number, an address, a decimal."""
    if text[end : end + 1] == "@" or LONGER_BEFORE.search(text, max(0, start - 2), start) or LONGER.match(text, end):
        return True
    if mark == " ":  # one group beside them may be the row's number, or the next cell
        return _grouped_before(text, start) and GROUP_AFTER.match(text, end) is not None
    return mark == "." and _is_decimal(text, start, end)


def joined(reading: Reading, hit: Hit, mark: str) -> float:
    """What it takes away that a letter, a mark, a count or a group of digits is joined to the digits."""
    text = reading.text
    if (
        EXTENSION.match(text, hit.end)
        or SUFFIX.match(text, hit.end)
        or PREFIX.search(text, max(0, hit.start - 4), hit.start)
    ):
        return 0.4
    if mark == " " and GROUP_AFTER.match(text, hit.end):
        return 0.2
    if mark == " " and _grouped_before(text, hit.start):  # the number of a row, where somebody is named in it
        return 0.05 if NAMED.search(reading.written(Hit("", *reading.line(hit.start, hit.end)))) else 0.2
    before, after = text[max(0, hit.start - 1) : hit.start], text[hit.end : hit.end + 1]
    if mark == "_":  # in a file's name it joins all words
        return 0
    return 0.2 if any(it in JOINS or it.isalnum() for it in (before, after) if it) or COUNT.match(text, hit.end) else 0


def _grouped_before(text: str, start: int) -> bool:
    return GROUP_BEFORE.search(text, max(0, start - 2), start) is not None


def _is_decimal(text: str, start: int, end: int) -> bool:
    return (
        DECIMAL_BEFORE.search(text, max(0, start - 2), start) is not None or DECIMAL_AFTER.match(text, end) is not None
    )


def is_code(text: str, start: int, end: int) -> bool:
    """Whether nine digits are a part of something longer: a code, an address, a file's name, a decimal."""
    return {text[max(0, start - 1) : start], text[end : end + 1]} & JOINS != set() or _is_decimal(text, start, end)
