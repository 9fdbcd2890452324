"""What only bears a paper's name: card stock of a color, a light of an alarm, a part that is ordered by its number."""

from __future__ import annotations

import re

from fileroom.screening.cards import is_a_material
from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.namesakes import FILED
from fileroom.screening.reading import Reading

GREEN = re.compile(rf"(?:(?:the|an?|our) )?(?:{words('green_card')})")
STOCK = re.compile(rf"[ -]?(?:{words('colored_stock')})")
CODE = re.compile(r"(?:(?:the|an?|our|la|el) )?(?:ead|i[\s_.\-]{0,3}[0-9]{2,3}[a-z]?)")
# "The EAD light", "la luz EAD"; "I-94-B relay".
DEVICE = re.compile(rf"(?:-[a-z0-9]{{1,4}})?[\"'”»」]? ?(?:{words('device')})")
DEVICE_BEFORE = re.compile(rf"(?:{words('device')}) ?(?:na |de )?[\"'“«「]?$")
PART = re.compile(rf"(?:{words('part_label')})[ .:#=]{{1,4}}[\"'“«]?$")
# "Yung green card nya na bus pass": it is a pass.
IS_A_PASS = re.compile(
    r"(?: (?:nya|niya|ko|mo|niyo|nila))?(?: na|,? (?:that is|which is|es|que es|i\.e\.))?"
    r"(?: (?:the|our|a|an|la|el|una|un))?"
    r" (?:(?:bus|transit|metro|meal|lunch|gym|swim|library|hall|ride) (?:pass|card|ticket)|"
    r"pase (?:de|del) (?:autobus|camion|metro))"
)
BEFORE = 28
SCAN = re.compile(r"(?:(?:the|an?) )?gc (?:scan|img|front|back)")
OF_A_GAME = re.compile(r" (?:line|row|court|door)\b")  # "gc back line"
OF_A_LABORATORY = re.compile(words("laboratory"))


def is_a_ware(reading: Reading, hit: Hit) -> bool:
    """Whether it is paper of a color, a part or a light of some device, or the plastic of laminated cards."""
    if GREEN.fullmatch(reading.text, hit.start, hit.end) and STOCK.match(reading.text, hit.end):
        return True
    if CODE.fullmatch(reading.text, hit.start, hit.end) and _is_of_a_device(reading, hit):
        return True
    if IS_A_PASS.match(reading.text, hit.end):
        return True
    return is_a_material(reading, hit) or _is_an_instrument_s(reading, hit)


def _is_an_instrument_s(reading: Reading, hit: Hit) -> bool:
    """Whether it is a scan by letters that stand for a chromatograph too, and its sentence says so."""
    if SCAN.fullmatch(reading.text, hit.start, hit.end) is None or reading.is_form(hit.start):
        return False
    first, last = reading.sentence(hit.start, hit.end)
    if "kin" in reading.roles(first, last):
        return False
    if OF_A_GAME.match(reading.text, hit.end):
        return True
    return OF_A_LABORATORY.search(reading.text, first, last) is not None


def _is_of_a_device(reading: Reading, hit: Hit) -> bool:
    """Whether what it names is a part or a light, by the word right beside it or by its own label."""
    if "kin" in reading.roles(*reading.sentence(hit.start, hit.end)):
        return False
    if FILED.match(reading.text, hit.end):  # "Order: I-797 copied and in his folder": a paper that somebody filed
        return False
    first = reading.line(hit.start, hit.end)[0]
    if DEVICE.match(reading.text, hit.end) or PART.search(reading.text, max(first, hit.start - BEFORE), hit.start):
        return True
    return DEVICE_BEFORE.search(reading.text, max(first, hit.start - BEFORE), hit.start) is not None
