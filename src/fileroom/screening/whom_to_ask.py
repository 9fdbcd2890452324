"""Whom one is told to turn to: "ask the adviser" asks the adviser, and nobody for what the sentence speaks of."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.once import once
from fileroom.screening.reading import Reading

# Behind whom one asks the clause ends: "ask the nurse for it" asks for it.
TURNS_TO = re.compile(rf"(?:{words('turns_to')})(?= ?(?:[.,;!?)\n\"”。，；！？]|$))")


def is_turned_to(reading: Reading, hit: Hit) -> bool:
    """Whether a place is a part of the words for whom one is to ask: "ask the tribe"."""
    return any(start <= hit.start and hit.end <= end + 1 for start, end in _spans(reading, hit))


def only_turns_to(reading: Reading, hit: Hit) -> bool:
    """Whether all that asks in the sentence of a place says whom one is to ask, and not for what."""
    spans = _spans(reading, hit)
    if not spans:
        return False
    asks = [it for it in reading.about(*reading.sentence(hit.start, hit.end)) if it.tag == "request"]
    return all(any(start <= it.start and it.end <= end + 1 for start, end in spans) for it in asks)


def _spans(reading: Reading, hit: Hit) -> list[tuple[int, int]]:
    """Where the sentence of a place says whom to ask."""
    first, last = reading.sentence(hit.start, hit.end)

    def found() -> list[tuple[int, int]]:
        return [it.span() for it in TURNS_TO.finditer(reading.text, first, last + 1)]

    return once(reading, (TURNS_TO, first, last), found)
