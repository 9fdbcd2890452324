"""Change every rule a little and count what notices. Exit 1 where a change is neither noticed nor proved idle.

script/mutants                    counts by room; every survivor and every change proved to be idle, by name
script/mutants --find             add to tests/law/ROOM/CHAPTER.toml the rows that tell survivors apart
script/mutants --find --anew      the same; where a row is no longer true, all rows of that rule are first thrown away
script/mutants --strike           only strike out each rule in turn: some worked example must turn red
script/mutants --rule PREFIX      only rules whose id begins so
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from itertools import groupby
from time import monotonic

from fileroom.law.book import RULES
from fileroom.law.kernel.rule import Rule
from tests.law.mutation.finding import found
from tests.law.mutation.tables import tables, write
from tests.law.mutation.trial import EDGE, EXAMPLE, IDLE, SURVIVES, hold, struck_out, tried


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--find", action="store_true")
    parser.add_argument("--anew", action="store_true")
    parser.add_argument("--strike", action="store_true")
    parser.add_argument("--rule", default="")
    args = parser.parse_args()
    chosen = [rule for rule in RULES if rule.id.startswith(args.rule)]
    if args.strike:
        return _struck(chosen)
    if args.find:
        for address, rules in groupby(chosen, key=_chapter):
            _find(address, list(rules), anew=args.anew)
        return 0
    return _counted(chosen)


def _chapter(rule: Rule) -> str:
    return rule.id.rpartition(".")[0]


def _find(address: str, chosen: list[Rule], *, anew: bool) -> None:
    held = tables(address)
    made = []
    for rule in [rule for rule in RULES if _chapter(rule) == address]:
        cases = held.get(rule.id, [])
        if rule in chosen:
            started = monotonic()
            cases = found(rule, [] if anew and not hold(rule, cases) else cases)
            print(f"{rule.id}: {monotonic() - started:.1f} seconds", file=sys.stderr, flush=True)
        if cases:
            made.append((rule.id, cases))
    write(address, made)


def _struck(chosen: list[Rule]) -> int:
    missed = [rule.id for rule in chosen if struck_out(rule) is None]
    for rule in missed:
        print(f"nothing is missed without {rule}")
    print(f"{len(chosen)} rules struck out, each by itself: {len(chosen) - len(missed)} missed")
    return 1 if missed else 0


def _counted(chosen: list[Rule]) -> int:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for rule in chosen:
        room = rule.id.partition(".")[0]
        for mutant, how in tried(rule, tables(_chapter(rule)).get(rule.id, [])):
            counts[room][how] += 1
            if how in (IDLE, SURVIVES):
                print(f"{how:<12} {rule.id}: {mutant.what}", flush=True)
    for room, count in sorted(counts.items()):
        told = ", ".join(f"{count[how]} {how}" for how in (EXAMPLE, EDGE, IDLE, SURVIVES))
        print(f"{room}: {count.total()} changes: {told}")
    return 1 if any(count[SURVIVES] for count in counts.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
