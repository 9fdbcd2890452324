"""Whose a paper is that has another meaning too: of a card that is somebody's own, and copied, no game is played."""

from __future__ import annotations

import re

from fileroom.screening.copies import A_COPY, ITSELF
from fileroom.screening.copies import COPIED as A_COPY_BEHIND
from fileroom.screening.engine import Hit
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
POSSESSED = re.compile(
    r"(?:'s|s'|\b(?:my|his|her|their|mi|su|mis|sus|nuestr[oa]s?|kanyang|aking)) (?:[a-z0-9-]+ ){0,2}$"
    r"|(?:父亲|母亲|爸爸?|妈妈?|父母|爷爷|奶奶|外婆|外公|姑姑|阿姨|叔叔|舅舅|继父|继母|家长|监护人|学生|孩子|同学|"
    r"他|她|我|本人)(?:本人)?的?$"
    r"|(?:어머니|아버지|어머님|아버님|엄마|아빠|부모|부친|모친|할머니|할아버지|이모|삼촌|(?<!유)학생|보호자|본인|남편|"
    r"아내|저희|제|그의)님?의? ?$"
)
POSSESSED_BY = re.compile(
    r"(?: (?:number|card|copy|copies))? (?:of|belonging to) (?:[a-z']+ ){0,2}"
    r"(?:mom|mother|dad|father|parent|uncle|aunt|guardian|sponsor)"
    r"| (?:in the name of|made out to|a nombre de|dung ten|sa pangalan ni) [a-z]"
    r"| (?:de|del) (?:su |la |el |mi |los )?(?:mama|papa|mami|papi|padres?|madre|mamas|papas|ti[oa]|abuel[oa]|"
    r"senora?|espos[oa]|nin[oa]|alumn[oa]|herman[oa])"
    r"| (?:cua|ma) (?:me|ba|bo|cha|em|chau|ong|co|chu|bac|anh|chi|toi|con|phu huynh|gia dinh|vo|chong)\b"
    r"| (?:ni|nina|niya|nya|nila|ko|namin|ninyo)(?:ng)?\b"
    r"| ng (?:nanay|tatay|ina|ama|mama|papa|asawa|magulang|lola|lolo|tita|tito|bata|kuya|ate)\b"
)
CLAUSE_BEGINS, CLAUSE_ENDS = re.compile(r"[^.;:!?。\n]{0,60}$"), re.compile(r"[^.;:!?。\n]{0,40}")
NEAR = 16


def is_of_one(reading: Reading, hit: Hit) -> bool:
    """Whether it is said right before the paper whose it is."""
    low = max(0, hit.start - NEAR)
    return any(it.search(reading.text, low, hit.start) for it in (OF_KIN, OF_ONE))


def is_a_copy_of_kin(reading: Reading, hit: Hit) -> bool:
    """Whether a copy is named, and right beside it whose it is: of a card to play with nobody keeps a mother's copy."""
    behind = A_COPY_BEHIND.match(reading.text, hit.end)
    low = max(0, hit.start - 2 * NEAR)
    if behind is None and not (
        A_COPY.search(reading.text, low, hit.start) or ITSELF.search(reading.text, hit.start, hit.end)
    ):
        return False
    if POSSESSED_BY.match(reading.text, behind.end() if behind else hit.end):
        return True
    return "kin" in reading.roles(low, hit.start) and POSSESSED.search(reading.text, low, hit.start) is not None


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
