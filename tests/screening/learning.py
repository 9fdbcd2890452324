"""Learns from the texts of the corpus that were read how often such words about a place held what a rule found there.

Logistic regressions give each mark its weight (screening/marks.py, learned.py): of stretches, by which texts hold
anything, and which in a mode; of the words and the letters of places, by what rules found in those texts and in the
tests of texts (lessons.py).

    script/learn        writes src/fileroom/screening/weights.bin; the same texts and rules give the same weights
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from fileroom.screening import learned
from fileroom.screening.findings import Mode
from fileroom.screening.learned import PLAIN, Weights
from fileroom.screening.marks import SIZE
from tests.screening.learned_of import learned_of
from tests.screening.lessons import Lesson, Whole, of_tests, of_texts, read, wholes

AS_LITTLE = 30.0  # how little weights are held down: chosen by leaving out one writer's texts after another
# How near the best the weights must come: stopped sooner, a few lessons more or less make others of them all.
AS_NEAR, STEPS = 1e-5, 2000
MOST = 127  # steps of a weight
ROUNDS, AGAIN, ROOM = 20, 2.0, 0.03  # how often, how much more, and how near the likelihood that is wrong
HARDLY = 0.1  # above what is plain, in the odds' logarithm
Floats = NDArray[np.float64]


def weights(lessons: list[Lesson], texts: list[Whole], of: bytes) -> bytes:
    """The file of the weights. What a test says and the weights would not is taught again, more and more.

    `of`: the digest of what they are learned of.
    """
    words, letters = _matrix([it.marked.words for it in lessons]), _matrix([it.marked.letters for it in lessons])
    right, weight = np.array([it.right for it in lessons]), np.array([it.weight for it in lessons])
    bar = np.array([it.bar for it in lessons])
    to_pass = bar + np.where(right, ROOM, -ROOM)
    stretch, by_mode, about = _stretches(lessons, texts)
    of_words, of_letters = _model(), _model()
    for _ in range(ROUNDS):
        of_words.fit(words, right, weight)
        of_letters.fit(letters, right, weight)
        place = (of_words.decision_function(words) + of_letters.decision_function(letters)) / 2
        wrong = (bar > 0) & ((_likelihood(place, about) >= to_pass) != right)
        if not wrong.any():
            break
        weight[wrong] *= AGAIN
    else:
        raise SystemExit("some tests say other than such words mostly do: see which, and teach it in more texts")
    modes = {mode: _weights(it) for mode, it in by_mode.items()}
    return learned.written(_weights(of_words), _weights(of_letters), _weights(stretch), modes, of=of)


def _stretches(
    lessons: list[Lesson], texts: list[Whole]
) -> tuple[LogisticRegression, dict[Mode, LogisticRegression], Floats]:
    """The model of stretches, those by mode, and what both say of each lesson: nan where it has no stretch."""
    whole, parts = _matrix([it.stretch for it in texts]), _matrix([it.marked.stretch for it in lessons])
    stretch = _model().fit(whole, np.array([bool(it.holds) for it in texts]))
    by_mode = {mode: _model().fit(whole, np.array([mode in it.holds for it in texts])) for mode in Mode}
    of_mode = [np.array([it.marked.mode is mode for it in lessons]) for mode in Mode]
    about = np.select(of_mode, [by_mode[mode].decision_function(parts) for mode in Mode])
    about = (about + stretch.decision_function(parts)) / 2
    about[[not it.marked.stretch for it in lessons]] = np.nan
    return stretch, by_mode, about


def _model() -> LogisticRegression:
    return LogisticRegression(C=AS_LITTLE, tol=AS_NEAR, max_iter=STEPS)


def _matrix(marked: Sequence[Sequence[int]]) -> csr_matrix:
    """A row for each, of one length however many its marks are."""
    ends = np.cumsum([0, *map(len, marked)])
    places = np.concatenate([np.asarray(it, np.int64) for it in marked])
    return diags(1 / np.sqrt(np.maximum(1, np.diff(ends)))) @ csr_matrix(
        (np.ones(len(places)), places, ends), (len(marked), SIZE)
    )


def _likelihood(place: Floats, stretch: Floats) -> Floats:
    """As learned.likelihood says it, of many; what is hardly plain here may be none when weights are rounded."""
    asked = (place < PLAIN + HARDLY) & ~np.isnan(stretch)
    return 1 / (1 + np.exp(-np.where(asked, (place + stretch) / 2, place)))


def _weights(model: LogisticRegression) -> Weights:
    step = float(np.abs(model.coef_).max()) / MOST
    return Weights(
        array("b", np.rint(model.coef_[0] / step).astype(np.int8).tobytes()), step, float(model.intercept_[0])
    )


def main() -> None:
    """Learn, and write what was learned."""
    texts = read()
    lessons = [*of_texts(texts), *of_tests()]
    learned.WEIGHTS.write_bytes(weights(lessons, [*wholes(texts)], learned_of(texts)))
    told = {"texts": len(texts), "lessons": len(lessons), "right": sum(it.right for it in lessons)}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
