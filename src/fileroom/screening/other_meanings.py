"""What else a paper's name can mean: a visa pays, I-94 is a road, a green card is shown in a game."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.order import begun
from fileroom.screening.reading import NEARBY, Reading

# By how the name begins; in the order of asking.
OTHER_MEANINGS = (
    (re.compile(r"visa|비자"), "a_payment"),
    (re.compile(r"i[\s_.\-]{0,3}\d"), "a_road"),
    (re.compile(r"green|绿|綠|그린|the xanh|tarjeta v|mica|la mica"), "a_game"),
    (
        re.compile(r"permiso de trabajo|work permit|giay phep (?:lam viec|lao dong)|노동 ?허가|工作许可|工作許可|work"),
        "a_minors_work",
    ),
    (re.compile(r"pass|pasa|tu pasa|el pasa|ho chieu|护照|護照|여권|签证|簽證|travel|[a-z]{3,8} pass"), "a_play"),
)
PAID_WITH = re.compile(
    r"(?:card ?[=:] ?\"?|pag[o0ad]+ ?:? ?(?:con (?:la )?)?|tra bang |刷)v[il1]sa|"
    r"visa[ _]?(?:mc\b|checkout|debit|pay|accept|gift|credit|enabled|fee|card|auth|works|online|"
    r"statement|terminal|(?:or|and|y|o) (?:master|cash|check|efect)|last ?4)"
)
PLAYED_WITH = re.compile(
    r"passports?[ _-](?:photos\b|pictures?|size|to\b|club|day|night|program|office|booklet|activity|stamps|reading)"
)
OWNS = 8  # characters between a paper and whose it is
REACH_OF_A_CARD = 12  # characters after the word in which what makes a card to pay with of it may stand


def means_another(reading: Reading, hit: Hit) -> bool:
    """Whether the paper's name stands here for what else bears it: a card to pay with, a road, a card in a game."""
    text = reading.text
    paid = PAID_WITH.search(text, max(0, hit.start - REACH_OF_A_CARD), hit.end + REACH_OF_A_CARD)
    if paid or PLAYED_WITH.match(text, hit.start):
        return True
    role = next((role for begins, role in OTHER_MEANINGS if begins.match(text, hit.start)), "")
    reach = NEARBY if role in ("a_payment", "a_road") else NEARBY * 2 // 3
    about = reading.about(max(0, hit.start - reach), min(len(text), hit.end + reach))
    if role != "a_payment" and any(it.tag == "particular" and hit.end < it.start <= hit.end + OWNS for it in about):
        return False  # the green card of a mother
    named = begun(reading.of("immigration_document.name"), hit.start - reach, hit.end + reach)
    return any(it.tag == role and not any(it.start >= own.start and it.end <= own.end for own in named) for it in about)
