"""What is learned of: what rules find in texts that were read and in the tests of texts, and whether it was right.

What every rule finds in them, however unsure, is held against what each text is said to hold; so is what the tests of
texts hold (recording.py). Texts that are HELD_BACK teach nothing: they tell what the next writer's would come to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import filterfalse
from pathlib import Path
from typing import NamedTuple

import pytest

from fileroom.screening import TextKind, asking, learned
from fileroom.screening.findings import Category, Finding
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
    "texts_cf", "texts_cg", "texts_ch", "texts_ci",
)  # fmt: skip
OF_A_DOUBT, OF_A_TEST = 0.5, 1.0  # what weighs how much
DOUBTED_FROM = 0.02  # confidence from which what a rule found teaches


class Lesson(NamedTuple):
    """The places of the marks of what was found once, whether it was right, and what that weighs.

    `held`: how likely it must come out where a test holds it; 0 where none does.
    """

    places: list[int]
    right: bool
    weight: float
    held: float = 0.0


class Found(NamedTuple):
    """What a rule found, with its place in the text, and where its marks stand."""

    finding: Finding
    places: list[int]


def found(text: str, kind: TextKind) -> Iterator[Found]:
    """What rules find, sure or doubted, where screen_text weighs it; of two that overlap both teach."""
    for piece, reading in _readings(text, kind, "", least=DOUBTED_FROM, strict=False, clock=None):
        if not learned.weighs(reading):
            continue
        values = _values(reading)
        sure = _in_order(reading, filter(learned.is_sure, values))
        doubts = filterfalse(learned.is_sure, values)
        told = (*sure, *doubts, *asking.found(reading, sure))
        certain = learned.kinds_of(told)
        for it in told:
            if placed := _placed(it, reading, piece):
                yield Found(placed, sorted(learned.places(reading, it, certain)))


def read() -> list[Item]:
    """The texts that teach."""
    return list(items(sorted(it for it in CORPUS.glob("*/texts_*.jsonl") if it.stem not in HELD_BACK)))


def of_texts(texts: Iterable[Item]) -> Iterator[Lesson]:
    """What texts teach that say what must be found in them. A list may be told at any of its lines."""
    for text in texts:
        expected = text.expected()
        listed = {(category, mode) for category, mode, _ in expected if category == Category.PROTECTED_LIST}
        for it, places in found(text.text, text.kind):
            what = (it.category.value, it.mode.value)
            right = what in listed or (*what, text.text.count("\n", 0, it.start)) in expected
            yield Lesson(places, right, _weight(it))


def of_tests() -> Iterator[Lesson]:
    """What the tests of texts teach, the pairs of sentences that differ in a word among them."""
    recorder, weighed = Recorder(), learned.weighed
    learned.weighed = recorder.weighed
    try:
        failed = pytest.main(["-q", *(str(HERE / f"test_{it}.py") for it in TESTS)], plugins=[recorder])
    finally:
        learned.weighed = weighed
    if failed:
        raise SystemExit("rules alone do not pass these tests: mend the rules first")
    for (places, least), (it, right) in recorder.kept.items():
        yield Lesson(list(places), right, OF_A_TEST * _weight(it), held=least if right else 0.0)


def _weight(it: Finding) -> float:
    return 1.0 if learned.is_sure(it) else OF_A_DOUBT
