"""What stands about a finding, as marks that have a weight each (learned.py): at its place, and in a stretch of text.

A mark is a word, how one begins or ends, a role of one, a reason of the rule. What is kept of it is where its digest
points, so that no word can be read out of the weights.
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
    """Where the weights of the marks about a finding stand: of its place, and of the stretch of text it is in."""

    place: tuple[int, ...]
    stretch: tuple[int, ...]


def marked(reading: Reading, finding: Finding, sure: Kinds) -> Marked:
    """Both, in order. `sure`: of what rules are sure in the whole text."""
    return Marked(tuple(sorted(of_place(reading, finding, sure))), tuple(sorted(about(reading, finding))))


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
    said = [f"k:{kind}", *words, *map(" ".join, pairwise(words)), *_long(words), *_letters("c", text)]
    return {digest & (SIZE - 1) for digest in _digests(said, 0)}


def of_place(reading: Reading, finding: Finding, sure: Kinds) -> set[int]:
    """Where the weights of its place stand: the digest of each, and of those in `_both` with what it is too.

    A number and a thing in words share none. `sure`: of what rules are sure in the whole text.
    """
    apart = crc32(b"#" if is_a_number(finding) else b"")
    what = crc32(_what(finding).encode(), apart)
    around = _around(reading, finding)
    both = _both(reading, finding, around, sure)
    digests = [what, *_digests(both + _alone(around), apart), *_digests(both, what)]
    return {digest & (SIZE - 1) for digest in digests}


def _digests(said: Iterable[str], apart: int) -> list[int]:
    return [crc32(it.encode("utf-8", "replace"), apart) for it in said]


def _what(finding: Finding) -> str:
    return finding.category + ("v" if finding.mode is Mode.VALUE else "s")


class Around(NamedTuple):
    """What stands before and behind a finding in its sentence, the words nearest to it there, and those beside that."""

    before: str
    behind: str
    left: list[str]
    right: list[str]
    beside: list[str]


def _around(reading: Reading, finding: Finding) -> Around:
    text, start, end = reading.text, finding.start, finding.end
    first, last = reading.sentence(start, end)
    before = text[max(first, start - AROUND) : start].translate(DIGITS)
    behind = text[end : min(last + 1, end + AROUND)].translate(DIGITS)
    beside = text[max(0, first - BESIDE) : first] + " " + text[last : last + BESIDE]
    left, right = WORD.findall(before)[-WORDS_ABOUT:], WORD.findall(behind)[:WORDS_ABOUT]
    return Around(before, behind, left, right, WORD.findall(beside.translate(DIGITS)))


def _both(reading: Reading, finding: Finding, around: Around, sure: Kinds) -> list[str]:
    """What sort of text it is in, what it is written as, why a rule found it, which else were found, the words of its
    sentence, and the roles of those in its line."""
    what, surely = _what(finding), is_sure(finding)
    others = {it: left for it, times in sure.items() if (left := times - (surely and it == what))}
    return [
        f"k:{reading.kind}",
        f"m:{reading.text[finding.start : finding.end][:40].translate(DIGITS)}",
        *[f"w:{why}" for why in finding.why],
        *[f"a:{it}" for it in others],
        f"n:{min(MANY, sum(others.values()))}",
        f"b:{min(MANY, others.get(what, 0))}",
        *around.left,
        *around.right,
        *_letters("cl", around.before[-LETTERS:]),
        *_letters("cr", around.behind[:LETTERS]),
        *_roles(reading, finding),
    ]


def _letters(side: str, text: str) -> list[str]:
    """The letters by twos and threes, where the script has no blanks between words. `side`: of a finding."""
    if EAST_ASIAN.search(text) is None:
        return []
    twos = [f"{side}{text[at : at + 2]}" for at in range(len(text) - 1)]
    return twos + [f"c{text[at : at + 3]}" for at in range(len(text) - 2)]


def _alone(around: Around) -> list[str]:
    """The words beside its sentence; those of it by twos; how the long ones of it begin and end."""
    return [
        *[f"o:{it}" for it in around.beside],
        *map(" ".join, pairwise(around.left)),
        *map(" ".join, pairwise(around.right)),
        *_long(around.left + around.right),
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
