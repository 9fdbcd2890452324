"""What is to be left blank: "leave the Social Security box blank, we do not need it" asks nobody.

Whoever may leave it blank is asked all the same, and so is he who is to do it only if he has none.
"""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

# It is bidden, and not told or allowed: a clause begins with it.
BIDDEN = r"(?:^|[.:;,!?—–(\n*·-] ?|\b(?:please|kindly|just|then|and|so|always|favor de|por favor,?|xin|paki) )"
LEAVES = re.compile(rf"{BIDDEN}(?:{words('leaves')})(?: po| ninyo| nyo)?(?= )[^.;:!?\n]{{0,40}}$")
BLANK = re.compile(  # and not "and a blank check"
    rf"(?:(?! (?:and|with|an?|y|con|una?|at|isang) )[^.,;:!?\n_]){{0,60}}?(?:{words('blank')})"
    r"(?! (?:checks?|forms?|cards?|pages?|sheets?|envelopes?|cop(?:y|ies)|paper)\b)"
)
BLANK_BEFORE = re.compile(rf"{BIDDEN}(?:{words('leaves_blank')})[^.;:!?\n]{{0,32}}$")
BLANK_BEHIND = re.compile(rf"[^.;:!?。\n_]{{0,24}}?(?:{words('is_left_blank')})")
IF_NONE = re.compile(words("in_some_case"))
BUT_GIVES = re.compile(words("but_gives"))
TO_WRITE = re.compile(r"[^\n]{0,60}?(?:_{2,}|\.{4,}|\[ ?\]|[□☐])")
BEFORE = 64


def is_left_blank(reading: Reading, hit: Hit) -> bool:
    """Whether the sentence bids to leave the place blank, whoever it be, and neither it nor the next asks for it."""
    text, (first, last) = reading.text, reading.sentence(hit.start, hit.end)
    low, end = max(first, hit.start - BEFORE), reading.line(hit.start, hit.end)[1]
    before = LEAVES.search(text, low, hit.start)
    blank = BLANK.match(text, hit.end, last) if before else None
    blank = blank or BLANK_BEHIND.match(text, hit.end, last)
    if blank is None and BLANK_BEFORE.search(text, low, hit.start) is None:
        return False
    if BUT_GIVES.search(text, hit.end, last):
        return False
    if IF_NONE.search(text, first, last) or TO_WRITE.match(text, hit.end, end):
        return False
    if last + 2 >= end:
        return True
    following = reading.roles(*reading.sentence(last + 2, last + 3))
    return "request" not in following or bool({"negation", "unwanted"} & following)
