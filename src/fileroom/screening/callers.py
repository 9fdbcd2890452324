"""What some caller may ask for, and what is then to be said; who of all may apply: nobody here asks or is told of."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

# Somebody who is not the school calls or asks; and then: no word of it, no number, no more talk.
CALLER = re.compile(rf"(?:{words('caller')})[^.?!。\n]{{0,120}}?(?:{words('demands')})[^.?!。\n]{{0,90}}$")
THEN = re.compile(rf"[^.?!。\n]{{0,90}}?(?:{words('hangs_up')})")
# A student of that kind, whoever it be, may apply: of all of them it is said.
ANY_OF_THEM = re.compile(rf"(?:^|[.:;!?]\s|\n)(?:{words('any_of_them')})[^.?!\n]{{0,160}}$")
MAY = re.compile(rf"[^.?!\n]{{0,160}}?(?:{words('may_apply')})")
# So many things a second: a figure of a machine.
THROUGHPUT = re.compile(
    r"tps(?:[\"']? ?[:=] ?[\"']?[0-9]+(?:\.[0-9]+)?[\"']?\s?(?:[,;}]|$)| (?:avg|peak|max|limit|rate)\b)"
)
BEFORE, LONGEST = 240, 320


def is_a_caller_s(reading: Reading, hit: Hit) -> bool:
    """Whether it is supposed that somebody calls and asks for the place, and said what to answer.

    What the reader is then asked to do with it is asked all the same: "if anyone calls, please get the number".
    """
    if reading.is_form(hit.start) or THEN.match(reading.text, hit.end) is None or reading.asks_anew(hit):
        return False
    return CALLER.search(reading.text, max(0, hit.start - BEFORE), hit.start) is not None


def is_of_any_of_them(reading: Reading, hit: Hit) -> bool:
    """Whether it is said of any student of that kind that such a one may apply."""
    if MAY.match(reading.text, hit.end, min(len(reading.text), hit.end + LONGEST)) is None:
        return False
    return ANY_OF_THEM.search(reading.text, max(0, hit.start - BEFORE), hit.start) is not None


def is_of_a_machine(reading: Reading, hit: Hit) -> bool:
    """Whether the three letters of a status are here a figure of how much a machine does."""
    return THROUGHPUT.match(reading.text, hit.start) is not None
