"""The day on which a child first sat in a school of this country: the language program's clock, no day of coming."""

from __future__ import annotations

import re

from fileroom.screening.conduct import is_mark
from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import bare
from fileroom.screening.order import begun
from fileroom.screening.reading import Reading

A_SCHOOL = re.compile(bare("a_school"))
FIRST = re.compile(bare("first"))
LANGUAGE_PROGRAM = re.compile(bare("language_program"))
# The count of immigrants asks the same date under a law of its own: there it is found, and that law is asked.
PARTS = re.compile(r"[,;|\n:?()\"，；：？（）]")  # one field ends, or another thing is said
CAME = re.compile(bare("came_here"))
THE_COUNT = re.compile(bare("the_count"))
SEEN = ("immigration_status.name", "immigration_status.state", "immigration_document.name")
BESIDE = 24  # characters about a name in which the school may be named
ABOUT = 300  # characters about it in which it is said what the day is for


def is_of_the_language_program(reading: Reading, hit: Hit) -> bool:
    """Whether it is the first day in a school here, asked for the language program, and no status beside it."""
    if not _is_a_school_day(reading, hit):
        return False
    low, high = max(0, hit.start - ABOUT), min(len(reading.text), hit.end + ABOUT)
    if LANGUAGE_PROGRAM.search(reading.text, low, high) is None or THE_COUNT.search(reading.text, low, high):
        return False
    others = begun(reading.of(*SEEN), low, high)
    return all(_is_a_school_day(reading, it) or is_mark(reading, it) for it in others)


def _is_a_school_day(reading: Reading, hit: Hit) -> bool:
    before = PARTS.split(reading.text[max(0, hit.start - BESIDE) : hit.start])[-1]
    behind = PARTS.split(reading.text[hit.end : hit.end + BESIDE])[0]
    said = before + reading.text[hit.start : hit.end] + behind
    return CAME.search(said) is None and A_SCHOOL.search(said) is not None and FIRST.search(said) is not None
