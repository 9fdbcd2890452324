"""Cards told apart by their color, and short names that the text itself spells out: no paper of immigration."""

from __future__ import annotations

import re
from functools import lru_cache

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

GREEN = re.compile(rf"(?:{words('green_card')})")
# Another card of another color, or what the green one is for, in brackets behind it.
OTHER_COLOR = re.compile(rf"(?:{words('other_color')})")
EXPLAINED = re.compile(rf" ?[(（] ?(?:{words('card_for')})")
OF_IMMIGRATION = re.compile(
    r"\b(?:immigra|inmigra|permanent resident|residen(?:ce|cia)|passport|pasaporte|visas?\b|papers|papeles|status|"
    r"estatus|di tru|ho chieu|giay to|imigra|uscis|i-?94)|移民|护照|签证|身份|이민|여권|비자|체류|영주"
)
SHORT_NAME = re.compile(r"[a-z]{2,5}")
REACH = 64  # characters of words that a short name can stand for
MEANT = re.compile(r"employment auth|temporary prot|optional prac|immigration|social sec|alien|undocument|asylum")


def is_of_colors(reading: Reading, hit: Hit) -> bool:
    """Whether the green card is one of several colors, or its use is told in brackets; of no immigration a word."""
    if GREEN.match(reading.text, hit.start, hit.end) is None or not reading.is_short():
        return False
    if OF_IMMIGRATION.search(reading.text):
        return False
    return EXPLAINED.match(reading.text, hit.end) is not None or OTHER_COLOR.search(reading.text) is not None


def is_spelled_out(reading: Reading, hit: Hit) -> bool:
    """Whether the text says what a short name stands for, letter by letter, and it is another thing."""
    if not reading.is_short() or SHORT_NAME.fullmatch(reading.text, hit.start, hit.end) is None:
        return False
    said = _spells(reading.text[hit.start : hit.end]).search(reading.text)
    return said is not None and MEANT.search(said[0]) is None


@lru_cache(maxsize=64)
def _spells(name: str) -> re.Pattern[str]:
    """As in "EAD = Early Arrival Duty", or in "Early Arrival Duty (EAD)"."""
    whole = r"[ -]".join(rf"{it}[a-z]{{2,16}}" for it in name)
    return re.compile(rf"\b{name} ?(?:[=:(–—-]|means|stands for|is short for) ?\W?{whole}\b|\b{whole} ?\({name}\)")
