"""What stands about a finding, as marks that have a weight each (learned.py): at its place, and in a stretch of text.

A mark is a word, how one begins or ends, a role of one, a reason of the rule, or four bytes as they follow each other.
What is kept of it is where its digest points, so that no word can be read out of the weights.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

from fileroom.screening.engine import Hit
from fileroom.screening.findings import Category, Finding, Mode, is_sure
from fileroom.screening.paragraphs import paragraph
from fileroom.screening.reading import Reading, TextKind

SIZE = 1 << 18  # marks, by the digest of each: a power of two
# Bytes that stand together, in so many letters on either side of a finding and as many of what it is written as: of
# words that are misspelled or inflected, run together or torn, some stay.
TOGETHER, ABOUT, WRITTEN_AS = 4, 60, 40
# Characters of the sentence, and of those beside it; words of it on either side; letters; letters of a long word.
AROUND, BESIDE, WORDS_ABOUT, LETTERS, LONG = 120, 80, 12, 30, 6
STRETCH = 200  # characters on either side of a finding
BEGINS, ENDS = 5, 4  # letters with which a long word begins, and ends: it is inflected, and misspelled
NEAR, ROLES_ABOUT = 25, 200
MANY = 3  # other findings, of which no more are counted
Kinds = Counter[str]  # of findings: how often each
WORD = re.compile(r"\w+")
EAST_ASIAN = re.compile("[\u3040-\u9fff\uac00-\ud7af]")
DIGITS = str.maketrans("123456789", "0" * 9)
NUMBERS = frozenset({Category.SSN, Category.SSN_LAST4, Category.ITIN, Category.A_NUMBER})


class Marked(NamedTuple):
    """Where the weights of the marks about a finding stand: of the words at its place, of the letters there, and of the
    stretch of text it is in, which a form's field has none of. `mode`: of the finding."""

    words: tuple[int, ...]
    letters: tuple[int, ...]
    stretch: tuple[int, ...]
    mode: Mode


class Around(NamedTuple):
    """What stands before and behind a finding in its sentence, the words nearest to it there, and those beside that."""

    before: str
    behind: str
    left: list[str]
    right: list[str]
    beside: list[str]


def marked(reading: Reading, finding: Finding, sure: Kinds) -> Marked:
    """All, in order. `sure`: of what rules are sure in the whole text."""
    place = around(reading, finding)
    stretch = set() if is_a_field(reading) else about(reading, finding)
    words, letters = of_words(reading, finding, place, sure), of_letters(reading, finding, place)
    return Marked(_row(words), _row(letters), _row(stretch), finding.mode)


def _row(marks: set[int]) -> tuple[int, ...]:
    return tuple(sorted(marks))


def is_a_field(reading: Reading) -> bool:
    """Whether it is a form's field: there is nothing about a place but the place."""
    return reading.kind is TextKind.FORM_FIELD


def is_a_number(finding: Finding) -> bool:
    """Whether it is one that is written out."""
    return finding.mode is Mode.VALUE and finding.category in NUMBERS


def kinds_of(found: Iterable[Finding]) -> Kinds:
    """How often rules are surely of each kind of finding in one text."""
    return Counter(_what(it) for it in found if is_sure(it))


def about(reading: Reading, finding: Finding) -> set[int]:
    """Where the weights of the stretch about it stand: so much of its paragraph as is near."""
    low, high = paragraph(reading, finding.start)
    low, high = max(low, finding.start - STRETCH), min(max(high, finding.end), finding.end + STRETCH)
    return of_stretch(reading.text[low:high], reading.kind)


def of_stretch(text: str, kind: TextKind) -> set[int]:
    """Where the weights of a stretch of folded text stand: of what sort of text, and its words, wherever they are."""
    text = text.translate(DIGITS)
    words = WORD.findall(text)
    said = [f"k:{kind}", *words, *map(" ".join, pairwise(words)), *_long(words), *_by_twos("c", text)]
    return {digest & (SIZE - 1) for digest in _digests(said, 0)}


def of_words(reading: Reading, finding: Finding, place: Around, sure: Kinds) -> set[int]:
    """Where the weights of the words at its place stand: the digest of each, and of those in `_both` with what it is.

    A number and a thing in words share none. `sure`: of what rules are sure in the whole text.
    """
    apart, what = _begun(finding)
    both = _both(reading, finding, place, sure)
    digests = [what, *_digests(both + _alone(place), apart), *_digests(both, what)]
    return {digest & (SIZE - 1) for digest in digests}


def of_letters(reading: Reading, finding: Finding, place: Around) -> set[int]:
    """Where the weights of what is written there stand, so many bytes at a time: of each, and with what it is too."""
    apart, what = _begun(finding)
    together = _together(f"{place.before[-ABOUT:]}\n{_written(reading, finding)}\n{place.behind[:ABOUT]}", apart)
    return {digest & (SIZE - 1) for it in together for digest in (it, it ^ what)}


def _begun(finding: Finding) -> tuple[int, int]:
    """The digests of whether it is a number, and of what it is, with which those of marks begin."""
    apart = crc32(b"#" if is_a_number(finding) else b"")
    return apart, crc32(_what(finding).encode(), apart)


def _together(text: str, apart: int) -> set[int]:
    body = text.encode("utf-8", "replace")
    return {crc32(body[at : at + TOGETHER], apart) for at in range(len(body) - TOGETHER + 1)}


def _written(reading: Reading, finding: Finding) -> str:
    """What it is written as, whatever the digits."""
    return reading.text[finding.start : finding.end][:WRITTEN_AS].translate(DIGITS)


def _digests(said: Iterable[str], apart: int) -> list[int]:
    return [crc32(it.encode("utf-8", "replace"), apart) for it in said]


def _what(finding: Finding) -> str:
    return finding.category + ("v" if finding.mode is Mode.VALUE else "s")


def around(reading: Reading, finding: Finding) -> Around:
    """What stands about it, whatever the digits."""
    text, start, end = reading.text, finding.start, finding.end
    first, last = reading.sentence(start, end)
    before = text[max(first, start - AROUND) : start].translate(DIGITS)
    behind = text[end : min(last + 1, end + AROUND)].translate(DIGITS)
    beside = text[max(0, first - BESIDE) : first] + " " + text[last : last + BESIDE]
    left, right = WORD.findall(before)[-WORDS_ABOUT:], WORD.findall(behind)[:WORDS_ABOUT]
    return Around(before, behind, left, right, WORD.findall(beside.translate(DIGITS)))


def _both(reading: Reading, finding: Finding, place: Around, sure: Kinds) -> list[str]:
    """What sort of text it is in, what it is written as, why a rule found it, which else were found, the words of its
    sentence, and the roles of those in its line."""
    what, surely = _what(finding), is_sure(finding)
    others = {it: left for it, times in sure.items() if (left := times - (surely and it == what))}
    return [
        f"k:{reading.kind}",
        f"m:{_written(reading, finding)}",
        *[f"w:{why}" for why in finding.why],
        *[f"a:{it}" for it in others],
        f"n:{min(MANY, sum(others.values()))}",
        f"b:{min(MANY, others.get(what, 0))}",
        *place.left,
        *place.right,
        *_by_twos("cl", place.before[-LETTERS:]),
        *_by_twos("cr", place.behind[:LETTERS]),
        *_roles(reading, finding),
    ]


def _by_twos(side: str, text: str) -> list[str]:
    """The letters by twos and threes, where the script has no blanks between words. `side`: of a finding."""
    if EAST_ASIAN.search(text) is None:
        return []
    twos = [f"{side}{text[at : at + 2]}" for at in range(len(text) - 1)]
    return twos + [f"c{text[at : at + 3]}" for at in range(len(text) - 2)]


def _alone(place: Around) -> list[str]:
    """The words beside its sentence; those of it by twos; how the long ones of it begin and end."""
    return [
        *[f"o:{it}" for it in place.beside],
        *map(" ".join, pairwise(place.left)),
        *map(" ".join, pairwise(place.right)),
        *_long(place.left + place.right),
    ]


def _long(words: list[str]) -> list[str]:
    """How the long ones begin and end."""
    long = [it for it in words if len(it) >= LONG]
    return [*[f"s:{it[:BEGINS]}" for it in long], *[f"u:{it[-ENDS:]}" for it in long]]


def _roles(reading: Reading, finding: Finding) -> list[str]:
    """The roles of the words in the line, before and behind it, and right beside it."""
    start, end = finding.start, finding.end
    low, high = reading.line(start, end)
    low, high = max(low, start - ROLES_ABOUT), min(high, end + ROLES_ABOUT)
    return [f"{side}:{hit.tag}" for hit in reading.about(low, high) for side in _sides(hit, start, end)]


def _sides(hit: Hit, start: int, end: int) -> tuple[str, ...]:
    if hit.start >= end:
        return ("xr", "xR") if hit.start - end <= NEAR else ("xr",)
    if hit.start >= start:
        return ("xi",)
    return ("xl", "xL") if start - hit.end <= NEAR else ("xl",)
