"""A number that one sentence names and the next asks for: "her file has no such number. Kindly call us with it"."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

# It is wanting: right before the name, or right behind it.
WANTING = re.compile(rf"(?:{words('has_none')})[ ,]{{0,2}}(?:[^\W\d]{{1,10}} ){{0,3}}$")
IS_WANTING = re.compile(rf"[^.?!。\n]{{0,40}}?(?:{words('is_wanting')})")
# Then any word for it will do; of what only is spoken of, the number itself must be named, or gathered.
HANDS_IT = re.compile(words("hands_it"))
GATHERS_IT = re.compile(words("gathers_it"))
# What is handed over to be destroyed, or goes back, is not kept.
NOT_KEPT = re.compile(words("not_kept"))
BEFORE, BEHIND = 48, 60


def is_wanting(reading: Reading, hit: Hit) -> bool:
    """Whether the sentence says that it is not there, or not yet."""
    first, last = reading.sentence(hit.start, hit.end)
    if WANTING.search(reading.text, max(first, hit.start - BEFORE), hit.start):
        return True
    return IS_WANTING.match(reading.text, hit.end, min(last, hit.end + BEHIND)) is not None


def is_asked_next(reading: Reading, hit: Hit) -> bool:
    """Whether the next sentence asks for what this one names, and wants it kept."""
    first, last = reading.sentence(hit.start, hit.end)
    if last + 2 >= len(reading.text):
        return False
    following = reading.sentence(last + 2, last + 3)
    if {"negation", "unwanted"} & reading.roles(*following) or NOT_KEPT.search(reading.text, *following):
        return False
    gathered = GATHERS_IT.search(reading.text, *following) is not None
    if gathered and "negation" not in reading.roles(first, last):
        return True
    return (gathered or HANDS_IT.search(reading.text, *following) is not None) and is_wanting(reading, hit)
