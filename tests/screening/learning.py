"""Learns from the texts of the corpus that were read how often such words about a place held what a rule found there.

What every rule finds in them, however unsure, is held against what each text is said to hold; so is what the tests of
texts hold (recording.py). A logistic regression over the marks of each place (screening/learned.py) gives each
mark its weight. Texts that are HELD_BACK teach nothing: they tell what the next writer's would come to.

    script/learn        writes src/fileroom/screening/weights.bin; the same texts and rules give the same weights
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import filterfalse
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

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
    "texts_al", "texts_am", "texts_bk", "texts_bl", "texts_bm",
)  # fmt: skip
# Chosen by leaving out one writer's texts after another: how little weights are held down, and what weighs how much.
AS_LITTLE, OF_A_DOUBT, OF_A_TEST = 30.0, 0.5, 1.0
# How near the best the weights must come: stopped sooner, a few lessons more or less make others of them all.
AS_NEAR, STEPS = 1e-5, 2000
DOUBTED_FROM = 0.02  # confidence from which what a rule found teaches
MOST = 127  # steps of a weight
ROUNDS, AGAIN, ROOM = 12, 2.0, 0.03  # how often, how much more, and how near the likelihood that is too little


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


def weights(lessons: list[Lesson]) -> bytes:
    """The file of the weights. What a test holds and the weights would take away is taught again, more and more."""
    ends = np.cumsum([0, *(len(it.places) for it in lessons)])
    places = np.concatenate([it.places for it in lessons])
    marks = csr_matrix((np.ones(len(places)), places, ends), shape=(len(lessons), learned.SIZE))
    marks = diags(1 / np.sqrt(np.diff(ends))) @ marks
    right, weight = np.array([it.right for it in lessons]), np.array([it.weight for it in lessons])
    held = np.array([it.held for it in lessons])
    model = LogisticRegression(C=AS_LITTLE, tol=AS_NEAR, max_iter=STEPS)
    for _ in range(ROUNDS):
        model.fit(marks, right, weight)
        taken = (held > 0) & (model.predict_proba(marks)[:, 1] < held + ROOM)
        if not taken.any():
            break
        weight[taken] *= AGAIN
    else:
        raise SystemExit("some tests hold what such words mostly held none of: see which, and teach it in more texts")
    step = float(np.abs(model.coef_).max()) / MOST
    return learned.written(step, float(model.intercept_[0]), np.rint(model.coef_[0] / step).astype(np.int8).tobytes())


def main() -> None:
    """Learn, and write what was learned."""
    files = sorted(it for it in CORPUS.glob("*/texts_*.jsonl") if it.stem not in HELD_BACK)
    lessons = [*of_texts(items(files)), *of_tests()]
    learned.WEIGHTS.write_bytes(weights(lessons))
    told = {"texts of": [it.stem for it in files], "lessons": len(lessons), "right": sum(it.right for it in lessons)}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
