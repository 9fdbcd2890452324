"""Machine-readable strips of passports, visas and cards (ICAO 9303), with their check digits."""

from __future__ import annotations

import re
from bisect import bisect_left

# Two rows of a passport or visa (TD3, MRV), or three of a card (TD1). Scanners drop characters at the ends.
# What reads them out may put a blank between two given names.
NAMES = r"(?:[a-z0-9<|]{18,42}|[a-z<|]{1,30}<<[a-z<|]{1,30} [a-z<|]{3,38})"
TWO_ROWS = re.compile(rf"[pv][a-z<][a-z<1|]{{3}}{NAMES}\s{{1,3}}([a-z0-9<|]{{9}}[a-z0-9<|]{{18,36}})")
THREE_ROWS = re.compile(
    r"[ica1][a-z0-9<][a-z<]{3}[a-z0-9<]{18,27}\s{1,3}([a-z0-9<]{22,32})\s{1,3}[a-z][a-z<]{1,29}<<[a-z<]+"
)
# The first row alone, as a crop has it. Of Utopia are the specimens, and a lesson's says what is to be put there.
ONE_ROW = re.compile(
    r"(?<![a-z0-9<])[pv][<opsdcrenml](?!uto|xxx)(?:[a-z]{3}|d<<)"
    r"(?P<names>[a-z]{1,24}(?:<[a-z]{1,24}){0,4}<<[a-z][a-z<]{1,35})(?![a-z0-9<])"
)
FILLED, ROW = "<<<<<<", 40  # signs at the end of a row that is not full; of one that is, about so many in all
OF_A_LESSON = re.compile(
    r"(?:^|<)(?:(?:sur|last|first|given|your)names?|specimen|sample|apellidos?|nombres?|muestra|mustermann|traveler|doe)"
    r"(?:<|$)"
)
WEIGHTS = (7, 3, 1)
READ_AS = str.maketrans("oqilszb|", "00115281")


def check_digit(field: str) -> int:
    """The check digit of a field of a strip: small letters, digits and `<`."""
    worth = (0 if letter == "<" else int(letter, 36) for letter in field)
    return sum(value * WEIGHTS[place % 3] for place, value in enumerate(worth)) % 10


def _checks(row: str, start: int, end: int) -> bool:
    digit = row[end : end + 1].translate(READ_AS)
    return digit.isdecimal() and check_digit(row[start:end].replace("|", "1")) == int(digit)


def strips(text: str) -> list[tuple[int, int, bool]]:
    """Where strips stand in a folded text: start, end, and whether one of the check digits holds."""
    found = []
    for match in TWO_ROWS.finditer(text):
        row = match[1]
        if "<<" in match[0]:
            holds = _checks(row, 0, 9) or _checks(row, 13, 19) or _checks(row, 21, 27)
            found.append((match.start(), match.end(), holds))
    for match in THREE_ROWS.finditer(text):
        found.append((match.start(), match.end(), _checks(match[1], 0, 6) or _checks(match[1], 8, 14)))
    whole = sorted(found)
    for match in ONE_ROW.finditer(text):
        full = match[0].endswith(FILLED) or (match[0].endswith("<") and len(match[0]) >= ROW)
        before = bisect_left(whole, (match.end(),))
        is_free = before == 0 or whole[before - 1][1] <= match.start()
        if full and is_free and OF_A_LESSON.search(match["names"]) is None:
            found.append((*match.span(), False))
    return sorted(found)
