"""What a text itself gives a paper's name to: a dog called Visa, a green card that sends to recess two lines above."""

from __future__ import annotations

import re
from functools import lru_cache

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

CALLED = re.compile(words("called_so"))
LONGEST = 16  # letters of a name that a pet or a boat can bear
NO_PERSON = words("no_person")

PASSPORTS = re.compile(r"passports?|pasaportes?|(?:so )?ho chieu|护照|여권")
STAMPS = re.compile(r"(?:entry|visa) stamps?|visa pages?|sellos? de entrada|入境章|签证页")
GAME_OF_THEM = re.compile(
    rf"passports? club \w|passports?[ _-](?:to|of) (?:{words('passport_theme')})|"
    r"(?:reading|summer|library|science|museum|park) passports?|"
    r"pasaportes? (?:de|a|ng) (?:la )?(?:lectura|lector|verano|ciencia|aventura|cultura|pagbasa|mambabasa)|"
    r"护照(?:游戏|活动|集章|闯关|之旅)|여권 ?(?:만들기|놀이|게임|체험|행사)|passport (?:game|challenge|activity)|"
    r"juego del? pasaporte|"
    r"ho chieu (?:doc|thu vien|khoa hoc|van hoa)|(?:阅读|图书馆|科学|博物馆|文化|闯关)护照|"
    r"(?:독서|과학|체험|문화|도서관) ?['\"]?여권"
)
# What pupils made themselves.
MADE = re.compile(
    rf"(?:{words('makes')})(?: (?:an?|our|their|my|his|her|own|little|paper|pretend|toy|un|unos|una|mga)){{0,3}} ?$"
)
OF_PAPER = re.compile(r"(?:pass|pasa|ho chieu|护照|護照|여권)(?!\w* (?:appoint|cop|photo|request|applic|cita))")
BEFORE = 32  # characters before a passport in which it is said that somebody made it
# A title is written with capital letters; whom or where a passport is brought to is none.
TITLED = re.compile(
    r"\bPassports? (?:[Tt]o|[Oo]f) (?:[Tt]he |[Aa]n? )?(?!M(?:r|s|rs|iss|x|a'am)\b|Dr\b|Coach|Principal|Teacher|"
    r"Student|Parent|Mother|Father|Guardian|Child|Room|Rm\b|School|Enroll|Regist|Office|Front|Main|District|Admission|Applicant|"
    r"Family|Welcome|U\.?S|I\b|Be\b|Show|Verify|Prove)[A-Z][a-z]+(?! (?:Elementary|Middle|High|School|Office|Desk))"
)
OF_TRAVEL = re.compile(
    r"\b(?:immigra|green ?card|i-?94|consul|lanh su|embass|embaj|photocop|copy of|photo page|foreign|citizen)"
)
# And what is brought so that somebody be enrolled is no booklet of a game.
FOR_ENTRY = re.compile(
    r"\b(?:bring|show|submit|present|upload|traiga|muestre)\b[^.;\n]{0,24}(?:passport|pasaporte)[^.;\n]{0,60}"
    r"\b(?:to|for|para) (?:enroll|register|inscribir|registrar)"
)
# A room is numbered as a form is: "the projector in I-20", "I-20 (the upstairs building)", "room I-94".
ROOM_S_NUMBER = re.compile(r"i[ -]?[0-9]{2,3}")
ROOM_BEFORE = re.compile(rf"(?:{words('a_room')}) ?#? ?$")
ROOM_BEHIND = re.compile(rf" ?(?:[(（] ?(?:[^\W\d_]+ ){{0,3}}?|,? (?:in|en|of) the (?:\w+ )?|号?)(?:{words('a_room')})")
FIXTURE_IN = re.compile(
    rf"(?:{words('fixture')}) ?"
    r"(?:[a-z]+ )?(?:in|at|outside|inside|of|en|del?|de la|trong|o|sa|ng|nasa) (?:(?:el|la|the) )?$"
)
FIXTURE_BEHIND = re.compile(rf" ?(?:教室)?(?:的|里的?|의|에 있는|에서)? ?(?:{words('fixture')})")
# And somebody's, or what was copied, is a paper, whatever else bears its name.
FILED = re.compile(rf"[^.;:\n]{{0,24}}?(?:{words('filed')})")
OF_A_FILE = re.compile(rf"(?:{words('filed')})")
OF_ITS_OWN = re.compile(
    r"(?:\b(?:his|her|their|my|your|su|mi|kanyang)|'s|(?:copy|scan|copia|kopya|ban sao)(?: of| de| ng)?) $"
)
FEW = 8


def _is_a_room(reading: Reading, hit: Hit) -> bool:
    """Whether a text gives a form's number to a room: by a thing that stands in it, or a word for a building."""
    same = reading.text[hit.start : hit.end].strip()
    if ROOM_S_NUMBER.fullmatch(same) is None or "kin" in reading.roles(*reading.sentence(hit.start, hit.end)):
        return False
    if FILED.match(reading.text, hit.end) or OF_ITS_OWN.search(reading.text, max(0, hit.start - BEFORE), hit.start):
        return False
    said = [it for it in reading.of(hit.tag)[:FEW] if ROOM_S_NUMBER.fullmatch(reading.text, it.start, it.end)]
    return any(_stands_there(reading.text, it) for it in said if reading.text.startswith(same, it.start))


def _is_a_land_s(reading: Reading, hit: Hit) -> bool:
    """Whether a consulate made it, or a copy of it lies in a file: then it is a passport that somebody travels with."""
    first, last = reading.line(hit.start, hit.end)
    low, high = max(first, hit.start - 2 * BEFORE), min(last, hit.end + 3 * BEFORE)
    return (
        OF_TRAVEL.search(reading.text, low, high) is not None or OF_A_FILE.search(reading.text, low, high) is not None
    )


def _stands_there(text: str, it: Hit) -> bool:
    before = max(0, it.start - 40)
    if any(room.search(text, before, it.start) for room in (ROOM_BEFORE, FIXTURE_IN)):
        return True
    return ROOM_BEHIND.match(text, it.end) is not None or FIXTURE_BEHIND.match(text, it.end) is not None


def is_a_namesake(reading: Reading, hit: Hit) -> bool:
    """Whether the text says that a beast, a room or a thing bears this name, or that pupils made it: then it means that
    wherever it stands."""
    if _is_a_room(reading, hit):
        return True
    written = reading.written(hit)[:1]
    if OF_PAPER.match(reading.text, hit.start) and MADE.search(reading.text, max(0, hit.start - BEFORE), hit.start):
        return not _is_a_land_s(reading, hit)
    if hit.end - hit.start > LONGEST or (written.islower() and not reading.is_short()):
        return False  # in a long text a name is written as one
    first, last = reading.passage(hit.start, hit.end)
    if CALLED.search(reading.text, first, last) is None and not reading.text.startswith(" (", hit.end):
        return False
    return _borne(reading.text[hit.start : hit.end].strip()).search(reading.text, first, last) is not None


@lru_cache(maxsize=64)
def _borne(name: str) -> re.Pattern[str]:
    """As in "a dog called Visa", "猫叫签证", "비자라는 강아지"."""
    name = re.escape(name)
    return re.compile(
        rf"(?:{NO_PERSON})[^.;:?!。\n]{{0,24}}?(?:{words('called_so')}) ?[\"'“«「]?{name}(?![a-z])|"
        rf"{name} ?\((?:the|our|my|a|el|la|mi|nuestr[oa]) (?:[a-z']+ ){{0,3}}?(?:{NO_PERSON})\b|"
        rf"{name}[\"'”»」]? ?(?:라는|라고 하는|이라는|的) ?[^.\n]{{0,8}}?(?:{NO_PERSON})"
    )


def is_of_a_game_here(reading: Reading, hit: Hit) -> bool:
    """Whether a short text calls so what is stamped in a game: "Passports to Reading"; and no paper beside it."""
    if not reading.is_short() or not any(it.fullmatch(reading.text, hit.start, hit.end) for it in (PASSPORTS, STAMPS)):
        return False
    if GAME_OF_THEM.search(reading.text) is None and TITLED.search(reading.folded.original) is None:
        return False
    if FOR_ENTRY.search(reading.text, max(0, hit.start - 2 * BEFORE), min(len(reading.text), hit.end + 4 * BEFORE)):
        return False
    return OF_TRAVEL.search(reading.text) is None
