"""Whom one is told to turn to: "ask the adviser" asks the adviser, and nobody for what the sentence speaks of."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import NEARBY, Reading

# Behind whom one asks the clause ends: "ask the nurse for it" asks for it.
TURNS_TO = re.compile(rf"(?:{words('turns_to')})(?= ?(?:[.,;!?)\n\"”。，；！？]|$))")


def is_turned_to(reading: Reading, hit: Hit) -> bool:
    """Whether a place is a part of the words for whom one is to ask: "ask the tribe"."""
    first, last = reading.sentence(hit.start, hit.end)
    spans = _spans(reading, max(first, hit.start - NEARBY), min(last, hit.end + NEARBY))
    return any(start <= hit.start and hit.end <= end + 1 for start, end in spans)


def only_turns_to(reading: Reading, hit: Hit) -> bool:
    """Whether all that asks in the sentence of a place says whom one is to ask, and not for what."""
    first, last = reading.sentence(hit.start, hit.end)
    spans = _spans(reading, first, last)
    if not spans:
        return False
    asks = [it for it in reading.about(first, last) if it.tag == "request"]
    return all(any(start <= it.start and it.end <= end + 1 for start, end in spans) for it in asks)


def _spans(reading: Reading, first: int, last: int) -> list[tuple[int, int]]:
    """Where it is said between two places whom to ask."""
    return [it.span() for it in TURNS_TO.finditer(reading.text, first, last + 1)]
