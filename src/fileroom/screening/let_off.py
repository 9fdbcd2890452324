"""Words of leave to stay that are said of a sentence served, or of a fine that is forgiven."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

PAROLE, OF_PRISON = re.compile(r".*\bparole"), re.compile(words("of_prison"))
# Of somebody else, or what came after, tells what follows; and of what he has not, "no felony".
CLAUSE_ENDS = re.compile(r"[,;:]|\b(?:and|but|who|while|y|pero|que|quien)\b")
NONE_OF = re.compile(r"\b(?:no|not|never|without|any|sin|ni|nunca) (?:\w+ )?$")
# Whoever is let into a country is so: "here on parole", "on Cuban parole".
LET_IN = re.compile(
    r"\b(?:here|let in|humanitarian|cuban|haitian|ukrainian|venezuelan|afghan|nicaraguan|central american)\b"
)
# Whoever was paroled in, or into, a country was let in; "in March" and "in 2019" one leaves a prison.
INTO_A_COUNTRY = re.compile(
    r"\bparoled in(?:to\b|\b(?! (?:[0-9]|(?:(?:early|late|mid|the|last)[ -])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|"
    r"oct|nov|dec|spring|summer|fall|winter|end))))"
)
FROM_ABROAD = re.compile(rf" (?:from|since [a-z0-9 ]{{3,12}} from) (?:{words('a_country')})")
AT_A_BORDER = re.compile(words("at_a_border"))
AMNESTY = re.compile(r".*\bamnesty")
OF_FINES = re.compile(
    r"(?:'s)? (?:on|for|of|from) (?:(?:the|all|his|her|their|our|my|old|late|overdue|lost|library|book) ){0,3}"
    rf"(?:{words('of_fines')})"
)
FINES = re.compile(rf"(?:{words('of_fines')}) (?:(?:have|has|had|were|was|are) )?$")
NEAR = 16  # characters before a word in which its own is said


def is_let_off(reading: Reading, hit: Hit) -> bool:
    """Whether it is a prisoner who is on parole, or a fine of the library that is forgiven."""
    if AMNESTY.fullmatch(reading.text, hit.start, hit.end):
        if OF_FINES.match(reading.text, hit.end):
            return True
        return FINES.search(reading.text, max(0, hit.start - NEAR), hit.start) is not None
    return PAROLE.match(reading.text, hit.start, hit.end) is not None and _is_of_prison(reading, hit)


def _is_of_prison(reading: Reading, hit: Hit) -> bool:
    """Whether the clause that tells of a parole tells of a prison, and nobody was let into a country by it."""
    first, last = reading.sentence(hit.start, hit.end)
    if LET_IN.search(reading.text, max(first, hit.start - NEAR), hit.end):
        return False
    if FROM_ABROAD.match(reading.text, hit.end) or INTO_A_COUNTRY.search(
        reading.text, hit.start, reading.line(hit.start, hit.end)[1]
    ):
        return False
    if AT_A_BORDER.search(reading.text, *reading.passage(hit.start, hit.end)):
        return False
    ends = CLAUSE_ENDS.search(reading.text, hit.end, last)
    clause = OF_PRISON.finditer(reading.text, hit.start, ends.start() if ends else last)
    return any(NONE_OF.search(reading.text, max(0, it.start() - NEAR), it.start()) is None for it in clause)
