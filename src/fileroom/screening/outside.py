"""What somebody else asks in the school's rooms: a bank, a tax clinic, the post office; the school only lends them."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

PARTY = re.compile(words("outside_party"))
ONLY_LENDS = re.compile(words("only_lends"))
TO_US = re.compile(words("to_us"))
TO_OUR_SHEET = re.compile(words("to_our_sheet"))
OF_THE_NEXT = 80  # characters behind the sentence in which it may be bidden to write it down here
NEAR = 1000  # characters about a place, as long as a short text is
BIDS = re.compile(rf"{words('of_the_reader')}|\b(?:please|kindly|favor|xin|paki\w*|pls)\b|请|請|주세요|바랍니다|십시오")


def is_for_others(reading: Reading, hit: Hit) -> bool:
    """Whether the text about a place names who else asks for it, says that the school has no part in it, and wants it
    nowhere. Of a long text its paragraph says so."""
    if reading.is_form(hit.start):
        return False
    low, high = (0, len(reading.text)) if reading.is_short() else reading.line(hit.start, hit.end)
    low, high = max(low, hit.start - NEAR), min(high, hit.end + NEAR)
    if PARTY.search(reading.text, low, high) is None or ONLY_LENDS.search(reading.text, low, high) is None:
        return False
    first, last = reading.sentence(hit.start, hit.end)
    if not reading.is_short() and BIDS.search(reading.text, first, last):
        return False  # a long letter bids one thing itself, and tells of another place's
    if TO_OUR_SHEET.search(reading.text, first, min(high, last + OF_THE_NEXT)):
        return False
    return TO_US.search(reading.text, first, last) is None
