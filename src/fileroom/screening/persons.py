"""Of whom something is told: of a person somebody here knows, of people in general, of a person in a book."""

from __future__ import annotations

from fileroom.screening.engine import Hit
from fileroom.screening.reading import Reading

KNOWN, SOMEBODY, IN_GENERAL = 0.35, 0.3, -0.15
INVENTED = 0.45  # what one word of a made-up story takes away
BEFORE = 70  # characters before a status in which the one it is told of may be called by the words for all


def of_whom(reading: Reading, hit: Hit) -> tuple[float, tuple[str, ...]]:
    """What the one it is told of adds to a confidence, and why.

    A mother, "she", "my": somebody is known. "Students", "anyone", the law: people in general, and a person known
    outweighs them only where they do not stand right before what is told.
    """
    first, last = reading.sentence(hit.start, hit.end)
    about = reading.about(first, last)
    roles = {it.tag for it in about}
    general = [it for it in about if it.tag == "general"]
    known = "particular" in roles
    if general and (not known or any(hit.start - BEFORE <= it.start <= hit.end for it in general)):
        return (0.0 if known else IN_GENERAL), ("it is said of people in general",)
    if known:
        return KNOWN, ("a person is spoken of",)
    return (SOMEBODY, ("a person is spoken of",)) if "person" in roles else (0.0, ())


def is_invented(reading: Reading, hit: Hit) -> bool:
    """Whether the text, or the paragraph of a long one, is about a story, a poem or a film."""
    return reading.frame(hit.start, hit.end, "fiction") > 0
