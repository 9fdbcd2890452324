"""What the lead of a list says of its items: they are wanted, or they are handed in with it."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

ITEM = 130  # characters that a line of a list has at most
BULLET = re.compile(r" {0,6}(?:[-*•·.▪□☐>]|\[ ?\]|\( ?\)|\(?[0-9a-h]{1,2}[.)]|[①-⑨]) ?\S|\t\S| {2,6}[^\s_]")
EMPTY_BOX = re.compile(r"\[ ?\]|\( ?\)|[□☐]")
LEAD = 400  # characters before a line in which its lead is looked for
# "Attachments:", "I enclose": what follows comes with it. But what is still to be attached is wanted.
ENCLOSES = re.compile(rf"(?:{words('encloses')})[^\n]{{0,70}}$")
TO_BE = re.compile(
    r"\b(?:please (?:attach|enclose|include)|must|should|need|require\w*|missing|still|to be|have to|favor de|debe\w*|"
    r"falta\w*|tiene que|can|phai|thieu|kailangan|kulang|dapat)\b|"
    r"请附|需|须|必|缺|欠|필요|주세요|주십시오|바랍니다|부족|미제출"
)


def lead_of(reading: Reading, hit: Hit) -> tuple[int, int] | None:
    """Where the lead of the list stands in one of whose lines the place is; None where it is in none."""
    first, last = reading.line(hit.start, hit.end)
    if last - first > ITEM or BULLET.match(reading.text, first) is None:
        return None
    low = max(0, first - LEAD)
    lines = [it for it in reading.text[low:first].split("\n") if it.strip()]
    lead = next((it for it in reversed(lines) if BULLET.match(it) is None), "")
    if not lead:
        return None
    at = reading.text.rfind(lead, low, first)
    return at, at + len(lead)


def listed_under(reading: Reading, hit: Hit, role: str) -> bool:
    """Whether the place stands in a line of a list whose lead, not far above, has a word of the role.

    Of a lead of several sentences the last says no for its items, and none before it.
    """
    lead = lead_of(reading, hit)
    if lead is None:
        return False
    start = max(lead[0], reading.sentence(max(lead[0], lead[1] - 2), lead[1])[0])
    return role in reading.roles(*lead) and "negation" not in reading.roles(start, lead[1])


def is_handed_in(reading: Reading, hit: Hit) -> bool:
    """Whether the place is one of a list of what comes with the writing, or lies before the writer."""
    lead = lead_of(reading, hit)
    if lead is None or EMPTY_BOX.search(reading.text, *reading.line(hit.start, hit.end)):
        return False
    start = max(lead[0], reading.sentence(max(lead[0], lead[1] - 2), lead[1])[0])
    return ENCLOSES.search(reading.text, start, lead[1]) is not None and TO_BE.search(reading.text, *lead) is None
