"""Towns at a border that streets and schools are called after, a bridge that is none, and words of leave to stay that
are said of a sentence served or of a fine."""

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
PAROLE, OF_PRISON = re.compile(r".*\bparole"), re.compile(words("of_prison"))
AMNESTY, OF_FINES = re.compile(r".*\bamnesty"), re.compile(words("of_fines"))
BEFORE = 32  # characters before what is told in which a bus may be named


def is_on_the_way(reading: Reading, hit: Hit) -> bool:
    """Whether a bus, or a class on a trip, passes a town or a street that is called as a border is; or a bridge."""
    if CROSSES.match(reading.text, hit.start, hit.end) is None:
        return False
    if AN_ADDRESS.match(reading.text, hit.end) or VEHICLE.search(reading.text, max(0, hit.start - BEFORE), hit.start):
        return True
    sentence = reading.sentence(hit.start, hit.end)
    if ON_A_TRIP.search(reading.text, *sentence):
        return True
    if BRIDGE.fullmatch(reading.text, hit.start, hit.end) is None:
        return False
    return AT_A_BORDER.search(reading.text, *reading.passage(hit.start, hit.end)) is None


def is_let_off(reading: Reading, hit: Hit) -> bool:
    """Whether it is a prisoner who is on parole, or a fine of the library that is forgiven."""
    first, last = reading.sentence(hit.start, hit.end)
    if AMNESTY.fullmatch(reading.text, hit.start, hit.end):
        return OF_FINES.search(reading.text, first, last) is not None
    if PAROLE.match(reading.text, hit.start, hit.end) is None or OF_PRISON.search(reading.text, first, last) is None:
        return False
    return AT_A_BORDER.search(reading.text, *reading.passage(hit.start, hit.end)) is None
