"""What a text itself gives a paper's name to: a dog called Visa, a green card that sends to recess two lines above."""

from __future__ import annotations

import re
from functools import lru_cache

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

CALLED = re.compile(words("called_so"))
LONGEST = 16  # letters of a name that a pet or a boat can bear
NO_PERSON = words("no_person")


def is_a_namesake(reading: Reading, hit: Hit) -> bool:
    """Whether the text says that an animal or a thing bears this name; then it means that one wherever it stands."""
    if hit.end - hit.start > LONGEST:
        return False
    first, last = reading.passage(hit.start, hit.end)
    if CALLED.search(reading.text, first, last) is None:
        return False
    return _borne(reading.text[hit.start : hit.end].strip()).search(reading.text, first, last) is not None


@lru_cache(maxsize=64)
def _borne(name: str) -> re.Pattern[str]:
    """As in "a dog called Visa", "猫叫签证", "비자라는 강아지"."""
    name = re.escape(name)
    return re.compile(
        rf"(?:{NO_PERSON})[^.;:?!。\n]{{0,24}}?(?:{words('called_so')}) ?[\"'“«「]?{name}(?![a-z])|"
        rf"{name}[\"'”»」]? ?(?:라는|라고 하는|이라는|的) ?[^.\n]{{0,8}}?(?:{NO_PERSON})"
    )
