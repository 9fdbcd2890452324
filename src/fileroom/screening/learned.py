"""How likely what a rule found is one, by the words about it: learned from texts that were read, and held or let be.

A rule says what a thing is and why. It does not know how offices write: of two texts in which it finds the same, one is
a spelling list. Each word about a place, and each role of one, has a weight; together they say how often such words
held one before. Where that is seldom, the finding is doubted, and a person says what it is: nothing is found that no
rule found, and nothing is forgotten. A number that its own label names is not weighed, nor is what a person hands in at
a gate. `script/learn` makes the weights; docs/decisions/0087 says why.
"""

from __future__ import annotations

import math
import re
import struct
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from fileroom.screening.engine import Hit
from fileroom.screening.findings import DOUBTED, HAIR, LEAST, Category, Finding, Mode
from fileroom.screening.reading import Reading, TextKind

SIZE = 1 << 18  # marks, by the digest of each: a power of two
WEIGHTS = Path(__file__).parent / "weights.bin"
# Characters of the sentence, and of those beside it; words of it on either side; letters; letters of a long word.
AROUND, BESIDE, WORDS_ABOUT, LETTERS, LONG = 120, 80, 12, 30, 6
BEGINS, ENDS = 5, 4  # letters with which a long word begins, and ends: it is inflected, and misspelled
NEAR, ROLES_ABOUT = 25, 200
MANY = 3  # other findings, of which no more are counted
Kinds = Counter[str]  # of findings: how often each
WORD = re.compile(r"\w+")
EAST_ASIAN = re.compile("[\u3040-\u9fff\uac00-\ud7af]")
DIGITS = str.maketrans("123456789", "0" * 9)
NUMBERS = frozenset({Category.SSN, Category.SSN_LAST4, Category.ITIN, Category.A_NUMBER})
# Likelihoods below which a number, all else, and what a form's field asks or holds, is doubted where a rule is sure.
OF_A_NUMBER, OF_WORDS, OF_A_FIELD = 0.65, 0.6, 0.3
CERTAIN = 0.9  # confidence in a number that has its own label
WHY = "such words about it mostly held none"
# The file: the header, the digest of what follows, that of what it was learned of, two factors, SIZE steps of a byte.
HEADER, DIGEST = b"fileroom weights 3\n", sha256().digest_size
FACTORS = struct.Struct(f"<{DIGEST}sdd")


class Weights(NamedTuple):
    """A weight for each mark, in steps; what a step is worth; what a text without any mark would have.

    `of`: the digest of what they were learned of (tests/screening/learned_of.py).
    """

    steps: array[int]
    step: float
    bias: float
    of: bytes


def weighs(reading: Reading) -> bool:
    """Whether words about a place are told from other words there: the cells of a table say little of each other."""
    return reading.table is None and reading.kind not in (TextKind.CSV_ROW, TextKind.TABLE)


def weighed(reading: Reading, found: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, of which those are doubted about which such words mostly held none."""
    told = list(found)
    sure = kinds_of(told) if told else Kinds()
    for it in told:
        reading.clock.look()
        if _is_weighed(it) and likelihood(reading, it, sure) < least(reading, it):
            yield replace(it, confidence=DOUBTED, why=(*it.why, WHY), doubted=True)
        else:
            yield it


def _is_weighed(finding: Finding) -> bool:
    """Of what a rule is sure. No words make a number doubted that its own label names."""
    return is_sure(finding) and not (finding.confidence >= CERTAIN and _is_a_number(finding))


def is_sure(finding: Finding) -> bool:
    """Whether a rule is."""
    return finding.confidence >= LEAST - HAIR


def kinds_of(found: Iterable[Finding]) -> Kinds:
    """How often rules are surely of each kind of finding in one text."""
    return Counter(_what(it) for it in found if is_sure(it))


def least(reading: Reading, finding: Finding) -> float:
    """The likelihood below which a finding is doubted of which a rule is sure."""
    if reading.kind is TextKind.FORM_FIELD:
        return OF_A_FIELD
    return OF_A_NUMBER if _is_a_number(finding) else OF_WORDS


def _is_a_number(finding: Finding) -> bool:
    return finding.mode is Mode.VALUE and finding.category in NUMBERS


def likelihood(reading: Reading, finding: Finding, sure: Kinds) -> float:
    """From 0 to 1: of findings with such words about them, how many were right. `sure`: those of the whole text."""
    weights, places_ = _weights(), places(reading, finding, sure)
    total = sum(map(weights.steps.__getitem__, places_))
    return 1 / (1 + math.exp(-weights.bias - weights.step * total / math.sqrt(len(places_))))


def places(reading: Reading, finding: Finding, sure: Kinds) -> set[int]:
    """Where the weights of the marks about it stand: the digest of each, and of those in `_both` with what it is too.

    A number and a thing in words share none.
    """
    apart = crc32(b"#" if _is_a_number(finding) else b"")
    what = crc32(_what(finding).encode(), apart)
    around = _around(reading, finding)
    both = [it.encode("utf-8", "replace") for it in _both(reading, finding, around, sure)]
    alone = [it.encode("utf-8", "replace") for it in _alone(around)]
    digests = [what, *[crc32(it, apart) for it in alone + both], *[crc32(it, what) for it in both]]
    return {it & (SIZE - 1) for it in digests}


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
        *_east_asian("l", around.before[-LETTERS:]),
        *_east_asian("r", around.behind[:LETTERS]),
        *_roles(reading, finding),
    ]


def _east_asian(side: str, letters: str) -> list[str]:
    """The letters nearest to it by twos and threes, where the script has no blanks between words."""
    if EAST_ASIAN.search(letters) is None:
        return []
    twos = [f"c{side}{letters[at : at + 2]}" for at in range(len(letters) - 1)]
    return twos + [f"c{letters[at : at + 3]}" for at in range(len(letters) - 2)]


def _alone(around: Around) -> list[str]:
    """The words beside its sentence; those of it by twos; how the long ones of it begin and end."""
    long = [it for it in around.left + around.right if len(it) >= LONG]
    return [
        *[f"o:{it}" for it in around.beside],
        *map(" ".join, pairwise(around.left)),
        *map(" ".join, pairwise(around.right)),
        *[f"s:{it[:BEGINS]}" for it in long],
        *[f"u:{it[-ENDS:]}" for it in long],
    ]


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


def written(step: float, bias: float, steps: bytes, *, of: bytes) -> bytes:
    """The file of the weights."""
    body = FACTORS.pack(of, step, bias) + steps
    return HEADER + sha256(body).digest() + body


@cache
def _weights() -> Weights:
    """Raises RuntimeError where the file is not there, is of another format, or not whole."""
    kept = WEIGHTS.read_bytes() if WEIGHTS.exists() else b""
    if kept and not kept.startswith(HEADER):
        raise RuntimeError("the weights of what was learned are of another format: make them anew with script/learn")
    body = kept[len(HEADER) + DIGEST :]
    if len(body) != FACTORS.size + SIZE or kept != HEADER + sha256(body).digest() + body:
        raise RuntimeError("the weights of what was learned are not whole: make them anew with script/learn")
    of, step, bias = FACTORS.unpack_from(body)
    return Weights(array("b", body[FACTORS.size :]), step, bias, of)
