"""How likely what a rule found is one, by the words about it: learned from texts that were read, and held or let be.

A rule says what a thing is and why. It does not know how offices write: of two texts in which it finds the same, one is
a spelling list. Each mark of the place (marks.py) has a weight; together they say how often such words held one before.
So do those of the stretch of text about it, which know nothing of the rule, and were learned from all texts, whatever
was found in them. The two are right about different texts, and count alike. Where such words seldom held one, the
finding is doubted, and a person says what it is: nothing is found that no rule found, and nothing is forgotten. A
number that its own label names is not weighed, nor is what a person hands in at a gate, unless only a paragraph of it
says so by itself (paragraphs.py). `script/learn` makes the weights; docs/decisions/0087 says why.
"""

from __future__ import annotations

import math
import struct
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from fileroom.screening import marks
from fileroom.screening.findings import DOUBTED, Finding, is_sure
from fileroom.screening.marks import SIZE, Kinds, is_a_number, kinds_of
from fileroom.screening.reading import Reading, TextKind

WEIGHTS = Path(__file__).parent / "weights.bin"
# Likelihoods below which a number, all else, and what a form's field asks or holds, is doubted where a rule is sure.
OF_A_NUMBER, OF_WORDS, OF_A_FIELD = 0.5, 0.42, 0.3
OF_A_PARAGRAPH = 0.6  # and what only a paragraph says by itself
PLAIN = 3.0  # odds of the place, as a logarithm, from which no stretch is asked: it would hardly ever say no
CERTAIN = 0.9  # confidence in a number that has its own label
WHY = "such words about it mostly held none"
# The file: the header, the digest of what follows, that of what it was learned of, and of each kind of marks two
# factors and SIZE steps of a byte.
HEADER, DIGEST = b"fileroom weights 4\n", sha256().digest_size
FACTORS = struct.Struct("<dd")


class Weights(NamedTuple):
    """A weight for each mark of a kind, in steps; what a step is worth; what there would be without any mark."""

    steps: array[int]
    step: float
    bias: float

    def odds(self, marked: Collection[int]) -> float:
        """The logarithm of how much likelier than not it is, where these marks stand about it."""
        return self.bias + self.step * sum(map(self.steps.__getitem__, marked)) / math.sqrt(len(marked))


class Learned(NamedTuple):
    """The weights of places and of stretches. `of`: the digest of what they are learned of (tests/screening)."""

    place: Weights
    stretch: Weights
    of: bytes


def weighs(reading: Reading) -> bool:
    """Whether words about a place are told from other words there: the cells of a table say little of each other."""
    return reading.table is None and reading.kind not in (TextKind.CSV_ROW, TextKind.TABLE)


def weighed(reading: Reading, found: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, of which those are doubted about which such words mostly held none."""
    return _weighed(reading, found, partial(least, reading))


def weighed_alone(part: Reading, found: Iterable[Finding]) -> Iterator[Finding]:
    """The same, of a paragraph that was let be for the sake of others."""
    return _weighed(part, found, lambda _: OF_A_PARAGRAPH)


def _weighed(reading: Reading, found: Iterable[Finding], bar: Callable[[Finding], float]) -> Iterator[Finding]:
    told = list(found)
    sure = kinds_of(told)
    for it in told:
        reading.clock.look()
        if _is_weighed(it) and likelihood(reading, it, sure) < bar(it):
            yield replace(it, confidence=DOUBTED, why=(*it.why, WHY), doubted=True)
        else:
            yield it


def _is_weighed(finding: Finding) -> bool:
    """Of what a rule is sure. No words make a number doubted that its own label names."""
    return is_sure(finding) and not (finding.confidence >= CERTAIN and is_a_number(finding))


def least(reading: Reading, finding: Finding) -> float:
    """The likelihood below which a finding is doubted of which a rule is sure."""
    if reading.kind is TextKind.FORM_FIELD:
        return OF_A_FIELD
    return OF_A_NUMBER if is_a_number(finding) else OF_WORDS


def likelihood(reading: Reading, finding: Finding, sure: Kinds) -> float:
    """From 0 to 1: of findings with such words about them, how many were right. `sure`: those of the whole text."""
    weights = _weights()
    odds = weights.place.odds(marks.of_place(reading, finding, sure))
    if odds < PLAIN:
        odds = (odds + weights.stretch.odds(marks.about(reading, finding))) / 2
    return 1 / (1 + math.exp(-odds))


def written(place: Weights, stretch: Weights, *, of: bytes) -> bytes:
    """The file of the weights."""
    body = of + b"".join(FACTORS.pack(it.step, it.bias) + it.steps.tobytes() for it in (place, stretch))
    return HEADER + sha256(body).digest() + body


@cache
def _weights() -> Learned:
    """Raises RuntimeError where the file is not there, is of another format, or not whole."""
    kept = WEIGHTS.read_bytes() if WEIGHTS.exists() else b""
    if kept and not kept.startswith(HEADER):
        raise RuntimeError("the weights of what was learned are of another format: make them anew with script/learn")
    body = kept[len(HEADER) + DIGEST :]
    each = FACTORS.size + SIZE
    if len(body) != DIGEST + 2 * each or kept != HEADER + sha256(body).digest() + body:
        raise RuntimeError("the weights of what was learned are not whole: make them anew with script/learn")
    place, stretch = (_read(body[at : at + each]) for at in (DIGEST, DIGEST + each))
    return Learned(place, stretch, body[:DIGEST])


def _read(kept: bytes) -> Weights:
    return Weights(array("b", kept[FACTORS.size :]), *FACTORS.unpack_from(kept))
