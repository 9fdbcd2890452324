"""Nine digits said in words behind a label: "her social is five three six, nine oh, forty-two seventy-one"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fileroom.screening import numbers
from fileroom.screening.engine import Hit
from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.labels import labels, other_label
from fileroom.screening.reading import Reading
from fileroom.screening.weakened import as_another_s

DIGITS = {
    "zero": "0", "oh": "0", "o": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9", "cero": "0", "uno": "1", "dos": "2", "tres": "3", "cuatro": "4",
    "cinco": "5", "seis": "6", "siete": "7", "ocho": "8", "nueve": "9",
    "khong": "0", "mot": "1", "hai": "2", "ba": "3", "bon": "4", "nam": "5", "sau": "6", "bay": "7", "tam": "8",
    "chin": "9", "isa": "1", "dalawa": "2", "tatlo": "3", "apat": "4", "lima": "5", "anim": "6", "pito": "7",
    "walo": "8", "siyam": "9",
}  # fmt: skip
TEENS = {
    "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
    "seventeen": "17", "eighteen": "18", "nineteen": "19", "diez": "10", "once": "11", "doce": "12", "trece": "13",
    "catorce": "14", "quince": "15", "dieciseis": "16", "diecisiete": "17", "dieciocho": "18", "diecinueve": "19",
    "veintiuno": "21", "veintidos": "22", "veintitres": "23", "veinticuatro": "24", "veinticinco": "25",
    "veintiseis": "26", "veintisiete": "27", "veintiocho": "28", "veintinueve": "29", "veinte": "20",
}  # fmt: skip
TENS = {
    "twenty": "2", "thirty": "3", "forty": "4", "fifty": "5", "sixty": "6", "seventy": "7", "eighty": "8",
    "ninety": "9", "treinta": "3", "cuarenta": "4", "cincuenta": "5", "sesenta": "6", "setenta": "7", "ochenta": "8",
    "noventa": "9",
}  # fmt: skip
# Letters that are digits in Chinese, and in Korean: written one after another.
LETTERS = {
    **dict(zip("零〇一二三四五六七八九幺两", "0012345678912", strict=True)),
    **dict(zip("공영일이삼사오육륙칠팔구", "001234566789", strict=True)),
}
TIMES = {"double": 2, "doble": 2, "triple": 3}
ONES = "|".join(DIGITS)
WORD = rf"(?:(?:{'|'.join(TIMES)}) )?(?:(?:{'|'.join(TENS)})(?:(?:[ -]| y )(?:{ONES}))?|{'|'.join(TEENS)}|{ONES}|[0-9])"
PARTED = rf"[\s,.–-]{{1,3}}(?:(?:and|y|then|luego|{numbers.DASH_SAID})[ ,]{{1,2}})?"
SAID = re.compile(rf"\b{WORD}(?:{PARTED}{WORD}){{3,8}}\b")
EACH = re.compile(
    rf"\b(?:({'|'.join(TIMES)}) )?(?:({'|'.join(TENS)})(?:(?:[ -]| y )({ONES}))?|({'|'.join(TEENS)})|({ONES}|[0-9]))\b"
)
IN_LETTERS = re.compile(rf"(?:[{''.join(LETTERS)}][ ,，、.-]{{0,2}}){{8}}[{''.join(LETTERS)}](?![{''.join(LETTERS)}])")
AHEAD, SPELLED = 40, 120  # characters in which the first word stands, and all of them
IS_ONE = re.compile(
    r"[ ,.;–-]{0,3}(?:(?:that|this|which|it|eso|ese|ese numero)(?: is| was|'s| es| era)|is|was|es|era|iyon ang|yun ang)"
    r"(?: (?:his|her|my|the|their|su|mi|el|la))? ?$"
)
# A clause that bids one call a number, right before it: "it is not known, call five five nine".
A_CALL = re.compile(
    r"(?:^|[,.;:] ?)(?:please |por favor |xin |paki-?)?"
    r"(?:call|dial|llam[ea]\w*|marque|goi|t(?:um)?awag\w*)\b[^.;]{0,12}$"
)
NINE, LEAST_WORDS = 9, 5
SURE, BEHIND_A_LABEL = 0.85, "said in words behind a label"


def spelled(reading: Reading) -> Iterator[Finding]:
    """Numbers in words that could have been issued, behind a label for them, or said before it to be one."""
    for label in labels(reading, "ssn.name", "ssn.loose", "ssn.said"):
        yield from _said_before(reading, label)
        for start, end, digits in _behind(reading, label):
            category = Category.ITIN if numbers.is_itin(digits) else Category.SSN
            if category is Category.ITIN or numbers.is_ssn(digits):
                one = Finding(category, Mode.VALUE, start, end, SURE, (BEHIND_A_LABEL,))
                if not other_label(reading, start, label.end):
                    yield one
                    break
                yield as_another_s(one)


def spelled_of_aliens(reading: Reading, label: Hit) -> Iterator[Finding]:
    """The alien registration number that is said in words behind a label for one: the first."""
    for start, end, digits in _behind(reading, label):
        called = A_CALL.search(reading.text[label.end : start])
        if not (called or numbers.is_painted(digits) or other_label(reading, start, label.end)):
            yield Finding(Category.A_NUMBER, Mode.VALUE, start, end, SURE, (BEHIND_A_LABEL,))
            return


def _behind(reading: Reading, label: Hit) -> Iterator[tuple[int, int, str]]:
    """Where nine digits are said behind a label, and the digits."""
    for start, end, digits in _said(reading.text, label.end):
        if digits and start - label.end <= AHEAD + SPELLED // 2:
            yield start, end, digits


def _said_before(reading: Reading, label: Hit) -> Iterator[Finding]:
    """The number of which it is said behind it that it is one: "five one eight …, that is his social"."""
    link = IS_ONE.search(reading.text, max(0, label.start - AHEAD), label.start)
    if link is None:
        return
    for match in SAID.finditer(reading.text, max(0, link.start() - SPELLED), link.start()):
        if match.end() == link.start() and numbers.is_ssn(_digits(match[0])):
            why = ("said in words, and then what it is",)
            yield Finding(Category.SSN, Mode.VALUE, match.start(), match.end(), 0.85, why)


def _said(text: str, start: int) -> Iterator[tuple[int, int, str]]:
    """Where numbers are said behind a place, and their digits."""
    end = min(len(text), start + AHEAD + SPELLED)
    for match in SAID.finditer(text, start, end):
        yield *match.span(), _digits(match[0])
    for match in IN_LETTERS.finditer(text, start, end):
        yield *match.span(), "".join(LETTERS.get(it, "") for it in match[0])


def _digits(said: str) -> str:
    """The digits that are said, "double eight" twice; none where they are not nine, or most are no words."""
    digits, in_words = "", 0
    for times, tens, ones, teens, one in EACH.findall(said):
        each = TENS[tens] + DIGITS.get(ones, "0") if tens else TEENS.get(teens) or DIGITS.get(one, one)
        digits += TIMES.get(times, 1) * each
        in_words += 0 if one.isdigit() else TIMES.get(times, 1) * len(each)
    return digits if len(digits) == NINE and in_words >= LEAST_WORDS else ""
