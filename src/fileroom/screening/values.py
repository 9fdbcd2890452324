"""Obvious values: numbers and words that are what they look like. The wider judgement is screening's later work."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice

from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.names import words

# Area 000, 666 and 9xx, group 00 and serial 0000 were never issued; 9xx is a taxpayer number, which also tells.
SSN_SHAPE = re.compile(r"(?<![0-9A-Za-z-])(?!000|666|9\d\d)\d{3}( ?[-./ ] ?)(?!00)\d{2}\1(?!0000)\d{4}(?![0-9A-Za-z-])")
SSN_LABEL = re.compile(
    r"(?:\b(?:ssn|s\.? ?s\.? ?n\.?)|soc(?:ial)?\.?\s*sec(?:urity)?\.?|seguro\s+social)\s*+(?:number|num|no|nbr|#)?"
    r"[^0-9]{0,24}?(\d{3}[-./\s]{0,3}\d{2}[-./\s]{0,3}\d{4})(?!\d)",
    re.I,
)
SSN_LAST4_LABEL = re.compile(
    r"(?:\blast (?:4|four)(?: digits)?(?: of)?(?: the| my)?(?: ssn| social)[^\d\n]{0,24}"
    r"|\bssn ?#? ?last (?:4|four)[^\d\n]{0,12}"
    r"|(?:x{3}|\*{3})-(?:x{2}|\*{2})-)(\d{4})\b",
    re.I,
)
A_NUMBER = re.compile(r"\b(?:A|alien (?:no|number|#)\.?:?)[ #-]?(\d{3}[- ]?\d{3}[- ]?\d{2,3})(?!\d)", re.I)
STATUS = re.compile(
    r"\b(?:undocumented|unauthorized immigrant|illegal (?:alien|immigrant)|asylum seeker|asylee|parolee status|"
    r"green card (?:holder|no|number)|permanent resident card|not a (?:u\.?s\.? )?citizen|"
    r"(?:immigration|citizenship) status\s*(?:is|:)\s*\w+|indocumentad[oa]|sin papeles)\b",
    re.I,
)
DOCUMENT = re.compile(
    r"\b(?:form )?I-(?:94|20|551|766|797|862|200|205)\b(?! (?:north|south|east|west|freeway|highway))"
)
# Nine digits and no mark between them. The word before them may say that they are another number: a local student
# number, an invoice, a telephone, zip+4. "Student" alone says nothing of the kind, but whose number it is.
OTHER_NUMBER = (
    r"\b(?:(?:(?:local|pupil|student)(?:'s)?|perm(?:anent)?|state) ?(?:id\b|no\b|num|nbr|#)|ssid|invoice|factura"
    r"|tel\b|telephone|phone|cell|mobile|fax|tel[eé]fono|celular|zip|postal code|n[uú]mero de (?:alumno|estudiante))"
)
SSN_BARE = re.compile(
    rf"(?P<other>{OTHER_NUMBER}[a-z]{{0,4}}\.? ?(?:code|id|no|number|num|nbr)?\.?(?: is)?[\s:#=]{{0,4}})?"
    r"(?<![\w-])(?<!\d[.,])(?!000|666|9\d\d)\d{3}(?!00)\d{2}(?!0000)\d{4}(?![\w@-])(?![.,]\d)",
    re.I,
)

Look = tuple[Category, re.Pattern[str], str]
LOOKS: tuple[Look, ...] = (
    (Category.SSN, SSN_LABEL, "nine digits after a label for a Social Security number"),
    (Category.SSN, SSN_SHAPE, "a valid area, group and serial, written as Social Security numbers are"),
    (Category.SSN_LAST4, SSN_LAST4_LABEL, "the last four digits of a Social Security number"),
    (Category.A_NUMBER, A_NUMBER, "written as alien registration numbers are"),
    (Category.IMMIGRATION_STATUS, STATUS, "words that state an immigration or citizenship status"),
    (Category.IMMIGRATION_DOCUMENT, DOCUMENT, "the name of an immigration document"),
)
# In what a person wrote. A system's identifiers are nine digits often enough: who knows their columns judges them.
LOOKS_AT_WRITING: tuple[Look, ...] = (
    *LOOKS,
    (
        Category.SSN,
        SSN_BARE,
        "nine digits that could be a Social Security number, and no word before them that says"
        " which other number they are",
    ),
)

# A look that finds so much has found enough to refuse the text; a hostile one must not fill the memory.
MOST_OF_A_LOOK = 1000

DASHES = frozenset("\u2010\u2011\u2012\u2013\u2014\u2212\ufe58\ufe63\uff0d")


def plain(text: str) -> str:
    """The text as it is read aloud, letter for letter: full-width forms, dashes and odd spaces made ordinary.

    Its length stays, so that offsets do.
    """
    return text if text.isascii() else text.translate({ord(letter): _plain_letter(letter) for letter in set(text)})


def _plain_letter(letter: str) -> str:
    if letter in DASHES:
        return "-"
    if unicodedata.category(letter) in ("Zs", "Cf"):
        return " "
    same = unicodedata.normalize("NFKC", letter)
    return same if len(same) == 1 else letter


def looks_at(field: str) -> tuple[Look, ...]:
    """What to look for in a field of this name: a telephone or a postal code may have nine digits."""
    return LOOKS if re.search(OTHER_NUMBER, words(field)) else LOOKS_AT_WRITING


def findings_in(text: str, looks: Sequence[Look] = LOOKS) -> list[Finding]:
    """Findings in a text, in order, one per place: the first look that names a place has it."""
    text = plain(text)
    found: list[Finding] = []
    for category, pattern, why in looks:
        matches = (match for match in pattern.finditer(text) if match.lastgroup != "other")
        spans = [match.span() for match in islice(matches, MOST_OF_A_LOOK)]
        new = [Finding(category, Mode.VALUE, why, *span) for span in spans if _is_free(span, found)]
        found = sorted(found + new, key=_start)
    return found


def _is_free(span: tuple[int, int], found: Sequence[Finding]) -> bool:
    """Whether no finding has any of the place. They lie in order, apart: the last to begin before its end tells."""
    start, end = span
    before = bisect_left(found, end, key=_start)
    return before == 0 or found[before - 1].end <= start


def _start(finding: Finding) -> int:
    return finding.start
