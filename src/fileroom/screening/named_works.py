"""A work named between quotation marks, in a pupil's lesson: "In “Exit West” the doors do away with visas"."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading, TextKind

LISTED = (TextKind.CSV_ROW, TextKind.TABLE, TextKind.FORM_FIELD)
# In a work: of it the sentence tells, and those behind it.
IN_A_WORK = re.compile(
    r"(?:^|[\n.:;!?)—–-] ?)(?:In|Throughout|Reading|En|Sa|Trong)(?: [\w'’]+){0,3} "
    r"[\"“«](?P<title>[^\"“”«»\n]{3,60})[\"”»]"
    r"(?! (?:field|box|column|section|form|line|folder|campo|casilla|columna|hoja)s?\b)"
)
EAST_ASIAN = re.compile(r"《(?P<title>[^》\n]{1,30})(?<![册表单卡证])》")
LESSON = re.compile(words("lesson"))
TITLED = re.compile(
    r"[A-Z\u00c0-\u00de\u0110][\w'’-]*,?|of|the|and|a|an|in|to|for|on|de|del|la|el|los|las|y|en|ng|sa|ang"
)
# A pupil of this school tells it, and no one in the work: "she told the class today", "he broke down".
TOLD_HERE = re.compile(words("told_here"))
OF_A_FORM = re.compile(words("of_a_form"))
ONESELF = re.compile(rf"(?<!the )(?:{words('oneself')})")
HEAD, BEFORE, LEAST = 120, 400, 2


def is_of_a_named_work(reading: Reading, hit: Hit) -> bool:
    """Whether a lesson's text names a work before the place on its line, and the sentence has no kin and no "I"."""
    if reading.kind in LISTED or not reading.is_short() or LESSON.search(reading.text[:HEAD]) is None:
        return False
    first, last = reading.sentence(hit.start, hit.end)
    if "kin" in reading.roles(first, last) or ONESELF.search(reading.text, first, last):
        return False
    line, end = reading.line(hit.start, hit.end)
    if TOLD_HERE.search(reading.text, max(line, hit.start - BEFORE), min(end, hit.end + HEAD)):
        return False
    original, place = reading.folded.original, reading.folded.span(hit.start, hit.end)[0]
    low = reading.folded.span(max(line, hit.start - BEFORE), hit.end)[0]
    if EAST_ASIAN.search(original, low, place):
        return True
    named = [it for it in IN_A_WORK.finditer(original, low) if it.end() <= place]
    return any(_is_a_title(it["title"]) for it in named)


def _is_a_title(title: str) -> bool:
    """Whether the words are written as a title is, and are no label of a form."""
    said = title.split()
    if len(said) < LEAST or not all(TITLED.fullmatch(it) for it in said):
        return False
    return OF_A_FORM.search(title.lower()) is None
