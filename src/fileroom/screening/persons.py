"""Of whom something is told: of a person somebody here knows, of people in general, of a person in a book."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.reading import Reading, TextKind

# What is written of one student or family, whether it names them again or not.
ABOUT_SOMEBODY = (TextKind.NOTE, TextKind.FORM_ANSWERS, TextKind.CSV_ROW)
A_SINGLE = re.compile(r"\b(?:an?|this|un|una|este|esta) $")  # "an undocumented student" is one of them
KNOWN, SOMEBODY, IN_GENERAL = 0.35, 0.3, -0.15
INVENTED = 0.45  # what one word of a made-up story takes away


def of_whom(reading: Reading, hit: Hit) -> tuple[float, tuple[str, ...]]:
    """What the one it is told of adds to a confidence, and why.

    A mother, "she", "my": somebody is known. "Students", "anyone", the law: people in general. Where both are spoken
    of, the one named last before what is told.
    """
    first, last = reading.sentence(hit.start, hit.end)
    about = reading.about(first, last)
    known = [it for it in about if it.tag == "particular"]
    told = known + [it for it in about if it.tag == "general" and not _is_of_one(reading, it, known)]
    nearest = max((it for it in told if it.start <= hit.end), key=lambda it: (it.start, it.end), default=None)
    nearest = nearest or min(told, key=lambda it: it.start, default=None)
    if nearest is not None:
        if nearest.tag == "particular":
            return KNOWN, ("a person is spoken of",)
        return IN_GENERAL, ("it is said of people in general",)
    return (SOMEBODY, ("a person is spoken of",)) if any(it.tag == "person" for it in about) else (0.0, ())


def _is_of_one(reading: Reading, general: Hit, known: list[Hit]) -> bool:
    """Whether a word for people in general stands here for one of them: "a student who", "our parents can"."""
    if A_SINGLE.search(reading.text, max(0, general.start - 6), general.start):
        return True
    return any(it.start < general.end and general.start < it.end for it in known)


def is_invented(reading: Reading, hit: Hit) -> bool:
    """Whether the text, or the paragraph of a long one, is about a story, a poem or a film."""
    return reading.frame(hit.start, hit.end, "fiction") > 0
