"""Whose a paper is that has another meaning too: of a card that is somebody's own, and copied, no game is played."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.outside import A_PERSON_S, NO_FIRM, OF_WHOM
from fileroom.screening.reading import Reading

VISA, BEFALLS = re.compile(r"签证|簽證"), 16  # characters behind it in which is told what became of it
OF_KIN = re.compile(
    r"(?:mom|dad|mother|father|parent|guardian|husband|wife|uncle|aunt|grandm\w{1,6}|grandp\w{1,4})'?s'? $"
)
OF_ONE = re.compile(
    r"(?:\b(?:your|his|her|their|my|su|sus|mi|mis|tu|tus|kanyang|inyong|aking)|'s|s'|(?:父亲|母亲|爸爸?|妈妈?|家长|他|她|我|您)的?|"
    r"(?:어머니|아버지|보호자|본인|제)의?) ?$"
)
COPIED = re.compile(
    r"\b(?:copied|copies|cop(?:y|ying) of|scann?ed|photocop\w+|fotocop\w+|copi(?:e|o|amos|aron|as? de)|escane\w*|"
    r"da (?:sao|chup|photo)|ban sao|kinopya|na-?xerox|na-?scan)\b|复印|扫描|복사|스캔"
)
CLAUSE_BEGINS, CLAUSE_ENDS = re.compile(r"[^.;:!?。\n]{0,60}$"), re.compile(r"[^.;:!?。\n]{0,40}")
NEAR = 16
# A tax number that a club, a shop, a church has: "the PTA's own tax number".
BODY_BEFORE = re.compile(
    rf"(?:(?:{words('a_body')})(?:'s|s'|’s|的|의) ?|\b(?:pta|ptsa|pto|club|foundation|non-?profit|vendor|business|"
    r"company|organi[sz]ation) |家长会|协会|基金会|公司|学校)(?:(?:own|federal|new|right) )*$"
)
BODY_BEHIND = re.compile(
    r"(?: fiscal| number| id| no\.?)? (?:of|del?|de la|cua|ng|ni) "
    rf"(?:(?:the|our|an?|la|el|los|nuestr[oa]|mga|ating|aming) )?(?:{words('a_body')})"
    rf"{OF_WHOM}"
)
TAX_ID = re.compile(r"tax|taxpayer|fiscal|税号|세금|thue|buwis")


def is_of_a_body(reading: Reading, hit: Hit) -> bool:
    """Whether a tax number is said to be that of a club, a firm, a church: no person's."""
    if TAX_ID.search(reading.text, hit.start, hit.end) is None or A_PERSON_S.search(reading.text, hit.start, hit.end):
        return False
    if NO_FIRM.match(reading.text, hit.end):
        return False
    return (
        BODY_BEFORE.search(reading.text, max(0, hit.start - 40), hit.start) is not None
        or BODY_BEHIND.match(reading.text, hit.end) is not None
    )


def is_of_one(reading: Reading, hit: Hit) -> bool:
    """Whether it is said right before the paper whose it is."""
    low = max(0, hit.start - NEAR)
    return any(it.search(reading.text, low, hit.start) for it in (OF_KIN, OF_ONE))


def is_copied_of_one(reading: Reading, hit: Hit) -> bool:
    """Whether its own clause says that somebody's paper is copied."""
    if not is_of_one(reading, hit) and "kin" not in reading.roles(max(0, hit.start - NEAR), hit.start):
        return False
    before, behind = (
        CLAUSE_BEGINS.search(reading.text, max(0, hit.start - 60), hit.start),
        CLAUSE_ENDS.match(reading.text, hit.end),
    )
    first, last = before.start() if before else hit.start, behind.end() if behind else hit.end
    return COPIED.search(reading.text, first, last) is not None


def has_run_out(reading: Reading, hit: Hit) -> bool:
    """Whether a visa has run out, or was denied: of none in a game it is told."""
    return VISA.match(reading.text, hit.start) is not None and befalls(reading, hit)


def befalls(reading: Reading, hit: Hit) -> bool:
    """Whether it is told right behind a paper what became of it: it expired, it was denied."""
    return any(it.tag == "befalls" for it in reading.about(hit.end, min(len(reading.text), hit.end + BEFALLS)))
