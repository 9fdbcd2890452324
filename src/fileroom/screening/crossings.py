"""Towns at a border that streets and schools are called after, a bridge that is none, and words of leave to stay that
are said of a sentence served, of a fine, or of news that a parent has none of."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

CROSSES = re.compile(r"(?:cross|came|come|got|walked|cruz|entr|pas[oa]|lleg|vin)")
VEHICLE = re.compile(rf"(?:{words('vehicle')})(?: #?[0-9]{{1,3}})? $")
AN_ADDRESS = re.compile(rf" ?(?:{words('an_address')})")
ON_A_TRIP = re.compile(words("on_a_trip"))
AT_A_BORDER = re.compile(words("at_a_border"))
BRIDGE = re.compile(r".*the bridge")
# It names no town and no street, but the border itself, or how somebody came.
PLAINLY = re.compile(
    r"border|fronte|paper|papel|\bhere|\baqui|country|\bpais|il?legal|undoc|mojad|desert|desiert|alone|\bsol[ao]\b|"
    r"night|noche|coyote|visa"
)
SEVERAL = re.compile(
    r"(?:(?:the|our|all|los|las|nuestros) )?(?:kids?|students?|children|class|alumnos|estudiantes|ninos)"
)
NEWS, GUARDIAN = (
    re.compile(r" (?:updates?|reports?)"),
    re.compile(r" ?(?:guardian|custodian|owner|as an? (?:emergency|contact))"),
)
STATUS, LAWFUL = re.compile(r".*\bstatus"), re.compile(r".*\b(?:legal|documented) ?")
PAROLE, OF_PRISON = re.compile(r".*\bparole"), re.compile(words("of_prison"))
AMNESTY, OF_FINES = re.compile(r".*\bamnesty"), re.compile(words("of_fines"))
BEFORE = 32  # characters before what is told in which a bus may be named
BEHIND = 8  # characters behind it in which it is plainly said


def is_on_the_way(reading: Reading, hit: Hit) -> bool:
    """Whether a bus, or a class on a trip, passes a town or a street that is called as a border is; or a bridge."""
    if CROSSES.match(reading.text, hit.start, hit.end) is None:
        return False
    if PLAINLY.search(reading.text, hit.start, hit.end + BEHIND):
        return False
    if AN_ADDRESS.match(reading.text, hit.end) or VEHICLE.search(reading.text, max(0, hit.start - BEFORE), hit.start):
        return True
    first, last = reading.sentence(hit.start, hit.end)
    if _tells_of_one(reading, first, last):
        return False
    if ON_A_TRIP.search(reading.text, first, last):
        return True
    if BRIDGE.fullmatch(reading.text, hit.start, hit.end) is None:
        return False
    return AT_A_BORDER.search(reading.text, *reading.passage(hit.start, hit.end)) is None


def _tells_of_one(reading: Reading, first: int, last: int) -> bool:
    """Whether somebody says it, or it is said of one person and not of a class."""
    about = reading.about(first, last)
    if any(it.tag in ("says", "own") for it in about):
        return True
    persons = (it for it in about if it.tag in ("particular", "kin"))
    return any(SEVERAL.fullmatch(reading.text, it.start, it.end) is None for it in persons)


def is_let_off(reading: Reading, hit: Hit) -> bool:
    """Whether it is a prisoner who is on parole, a fine of the library that is forgiven, or what has another name
    behind it: "neither parent has status updates", "is legal guardian"."""
    if STATUS.fullmatch(reading.text, hit.start, hit.end) and NEWS.match(reading.text, hit.end):
        return True
    if LAWFUL.fullmatch(reading.text, hit.start, hit.end) and GUARDIAN.match(reading.text, hit.end):
        return True
    first, last = reading.sentence(hit.start, hit.end)
    if AMNESTY.fullmatch(reading.text, hit.start, hit.end):
        return OF_FINES.search(reading.text, first, last) is not None
    if PAROLE.match(reading.text, hit.start, hit.end) is None or OF_PRISON.search(reading.text, first, last) is None:
        return False
    return AT_A_BORDER.search(reading.text, *reading.passage(hit.start, hit.end)) is None
