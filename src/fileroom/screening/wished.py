"""Whether a list of persons is wanted: somebody would like it, asks who they are, or answers what is needed."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading
from fileroom.screening.sentences import WIDE

WISHES = re.compile(words("wishes"))
WHICH = re.compile(r"\b(?:which|who|cuales|quienes)\b[^.?!\n]{0,40}$")
NAMES = re.compile(words("named"))


def is_asked_next(reading: Reading, hit: Hit, roles: frozenset[str]) -> bool:
    """Whether it is wanted to be known who they are, and the next sentence asks for the names."""
    last = reading.sentence(hit.start, hit.end)[1]
    if last + 2 >= len(reading.text) or not {"request", "says"} & roles:
        return False
    following = reading.sentence(last + 2, last + 2)
    if (
        "request" not in reading.roles(*following)
        or WHICH.search(reading.text, max(0, hit.start - WIDE), hit.start) is None
    ):
        return False
    return NAMES.search(reading.text, *following) is not None


def answers_what_is_wanted(reading: Reading, hit: Hit, first: int) -> bool:
    """Whether the sentence before it on its line asks what is wanted: "What do you need? Names of all who"."""
    start, _ = reading.sentence(hit.start, hit.end)
    if start - 2 <= first or not {"?", "？"} & set(reading.text[start - 2 : start + 1]):
        return False
    return "request" in reading.roles(*reading.sentence(start - 2, start - 2))


def is_wished(reading: Reading, hit: Hit) -> bool:
    """Whether somebody would like such a list; East Asian languages say so behind it."""
    first, last = reading.sentence(hit.start, hit.end)
    return WISHES.search(reading.text, first, hit.start if reading.text[hit.start] < "\u2e80" else last) is not None
