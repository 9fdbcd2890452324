"""Do the engines agree? Random questions asked of the compiled rules, of the interpreter, and of Cedar.

    script/agree [--questions 100000] [--seed 5125]

Half the questions have every fact, half are the same with facts missing. Three things are counted, and each must
be 0: answers of the compiled rules that are not, whole, the interpreter's; complete questions that Cedar grants and
we do not, or the other way round; questions with a gap that are granted though a ban is not certainly false, or though
the same question is refused once the gap is filled. Exit 1 otherwise.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import cache
from os import cpu_count
from random import Random
from typing import Any

from fileroom.law import Question
from fileroom.law.book import BOOK
from fileroom.law.kernel.rule import Effect
from tests.law.peers.formulas import Formulas
from tests.law.random_questions import Flat, complete, nested, read, read_when_absent, with_gaps
from tests.law.worlds import OPEN_EVERY_WEEKDAY

BATCH = 1000
FAULTS = {
    "compiled": "answers of the compiled rules unlike the interpreter's",
    "cedar": "complete questions that Cedar answers otherwise",
    "gap": "questions granted though a missing fact might forbid",
}


class Agreement:
    """Counts of what was asked, and each question that came out wrong, by fault."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.wrong: dict[str, list[Flat]] = {fault: [] for fault in FAULTS}

    def add(self, other: Agreement) -> None:
        self.counts += other.counts
        for fault, asked in other.wrong.items():
            self.wrong[fault] += asked

    @property
    def whole(self) -> bool:
        return not any(self.wrong.values())


def agreement(count: int, seed: int, days: Sequence[date] = ()) -> Agreement:
    """`count` questions, half of them complete, laid before all engines. `days`: asked of these alone, for each day's
    rules cost Cedar a second to read."""
    chance, found = Random(seed), Agreement()
    by_day: dict[int, list[tuple[Flat, Question, bool]]] = defaultdict(list)
    for _ in range(count // 2):
        facts = complete(chance, on=chance.choice(days) if days else None)
        q = read(facts)
        granted = _both(facts, q, found)
        by_day[_span(q.on)].append((facts, q, granted))
        _gap(with_gaps(facts, chance), facts, granted, found)
    for asked in by_day.values():
        _beside_cedar(asked, found)
    return found


def _both(facts: Flat, q: Question, found: Agreement) -> bool:
    """Whether it is granted; by both of our own engines."""
    decision = BOOK.decide(q, OPEN_EVERY_WEEKDAY)
    found.counts.update({"asked": 1, "granted": decision.granted, decision.outcome.value: 1})
    if decision != BOOK.interpret(q, OPEN_EVERY_WEEKDAY):
        found.wrong["compiled"].append(facts)
    return decision.granted


def _gap(facts: Flat, filled: Flat, granted_when_filled: bool, found: Agreement) -> None:
    """Where a ban is not certainly false, no grant; nor where the same question with the gaps filled has none."""
    q = read(facts)
    granted = _both(facts, q, found)
    truths = [rule.when.truth(q) for rule in BOOK.live(q.on) if rule.effect is Effect.FORBIDS]
    lost = {path for path in filled if facts.get(path) != filled[path]}
    told = read_when_absent() | ({"papers"} if facts.get("papers") else set())  # a paper's quality may be so too
    contradicted = not granted_when_filled and not lost & told
    found.counts.update({"with a gap": 1, "with a ban in doubt": None in truths and True not in truths})
    if granted and (contradicted or any(truth is not False for truth in truths)):
        found.wrong["gap"].append(facts)


def _beside_cedar(asked: list[tuple[Flat, Question, bool]], found: Agreement) -> None:
    """Questions of one span of days. One with a fact that nothing tells is not complete, and is left out."""
    formulas, cedar = _cedar(_span(asked[0][1].on))
    told = [(facts, formulas.facts(q), granted) for facts, q, granted in asked]
    known = [(facts, given, granted) for facts, given, granted in told if given is not None]
    allowed = cedar.allowed([given for _, given, _ in known])
    found.counts["beside Cedar"] += len(known)
    found.wrong["cedar"] += [
        facts for (facts, _, ours), theirs in zip(known, allowed, strict=True) if ours is not theirs
    ]


def _span(on: date) -> int:
    return sum(turn <= on for turn in BOOK.turns)


@cache
def _cedar(span: int) -> tuple[Formulas, Any]:
    from tests.law.peers.cedar import Cedar

    first = BOOK.turns[span - 1] if span else date.min
    formulas = Formulas(BOOK, first)
    return formulas, Cedar(formulas)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=5125)
    args = parser.parse_args()
    began, found = time.perf_counter(), Agreement()
    batches = max(1, args.questions // BATCH)
    work = [(min(BATCH, args.questions), args.seed * batches + place) for place in range(batches)]
    with ProcessPoolExecutor(cpu_count()) as processes:
        for part in processes.map(_apart, work):
            found.add(part)
    counts = found.counts
    print(f"{counts['asked']} questions in {time.perf_counter() - began:.0f} s: ", end="")
    print(", ".join(f"{counts[name]} {name}" for name in ("with a gap", "with a ban in doubt", "beside Cedar")))
    print(", ".join(f"{counts[name] / counts['asked']:.1%} {name}" for name in ("must", "may", "no", "needs_more")))
    for fault, says in FAULTS.items():
        print(f"{len(found.wrong[fault]):>6} {says}")
        for facts in found.wrong[fault][:3]:
            print(f"       {json.dumps(nested(facts))}")
    return 0 if found.whole else 1


def _apart(work: tuple[int, int]) -> Agreement:
    return agreement(*work)


if __name__ == "__main__":
    sys.exit(main())
