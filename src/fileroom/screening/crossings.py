"""Towns at a border that streets and schools are called after and a bus or a class passes."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

CROSSES = re.compile(r"(?:cross|came|come|got|walked|cruz|entr|pas[oa]|lleg|vin)")
VEHICLE = re.compile(rf"\b(?:{words('vehicle')})(?: #?[0-9]{{1,3}})?(?P<apart>,)? $")
# It passes, and nobody in it does: "on the train", "his truck"; "with the baby inside".
OF_RIDERS = re.compile(
    r"\b(?:del|(?:on|in|by|(?:top|out|back) of|off|from|inside|aboard|under|with|rode|took|caught|boarded|"
    r"en|con|de|sobre|tomo|agarro)"
    r"(?: (?:an?|the|his|her|their|my|our|el|la|un|una|su|mi))?|his|her|their|my|su|sus|mi)(?: \w+)? $"
)
RIDERS = re.compile(r"\b(?:with|con|carrying|inside|on top|aboard|adentro|llevando)\b")
NO_PERSON = re.compile(words("no_person"))
RIDES_IN = re.compile(
    r"[^.;:\n]{0,24}? (?:in|on|aboard|en|sobre) (?:(?:an?|the|his|her|their|un|una|el|la|su) )?(?:[a-z]{3,10} )?"
    rf"(?:{words('vehicle')})\b"
)
AN_ADDRESS = re.compile(rf" ?(?:{words('an_address')})")
# A border's town has these as well, so that nothing may follow but an end, or what stands beside them.
A_GROUND = re.compile(rf" ?(?:{words('grounds')})(?= ?(?:[.,;:!?)\n]|$)| (?:near|by|before|after|beside)\b)")
# It names no town and no street, but the border itself, or how somebody came.
PLAINLY = re.compile(
    r"border|fronte|paper|papel|\bhere|\baqui|country|\bpais|il?legal|undoc|mojad|desert|desiert|alone|\bsol[ao]\b|"
    r"night|noche|coyote|visa|bridge|puente|river|\brio\b"
)
SECRETLY = re.compile(
    r"paper|papel|il?legal|undoc|coyote|smuggl|visas?\b|asyl|asilo|hidden|hiding|escond|det[ae]in|deten|"
    r"\bstayed|se quedaron|never went back|turned themselves in|patrol"
)
A_CLASS = re.compile(
    r"(?:^|[^\w ] ?|(?<!of )(?<!on )(?<!in )(?<!from )(?<!for )(?<!with )\b(?:the|our) |\b(?:trip|today|excursion) )"
    r"(?:the |our |los |las |el |la |nuestr[oa]s? )?(?:students|class|team|band|choir|runners|players|alumnos|alumnas|"
    r"estudiantes|equipo|grupo) $"
)
ON_A_TRIP, A_YEAR = re.compile(words("on_a_trip")), re.compile(r"\b(?:19|20)[0-9]{2}\b")
BEFORE = 32  # characters before what is told in which a bus may be named
BEHIND = 8  # characters behind it in which it is plainly said


def is_on_the_way(reading: Reading, hit: Hit) -> bool:
    """Whether a bus or a class passes a town that is called as a border's, or it is a street or a school."""
    if CROSSES.match(reading.text, hit.start, hit.end) is None:
        return False
    first, last = reading.sentence(hit.start, hit.end)
    if SECRETLY.search(reading.text, first, last):
        return False
    if PLAINLY.search(reading.text, hit.start, hit.end + BEHIND):
        return False
    if AN_ADDRESS.match(reading.text, hit.end) or A_GROUND.match(reading.text, hit.end):
        return True
    return _is_a_vehicle_s(reading, hit) or _is_of_a_class(reading, hit)


def _is_a_vehicle_s(reading: Reading, hit: Hit) -> bool:
    """Whether a bus passes the town by itself: nobody rides in it, of whom that is told."""
    vehicle = VEHICLE.search(reading.text, max(0, hit.start - BEFORE), hit.start)
    if vehicle is None or vehicle["apart"] or has_riders(reading, hit):
        return False
    return "kin" not in reading.roles(*reading.sentence(hit.start, hit.end))


def has_riders(reading: Reading, hit: Hit) -> bool:
    """Whether somebody comes over a border in a truck or a train that is told to cross it."""
    if CROSSES.match(reading.text, hit.start, hit.end) is None:
        return False
    first, last = reading.sentence(hit.start, hit.end)
    if RIDES_IN.match(reading.text, hit.end) and NO_PERSON.search(reading.text, first, hit.start) is None:
        return True
    low = max(0, hit.start - BEFORE)
    vehicle = VEHICLE.search(reading.text, low, hit.start)
    if vehicle is None:
        return False
    if SECRETLY.search(reading.text, first, last) or RIDERS.search(reading.text, hit.end, last):
        return True
    return OF_RIDERS.search(reading.text, low, vehicle.start()) is not None


def _is_of_a_class(reading: Reading, hit: Hit) -> bool:
    """Whether it is a class or a team, the whole of it, that passes the town on a trip, in no year."""
    first, last = reading.sentence(hit.start, hit.end)
    if A_YEAR.search(reading.text, first, last) or ON_A_TRIP.search(reading.text, first, last) is None:
        return False
    if "says" in reading.roles(first, last):
        return False
    return A_CLASS.search(reading.text, max(first, hit.start - BEFORE), hit.start) is not None
