"""The tree beside pymerkle: append, inclusion proof, verification. Goals: at least 5, 5 and 1.5 times as fast.

Both run in this process, taking turns; a figure is the median of the rounds' ratios, so a noisy machine cancels out.

    python benchmarks/tree.py [--rounds 9] [--leaves 50000] [--json]
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Callable
from statistics import median

import pymerkle

from fileroom.ledger.tree.checking import inclusion_holds
from fileroom.ledger.tree.hashing import leaf_hash
from fileroom.ledger.tree.memory import Tree

GOALS = {"append": 5.0, "inclusion proof": 5.0, "verification": 1.5}
PROOFS = 1_000


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def append_ours(leaves: list[bytes]) -> Tree:
    """A tree of these leaves."""
    tree = Tree()
    for leaf in leaves:
        tree.append(leaf)
    return tree


def append_theirs(leaves: list[bytes]) -> pymerkle.InmemoryTree:
    """pymerkle's tree of these leaves."""
    tree = pymerkle.InmemoryTree(algorithm="sha256")
    for leaf in leaves:
        tree.append_entry(leaf)
    return tree


def one_round(leaves: list[bytes], places: list[int]) -> dict[str, float]:
    """Ratios (theirs / ours) of one round, ours and theirs in turn."""
    ours, theirs = append_ours(leaves), append_theirs(leaves)
    size, root = ours.size, ours.root()
    assert root == theirs.get_root(), "two trees of the same leaves must have one root"
    our_proofs = [ours.inclusion(place) for place in places]
    their_proofs = [theirs.prove_inclusion(place + 1) for place in places]
    hashes = [leaf_hash(leaves[place]) for place in places]
    checked = list(zip(hashes, places, our_proofs, strict=True))
    pairs: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
        "append": (lambda: append_ours(leaves), lambda: append_theirs(leaves)),
        "inclusion proof": (
            lambda: [ours.inclusion(place) for place in places],
            lambda: [theirs.prove_inclusion(place + 1) for place in places],
        ),
        "verification": (
            lambda: [inclusion_holds(leaf, place, size, path, root) for leaf, place, path in checked],
            lambda: [pymerkle.verify_inclusion(h, root, p) for h, p in zip(hashes, their_proofs, strict=True)],
        ),
    }
    return {name: seconds(theirs_) / seconds(ours_) for name, (ours_, theirs_) in pairs.items()}


def main() -> int:
    """Print the medians; exit status 1 if a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--leaves", type=int, default=50_000)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    chance = random.Random(6962)
    leaves = [chance.randbytes(256) for _ in range(args.leaves)]
    places = [chance.randrange(args.leaves) for _ in range(PROOFS)]
    rounds = [one_round(leaves, places) for _ in range(args.rounds)]
    ratios = {name: round(median(found[name] for found in rounds), 2) for name in GOALS}
    met = all(ratios[name] >= goal for name, goal in GOALS.items())
    if args.json:
        print(json.dumps({"peer": "pymerkle", "ratios": ratios, "goals": GOALS, "met": met}))
    else:
        for name, goal in GOALS.items():
            word = "met" if ratios[name] >= goal else "missed"
            print(f"{name}: {ratios[name]:.1f} times pymerkle (goal {goal}: {word})")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
