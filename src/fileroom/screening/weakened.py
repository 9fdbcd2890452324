"""What a number loses: it is written as an employer's is, or another number's label stands at it."""

from __future__ import annotations

import re
from bisect import insort
from dataclasses import replace

from fileroom.screening import numbers
from fileroom.screening.engine import Hit
from fileroom.screening.findings import Finding
from fileroom.screening.order import is_free, start_of
from fileroom.screening.reading import Reading

AS_OF_AN_EMPLOYER = 0.3  # what it takes away that a number under its own label is written 2-7
ONE_MORE = re.compile(r"-[0-9](?![0-9])")  # 2-7-1, as the Philippines write theirs
ANOTHER_NUMBER = re.compile(r".*[0-9]{4}(?![0-9])")
OF_ANOTHER = 0.3  # what is left of a number that has another's label at it: shown to a person, never let be
ANOTHERS = "a label for another number at it"


def less_of(reading: Reading, label: Hit, match: re.Match[str]) -> float | None:
    """What it takes away that the digits are written as an employer's number is; None where they are one, or a day."""
    if not numbers.OTHERWISE.fullmatch(match[0]):
        return 0.0
    if ONE_MORE.match(reading.text, label.end + match.end()):
        return None
    head = reading.table.head_of(label.end) if reading.table is not None else None
    # What stands before another number is said of that one: "tax ID 95-…, his social 53-…".
    apart = ANOTHER_NUMBER.match(reading.text, reading.line(label.start, label.end)[0], label.start)
    first = apart.end() if apart else reading.line(label.start, label.end)[0]
    places = [(first, label.end + match.start()), *([(head.start, head.end)] if head else [])]
    if numbers.A_DAY.fullmatch(match[0]) or any(numbers.OF_AN_EMPLOYER.search(reading.text, *it) for it in places):
        return None
    return AS_OF_AN_EMPLOYER


def as_another_s(one: Finding, *, doubted: bool = False) -> Finding:
    """A number that has another's label at it: such a label frees nothing by itself, whoever writes can write it."""
    return replace(one, confidence=min(one.confidence, OF_ANOTHER), why=(*one.why, ANOTHERS), doubted=doubted)


def is_another_s(one: Finding) -> bool:
    """Whether it has another number's label at it: then it answers nothing that is asked for."""
    return ANOTHERS in one.why


def with_doubted(out: list[Finding], doubted: list[Finding]) -> list[Finding]:
    """All that is found, with those that have another's label, where no judge has found one more surely."""
    for one in sorted(doubted, key=start_of):
        if is_free(one, out):
            insort(out, one, key=start_of)
    return out
