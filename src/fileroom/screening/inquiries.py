"""Whoever writes asks whether it is needed: nobody is asked for it there."""

from __future__ import annotations

import re

from fileroom.screening.answered import YES, is_affirmed
from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

INQUIRES = re.compile(rf"(?:{words('inquires')})")
IS_NEEDED = re.compile(rf"(?:{words('is_needed')})")
# Then it is wanted of the reader all the same.
OF_THE_READER = re.compile(rf"(?:{words('of_the_reader')})")
BEFORE, AFTER = 240, 40


def is_inquired(reading: Reading, hit: Hit) -> bool:
    """Whether the writer asks whether it is needed, of himself and of nobody else, and nobody says that it is."""
    if reading.is_form(hit.start):
        return False
    first, last = reading.sentence(hit.start, hit.end)
    low, high = max(0, min(first, hit.start), hit.start - BEFORE), min(last, hit.end + AFTER)
    asked = INQUIRES.search(reading.text, low, hit.start)
    if asked is None or IS_NEEDED.search(reading.text, asked.start(), high) is None:
        return False
    if OF_THE_READER.search(reading.text, asked.start(), high) or YES.match(reading.text, hit.end):
        return False
    return not is_affirmed(reading, hit)
