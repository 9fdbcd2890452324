"""The law beside Cedar (`cedarpy`, batch) on the same rules, and beside a bare JSON parse and print of the same lines.

Cedar gets the rules in force rendered to its language, once parsed, and questions with every fact known; it says
only permit or deny, in one request. Ours says which rules, duties, deadline and limits. Both must agree on every
question. Goals: at least 5 times Cedar's speed; a line of `decide` at most 6 times a bare parse and print.

    python benchmarks/decide.py [--rounds 7] [--questions 4000] [--json]
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Callable
from datetime import date
from statistics import median
from typing import Any

import cedarpy

from fileroom.law import Question, decide, default_calendar
from fileroom.law.book import BOOK
from fileroom.law.examples import bases, changed, examples
from fileroom.law.kernel.atoms import AtLeast, Has, Is
from fileroom.law.kernel.condition import All, Always, Condition, Either, Not
from fileroom.law.kernel.papers import Some
from fileroom.law.kernel.rule import GRANTS, Effect, Key, Rule
from fileroom.law.kernel.term import Term
from fileroom.law.streaming import answers
from fileroom.law.vocabulary import action, terms

ON = date(2026, 11, 24)
GOALS = {"decide / cedarpy batch": 5.0, "line / bare JSON": 6.0}
RULES = [rule for rule in BOOK.live(ON) if rule.effect is Effect.FORBIDS or rule.effect in GRANTS]
ATOMS = [atom for rule in RULES for atom in rule.when.atoms()]
# Two terms may read one fact differently where it is absent, so each reading has a name of its own.
TERMS = {
    term: f"{term.path.replace('.', '_')}_{place}"
    for place, term in enumerate(dict.fromkeys(a.term for a in ATOMS if isinstance(a, (Is, AtLeast, Has))))
}
PAPERS = {atom: f"paper_{place}" for place, atom in enumerate(dict.fromkeys(a for a in ATOMS if isinstance(a, Some)))}


def cedar(condition: Condition) -> str:
    """A condition as a Cedar expression over the context."""
    match condition:
        case All(parts):
            return "(" + " && ".join(map(cedar, parts)) + ")"
        case Either(parts):
            return "(" + " || ".join(map(cedar, parts)) + ")"
        case Not(part):
            return f"!({cedar(part)})"
        case Is(term, values):
            return "(" + " || ".join(f"{_name(term)} == {json.dumps(value)}" for value in sorted(values)) + ")"
        case AtLeast(term, number):
            return f"{_name(term)} >= {number}"
        case Has(term, values):
            return f"{_name(term)}.containsAny({json.dumps(sorted(values))})"
        case Some():
            return f"context.{PAPERS[condition]}"
        case Always():
            return "true"
    raise TypeError(condition)


def _name(term: Any) -> str:
    return "context." + TERMS[term]


def policies() -> cedarpy.PolicySet:
    """The rules as Cedar: each ban a forbid; the grants as one permit for releases, with both keys, and one besides."""
    releases = cedar(action.is_(*sorted(BOOK.releases)))
    state, federal = _any(Key.STATE), _any(Key.FEDERAL)
    made = [f"forbid(principal, action, resource) when {{ {cedar(rule.when)} }};" for rule in _bans()]
    made.append(f"permit(principal, action, resource) when {{ {releases} && {state} && {federal} }};")
    made.append(f"permit(principal, action, resource) when {{ !({releases}) && {state} }};")
    return cedarpy.PolicySet.from_str("\n".join(made))


def _bans() -> list[Rule]:
    return [rule for rule in RULES if rule.effect is Effect.FORBIDS]


def _any(key: Key) -> str:
    return "(" + " || ".join(cedar(rule.when) for rule in RULES if rule.effect in GRANTS and rule.turns(key)) + ")"


def random_question(chance: random.Random) -> dict[str, Any]:
    """A worked example with a few facts thrown, and every other fact given."""
    asked = chance.choice(examples()).question
    given: dict[str, Any] = {"papers": [], "orders": [], "choices": [], **asked, "on": ON.isoformat()}
    thrown = set(chance.sample(sorted(terms()), 4))
    for term in (*terms().values(), *TERMS):
        if term.path in ("action", "orders", "choices"):
            continue
        if term.path in thrown or term.read(Question.from_json(given)) is None:
            given = changed(given, {term.path: _value(terms()[term.path], chance)})
            thrown.discard(term.path)
    return given


def _value(term: Term, chance: random.Random) -> Any:
    if term.values is None:
        return chance.randrange(24)
    value = chance.choice(term.values)
    return [str(value)] if term.many else getattr(value, "value", value)


def request(question: Question) -> dict[str, Any]:
    """The same question for Cedar: each term's value, each paper condition's truth."""
    context: dict[str, Any] = {name: bool(atom.truth(question)) for atom, name in PAPERS.items()}
    for term, name in TERMS.items():
        value = term.read(question)
        context[name] = [str(each) for each in value] if isinstance(value, tuple) else getattr(value, "value", value)
    return {"principal": 'User::"one"', "action": 'Action::"ask"', "resource": 'Record::"one"', "context": context}


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def measured(rounds: int, count: int) -> dict[str, float]:
    """Median ratios, and how many questions came out differently."""
    chance, calendar, held = random.Random(5125), default_calendar(), policies()
    questions = [Question.from_json(random_question(chance)) for _ in range(count)]
    requests = [request(question) for question in questions]
    lines = [json.dumps({**base, "id": n}) for n, base in enumerate([*bases().values()] * (count // 10))]
    theirs = cedarpy.is_authorized_batch(requests, held, [])
    failed = [result.diagnostics.errors for result in theirs if result.diagnostics.errors]
    assert not failed, failed[0]
    unlike = sum(decide(q, calendar).granted is not result.allowed for q, result in zip(questions, theirs, strict=True))
    pace: dict[str, list[float]] = {name: [] for name in GOALS}
    for _ in range(rounds):
        ours = seconds(lambda: [decide(question, calendar) for question in questions])
        pace["decide / cedarpy batch"].append(seconds(lambda: cedarpy.is_authorized_batch(requests, held, [])) / ours)
        bare = seconds(lambda: [json.dumps(json.loads(line)) for line in lines])
        pace["line / bare JSON"].append(seconds(lambda: list(answers(lines, calendar))) / bare)
    return {name: median(ratios) for name, ratios in pace.items()} | {
        "decisions that differ": unlike,
        "granted": sum(result.allowed for result in theirs) / count,
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--questions", type=int, default=4000)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    found = measured(args.rounds, args.questions)
    if args.json:
        print(json.dumps({"goals": GOALS, "found": found}))
    else:
        for name, value in found.items():
            print(f"{name:<26} {value:8.2f}" + (f"   goal {GOALS[name]}" if name in GOALS else ""))
    met = found["decide / cedarpy batch"] >= 5 and found["line / bare JSON"] <= 6 and not found["decisions that differ"]
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
