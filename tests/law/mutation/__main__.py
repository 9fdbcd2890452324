"""Change every rule a little and count what notices. Exit 1 where a change is neither noticed nor proved idle.

script/mutants            counts; every survivor and every change proved to be idle, by name
script/mutants --find     also look for questions that tell survivors apart, and add them to edges.jsonl
script/mutants --strike   only strike out each rule in turn
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from os import cpu_count

from fileroom.law.book import RULES
from tests.law.mutation.edges import edges, write
from tests.law.mutation.trial import Verdict, tried


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--find", action="store_true", help="add the questions that tell survivors apart")
    parser.add_argument("--strike", action="store_true", help="only strike out each rule in turn")
    parser.add_argument("--rule", default="", help="only rules whose id begins so")
    args = parser.parse_args()
    chosen = [rule.id for rule in RULES if rule.id.startswith(args.rule)]
    with ProcessPoolExecutor(cpu_count()) as processes:
        work = partial(tried, find=args.find, strike_only=args.strike)
        verdicts = [verdict for batch in processes.map(work, chosen) for verdict in batch]
    if args.find:
        write([*edges(), *(it.edge for it in verdicts if it.edge)])
    return _told(verdicts)


def _told(verdicts: list[Verdict]) -> int:
    counts = Counter(verdict.how for verdict in verdicts)
    for how in ("proved idle", "survives"):
        for verdict in verdicts:
            if verdict.how == how:
                print(f"{how:<12} {verdict.rule}: {verdict.what}")
    print(f"{len(verdicts)} changes to {len({it.rule for it in verdicts})} rules: ", end="")
    print(", ".join(f"{number} {how}" for how, number in sorted(counts.items())))
    return 1 if counts["survives"] else 0


if __name__ == "__main__":
    sys.exit(main())
