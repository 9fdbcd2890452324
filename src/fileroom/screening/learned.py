"""How likely what a rule found is one, by the words about it: learned from texts that were read, and held or let be.

A rule says what a thing is and why. It does not know how offices write: of two texts in which it finds the same, one is
a spelling list. Each mark of the place (marks.py) has a weight; together they say how often such words held one before.
So do the letters there, and the stretch of text about it, which knows nothing of the rule and was learned from all
texts, whatever was found in them: by whether one holds anything, and whether it does in this mode. The four are right
about different texts, and count alike. Where such words seldom held one, the finding is doubted, and a person says what
it is; where they mostly did, it is held though no rule is sure. Nothing is found that no rule found, and nothing is
forgotten. A number that its own label names is not weighed, nor is what a person hands in at a gate, unless only a
paragraph of it says so by itself (paragraphs.py). `script/learn` makes the weights; docs/decisions/0087 says why.
"""

from __future__ import annotations

import math
import struct
from array import array
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from fileroom.screening import marks
from fileroom.screening.findings import DOUBTED, HAIR, LEAST, Finding, Mode, is_sure
from fileroom.screening.marks import SIZE, Kinds, is_a_field, is_a_number, kinds_of
from fileroom.screening.reading import Reading, TextKind

WEIGHTS = Path(__file__).parent / "weights.bin"
# Likelihoods below which a number, all else, and what a form's field asks or holds, is doubted where a rule is sure.
OF_A_NUMBER, OF_WORDS, OF_A_FIELD = 0.5, 0.35, 0.2
HOLDS_FROM = 0.7  # and from which that is held of which rules are not sure
OF_A_PARAGRAPH = 0.6  # and what only a paragraph says by itself
PLAIN = 3.0  # odds of the place, as a logarithm, from which no stretch is asked: it would hardly ever say no
CERTAIN, LIKE_OURS = 0.9, 0.35  # confidence in a number that has its own label, and in one that has no other's
WHY, WHY_HELD = "such words about it mostly held none", "such words about it mostly held one"
# The file: the header, the digest of what follows, that of what it was learned of, and of each kind of marks two
# factors and SIZE steps of a byte.
HEADER, DIGEST = b"fileroom weights 5\n", sha256().digest_size
FACTORS = struct.Struct("<dd")


class Weights(NamedTuple):
    """A weight for each mark of a kind, in steps; what a step is worth; what there would be without any mark."""

    steps: array[int]
    step: float
    bias: float

    def odds(self, marked: Collection[int]) -> float:
        """The logarithm of how much likelier than not it is, where these marks stand about it."""
        return self.bias + self.step * sum(map(self.steps.__getitem__, marked)) / math.sqrt(len(marked) or 1)


class Learned(NamedTuple):
    """The weights of words and of letters at a place, of whether a stretch holds anything, and of whether in a mode.

    `of`: the digest of what they are learned of (tests/screening).
    """

    words: Weights
    letters: Weights
    stretch: Weights
    by_mode: dict[Mode, Weights]
    of: bytes


def weighs(reading: Reading) -> bool:
    """Whether words about a place are told from other words there: the cells of a table say little of each other."""
    return reading.table is None and reading.kind not in (TextKind.CSV_ROW, TextKind.TABLE)


def weighed(reading: Reading, found: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, of which those are doubted about which such words mostly held none, and those held of which rules
    are not sure and about which they mostly held one."""
    told = list(found)
    sure = kinds_of(told)
    for it in told:
        reading.clock.look()
        if _is_weighed(it):
            yield it if likelihood(reading, it, sure) >= least(reading, it) else _doubted(it)
        elif is_heard(reading, it):
            yield _held(it) if likelihood(reading, it, sure) >= HOLDS_FROM else it
        else:
            yield it


def weighed_alone(part: Reading, found: Iterable[Finding]) -> Iterator[Finding]:
    """Of what a paragraph says that was let be for the sake of others, that of which words and rules are both sure."""
    told = list(filter(is_sure, found))
    sure = kinds_of(told)
    for it in told:
        part.clock.look()
        if not _is_weighed(it) or likelihood(part, it, sure) >= OF_A_PARAGRAPH:
            yield it


def is_heard(reading: Reading, finding: Finding) -> bool:
    """Whether a rule found it and is not sure. A form's field says too little by itself to be sure of more.

    What is hardly named is not heard, and a number only where little speaks against it: no words make one ours that has
    another's label.
    """
    if is_sure(finding) or is_a_field(reading):
        return False
    return finding.confidence >= (LIKE_OURS if is_a_number(finding) else DOUBTED) - HAIR


def _held(it: Finding) -> Finding:
    return replace(it, confidence=LEAST, why=(*it.why, WHY_HELD), doubted=False)


def _doubted(it: Finding) -> Finding:
    return replace(it, confidence=DOUBTED, why=(*it.why, WHY), doubted=True)


def _is_weighed(finding: Finding) -> bool:
    """Of what a rule is sure. No words make a number doubted that its own label names."""
    return is_sure(finding) and not (finding.confidence >= CERTAIN and is_a_number(finding))


def least(reading: Reading, finding: Finding) -> float:
    """The likelihood below which a finding is doubted of which a rule is sure."""
    if is_a_field(reading):
        return OF_A_FIELD
    return OF_A_NUMBER if is_a_number(finding) else OF_WORDS


def likelihood(reading: Reading, finding: Finding, sure: Kinds) -> float:
    """From 0 to 1: of findings with such words about them, how many were right. `sure`: those of the whole text."""
    weights = _weights()
    place = marks.around(reading, finding)
    words, letters = marks.of_words(reading, finding, place, sure), marks.of_letters(reading, finding, place)
    odds = (weights.words.odds(words) + weights.letters.odds(letters)) / 2
    if odds < PLAIN and not is_a_field(reading):
        stretch = marks.about(reading, finding)
        odds = (odds + (weights.stretch.odds(stretch) + weights.by_mode[finding.mode].odds(stretch)) / 2) / 2
    return 1 / (1 + math.exp(-odds))


def written(words: Weights, letters: Weights, stretch: Weights, by_mode: dict[Mode, Weights], *, of: bytes) -> bytes:
    """The file of the weights, those by mode in the order of modes."""
    kinds = (words, letters, stretch, *(by_mode[mode] for mode in Mode))
    body = of + b"".join(FACTORS.pack(it.step, it.bias) + it.steps.tobytes() for it in kinds)
    return HEADER + sha256(body).digest() + body


@cache
def _weights() -> Learned:
    """Raises RuntimeError where the file is not there, is of another format, or not whole."""
    kept = WEIGHTS.read_bytes() if WEIGHTS.exists() else b""
    if kept and not kept.startswith(HEADER):
        raise RuntimeError("the weights of what was learned are of another format: make them anew with script/learn")
    body = kept[len(HEADER) + DIGEST :]
    each = FACTORS.size + SIZE
    if len(body) != DIGEST + (3 + len(Mode)) * each or kept != HEADER + sha256(body).digest() + body:
        raise RuntimeError("the weights of what was learned are not whole: make them anew with script/learn")
    words, letters, stretch, *by_mode = (_read(body[at : at + each]) for at in range(DIGEST, len(body), each))
    return Learned(words, letters, stretch, dict(zip(Mode, by_mode, strict=True)), body[:DIGEST])


def _read(kept: bytes) -> Weights:
    return Weights(array("b", kept[FACTORS.size :]), *FACTORS.unpack_from(kept))
