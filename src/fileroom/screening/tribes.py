"""The federal form for Indian education (20 USC 7427): the tribe of a child, a parent or a grandparent."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading
from fileroom.screening.sentences import WIDE

TRIBE = re.compile(words("tribe"))
ED_506 = re.compile(rf"\b(?:ed|form\w*|formulario) ?-?506\b|{words('indian_education')}")
TITLE_VI = re.compile(words("title_vi"))
HEAD = 300  # characters in which a form says which it is
# Of many it is asked then: "each child whose grandparent is enrolled".
OF_MANY = re.compile(words("each_of_them"))
GRANDPARENTS, BELONGS = re.compile(words("grandparents")), re.compile(words("belongs_to"))


def is_on_the_federal_form(reading: Reading, hit: Hit) -> bool:
    """Whether a tribe is asked for on the form for Indian education, or in the words in which the law asks for it."""
    if TRIBE.search(reading.text, hit.start, hit.end) is None:
        return False
    if ED_506.search(reading.text, 0, HEAD):
        return True
    if reading.lists(hit) or OF_MANY.search(reading.text, *reading.sentence(hit.start, hit.end)):
        return False
    return TITLE_VI.search(reading.text, 0, HEAD) is not None or _is_as_the_law_has_it(reading, hit)


def _is_as_the_law_has_it(reading: Reading, hit: Hit) -> bool:
    """Whether a form asks if the child, a parent or a grandparent is a member; of many no names are wanted."""
    if not reading.is_form(hit.start) or reading.table is not None:
        return False
    first, last = reading.line(hit.start, hit.end)
    first, last = max(first, hit.start - WIDE), min(last, hit.end + WIDE)
    said = all(it.search(reading.text, first, last) for it in (GRANDPARENTS, BELONGS))
    return said and OF_MANY.search(reading.text, first, last) is None
