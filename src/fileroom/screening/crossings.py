"""Towns at a border that streets and schools are called after and a bus passes."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

CROSSES = re.compile(r"(?:cross|came|come|got|walked|cruz|entr|pas[oa]|lleg|vin)")
VEHICLE = re.compile(
    rf"(?<!\bin )(?<!\bin a )(?<!\bin the )(?<!\bby )(?<!\ben )\b(?:{words('vehicle')})(?: #?[0-9]{{1,3}})? $"
)
AN_ADDRESS = re.compile(rf" ?(?:{words('an_address')})")
AT_A_BORDER = re.compile(words("at_a_border"))
# It names no town and no street, but the border itself, or how somebody came.
PLAINLY = re.compile(
    r"border|fronte|paper|papel|\bhere|\baqui|country|\bpais|il?legal|undoc|mojad|desert|desiert|alone|\bsol[ao]\b|"
    r"night|noche|coyote|visa|bridge|puente|river|\brio\b"
)
BEFORE = 32  # characters before what is told in which a bus may be named
BEHIND = 8  # characters behind it in which it is plainly said


def is_on_the_way(reading: Reading, hit: Hit) -> bool:
    """Whether a bus passes a town that is called as a border's, or it is a street or a school that is."""
    if CROSSES.match(reading.text, hit.start, hit.end) is None:
        return False
    if PLAINLY.search(reading.text, hit.start, hit.end + BEHIND):
        return False
    if AN_ADDRESS.match(reading.text, hit.end):
        return True
    return VEHICLE.search(reading.text, max(0, hit.start - BEFORE), hit.start) is not None
