"""Learns from the texts of the corpus that were read how often such words about a place held what a rule found there.

A logistic regression over the marks of each place (screening/learned.py) gives each mark its weight, by what rules
found in those texts and in the tests of texts (lessons.py).

    script/learn        writes src/fileroom/screening/weights.bin; the same texts and rules give the same weights
"""

from __future__ import annotations

import json

import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from fileroom.screening import learned
from tests.screening.learned_of import learned_of
from tests.screening.lessons import Lesson, of_tests, of_texts, read

AS_LITTLE = 30.0  # how little weights are held down: chosen by leaving out one writer's texts after another
# How near the best the weights must come: stopped sooner, a few lessons more or less make others of them all.
AS_NEAR, STEPS = 1e-5, 2000
MOST = 127  # steps of a weight
ROUNDS, AGAIN, ROOM = 12, 2.0, 0.03  # how often, how much more, and how near the likelihood that is too little


def weights(lessons: list[Lesson], of: bytes) -> bytes:
    """The file of the weights. What a test holds and the weights would take away is taught again, more and more.

    `of`: the digest of what they are learned of.
    """
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
    steps = np.rint(model.coef_[0] / step).astype(np.int8)
    return learned.written(step, float(model.intercept_[0]), steps.tobytes(), of=of)


def main() -> None:
    """Learn, and write what was learned."""
    texts = read()
    lessons = [*of_texts(texts), *of_tests()]
    learned.WEIGHTS.write_bytes(weights(lessons, learned_of(texts)))
    told = {"texts": len(texts), "lessons": len(lessons), "right": sum(it.right for it in lessons)}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
