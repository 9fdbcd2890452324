"""Nine digits said in words behind a label: "her social is five three six, nine oh, four two seven one"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fileroom.screening import numbers
from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.labels import labels, other_label
from fileroom.screening.reading import Reading

DIGITS = {
    "zero": "0", "oh": "0", "o": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9", "cero": "0", "uno": "1", "dos": "2", "tres": "3", "cuatro": "4",
    "cinco": "5", "seis": "6", "siete": "7", "ocho": "8", "nueve": "9",
}  # fmt: skip
TIMES = {"double": 2, "doble": 2, "triple": 3}
WORD = rf"(?:(?:{'|'.join(TIMES)}) )?(?:{'|'.join(DIGITS)}|[0-9])"
PARTED = r"[\s,.–-]{1,3}(?:(?:and|y|then|luego|dash|guion) )?"
SAID = re.compile(rf"\b{WORD}(?:{PARTED}{WORD}){{5,8}}\b")
EACH = re.compile(rf"\b(?:({'|'.join(TIMES)}) )?({'|'.join(DIGITS)}|[0-9])\b")
AHEAD, SPELLED = 40, 120  # characters in which the first word stands, and all of them
NINE, LEAST_WORDS = 9, 5


def spelled(reading: Reading) -> Iterator[Finding]:
    """Numbers in words that could have been issued, behind a label for them."""
    for label in labels(reading, "ssn.name", "ssn.loose", "ssn.said"):
        for match in SAID.finditer(reading.text, label.end, min(len(reading.text), label.end + AHEAD + SPELLED)):
            if match.start() - label.end > AHEAD + SPELLED // 2 or other_label(reading, match.start(), label.end):
                continue
            digits = _digits(match[0])
            category = Category.ITIN if numbers.is_itin(digits) else Category.SSN
            if category is Category.ITIN or numbers.is_ssn(digits):
                why = ("said in words behind a label",)
                yield Finding(category, Mode.VALUE, match.start(), match.end(), 0.85, why)
                break


def _digits(said: str) -> str:
    """The digits that are said, "double eight" twice; none where they are not nine, or most are no words."""
    each = EACH.findall(said)
    digits = "".join(TIMES.get(times, 1) * DIGITS.get(it, it) for times, it in each)
    return (
        digits
        if len(digits) == NINE and sum(TIMES.get(times, 1) for times, it in each if it in DIGITS) >= LEAST_WORDS
        else ""
    )
