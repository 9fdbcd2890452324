"""Copies of papers that lie somewhere: a file's name, a folder's pocket, what is to be taken out of it again."""

from __future__ import annotations

import re

from fileroom.screening.copies import COPIED
from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading, TextKind
from fileroom.screening.refusals import is_denied

A_FILE = re.compile(r"[\w+()-]{0,40}\.(?:pdf|jpe?g|png|heic|tiff?|docx?|zip)\b")
# Nobody's: the form to fill in, an example of one.
OF_NOBODY = re.compile(r"sample|example|template|blank|instruction|flyer|form_|guide|ejemplo|plantilla|范本|mau|양식")
NAMED = 40  # characters of a file's name before the paper
COPY = re.compile(rf"(?:{words('copy')})[^.;\n]{{0,40}}$")
LIES_IN = re.compile(rf"[^.;\n]{{0,64}}?(?:; ?[^.,;\n]{{0,16}}?)?(?:{words('lies_in')})")
TAKEN_OUT = re.compile(rf"(?:{words('takes_out')})[^.;\n]{{0,24}}?(?:{words('copy')})[^;\n]{{0,48}}$")
# "In Ana's folder: the birth record, a copy of": what the folder holds is told behind it.
FOLDER = re.compile(
    rf"\s*(?:(?:in|inside|en|dentro del?|trong|nasa|sa)\b[^.;:\n]{{0,36}}?|[^.;:\na-z]{{0,16}}?)(?:{words('folder')})"
)
# "Put it all in the tray": what the sentence before says was left.
PUT_THERE = re.compile(rf"[.;。；!]? ?(?:{words('puts_there')})")
NO_PLACE = re.compile(words("no_place"))  # a bin, an envelope that goes home
# In Tagalog the word that asks for a copy names one as well.
THERE_IS = re.compile(r"(?:\b(?:may(?: isang)?|ang|at)|[–—:,-]) ?$")
# "Renata, gr 4 — folder holds": whoever is named before.
HOLDS = re.compile(
    rf"[^.;\n]{{0,60}}?(?:{words('folder')})(?: (?:from|for|of|de|del)\b[^.,;:\n]{{1,32}}?)?(?: (?:still |now |also )?"
    r"(?:holds?|has|had|held|contains?|includes?|tiene|"
    r"trae|contiene|guarda|co|gom|may|mayroon)\b|[里內内]有|에는? )"
)
NOUNS = re.compile(words("asks_nothing"))  # what can ask and, written so, names a paper or tells what was done
BIDDEN = re.compile(r"\b(?:que|favor|favor de|necesito|please|to) $")
GIVES = re.compile(r"(?:attaching|enclosing|forwarding)\b")  # whoever writes so sends it
DONE = re.compile(r"\b(?:nai|na|nag|naka)-?$")  # of a word taken from English, that it was done: "nai-upload"
NEAR, BESIDE = 90, 12


def is_held(reading: Reading, hit: Hit) -> bool:
    """Whether a copy of somebody's paper is there: filed under its name, put in a folder, or to be taken out of it."""
    if reading.is_form(hit.start) and reading.kind is not TextKind.FORM_ANSWERS:
        return False
    return (
        _is_a_file(reading, hit)
        or _is_in_a_folder(reading, hit)
        or _is_taken_out(reading, hit)
        or _is_told_of_a_folder(reading, hit)
        or _is_put_there(reading, hit)
    )


def _is_a_file(reading: Reading, hit: Hit) -> bool:
    name = A_FILE.match(reading.text, hit.end)
    if name is None:
        return False
    low = max(0, hit.start - NAMED)
    start = max(*(reading.text.rfind(it, low, hit.start) for it in " \n"), hit.start - NAMED)
    return OF_NOBODY.search(reading.text, start + 1, name.end()) is None


def _is_in_a_folder(reading: Reading, hit: Hit) -> bool:
    first, last = reading.sentence(hit.start, hit.end)
    if (
        COPY.search(reading.text, max(first, hit.start - NEAR), hit.start) is None
        or "?" in reading.text[first : last + 1]
    ):
        return False
    about = [it for it in reading.about(first, last) if it.start < hit.end]
    if any(it.tag == "negation" or (it.tag == "request" and not is_noun(reading, it)) for it in about):
        return False
    return LIES_IN.match(reading.text, hit.end) is not None and not is_denied(reading, hit)


def _is_taken_out(reading: Reading, hit: Hit) -> bool:
    first, _ = reading.sentence(hit.start, hit.end)
    taken = TAKEN_OUT.search(reading.text, max(first - 4, 0, hit.start - NEAR), hit.start)
    if taken is None:
        return False
    start, end = reading.folded.span(taken.start(), hit.end)
    whose = reading.folded.original[start:end]
    return "particular" in reading.roles(taken.start(), hit.end) or any(map(str.isupper, whose[len("take out the") :]))


def _is_told_of_a_folder(reading: Reading, hit: Hit) -> bool:
    """Whether a sentence that begins with somebody's folder, or what it holds, names a copy of somebody's paper."""
    first, last = reading.sentence(hit.start, hit.end)
    if (
        not any(it.match(reading.text, first, hit.start) for it in (FOLDER, HOLDS))
        or "?" in reading.text[first : last + 1]
    ):
        return False
    copied = COPY.search(reading.text, max(first, hit.start - NEAR // 2), hit.end)
    copied = copied or COPIED.match(reading.text, hit.end)
    about = reading.about(first, last)
    asks = any(it.tag == "request" and not is_noun(reading, it) for it in about)
    if copied is None or asks or "negation" in reading.roles(first, last):
        return False
    return bool({"particular", "kin"} & reading.roles(min(copied.start(), hit.start - BESIDE), last))


def is_noun(reading: Reading, asks: Hit) -> bool:
    """Whether a word that can ask names a paper here: "the shot record", "may kopya", "giấy khai sinh"."""
    if reading.text.startswith("kopya", asks.start):
        return THERE_IS.search(reading.text, max(0, asks.start - len("may isang ")), asks.start) is not None
    before = reading.text[max(0, asks.start - len("favor de ")) : asks.start]
    if DONE.search(before) or GIVES.match(reading.text, asks.start):
        return True
    return NOUNS.match(reading.text, asks.start) is not None and BIDDEN.search(before) is None


def _is_put_there(reading: Reading, hit: Hit) -> bool:
    """Whether somebody's paper was left or brought, and the next sentence begins with where all of it was put."""
    first, last = reading.sentence(hit.start, hit.end)
    put = PUT_THERE.match(reading.text, last)
    if put is None or "?" in reading.text[first : last + 1]:
        return False
    if NO_PLACE.search(reading.text, put.end(), reading.sentence(put.end() - 1, put.end())[1]):
        return False
    whose = reading.text.endswith("'s ", first, hit.start) or {"kin", "particular"} & reading.roles(first, last)
    return bool(whose) and "shown" in reading.roles(first, last) and not reading.says_no(hit)
