"""A paper's name that asks for no paper: whether somebody has a green card or is a citizen is a status."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.labels import REACH, labels
from fileroom.screening.order import begins, begun
from fileroom.screening.reading import PAPER, Reading, TextKind

DESCRIBED = re.compile(r"\"(?:desc\w*|help|hint|title|label)\" ?: ?\"[^\"]*$")
FORMS = (TextKind.FORM_FIELD, TextKind.FORM_ANSWERS)
GOVERNED = 60  # characters before a status in which it may be said that it only says who is meant
FOR_WHOM = re.compile(r"(?:\b(?:if|unless|when|si|cuando|kung|kapag|neu|khi)\b|如果|若|如)[^.,;:?!。，]{0,24}$")
# "Whether you are a citizen, have a green card, or are undocumented".
WHETHER = re.compile(r"\b(?:whether|if|si|kung|xem)\b|是否|是不是|有没有|还是|인지|있는지")
HAS = re.compile(
    r"\b(?:have|has|hold|holds|with|got|on|tiene[ns]?|tengan?|con|co|may|meron(?:g)?)(?: an?| una?| el| la| ang)? ?$|"
    r"(?:有|持有|持|拿着?) ?$"
)
HAS_IT = re.compile(r" ?(?:카드)?(?:이|가|을|를)? ?(?:있|소지|인지)")
TO_SHOW = re.compile(
    r"\b(?:bring|show|cop(?:y|ies)|scan|photo|upload|attach|present|traiga\w*|muestr\w+|copia|foto|adjunt\w+|mang|"
    r"ban sao|kop?ya|dalhin|ipakita)\b|带|复印|出示|照片|사본|가져|보여"
)
OF_A_NUMBER = re.compile(r".*(?:号码?|号|번호|number|no\.?|num|numero|#)$|so .*", re.S)
BESIDE = 8  # characters between a label and the number that it names


def is_of_a_status(reading: Reading, hit: Hit) -> bool:
    """Whether a paper's name asks for a status and for no paper."""
    return _is_part_of_one(reading, hit) or _describes_one(reading, hit) or _is_among_statuses(reading, hit)


def is_in_a_paper(reading: Reading, hit: Hit) -> bool:
    """Whether what could be the name of a status is a part of a paper's: "入境记录I-94"."""
    return reading.in_paper(hit) or any(
        it.start <= hit.start and hit.end < it.end for it in begun(labels(reading, PAPER), hit.start - REACH, hit.end)
    )


def says_for_whom(reading: Reading, hit: Hit) -> bool:
    """Whether the status only says who is to bring the paper named before it: "your visa, if you are no citizen"."""
    first, _ = reading.sentence(hit.start, hit.end)
    if reading.is_form(hit.start) or FOR_WHOM.search(reading.text, max(first, hit.start - GOVERNED), hit.start) is None:
        return False
    if TO_SHOW.search(reading.text, first, hit.start) is None:
        return False
    return begins(reading.of(PAPER), max(first, hit.start - REACH), hit.start)


def names_a_number(reading: Reading, hit: Hit, values: list[Finding]) -> bool:
    """Whether the name is that of a number, and one that is found beside it: "工卡号码 617-29-8840"."""
    if OF_A_NUMBER.fullmatch(reading.text, hit.start, hit.end) is None:
        return False
    return any(
        it.mode is Mode.VALUE
        and it.category in (Category.SSN, Category.ITIN, Category.A_NUMBER)
        and 0 <= it.start - hit.end <= BESIDE
        for it in values
    )


def _is_part_of_one(reading: Reading, hit: Hit) -> bool:
    """Whether the paper's name is a part of a status's: "绿卡持有人"."""
    names = begun(reading.of("immigration_status.name"), hit.start - REACH, hit.start + 1)
    return any(hit.end <= it.end and it[1:] != hit[1:] for it in names)


def _describes_one(reading: Reading, hit: Hit) -> bool:
    """Whether a field for a status is described there: "visaStatus", and then what it is to hold."""
    first, _ = reading.line(hit.start, hit.end)
    if reading.kind not in FORMS or DESCRIBED.search(reading.text, first, hit.start) is None:
        return False
    return begins(reading.of("immigration_status.name"), first, hit.start)


def _is_among_statuses(reading: Reading, hit: Hit) -> bool:
    """Whether it is asked whether somebody has the paper or is this and that, and nobody is to bring it."""
    first, last = reading.sentence(hit.start, hit.end)
    asked = WHETHER.search(reading.text, first, hit.start) or "?" in reading.text[last - 1 : last + 1]
    if not asked or TO_SHOW.search(reading.text, first, last):
        return False
    if (
        HAS.search(reading.text, max(first, hit.start - 24), hit.start) is None
        and HAS_IT.match(reading.text, hit.end) is None
    ):
        return False
    asked_too = begun(reading.of("immigration_status.name"), first, last)
    return any(it.end <= hit.start or hit.end <= it.start for it in asked_too)
