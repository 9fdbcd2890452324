"""What is told of no person: of a beast, a plant, a parcel, a piece in a game; of one who came a hundred years ago."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

NO_PERSON = re.compile(words("no_person"))
PERSONS = frozenset({"particular", "kin", "person", "general", "says"})
# Chinese has a word of its own for it.
IT = re.compile(r"(?<!其)[它牠][^。;；！？他她我]{0,16}$")
# What holds a thing up: no officer, no camp.
HELD_BY = re.compile(rf"(?:{words('holds_things')})")
OF_THEM = re.compile(
    rf" (?:of|in|de|en|del) (?:(?:the|our|my|a|el|la|mi|nuestr[oa]) )?(?:\w+ )?(?:{words('no_person')})"
)
SEIZED = re.compile(r"(?:.* )?(?:detained|held|seized|stopped|deten\w+|retenid\w+)(?: (?:by|at|in|por|en))?")
FOREBEARS, LONG_AGO, NOW = (re.compile(words(it)) for it in ("forebears", "long_ago", "told_now"))
BEFORE, BEHIND = 120, 40
WHOSE = 3  # letters of whose it is: "my", "our", "mi"


def is_of_no_person(reading: Reading, hit: Hit) -> bool:
    """Whether the sentence tells it of a thing or a beast that is named before it, and of nobody before it."""
    first, last = reading.sentence(hit.start, hit.end)
    first = max(first, hit.start - BEFORE)
    if IT.search(reading.text, first, hit.start) or OF_THEM.match(reading.text, hit.end):
        return True
    if SEIZED.fullmatch(reading.text, hit.start, hit.end) and HELD_BY.match(
        reading.text, hit.end, min(last, hit.end + BEHIND)
    ):
        return True
    # Up to the place's end: "ice tuesday the compressor is detained".
    things = list(NO_PERSON.finditer(reading.text, first, hit.end))
    if not things:
        return False
    return not any(
        it.tag in PERSONS and not any(_is_its_own(it, *thing.span()) for thing in things)
        for it in reading.about(first, hit.end)
    )


def _is_its_own(person: Hit, start: int, end: int) -> bool:
    """Whether a word for somebody is a part of the thing's name, or says whose it is: "my hamster"."""
    if person.start < end and start < person.end:
        return True
    return person.end == start - 1 and person.end - person.start <= WHOSE


def is_of_forebears(reading: Reading, hit: Hit) -> bool:
    """Whether it is told of those who lived long ago, settlers or somebody in 1911, and of nothing that is so now: a
    great-grandmother may sit in the office."""
    first, last = reading.sentence(hit.start, hit.end)
    first, last = max(first, hit.start - BEFORE), min(last, hit.end + BEHIND)
    old = any(it.search(reading.text, first, last) for it in (FOREBEARS, LONG_AGO))
    return old and NOW.search(reading.text, first, last) is None
