"""Words too common to be names of a number: the head of a column says so by what stands under it."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit

HEADS = frozenset({"ssn.head", "a_number.head"})
BEGINS = re.compile(r"(?:^|[\n\t|,;]|  )[ \"]*$")
# In one of the lines under it nine digits, whole or in their groups; an alien number may have eight, and its letter.
UNDER = {
    "ssn.head": re.compile(r"[^\n]*\n(?:[^\n]*\n){0,2}?[^\n]*(?<![0-9-])[0-9]{3}([ -]?)[0-9]{2}\1[0-9]{4}(?![0-9-])"),
    "a_number.head": re.compile(
        r"[^\n]*\n(?:[^\n]*\n){0,2}?[^\n]*(?<![a-z0-9-])a?[ #-]?[0-9]{2,3}([ -]?)[0-9]{3}\1[0-9]{3}(?![0-9-])"
    ),
}
BEFORE, BELOW = 4, 600


def heads_numbers(text: str, hit: Hit) -> list[Hit]:
    """The word as a name, where it is a cell of its own and such numbers stand under it; else none."""
    if BEGINS.search(text, max(0, hit.start - BEFORE), hit.start) is None:
        return []
    if UNDER[hit.tag].match(text, hit.start, min(len(text), hit.end + BELOW)) is None:
        return []
    end = hit.start + len(text[hit.start : hit.end].rstrip(' "\n\t|,;'))
    return [Hit(hit.tag.replace("head", "name"), hit.start, end)]
