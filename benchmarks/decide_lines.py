"""`fileroom decide` as a process beside one that only parses and prints the same lines; and its memory as lines grow.

Both read from a file and write to nothing; the time is the processor's for the whole process, its start included, so
that what else runs on the machine weighs little. Time and peak memory are what the system counts (`getrusage`).
Goals: at most 6 times the bare time on 100,000 lines; the peak at ten times as many lines at most 1.2 times that.

    python benchmarks/decide_lines.py [--rounds 3] [--lines 100000] [--json]
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import NamedTuple

from fileroom.law.examples import examples

GOALS = {"lines / bare JSON": 6.0, "peak at ten times the lines": 1.2}
DECIDE = "import sys; from fileroom.cli.__main__ import main; sys.exit(main())"
BARE = "import json, sys; [sys.stdout.write(json.dumps(json.loads(line)) + '\\n') for line in open(sys.argv[1], 'rb')]"


class Run(NamedTuple):
    seconds: float
    peak: int


def run(*arguments: str) -> Run:
    """A Python process, its output thrown away: its processor time and peak memory. Raises if it failed."""
    nothing = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    child = os.posix_spawn(sys.executable, [sys.executable, "-c", *arguments], os.environ, file_actions=nothing)
    _, status, used = os.wait4(child, 0)
    if status:
        raise RuntimeError(f"{arguments[1:]} ended with {os.waitstatus_to_exitcode(status)}")
    return Run(used.ru_utime + used.ru_stime, used.ru_maxrss)


def written(path: Path, count: int) -> str:
    """A file of that many questions: the worked examples in turn."""
    told = [example.question for example in examples()]
    with path.open("w", encoding="utf-8") as lines:
        for number, question in enumerate(islice(cycle(told), count)):
            lines.write(json.dumps({"id": number, **question}) + "\n")
    return str(path)


def measured(rounds: int, count: int) -> dict[str, float]:
    """The median ratio of times, the ratio of peaks, and what they were."""
    with tempfile.TemporaryDirectory() as folder:
        few = written(Path(folder, "few.jsonl"), count)
        ours, bare = [], []
        for _ in range(rounds):
            ours.append(run(DECIDE, "decide", few))
            bare.append(run(BARE, few))
        many = run(DECIDE, "decide", written(Path(folder, "many.jsonl"), 10 * count))
    return {
        "lines / bare JSON": median(one.seconds / other.seconds for one, other in zip(ours, bare, strict=True)),
        "peak at ten times the lines": many.peak / median(it.peak for it in ours),
        "lines a second": count / median(it.seconds for it in ours),
        "peak MiB": many.peak / 1024,
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--lines", type=int, default=100_000)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    found = measured(args.rounds, args.lines)
    said = {name: "met" if found[name] <= goal else "missed" for name, goal in GOALS.items()}
    if args.json:
        print(json.dumps({"goals": GOALS, "found": found}))
    else:
        for name, value in found.items():
            print(f"{name:<28} {value:10.2f}" + (f"   goal {GOALS[name]}: {said[name]}" if name in GOALS else ""))
    return 1 if "missed" in said.values() else 0


if __name__ == "__main__":
    sys.exit(main())
