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
from fileroom.screening.reading import Reading

SIZE = 1 << 17  # marks, by the digest of each: a power of two
WEIGHTS = Path(__file__).parent / "weights.bin"
# Characters of the sentence, and of those beside it; words of it on either side, and right beside; letters.
AROUND, BESIDE, WORDS_ABOUT, RIGHT_BESIDE, LETTERS = 120, 80, 12, 2, 30
NEAR, ROLES_ABOUT = 25, 200
WORD = re.compile(r"\w+")
EAST_ASIAN = re.compile("[\u3040-\u9fff\uac00-\ud7af]")
DIGITS = str.maketrans("123456789", "0" * 9)
NUMBERS = frozenset({Category.SSN, Category.SSN_LAST4, Category.ITIN, Category.A_NUMBER})
# Likelihoods below which a number, and all else, that a rule is sure of is doubted.
OF_A_NUMBER, OF_WORDS = 0.2, 0.4
CERTAIN = 0.9  # confidence in a number that has its own label
WHY = "such words about it mostly held none"
# The file: the header, the digest of what follows, two factors, and SIZE steps, a byte each.
HEADER, FACTORS = b"fileroom weights 1\n", struct.Struct("<dd")
DIGEST = sha256().digest_size


class Weights(NamedTuple):
    """A weight for each mark, in steps; what a step is worth; what a text without any mark would have."""

    steps: array[int]
    step: float
    bias: float


def weighed(reading: Reading, found: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, of which those are doubted about which such words mostly held none."""
    for it in found:
        least = OF_A_NUMBER if _is_a_number(it) else OF_WORDS
        if it.confidence < LEAST - HAIR or _is_certain(it) or (likely := likelihood(reading, it)) >= least:
            yield it
        else:
            yield replace(it, confidence=max(likely, DOUBTED), why=(*it.why, WHY), doubted=True)


def _is_a_number(finding: Finding) -> bool:
    return finding.mode is Mode.VALUE and finding.category in NUMBERS


def _is_certain(finding: Finding) -> bool:
    """Whether it is a number whose own label names it: no words about it make that doubted."""
    return finding.confidence >= CERTAIN and _is_a_number(finding)


def likelihood(reading: Reading, finding: Finding) -> float:
    """From 0 to 1: of findings with such words about them, how many were right."""
    weights, places_ = _weights(), places(reading, finding)
    total = sum(map(weights.steps.__getitem__, places_))
    return 1 / (1 + math.exp(-weights.bias - weights.step * total / math.sqrt(len(places_))))


def places(reading: Reading, finding: Finding) -> set[int]:
    """Where the weights of the marks about it stand. A number and a thing in words share none."""
    apart = "#" if _is_a_number(finding) else ""
    return {crc32((apart + mark).encode(errors="replace")) & (SIZE - 1) for mark in marks(reading, finding)}


def marks(reading: Reading, finding: Finding) -> Iterator[str]:
    """What is told of a place: the words of its sentence and beside that, the roles of words in its line, and what sort
    of text it is."""
    text, start, end = reading.text, finding.start, finding.end
    what = finding.category + ("v" if finding.mode is Mode.VALUE else "s")
    yield what
    yield f"k:{reading.kind}"
    yield f"{what}{reading.kind}"
    first, last = reading.sentence(start, end)
    before = text[max(first, start - AROUND) : start].translate(DIGITS)
    behind = text[end : min(last + 1, end + AROUND)].translate(DIGITS)
    beside = text[max(0, first - BESIDE) : first] + " " + text[last : last + BESIDE]
    yield from (f"o:{word}" for word in WORD.findall(beside.translate(DIGITS)))
    left, right = WORD.findall(before)[-WORDS_ABOUT:], WORD.findall(behind)[:WORDS_ABOUT]
    yield f"{what}m:{text[start:end][:40].translate(DIGITS)}"
    for words in (left, right):
        yield from words
        yield from map(" ".join, pairwise(words))
    for word in (*left[-RIGHT_BESIDE:], *right[:RIGHT_BESIDE]):
        yield f"{what}n:{word}"
    for side, letters in (("l", before[-LETTERS:]), ("r", behind[:LETTERS])):
        if EAST_ASIAN.search(letters):
            yield from (f"c{side}{letters[at : at + 2]}" for at in range(len(letters) - 1))
            yield from (f"c{letters[at : at + 3]}" for at in range(len(letters) - 2))
    yield from _roles(reading, finding, what)


def _roles(reading: Reading, finding: Finding, what: str) -> Iterator[str]:
    """The roles of the words in the line, before and behind it, and right beside it."""
    start, end = finding.start, finding.end
    low, high = reading.line(start, end)
    low, high = max(low, start - ROLES_ABOUT), min(high, end + ROLES_ABOUT)
    for hit in reading.about(low, high):
        for side in _sides(hit, start, end):
            yield f"{side}:{hit.tag}"
            yield f"{what}{side}:{hit.tag}"


def _sides(hit: Hit, start: int, end: int) -> tuple[str, ...]:
    if hit.start >= end:
        return ("xr", "xR") if hit.start - end <= NEAR else ("xr",)
    if hit.start >= start:
        return ("xi",)
    return ("xl", "xL") if start - hit.end <= NEAR else ("xl",)


def written(step: float, bias: float, steps: bytes) -> bytes:
    """The file of the weights."""
    body = FACTORS.pack(step, bias) + steps
    return HEADER + sha256(body).digest() + body


@cache
def _weights() -> Weights:
    """Raises RuntimeError where the file is not there, or not whole."""
    kept = WEIGHTS.read_bytes() if WEIGHTS.exists() else b""
    body = kept[len(HEADER) + DIGEST :]
    if len(body) != FACTORS.size + SIZE or kept != HEADER + sha256(body).digest() + body:
        raise RuntimeError("the weights of what was learned are not whole: make them anew with script/learn")
    step, bias = FACTORS.unpack_from(body)
    return Weights(array("b", body[FACTORS.size :]), step, bias)
