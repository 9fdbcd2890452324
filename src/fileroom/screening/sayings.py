"""What is not to be said: words between quotation marks, with better ones beside them, or behind them "do not ask it";
and the title of an old list that was thrown out."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.framing import is_quoted
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

QUOTES = re.compile(r"[\"“«「『]")
NOT_SO = re.compile(rf"(?:{words('not_to_be_said')})[ :,–—→-]{{0,4}}$")
INSTEAD = re.compile(rf"(?:{words('said_instead')})[ :,–—→-]{{0,4}}[\"“«「『]?\S")
TO_WRITE = re.compile(r"_{2,}|\.{4,}|\[ ?\]|\( ?\)|[□☐]")
# Behind the question that is quoted, in its sentence or the next: nobody is to ask it.
NOT_TO_ASK = re.compile(rf"[^\n]{{0,90}}?[\"”»」』.,;:，。；)—–-] ?(?:[^\W\d]+ ){{0,2}}(?:{words('not_to_ask')})")
ENDS = re.compile(r"[.?!。？！](?=[\s\"”»」』]|$)")
MOST_ENDS = 2  # of sentences between the question and what forbids it
TITLED_SO = re.compile(rf"(?:{words('titled_so')}) ?[,:]? ?$")
THROWN_OUT = re.compile(rf"[^\n]{{0,320}}?(?:{words('thrown_out')})")
BEFORE, BEHIND = 40, 200


def is_not_to_be_said(reading: Reading, hit: Hit) -> bool:
    """Whether the place is quoted as what is not to be said or asked, or as the title of a list that was thrown out."""
    if reading.is_form(hit.start) or not is_quoted(reading, hit):
        return False
    first, last = reading.line(hit.start, hit.end)
    opened = max((it.start() for it in QUOTES.finditer(reading.text, first, hit.start)), default=-1)
    if opened < 0 or TO_WRITE.search(reading.text, hit.end, last):
        return False
    if NOT_SO.search(reading.text, max(0, opened - BEFORE), opened) and INSTEAD.search(
        reading.text, hit.end, min(len(reading.text), hit.end + BEHIND)
    ):
        return True
    if reading.asks_anew(hit):
        return False
    return _is_not_to_be_asked(reading, hit) or _is_thrown_out(reading, hit, max(first, opened - BEFORE), opened)


def _is_not_to_be_asked(reading: Reading, hit: Hit) -> bool:
    """Whether the question is forbidden behind it."""
    forbids = NOT_TO_ASK.match(reading.text, hit.end)
    return forbids is not None and len(ENDS.findall(reading.text, hit.end, forbids.end() - 1)) <= MOST_ENDS


def _is_thrown_out(reading: Reading, hit: Hit, low: int, opened: int) -> bool:
    """Whether a list is called so, and was thrown out, and no word asks for it before its title."""
    titled = TITLED_SO.search(reading.text, low, opened)
    if titled is None or "request" in reading.roles(reading.sentence(hit.start, hit.end)[0], titled.start()):
        return False
    return THROWN_OUT.match(reading.text, hit.end) is not None
