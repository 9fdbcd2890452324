"""Copies of papers that lie somewhere: a file's name, a folder's pocket, what is to be taken out of it again."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading, TextKind

A_FILE = re.compile(r"[\w+()-]{0,40}\.(?:pdf|jpe?g|png|heic|tiff?|docx?|zip)\b")
# Nobody's: the form to fill in, an example of one.
OF_NOBODY = re.compile(r"sample|example|template|blank|instruction|flyer|form_|guide|ejemplo|plantilla|范本|mau|양식")
NAMED = 40  # characters of a file's name before the paper
COPY = re.compile(rf"(?:{words('copy')})[^.;\n]{{0,40}}$")
LIES_IN = re.compile(rf"[^.;\n]{{0,48}}?(?:{words('lies_in')})")
TAKEN_OUT = re.compile(rf"(?:{words('takes_out')})[^.;\n]{{0,24}}?(?:{words('copy')})[^;\n]{{0,48}}$")
# "In Ana's folder: the birth record, a copy of": what the folder holds is told behind it.
FOLDER = re.compile(
    rf"\s*(?:(?:in|inside|en|dentro del?|trong|nasa|sa)\b[^.;:\n]{{0,36}}?|[^.;:\na-z]{{0,16}}?)(?:{words('folder')})"
)
NOUNS = re.compile(r"(?:record|report)\b|khai sinh\b|kopya\b")
NEAR = 90


def is_held(reading: Reading, hit: Hit) -> bool:
    """Whether a copy of somebody's paper is there: filed under its name, put in a folder, or to be taken out of it."""
    if reading.is_form(hit.start) and reading.kind is not TextKind.FORM_ANSWERS:
        return False
    return (
        _is_a_file(reading, hit)
        or _is_in_a_folder(reading, hit)
        or _is_taken_out(reading, hit)
        or _is_told_of_a_folder(reading, hit)
    )


def _is_a_file(reading: Reading, hit: Hit) -> bool:
    name = A_FILE.match(reading.text, hit.end)
    if name is None:
        return False
    start = max(reading.text.rfind(" ", 0, hit.start), reading.text.rfind("\n", 0, hit.start), hit.start - NAMED)
    return OF_NOBODY.search(reading.text, start + 1, name.end()) is None


def _is_in_a_folder(reading: Reading, hit: Hit) -> bool:
    first, last = reading.sentence(hit.start, hit.end)
    if (
        COPY.search(reading.text, max(first, hit.start - NEAR), hit.start) is None
        or "?" in reading.text[first : last + 1]
    ):
        return False
    if {"request", "negation"} & reading.roles(first, hit.end):
        return False
    return LIES_IN.match(reading.text, hit.end) is not None


def _is_taken_out(reading: Reading, hit: Hit) -> bool:
    first, _ = reading.sentence(hit.start, hit.end)
    taken = TAKEN_OUT.search(reading.text, max(first - 4, 0, hit.start - NEAR), hit.start)
    if taken is None:
        return False
    start, end = reading.folded.span(taken.start(), hit.end)
    whose = reading.folded.original[start:end]
    return "particular" in reading.roles(taken.start(), hit.end) or any(map(str.isupper, whose[len("take out the") :]))


def _is_told_of_a_folder(reading: Reading, hit: Hit) -> bool:
    """Whether a sentence that begins with somebody's folder names a copy of a paper that is somebody's."""
    first, last = reading.sentence(hit.start, hit.end)
    if FOLDER.match(reading.text, first, hit.start) is None or "?" in reading.text[first : last + 1]:
        return False
    copied = COPY.search(reading.text, max(first, hit.start - NEAR // 2), hit.end)
    about = reading.about(first, last)
    asks = any(it.tag == "request" and not is_noun(reading, it) for it in about)
    if copied is None or asks or "negation" in reading.roles(first, last):
        return False
    return bool({"particular", "kin"} & reading.roles(copied.start(), last))


def is_noun(reading: Reading, asks: Hit) -> bool:
    """Whether a word that can ask names a paper here: "the shot record", "giấy khai sinh"."""
    return NOUNS.match(reading.text, asks.start) is not None
