"""What is learned of: what rules find in texts that were read and in the tests of texts, and whether it was right.

What every rule finds in them, however unsure, is held against what each text is said to hold; so is what the tests of
texts hold (recording.py). Texts that are HELD_BACK teach nothing: they tell what the next writer's would come to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import filterfalse
from pathlib import Path
from typing import NamedTuple

import pytest

from fileroom.screening import TextKind, asking, learned
from fileroom.screening import texts as sieve
from fileroom.screening.findings import Category, Finding, is_sure
from fileroom.screening.folding import fold
from fileroom.screening.marks import Marked, kinds_of, marked, of_stretch
from fileroom.screening.paragraphs import alone
from fileroom.screening.reading import Reading
from fileroom.screening.texts import _in_order, _placed, _readings, _values
from tests.screening.recording import Recorder
from tests.screening.scoring import Item, items

HERE = Path(__file__).parent
CORPUS = HERE / "corpus"
TESTS = (  # of texts
    "aside", "asked_all_the_same", "clean_tables", "conditions", "fields", "framing", "grouped", "judging",
    "long_pages", "near_pairs", "no_frame_frees_a_list", "no_frame_frees_a_request", "no_word_frees_a_request",
    "other_uses", "pieces", "themes_and_tallies",
)  # fmt: skip
HELD_BACK = (
    "texts_m", "texts_s", "texts_z", "texts_oo", "texts_qq", "texts_ad", "texts_af", "texts_ag", "texts_ai", "texts_ak",
    "texts_al", "texts_am", "texts_bk", "texts_bl", "texts_bm", "texts_bo", "texts_bu", "texts_bw", "texts_ca",
    "texts_cf", "texts_cg", "texts_ch", "texts_ci", "texts_cl", "texts_cm", "texts_cn", "texts_co", "texts_cq",
)  # fmt: skip
OF_A_DOUBT, OF_A_TEST = 0.5, 1.0  # what weighs how much
DOUBTED_FROM = 0.02  # confidence from which what a rule found teaches


class Lesson(NamedTuple):
    """Where the marks of what was found once stand, whether it was right, and what that weighs.

    `bar`: how likely it must come out where a test holds it, and less likely where one lets be what a rule doubts or a
    paragraph says alone; 0 where none does.
    """

    marked: Marked
    right: bool
    weight: float
    bar: float = 0.0


class Whole(NamedTuple):
    """Where the marks of a whole text stand, and in which modes something is to be found in it."""

    stretch: list[int]
    holds: tuple[str, ...]


class Found(NamedTuple):
    """What a rule found, with its place in the text, and where its marks stand."""

    finding: Finding
    marked: Marked


def found(text: str, kind: TextKind) -> Iterator[Found]:
    """What rules find, sure or doubted, where screen_text weighs it; of two that overlap both teach.

    Of a paragraph that is read alone, only that of which they are sure.
    """
    for piece, reading in _readings(text, kind, "", least=DOUBTED_FROM, keeps=DOUBTED_FROM, strict=False, clock=None):
        if not learned.weighs(reading):
            continue
        told = _told(reading)
        parts = ((low, part, filter(is_sure, _told(part))) for low, part in alone(reading, told))
        for low, part, said in ((0, reading, told), *parts):
            said = list(said)
            certain = kinds_of(said)
            for it in said:
                shifted = replace(it, start=it.start + low, end=it.end + low)
                if placed := _placed(shifted, reading, piece):
                    yield Found(placed, marked(part, it, certain))


def _told(reading: Reading) -> list[Finding]:
    values = _values(reading)
    sure = _in_order(reading, filter(is_sure, values))
    return [*sure, *filterfalse(is_sure, values), *asking.found(reading, sure)]


def read() -> list[Item]:
    """The texts that teach."""
    return list(items(sorted(it for it in CORPUS.glob("*/texts_*.jsonl") if it.stem not in HELD_BACK)))


def wholes(texts: Iterable[Item]) -> Iterator[Whole]:
    """What each text teaches as a whole, whatever is found in it."""
    return (
        Whole(sorted(of_stretch(fold(it.text).text, it.kind)), tuple(sorted({mode for _, mode, _ in it.expected()})))
        for it in texts
    )


def of_texts(texts: Iterable[Item]) -> Iterator[Lesson]:
    """What texts teach that say what must be found in them. A list may be told at any of its lines."""
    for text in texts:
        expected = text.expected()
        listed = {(category, mode) for category, mode, _ in expected if category == Category.PROTECTED_LIST}
        for it, marks in found(text.text, text.kind):
            what = (it.category.value, it.mode.value)
            right = what in listed or (*what, text.text.count("\n", 0, it.start)) in expected
            yield Lesson(marks, right, _weight(it))


def of_tests() -> Iterator[Lesson]:
    """What the tests of texts teach, the pairs of sentences that differ in a word among them."""
    recorder, weighed, by_themselves = Recorder(), learned.weighed, sieve.by_themselves
    learned.weighed, sieve.by_themselves = recorder.weighed, recorder.by_themselves
    try:
        failed = pytest.main(["-q", *(str(HERE / f"test_{it}.py") for it in TESTS)], plugins=[recorder])
    finally:
        learned.weighed, sieve.by_themselves = weighed, by_themselves
    if failed:
        raise SystemExit("rules alone do not pass these tests: mend the rules first")
    if recorder.torn:
        raise SystemExit(f"these tests say other than tests before them of the same words: {recorder.torn}")
    for (marks, least), (it, right) in recorder.kept.items():
        yield Lesson(marks, right, OF_A_TEST * _weight(it), bar=least)


def _weight(it: Finding) -> float:
    return 1.0 if is_sure(it) else OF_A_DOUBT
