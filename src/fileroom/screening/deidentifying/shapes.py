"""What tells of one person by its shape: numbers, addresses, dates. Each with what is left in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from fileroom.screening.deidentifying.people import Kind, Roster
from fileroom.screening.findings import Category, Mode
from fileroom.screening.folding import Folded
from fileroom.screening.texts import screen_text


class Span(NamedTuple):
    """A place in the folded text, what it is, and what is written there instead."""

    start: int
    end: int
    kind: Kind
    instead: str


NAMES_OF_MONTHS = (
    ("january", "jan", "enero"), ("february", "feb", "febrero"), ("march", "mar", "marzo"), ("april", "apr", "abril"),
    ("may", "mayo"), ("june", "jun", "junio"), ("july", "jul", "julio"), ("august", "aug", "agosto"),
    ("september", "sep", "sept", "septiembre", "setiembre"), ("october", "oct", "octubre"),
    ("november", "nov", "noviembre"), ("december", "dec", "diciembre"),
)  # fmt: skip
MONTHS = {name: at for at, names in enumerate(NAMES_OF_MONTHS, 1) for name in names}
MONTH = "|".join(sorted(MONTHS, key=lambda it: (-len(it), it)))
WAYS = (
    r"way|street|st|avenue|ave|av|road|rd|drive|dr|lane|ln|court|ct|circle|cir|boulevard|blvd|place|pl|terrace|ter|"
    r"trail|trl|parkway|pkwy|highway|hwy|loop|square|sq"
)
SHAPES = (
    (Kind.EMAIL, re.compile(r"[a-z0-9][a-z0-9._%+'-]*@[a-z0-9-]+(?:\.[a-z0-9-]+)+")),
    (Kind.LINK, re.compile(r"(?:https?://|www\.)[^\s<>\"')\]]+[^\s<>\"')\].,;:!?]")),
    (Kind.HANDLE, re.compile(r"(?<![\w@.])@[a-z0-9_][a-z0-9_.]{1,30}(?<!\.)")),
    (Kind.ADDRESS, re.compile(
        rf"(?<![\w/.])\d{{1,6}}[a-z]? (?:[nsew]\.? |north |south |east |west )?(?:[\w'.-]+ ){{1,4}}?(?:{WAYS})\b\.?"
        r"(?:,? (?:apt|unit|suite|ste|apartment|#) ?\.?#? ?\w{1,6})?(?:,? [a-z][a-z .]{2,25},? ca(?:lifornia)?\b)?"
        r"(?:,? \d{5}(?:-\d{4})?\b)?")),
    (Kind.ADDRESS, re.compile(r"\b(?:p\.? ?o\.? ?box|apartado(?: postal)?) \d{1,7}")),
    (Kind.ADDRESS, re.compile(r"(?<=\bca )\d{5}(?:-\d{4})?\b|(?<=california )\d{5}(?:-\d{4})?\b")),
    (Kind.NUMBER, re.compile(r"(?<![\w-])\d{3}([- .])\d{2}\1\d{4}(?![\w-])")),
    (Kind.TELEPHONE, re.compile(
        r"(?<![\w.])(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?!\d)(?: ?(?:x|ext\.?) ?\d{1,6})?")),
    (Kind.TELEPHONE, re.compile(r"(?<![\w.-])\d{3}-\d{4}(?![\w-])")),
    (Kind.NUMBER, re.compile(
        r"(?:(?<=\bid )|(?<=\bid: )|(?<=\bid#)|(?<=\bid #)|(?<=number )|(?<=number: )|(?<=\bperm )|(?<=\bno\. )"
        r"|(?<=ssid )|(?<=ssid: )|(?<=numero )|(?<=numero: ))[a-z]{0,3}\d[\d-]{3,}\d(?!\w)")),
    (Kind.NUMBER, re.compile(r"(?<![\w.,$-])\d{8,}(?![\w-]|[.,]\d)")),
)  # fmt: skip
FULL = re.compile(
    r"(?<![\w/.-])(?:(?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d)"
    r"|(?P<m2>\d{1,2})(?P<by>[/.-])(?P<d2>\d{1,2})(?P=by)(?P<y2>(?:19|20)?\d\d)"
    rf"|(?P<m3>{MONTH})\.? (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y3>(?:19|20)\d\d)"
    rf"|(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?(?: de| of)? (?P<m4>{MONTH})\.?,?(?: de| del| of)? (?P<y4>(?:19|20)\d\d))"
    r"(?![\w/-])"
)
PARTLY = re.compile(
    rf"(?<![\w/.-])(?:(?:{MONTH})\.? \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?(?: de| of) (?:{MONTH})"
    r"|(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01]))(?![\w/-])"
)
OF_A_BIRTH = re.compile(r"(?:\bborn\b|birth|\bdob\b|\bd\.o\.b|\bbday\b|\bnaci|cumplean|\bnacid)")
NEAR_A_BIRTH = 40  # characters before a date in which a word says that it is somebody's birth
A_DATE = "[date]"
TOKEN, A_PART = re.compile(r"[a-z0-9]+(?:[-_./][a-z0-9]+)*"), re.compile(r"\d+|[a-z0-9]+")
SAYS_A_NUMBER = re.compile(
    r"(?:\b(?:id|ids|no|num|number|perm|ssid|student|pupil|alumn[oa]|estudiante|numero)\b|#)[ :#.=]*$"
)
LONG_ENOUGH, NEAR_A_NUMBER = 5, 20  # characters of a number that is taken for somebody's wherever it stands
TAKEN_OUT = frozenset(
    {Category.A_NUMBER, Category.IMMIGRATION_DOCUMENT, Category.ITIN, Category.SSN, Category.SSN_LAST4}
)


def shapes_in(folded: Folded, roster: Roster) -> Iterator[Span]:
    """Everything by its shape but dates: telephones, addresses, numbers of a student or for a tax."""
    for kind, pattern in SHAPES:
        for it in pattern.finditer(folded.text):
            yield Span(*it.span(), kind, f"[{kind.value}]")
    for start, end in _numbers_in(folded.text, roster):
        yield Span(start, end, Kind.NUMBER, f"[{Kind.NUMBER.value}]")
    for school in roster.schools.finditer(folded.text) if roster.schools else ():
        yield Span(*school.span(), Kind.SCHOOL, "")


def _numbers_in(text: str, roster: Roster) -> Iterator[tuple[int, int]]:
    """Numbers of the roster, the state's or the district's own, as they stand or as a part of something longer."""
    for token in TOKEN.finditer(text) if roster.numbers else ():
        start = token.start()
        if _is_a_number(token[0], text, start, roster):
            yield token.span()
            continue
        for part in A_PART.finditer(token[0]):
            if _is_a_number(part[0], text, start + part.start(), roster):
                yield start + part.start(), start + part.end()


def _is_a_number(token: str, text: str, at: int, roster: Roster) -> bool:
    """Is it somebody's? A short one is a number of anything, unless a word before it says that it is a person's."""
    if token not in roster.numbers:
        return False
    said = len(token) >= LONG_ENOUGH or SAYS_A_NUMBER.search(text, max(0, at - NEAR_A_NUMBER), at) is not None
    return said and any(map(str.isdigit, token))


def kept_out_of(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers stand that no file may hold: places in the text as it was written."""
    for it in screen_text(text, weighs=False):
        if it.mode is Mode.VALUE and it.category in TAKEN_OUT:
            yield it.start, it.end


def dates_in(folded: Folded, roster: Roster, *, somebody: bool) -> Iterator[Span]:
    """Dates. `somebody`: the text tells of a person, and each day in it is one of their lives; else births alone."""
    for it in FULL.finditer(folded.text):
        day, year = _day(it)
        if somebody or day in roster.births or _of_a_birth(folded.text, it.start()):
            yield Span(*it.span(), Kind.DATE, year or A_DATE)
    for it in PARTLY.finditer(folded.text):
        if somebody or _of_a_birth(folded.text, it.start()):
            yield Span(*it.span(), Kind.DATE, A_DATE)


def _of_a_birth(text: str, at: int) -> bool:
    return OF_A_BIRTH.search(text, max(0, at - NEAR_A_BIRTH), at) is not None


def _day(it: re.Match[str]) -> tuple[date | None, str]:
    """The day, where it is one, and its year, where that is written out."""
    said = next(at for at in "1234" if it[f"y{at}"])
    year, month, day = it[f"y{said}"], it[f"m{said}"], it[f"d{said}"]
    written = int(year) if len(year) == 4 else 2000 + int(year)
    try:
        return date(written, MONTHS.get(month) or int(month), int(day)), year if len(year) == 4 else ""
    except ValueError:
        return None, year if len(year) == 4 else ""


def day_of(text: str) -> date | None:
    """The day that this text is, and nothing else; None for anything else."""
    it = FULL.fullmatch(text.strip().lower())
    return _day(it)[0] if it else None
