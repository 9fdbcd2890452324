"""A faith of which no list is made: a reason to be away, a feast, a word to be written."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

# Of a faith and no list: a reason to be away, a feast, a right.
AS_REASON = re.compile(
    r"[^\W\d]{0,6}(?:[^\w,]|_|,(?= )){0,2}(?:ious )?(?:or cultural |y cultural )?"
    r"(?:reason|holiday|observ|exempt|belief|accommodat|freedom|practice|studies|"
    r"(?:s )?(?:they|we|you) (?:had |have |will )?(?:read|learn|stud|dr[ae]w)|"
    r"unit\b|projects?\b|posters?\b|presentations?\b|"
    r"fairs?\b|day\b|week\b|chapter|course|class|lesson|teacher|in the|in grade|column in|of the world|"
    r"and culture|del mundo|mundial|[^.;\n]{0,30}(?:absen|stay home|off school|falt[ae]|liban|nghi hoc)|"
    r"[^.。,，、|\n]{0,12}(?:请假|請假|缺席|결석|빠지)|사유|이유|자유|행사|原因|理由|节日|自由|por |fies|festiv)"
)
# What else a school asks of a faith, joined to the name, where no list is made: "religious food".
OF_NEEDS = re.compile(
    r"[a-z]{0,6}[ _-]?(?:or (?:medical|dietary|health)|(?:food|diet\w*|meal)\b)|"
    # What belongs to a church, and no faith of anybody's: its hall, its lot.
    r" (?:hall|lot|parking|building|supper|bazaar|bulletin|gym|van|bus|key|kitchen|basement|steps|bells?|parks)\b"
)
# A church that does something is asked for nothing: "congregations in town will collect cans".
DOES = re.compile(rf"(?:es|s)?(?: [a-z]+){{0,3}}? ?(?:{words('a_church_does')})")
# The word to be written, and no faith: "write only \"religious\"". And the feast of a faith.
TO_BE_WRITTEN = re.compile(rf"(?:{words('only')})[^.\n\"']{{0,12}}[\"'\u300c\u201c] ?$")
AS_WRITTEN = re.compile(rf"[^.\n\"']{{0,16}}[\"'\u300d\u201d] ?(?:{words('and_no_more')})")
FEAST_OF = re.compile(rf"(?:{words('feast')}) (?:of |del? |ng |cua )?(?:your |su |inyong |the |la )?$")
BEFORE = 32  # characters before a name in which a feast of it, or what is to be written, is named


# "Open to every student of any faith": to everybody.
OF_ANY = re.compile(
    r"\b(?:of|from|with|de|con|thuoc|theo) (?:any|whatever|cualquier|toda|moi|bat ky|bat cu) $|"
    r"\b(?:anuman|alinman)g $|(?:任何|无论什么|不论)$|(?:어떤|모든) $"
)


def is_no_list(reading: Reading, hit: Hit) -> bool:
    """Whether the faith is a reason to be away or a feast of it is meant, or the word alone is to be written."""
    first = max(0, hit.start - BEFORE)
    if AS_REASON.match(reading.text, hit.end) or OF_ANY.search(reading.text, first, hit.start):
        return True
    if reading.lists(hit):
        return False
    if OF_NEEDS.match(reading.text, hit.end) or AS_WRITTEN.match(reading.text, hit.end):
        return True
    if not reading.is_form(hit.start) and DOES.match(reading.text, hit.end):
        return True
    if TO_BE_WRITTEN.search(reading.text, first, hit.start):
        return True
    return not reading.is_form(hit.start) and FEAST_OF.search(reading.text, first, hit.start) is not None
