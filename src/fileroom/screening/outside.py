"""What somebody else asks in the school's rooms: a bank, a tax clinic, the post office; the school only lends them."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

PARTY = re.compile(words("outside_party"))
ONLY_LENDS = re.compile(words("only_lends"))
TO_US = re.compile(words("to_us"))


def is_for_others(reading: Reading, hit: Hit) -> bool:
    """Whether a short text names who else asks for it, says that the school has no part in it, and wants it nowhere."""
    if not reading.is_short() or reading.is_form(hit.start):
        return False
    text = reading.text
    if PARTY.search(text) is None or ONLY_LENDS.search(text) is None:
        return False
    return TO_US.search(text, *reading.sentence(hit.start, hit.end)) is None
