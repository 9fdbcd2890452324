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
# "Bring your card so that the clerk can fill it in", "we will ask you for it".
ASKED_OTHERWISE = re.compile(rf"(?:{words('given_otherwise')})")
NOBODY = re.compile(
    r"(?:\b(?:not|never|nobody|no one|no|nunca|nadie|khong|hindi|walang)|n't|不|没有?人|勿)[^.;:。]{0,28}$"
)
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
    if _is_given_otherwise(reading, hit, last):
        return False
    if last + 2 >= end:
        return True
    following = reading.roles(*reading.sentence(last + 2, last + 3))
    return "request" not in following or bool({"negation", "unwanted"} & following)


def _is_given_otherwise(reading: Reading, hit: Hit, last: int) -> bool:
    """Whether the sentence or the next one says that it is to be told, shown or filled in by whoever works there."""
    end = reading.sentence(last + 2, last + 3)[1] if last + 3 < len(reading.text) else len(reading.text)
    given = ASKED_OTHERWISE.finditer(reading.text, hit.end, min(end, reading.line(hit.start, hit.end)[1]))
    return any(NOBODY.search(reading.text, max(hit.end, it.start() - BEFORE), it.start()) is None for it in given)
