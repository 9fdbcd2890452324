"""The law beside Cedar (`cedarpy`, batch) and Rego (`regorus`, its compiled machine) on the same rules, in one run.

Both get the rules in force rendered to their language, parsed once, and questions with every fact known; they say
only yes or no. Ours says which rules, duties, deadline and limits. All must agree on every question. Goals: at least
5 times Cedar's speed, and no slower than regorus. Cedar is measured without the schema it is checked against in the
tests: a schema slows it down.

    python benchmarks/decide.py [--rounds 7] [--questions 2000] [--json]
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Callable
from statistics import median

import cedarpy

from fileroom.law import decide, default_calendar
from fileroom.law.book import BOOK
from tests.law.peers.cedar import Cedar, request
from tests.law.peers.formulas import Formulas
from tests.law.peers.rego import Rego
from tests.law.random_questions import TODAY, complete, read

GOALS = {"decide / cedarpy batch": 5.0, "decide / regorus": 1.0}


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def measured(rounds: int, count: int) -> dict[str, float]:
    """Median ratios of speed, decisions a second, and how many questions came out differently."""
    chance, calendar, formulas = random.Random(5125), default_calendar(), Formulas(BOOK, TODAY)
    drawn = [read(complete(chance, on=TODAY)) for _ in range(count)]
    known = [(q, facts) for q in drawn if (facts := formulas.facts(q)) is not None]
    questions = [q for q, _ in known]
    requests, inputs = [request(facts) for _, facts in known], [json.dumps(facts) for _, facts in known]
    cedar, rego = Cedar(formulas), Rego(formulas)
    ours = [decide(q, calendar).granted for q in questions]
    unlike = {"Cedar": cedar.allowed([facts for _, facts in known]), "Rego": rego.allowed(inputs)}
    times: dict[str, list[float]] = {"ours": [], "cedarpy batch": [], "regorus": []}
    for _ in range(rounds):
        times["ours"].append(seconds(lambda: [decide(q, calendar) for q in questions]))
        times["cedarpy batch"].append(seconds(lambda: cedarpy.is_authorized_batch(requests, cedar.policies, [])))
        times["regorus"].append(seconds(lambda: rego.allowed(inputs)))
    pace = {f"decide / {peer}": _ratio(times[peer], times["ours"]) for peer in ("cedarpy batch", "regorus")}
    return pace | {f"{peer} differs": sum(map(bool.__xor__, ours, theirs)) for peer, theirs in unlike.items()} | {
        "granted": sum(ours) / len(ours),
        "questions": len(ours),
        "decisions a second": len(ours) / median(times["ours"]),
    }  # fmt: skip


def _ratio(theirs: list[float], ours: list[float]) -> float:
    return median(one / other for one, other in zip(theirs, ours, strict=True))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--questions", type=int, default=2000)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    found = measured(args.rounds, args.questions)
    if found["Cedar differs"] or found["Rego differs"]:
        # No goal: who answers another question faster has won nothing.
        sys.exit(f"{found['Cedar differs']} answers of Cedar's and {found['Rego differs']} of Rego's are not ours.")
    said = {name: "met" if found[name] >= goal else "missed" for name, goal in GOALS.items()}
    if args.json:
        print(json.dumps({"goals": GOALS, "found": found}))
    else:
        for name, value in found.items():
            print(f"{name:<26} {value:10.2f}" + (f"   goal {GOALS[name]}: {said[name]}" if name in GOALS else ""))
    return 1 if "missed" in said.values() else 0


if __name__ == "__main__":
    sys.exit(main())
