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
WORD = rf"(?:{'|'.join(DIGITS)}|[0-9])"
NINE = re.compile(rf"\b{WORD}(?:[\s,.–-]{{1,3}}(?:(?:and|y|then|luego|dash|guion) )?{WORD}){{8}}\b")
EACH = re.compile(rf"\b{WORD}\b")
AHEAD, SPELLED = 40, 120  # characters in which the first word stands, and all of them
LEAST_WORDS = 5


def spelled(reading: Reading) -> Iterator[Finding]:
    """Numbers in words that could have been issued, behind a label for them."""
    for label in labels(reading, "ssn.name", "ssn.loose", "ssn.said"):
        match = NINE.search(reading.text, label.end, min(len(reading.text), label.end + AHEAD + SPELLED))
        if match is None or match.start() - label.end > AHEAD or other_label(reading, match.start(), label.end):
            continue
        said = EACH.findall(match[0])
        digits = "".join(DIGITS.get(it, it) for it in said)
        if sum(it in DIGITS for it in said) < LEAST_WORDS:
            continue
        category = Category.ITIN if numbers.is_itin(digits) else Category.SSN
        if category is Category.ITIN or numbers.is_ssn(digits):
            yield Finding(category, Mode.VALUE, match.start(), match.end(), 0.85, ("said in words behind a label",))
