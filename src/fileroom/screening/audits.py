"""Files that were searched for it, and held none; what another place wanted once: nothing is asked for here."""

from __future__ import annotations

import re

from fileroom.screening.asked_next import is_asked_next
from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

SEARCHES = re.compile(words("searches"))
FOUND_NONE = re.compile(words("found_none"))
ELSEWHERE, WANTED_THEN = re.compile(words("elsewhere")), re.compile(words("wanted_then"))
NUMBERS = frozenset({"ssn", "ssn_last4", "itin", "a_number"})
HUNT = re.compile(rf" ?(?:numbers? )?(?:{words('hunt')})(?! ?:)")
HERE_TOO = re.compile(r"\b(?:so do(?:es)? (?:we|our)|(?:we|ours) do|our (?:form|school|office)|too\b|same here)")
# What they then gave, or would have given: "before they'd give me a blanket".
BEFORE_IT = re.compile(words("before_they"))


def is_searched_in_vain(reading: Reading, hit: Hit) -> bool:
    """Whether it was searched for and none was found, and neither this sentence nor the next asks for it then."""
    first, last = reading.sentence(hit.start, hit.end)
    if SEARCHES.search(reading.text, first, hit.start) is None:
        return False
    end = reading.sentence(last + 2, last + 3)[1] if last + 2 < len(reading.text) else last
    none = FOUND_NONE.search(reading.text, hit.start, end)
    if none is None or is_asked_next(reading, hit):
        return False
    return "request" not in reading.roles(none.end(), reading.sentence(none.end() - 1, none.end())[1])


def is_a_hunt(reading: Reading, hit: Hit) -> bool:
    """Whether it names what looks for such numbers, or loses them: "the SSN scan"."""
    if hit.tag.partition(".")[0] not in NUMBERS or reading.is_form(hit.start):
        return False  # a scan of a paper is a copy of it
    if "request" in reading.roles(*reading.sentence(hit.start, hit.end)):
        return False  # and so is one of the card, where it is to be sent
    return HUNT.match(reading.text, hit.end) is not None


def is_of_elsewhere(reading: Reading, hit: Hit) -> bool:
    """Whether it is told that another place wanted it once: "at the other clinic they asked for my number"."""
    first, last = reading.sentence(hit.start, hit.end)
    if ELSEWHERE.search(reading.text, first, hit.start) is None:
        return False
    then = WANTED_THEN.search(reading.text, first, last)
    if then is None or is_asked_next(reading, hit) or HERE_TOO.search(reading.text, hit.end, last + 1):
        return False
    asks = [it for it in reading.about(first, last) if it.tag == "request" and it.start >= then.end()]
    return not any(it.start > hit.end and not BEFORE_IT.search(reading.text, hit.end, it.start) for it in asks)
