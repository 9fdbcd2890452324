"""A group's name, and no list of its people: of the letters in which names are written, of an old war's rulers."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

# "Shows boxes for Korean names": how they are written, and not whose they are.
OF_NAMES = re.compile(r"(?: (?:last |first |family |given |full )?(?:sur)?names?\b|(?:人|文|语)?(?:姓名|名字)| ?이름)")
NAMES_OF = re.compile(r"\b(?:nombres?|apellidos?|(?:mga )?pangalan(?: na| ng)?|(?:ho )?ten(?: nguoi)?) $")
LETTERS = re.compile(words("letters"))
OF_PERSONS = re.compile(words("rows_of_persons"))
# In a war of old those who ruled made such lists; this school makes none by telling it.
OLD_WAR, RULERS = re.compile(words("old_war")), re.compile(words("rulers"))
OURS = re.compile(
    r"\b(?:(?:the|this) (?:school|office|district|principal|registrar)|de la (?:clase|escuela)|names and addresses)\b|"
    rf"\b(?:we|our|us|nosotros|nuestr[oa]s?|chung (?:toi|ta)|namin|natin)\b|我们|本校|우리|저희|{words('oneself')}"
)
FIRST_OF_A_TEXT = 200  # characters in which a short text says of what time it tells
# What is told of those whom a line names first, and makes it no title; a month or a year in which one was born.
TELLS = re.compile(r"[.?!] |\b(?:may|can|will|should|must|are|is|need|have|pueden?|deben?|son|estan|duoc|phai)\b")
BORN_WHEN = re.compile(
    r"(?:nacid[oa]s en|born in) (?:the |el |los )?(?:mes|month|year|an[oi]|summer|enero|febrero|marzo|abril|mayo|junio|"
    r"julio|agosto|septiembre|octubre|noviembre|diciembre|jan|feb|mar(?:ch|\b)|apr|may\b|june|july|aug|sept|oct|nov|dec|[0-9])"
)


def is_unlisted(reading: Reading, hit: Hit) -> bool:
    """Whether the place names a group, and nobody is listed by it here."""
    return _is_of_letters(reading, hit) or _is_of_an_old_war(reading, hit)


def _is_of_letters(reading: Reading, hit: Hit) -> bool:
    """Whether it is said how names of a language are written, printed or said, and no rows of persons are spoken of."""
    if not OF_NAMES.match(reading.text, hit.end) and not NAMES_OF.search(
        reading.text, max(0, hit.start - 24), hit.start
    ):
        return False
    first, last = reading.sentence(hit.start, hit.end)
    if LETTERS.search(reading.text, first, last) is None or ":" in reading.text[hit.end : last]:
        return False
    return OF_PERSONS.search(reading.text, first, last) is None


def _is_of_an_old_war(reading: Reading, hit: Hit) -> bool:
    """Whether it is told of a war long past that its rulers listed people, and neither asked here nor done by us."""
    first, last = reading.sentence(hit.start, hit.end)
    low = 0 if reading.is_short() and first < FIRST_OF_A_TEXT else first
    if OLD_WAR.search(reading.text, low, last) is None or RULERS.search(reading.text, first, hit.start) is None:
        return False
    about = reading.about(first, last)
    lists = {it[1:] for it in about if it.tag == "list"}  # "lập danh sách" is what they did, and no request
    asks = any(it.tag == "request" and it[1:] not in lists for it in about)
    return not asks and OURS.search(reading.text, first, last) is None


def titles(reading: Reading, hit: Hit, first: int, last: int) -> bool:
    """Whether a line is the title of a list: it begins with the people, tells nothing of them and asks nothing."""
    if len(reading.text[first : hit.start].split()) > 1 or BORN_WHEN.match(reading.text, hit.start):
        return False
    return TELLS.search(reading.text, hit.end, last) is None and "request" not in reading.roles(first, last)
