"""What is not to be said: a card for the desk that puts words between quotation marks, and better ones beside them."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.framing import is_quoted
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

OPENS = re.compile(r"[\"“«「『]")
NOT_SO = re.compile(rf"(?:{words('not_to_be_said')})[ :,–—→-]{{0,4}}$")
INSTEAD = re.compile(rf"(?:{words('said_instead')})[ :,–—→-]{{0,4}}[\"“«「『]?\S")
TO_WRITE = re.compile(r"_{2,}|\.{4,}|\[ ?\]|\( ?\)|[□☐]")
BEFORE, BEHIND = 40, 200


def is_not_to_be_said(reading: Reading, hit: Hit) -> bool:
    """Whether the place is quoted as what is not to be said or asked, and what is said instead stands behind it."""
    if reading.is_form(hit.start) or not is_quoted(reading, hit):
        return False
    first, last = reading.line(hit.start, hit.end)
    opened = max((it.start() for it in OPENS.finditer(reading.text, first, hit.start)), default=-1)
    if opened < 0 or TO_WRITE.search(reading.text, hit.end, last):
        return False
    if NOT_SO.search(reading.text, max(0, opened - BEFORE), opened) is None:
        return False
    return INSTEAD.search(reading.text, hit.end, min(len(reading.text), hit.end + BEHIND)) is not None
