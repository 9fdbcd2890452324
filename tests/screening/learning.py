"""Learns from the texts of the corpus that were read how often such words about a place held what a rule found there.

What every rule finds in them, however unsure, is held against what each text is said to hold; so are the pairs of
sentences that differ in a word. A logistic regression over the marks of each place (screening/learned.py) gives each
mark its weight. Texts that are HELD_BACK teach nothing: they tell what the next writer's would come to.

    script/learn        writes src/fileroom/screening/weights.bin; the same texts and rules give the same weights
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from fileroom.screening import TextKind, asking, learned
from fileroom.screening.findings import LEAST, Category, Finding
from fileroom.screening.texts import _in_order, _placed, _readings, _values
from tests.screening.near_pairs import PAIRS
from tests.screening.scoring import Item, items

CORPUS = Path(__file__).parent / "corpus"
HELD_BACK = ("texts_m", "texts_s", "texts_z", "texts_oo", "texts_qq", "texts_ad", "texts_af", "texts_ag")
# Chosen by leaving out one writer's texts after another: how little weights are held down, and what weighs how much.
AS_LITTLE, OF_A_DOUBT, OF_A_PAIR = 30.0, 0.5, 3.0
DOUBTED_FROM = 0.02  # confidence from which what a rule found teaches
MOST = 127  # steps of a weight


class Lesson(NamedTuple):
    """The places of the marks of what was found once, whether it was right, and what that weighs."""

    places: list[int]
    right: bool
    weight: float


class Found(NamedTuple):
    """What a rule found, with its place in the text, and where its marks stand."""

    finding: Finding
    places: list[int]


def found(text: str, kind: TextKind) -> Iterator[Found]:
    """What rules find, sure or doubted, as screen_text comes to weigh it."""
    for piece, reading in _readings(text, kind, "", least=DOUBTED_FROM, strict=False, clock=None):
        if reading.table is not None:
            continue
        values = _values(reading)
        sure = _in_order(reading, (it for it in values if it.confidence >= LEAST))
        for it in (*values, *asking.found(reading, sure)):
            if placed := _placed(it, reading, piece):
                yield Found(placed, sorted(learned.places(reading, it)))


def of_texts(texts: Iterable[Item]) -> Iterator[Lesson]:
    """What texts teach that say what must be found in them. A list may be told at any of its lines."""
    for text in texts:
        expected = text.expected()
        listed = {(category, mode) for category, mode, _ in expected if category == Category.PROTECTED_LIST}
        for it, places in found(text.text, text.kind):
            what = (it.category.value, it.mode.value)
            right = what in listed or (*what, text.text.count("\n", 0, it.start)) in expected
            yield Lesson(places, right, _weight(it))


def of_pairs() -> Iterator[Lesson]:
    """What the pairs teach: the one sentence holds a thing, the other nothing."""
    for pair in PAIRS:
        kind = TextKind(pair["kind"])
        for it, places in found(pair["holds"], kind):
            if f"{it.category} {it.mode}" == pair["finds"]:
                yield Lesson(places, True, OF_A_PAIR * _weight(it))
        yield from (Lesson(places, False, OF_A_PAIR * _weight(it)) for it, places in found(pair["lacks"], kind))


def _weight(it: Finding) -> float:
    return 1.0 if it.confidence >= LEAST else OF_A_DOUBT


def weights(lessons: list[Lesson]) -> bytes:
    """The file of the weights."""
    ends = np.cumsum([0, *(len(it.places) for it in lessons)])
    places = np.concatenate([it.places for it in lessons])
    marks = csr_matrix((np.ones(len(places)), places, ends), shape=(len(lessons), learned.SIZE))
    model = LogisticRegression(C=AS_LITTLE, max_iter=1000)
    model.fit(diags(1 / np.sqrt(np.diff(ends))) @ marks, [it.right for it in lessons], [it.weight for it in lessons])
    step = float(np.abs(model.coef_).max()) / MOST
    steps = np.rint(model.coef_[0] / step).astype(np.int8)
    return learned.HEADER + learned.FACTORS.pack(step, float(model.intercept_[0])) + steps.tobytes()


def main() -> None:
    """Learn, and write what was learned."""
    files = sorted(it for it in CORPUS.glob("*/texts_*.jsonl") if it.stem not in HELD_BACK)
    lessons = [*of_texts(items(files)), *of_pairs()]
    learned.WEIGHTS.write_bytes(weights(lessons))
    told = {"texts of": [it.stem for it in files], "lessons": len(lessons), "right": sum(it.right for it in lessons)}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
