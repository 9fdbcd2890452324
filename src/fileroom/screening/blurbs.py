"""What a book, a film or a play is about, in a line: a boy, a girl, a family that nobody here knows."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

# Somebody who has no name, and what such a one does in a story: "a boy rides north".
TOLD_OF = re.compile(words("told_of"))
BEFORE = 180
# A name in its midst is of somebody, and so is whose he is: the reader's, the writer's.
NAMED = re.compile(r"(?<![.?!:(–—-] )(?<![\"“(])\b[A-Z][a-z]{2,}'s\b|\b(?:Mr|Mrs|Ms|Sr|Sra|Dr)\. [A-Z]")
OURS = re.compile(words("ours"))


def is_of_a_blurb(reading: Reading, hit: Hit) -> bool:
    """Whether the words stand behind a nameless hero of the same line, and nobody here is spoken of in between."""
    if reading.is_form(hit.start) or reading.table is not None:
        return False
    first, _ = reading.line(hit.start, hit.end)
    told = TOLD_OF.search(reading.text, max(first, hit.start - BEFORE), hit.start)
    if told is None or OURS.search(reading.text, told.start(), hit.end):
        return False
    start, end = reading.folded.span(told.start(), hit.end)
    return NAMED.search(reading.folded.original, start, end) is None
