"""A record's line that asks whether somebody is a citizen, and what it says in a word: "Citizen of U.S.? No"."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading, TextKind

RECORDS = (TextKind.NOTE, TextKind.FORM_ANSWERS)
# What makes somebody one, and no word for the thing itself, of which a page of questions says that nobody asks it.
WHAT_ONE_IS = re.compile(
    r"citizen(?!s?hip)|ciudadan[oa]|公民(?!身|素|意|课)|cong dan|mamamayan|시민권자|undocumented|indocumentad|"
    r"legal resident|residente legal|refugee|永久居民|영주권자"
)
# Nothing stands before the label in its part of the line.
AT_FIRST = re.compile(r"(?:^|[\n\t;|]| {2}|[.?,:] |[^\W_]\) )[¿\"'*( -]{0,3}(?:미국 |美国)?$")
SHORT = 3  # characters of a label before its name, or behind it
OF_THE_LABEL = re.compile(
    r"(?: ?(?:of|de|del|ng|cua)? ?(?:the |los |hoa )?(?:u\.? ?s\.?(?: ?a\b\.?)?|ee\.? ?uu\.?|my|ky))?"
)
ANSWER = re.compile(
    rf"[^\w\n?？]{{0,2}}(?:ba|po|khong)?[?？][\s:.]{{0,3}}(?:{words('yes_or_no')})"
    r"(?= {2}|[ ]?(?:[.,;)\n\t|]|$))"
)


def told_in_short(reading: Reading, hit: Hit) -> re.Match[str] | None:
    """What is answered in a word right behind the name of a status that a line of somebody's record asks for."""
    if reading.kind not in RECORDS or not WHAT_ONE_IS.search(reading.text, hit.start, hit.end + SHORT):
        return None
    low = max(0, hit.start - 3 * SHORT)
    if AT_FIRST.search(reading.text[low : hit.start] if low else "\n" + reading.text[: hit.start]) is None:
        return None
    end = hit.end - reading.text.endswith("?", hit.start, hit.end)
    label = OF_THE_LABEL.match(reading.text, end)
    return ANSWER.match(reading.text, label.end() if label else end)
