"""Cards told apart by their color, and short names that the text itself spells out: no paper of immigration."""

from __future__ import annotations

import re
from functools import lru_cache

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.once import once
from fileroom.screening.reading import NEARBY, Reading
from fileroom.screening.sentences import WIDE

GREEN = re.compile(rf"(?:{words('green_card')})")
# Another card of another color, or what the green one is for, in brackets behind it.
OTHER_COLOR = re.compile(rf"(?:{words('other_color')})")
COLORS = (
    "yellow", "pink", "blue", "red", "orange", "purple", "white", "gold", "gray", "grey", "tan", "buff", "amarill",
    "rosa", "azul", "roja", "blanca", "naranja", "morada", "vang", "do", "hong", "trang", "cam", "tim", "dilaw", "pula",
    "asul", "puti", "kahel", "黄", "红", "蓝", "白", "粉", "紫", "橙", "橘",
    "노란", "빨간", "파란", "흰", "분홍", "주황", "보라",
)  # fmt: skip
EXPLAINED = re.compile(rf"(?:片|证|證)? ?[(（] ?(?:{words('card_for')})")
FILED = re.compile(rf"[^.;\n)）]{{0,24}}[)）][^.;\n]{{0,8}}?(?:{words('filed')})")
# "The green card for the restroom": it lets one go there, and is nobody's own.
LETS_GO = re.compile(
    r" (?:de|del|para|for|of|cua|ng|para sa|di|len|cho)(?: (?:the|el|la|los|las|ang|mga))? "
    rf"(?:{words('card_to')})(?! pass)"
)
# For what one was given it, or lost it, in class: "for talking"; and nobody's father.
FOR_CONDUCT = re.compile(words("for_conduct"))
LETS_GO_BEFORE = re.compile(rf"(?:{words('card_to')}) ?(?:的|용|用)? ?$")
# What is laminated with it, and no paper: "mica para enmicar".
MATERIAL = re.compile(words("material"))
# Paper of which cards are cut, by its weight or its size.
STOCK = re.compile(words("card_stock"))
ITS_NAME = re.compile(r"(?:(?:se acabo|no hay|falta) )?(?:la )?micas?")
GIVEN = re.compile(
    r"\b(?:le|les|me|nos|se) (?:la )?(?:neg|dier|dio|quit|venc|renov|lleg|aprob|tramit|entreg)\w* (?:la |su )?$|"
    r"\b(?:mostr|ensen|traj|presente|copi|present)\w* (?:la |su |una )?$"
)
LAMINATES = re.compile(words("laminates"))
OF_ONE = re.compile(
    r" (?:de|del) (?:su|mi|la (?:sra|senora|mama|madre)|el (?:sr|senor|papa|padre)|l[ao]s? (?:mam|pap|padre|alumn|nin))"
)
OF_IMMIGRATION = re.compile(
    r"\b(?:immigra|inmigra|permanent resident|residen(?:ce|cia)|passport|pasaporte|papers|papeles|status|"
    r"visas?\b(?! ?(?:卡|카드|cards?\b|debit|credit|gift))|"
    r"estatus|di tru|ho chieu|giay to|imigra|uscis|i-?94|la migra|deport|"
    r"ice (?:agents?|took|has)|court|abogad|lawyer)|移民|护照|签证|身份|이민|여권|비자|체류|영주"
)
SHORT_NAME = re.compile(r"[a-z]{2,5}")
OWN = re.compile(r"(?:\b(?:su|sus|mi|mis|tu|nuestra|your|his|her|their|my)|'s|s') $")
WHOSE, BEFORE = 8, 16
A_CHILD = re.compile(
    r"(?:\w{2,4} )?(?:nin[oa]|hij[oa]|son|daughter|child|kid|students?|pupil|alumn[oa]|con|em|be|chau|anak|bata)s?|"
    r"孩子|儿子|女儿|学生|同学|小宝|아이|아들|딸|학생"
)
KIN, REASON, FEW = 32, 48, 8  # characters before the card, and behind it; cards that are looked at
MEANT = re.compile(
    r"employment auth|temporary prot|optional prac|immigration|social sec|alien|undocument|asylum|"
    r"permanent|deferred|lawful|legal|work"
)


def is_of_colors(reading: Reading, hit: Hit) -> bool:
    """Whether the green card is one of several colors, or its use is told in brackets; of no immigration a word."""
    if GREEN.match(reading.text, hit.start, hit.end) is None:
        return False
    told = _lets_one_go(reading, hit) or _is_explained(reading, hit)
    told = told or any(_is_for_conduct(reading, it) for it in reading.of(hit.tag)[:FEW])
    if not told and not _is_beside_another_color(reading, hit):
        return False
    return not _is_of_immigration(reading, hit)


def _is_explained(reading: Reading, hit: Hit) -> bool:
    """Whether brackets behind it say for what it is; one that was filed, or somebody's mother's, is a paper."""
    told = EXPLAINED.match(reading.text, hit.end)
    if told is None:
        return False
    first, last = reading.sentence(hit.start, hit.end)
    kin = [it for it in reading.about(first, last) if it.tag == "kin"]
    return FILED.match(reading.text, told.end()) is None or not kin


def _is_beside_another_color(reading: Reading, hit: Hit) -> bool:
    first, last = reading.passage(hit.start, hit.end)
    said = reading.text[first:last]
    if not any(it in said for it in COLORS):  # to look for cards of any color takes thirty times as long
        return False
    return OTHER_COLOR.search(said) is not None


def _is_for_conduct(reading: Reading, hit: Hit) -> bool:
    """Whether it is said by what conduct in class somebody has it, or has lost it."""
    first, last = reading.sentence(hit.start, hit.end)
    first, last = max(first, hit.start - KIN), min(last, hit.end + REASON)
    if FOR_CONDUCT.search(reading.text, first, last) is None:
        return False
    kin = (reading.text[it.start : it.end] for it in reading.about(first, hit.start) if it.tag == "kin")
    return all(A_CHILD.fullmatch(it) for it in kin)


def _lets_one_go(reading: Reading, hit: Hit) -> bool:
    """Whether it is said where the card lets one go, and not whose it is."""
    if OWN.search(reading.text, max(0, hit.start - WHOSE), hit.start):
        return False
    if LETS_GO.match(reading.text, hit.end):
        return True
    return LETS_GO_BEFORE.search(reading.text, max(0, hit.start - BEFORE), hit.start) is not None


def is_a_material(reading: Reading, hit: Hit) -> bool:
    """Whether the plastic is spoken of with which cards are laminated; of no immigration a word, and nobody's own.

    Or paper of which cards are cut: "green card stock, 65 lb".
    """
    if STOCK.match(reading.text, hit.end) and GREEN.match(reading.text, hit.start, hit.end):
        return True
    if ITS_NAME.fullmatch(reading.text, hit.start, hit.end) is None or _is_of_immigration(reading, hit):
        return False
    if OWN.search(reading.text, max(0, hit.start - WHOSE), hit.start):
        return False
    low, high = max(0, hit.start - NEARBY), min(len(reading.text), hit.end + NEARBY)
    given = GIVEN.search(reading.text, max(0, hit.start - WIDE // 8), hit.start) or OF_ONE.match(reading.text, hit.end)
    if given is None and LAMINATES.search(reading.text, low, high):
        return True
    around = MATERIAL.finditer(reading.text, max(0, hit.start - BEFORE), hit.end + WIDE // 8)
    return any(it.start() < hit.end and hit.start < it.end() for it in around)


def _is_of_immigration(reading: Reading, hit: Hit) -> bool:
    """Whether the text, or so much of a long one about the place, has a word of immigration."""
    low, high = (0, len(reading.text)) if reading.is_short() else (hit.start - WIDE, hit.end + WIDE)
    return OF_IMMIGRATION.search(reading.text, max(0, low), high) is not None


def is_spelled_out(reading: Reading, hit: Hit) -> bool:
    """Whether a short text says of which words a short name is the first letters, none of immigration or work."""
    if not reading.is_short() or SHORT_NAME.fullmatch(reading.text, hit.start, hit.end) is None:
        return False
    name = reading.text[hit.start : hit.end]

    def is_another() -> bool:
        said = _spells(name).search(reading.text)
        return said is not None and MEANT.search(said[0]) is None

    return once(reading, (SHORT_NAME, name), is_another)


@lru_cache(maxsize=64)
def _spells(name: str) -> re.Pattern[str]:
    """As in "EAD = Early Arrival Duty", or in "Early Arrival Duty (EAD)"."""
    whole = r"[ -]".join(rf"{it}[a-z]{{2,16}}" for it in name)
    is_so = (
        r"[=:(–—-]|means|stands for|is(?: short for| the)?|quiere decir|significa|es|"
        r"(?:page|form|list|club)?\? (?:do )?(?:you )?mean(?: the)?|"
        r"(?:page|form|list|club),? (?:that is|meaning)(?: the)?"
    )
    return re.compile(
        rf"\b{name}(?:-?[0-9]{{1,2}}|s)?(?: (?:here|aqui))?[\"'”]? ?(?:{is_so}) ?\W?{whole}\b|\b{whole} ?\({name}\)"
    )
