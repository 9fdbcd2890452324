"""Texts without the people in them, beside Presidio with the same roster as its deny list, in one run on one core.

Both are given the same planted texts. Recall: of what was planted how much is gone. Goals: 0.999 of it gone, a text in
which nobody is told of unchanged, and 20 times Presidio. Presidio gets the roster's names as words to deny, its own
recognisers, and a blank pipeline. Times are the processor's.

    python benchmarks/deidentify.py [--students 40000] [--texts 60] [--theirs 3]
"""

from __future__ import annotations

import argparse
import logging
import re
import sys
from collections.abc import Callable
from time import process_time

from benchmarks.peers.presidio import analyzer
from fileroom.screening.deidentifying import Kind, Person, Roster, deidentify
from fileroom.screening.folding import fold
from tests.screening.deidentifying.planting import NOBODY, SCHOOLS, Planted, planted, roster

Redact = Callable[[str], str]
RECALL, TIMES = 0.999, 20.0
SYLLABLES = (
    "ka", "ri", "so", "le", "mi", "na", "to", "ra", "be", "lu", "gon", "man", "dez", "son", "vi", "ja", "qui", "ter",
    "ed", "an", "or", "el", "zu", "ba", "fo",
)  # fmt: skip


def large(students: int) -> Roster:
    """The roster of the tests, among as many students as a district has, whose names are made of syllables."""
    few = roster(1)
    made = []
    for number in range(students - len(few.people)):
        rest, letters = number + 40_000, []
        while rest:
            rest, at = divmod(rest, len(SYLLABLES))
            letters.append(SYLLABLES[at])
        name = "".join(letters)
        made.append(Person(Kind.STUDENT, (name.title(),), (name[::-1].title(),), grade="05", school=SCHOOLS[0]))
    return Roster([*few.people, *made], SCHOOLS)


def share_gone(left: str, of: Planted) -> tuple[int, int]:
    """How many of the planted are gone, of how many."""
    folded = fold(left).text
    gone = [not re.search(rf"(?<!\w){re.escape(fold(it).text)}(?!\w)", folded) for it in of.secrets]
    return sum(gone), len(gone)


def presidio(people: Roster) -> Redact:
    """Presidio with the roster's names as a deny list."""
    from presidio_analyzer import PatternRecognizer

    logging.getLogger("tldextract").setLevel(logging.CRITICAL)  # it asks the network for a list, and does without
    engine = analyzer()
    names = {word for it in people.people for name in (*it.given, *it.family) for word in name.split()}
    engine.registry.add_recognizer(PatternRecognizer("PERSON", deny_list=sorted(names)))

    def redact(text: str) -> str:
        for it in sorted(engine.analyze(text, language="en"), key=lambda it: -it.start):
            text = text[: it.start] + "[x]" + text[it.end :]
        return text

    return redact


def measured(redact: Redact, texts: list[Planted]) -> tuple[float, float]:
    """Megabytes a second, and the share that is gone."""
    begin, gone, of = process_time(), 0, 0
    left = [redact(it.text) for it in texts]
    seconds = process_time() - begin
    for it, text in zip(texts, left, strict=True):
        more, all_ = share_gone(text, it)
        gone, of = gone + more, of + all_
    return sum(len(it.text) for it in texts) / seconds / 1e6, gone / of


def main() -> int:
    """Measure and print; exit status 1 if a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--students", type=int, default=40_000)
    parser.add_argument("--texts", type=int, default=60)
    parser.add_argument("--theirs", type=int, default=3)
    asked = parser.parse_args()
    begin = process_time()
    people = large(asked.students)
    ready = process_time() - begin
    texts = [planted(people_of := roster(1), seed, sentences=40) for seed in range(asked.texts)]
    deidentify(texts[0].text, people)  # compiles the matchers of the sieve
    speed, recall = measured(lambda text: deidentify(text, people).text, texts)
    peer = presidio(people)
    peer(NOBODY[0])
    theirs, their_recall = measured(peer, texts[: asked.theirs])
    same = all(deidentify(it, people_of).text == it for it in NOBODY)
    print(f"{asked.students:,} students ready in {ready:.2f} s")
    print(f"fileroom {speed:7.3f} MB/s, {recall:.4f} gone   presidio {theirs:8.4f} MB/s, {their_recall:.4f} gone")
    goals = {
        f"{RECALL} of what was planted is gone": recall >= RECALL,
        f"{TIMES:.0f} times Presidio ({speed / theirs:.0f})": speed >= TIMES * theirs,
        "what tells of nobody is unchanged": same,
    }
    for goal, met in goals.items():
        print(f"{'met   ' if met else 'missed'} {goal}")
    return 0 if all(goals.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
