"""One rule on trial: each small change to it is noticed by an example, by an edge, or proved to be idle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from fileroom.law import Question
from fileroom.law.book import BOOK, RULES, rulebook
from fileroom.law.examples import Example, examples
from fileroom.law.kernel.proof import World
from fileroom.law.kernel.readings import View
from fileroom.law.kernel.rule import GRANTS, Effect, Rule
from fileroom.law.kernel.rulebook import Rulebook
from fileroom.law.vocabulary import action
from tests.law.mutation.edges import answer, by_itself, edge, edges, near
from tests.law.mutation.mutants import Mutant, mutants
from tests.law.worlds import BY_ID, OPEN_EVERY_WEEKDAY, speaks

TODAY = date(2026, 11, 24)


@dataclass(frozen=True)
class Verdict:
    """`how`: struck by an example, by an edge, proved idle, or survives. `edge`: a new line that notices it."""

    rule: str
    what: str
    how: str
    edge: dict[str, Any] | None = None


def tried(rule_id: str, *, find: bool = False, strike_only: bool = False) -> list[Verdict]:
    """Every change to one rule, with what became of it."""
    rule = BY_ID[rule_id]
    found: list[dict[str, Any]] = []
    made: list[Verdict] = []
    for mutant in mutants(rule):
        if strike_only and mutant.made is not None:
            continue
        verdict = _verdict(mutant, found, find)
        made.append(verdict)
        if verdict.edge:
            found.append(verdict.edge)
    return made


def _verdict(mutant: Mutant, found: list[dict[str, Any]], find: bool) -> Verdict:
    book = rulebook(tuple(_replaced(mutant)))
    name = (mutant.rule.id, mutant.what)
    if any(_fails(example, book, mutant) for example in _own_first(mutant.rule)):
        return Verdict(*name, "noticed by an example")
    if any(_differs(line["question"], book, mutant) for line in (*_edges(mutant.rule.id), *found)):
        return Verdict(*name, "noticed by an edge")
    if find:
        for question in near(mutant.rule, mutant.made or mutant.rule, examples()):
            if _differs(question, book, mutant):
                return Verdict(*name, "noticed by an edge", edge(mutant.rule, question))
    return Verdict(*name, "proved idle" if _idle(mutant) else "survives")


def _replaced(mutant: Mutant) -> Iterator[Rule]:
    for rule in RULES:
        if rule is not mutant.rule:
            yield rule
        elif mutant.made is not None:
            yield mutant.made


@cache
def _own_first(rule: Rule) -> list[Example]:
    return sorted(examples(), key=lambda example: example.rule != rule.id)


@cache
def _edges(rule_id: str) -> list[dict[str, Any]]:
    """The lines, the rule's own first."""
    return sorted(edges(), key=lambda line: line["rule"] != rule_id)


@cache
def _asked(question: int) -> Question:
    return _EXAMPLES[question].asked()


_EXAMPLES = {id(example.question): example for example in examples()}


def _fails(example: Example, book: Rulebook, mutant: Mutant) -> bool:
    """The example's own test would be red."""
    q = _asked(id(example.question))
    if not _touches(mutant, q):
        return False
    decision = book.interpret(q, OPEN_EVERY_WEEKDAY)
    return decision.outcome != example.outcome or speaks(BY_ID[example.rule], decision) is not example.speaks


def _differs(question: dict[str, Any], book: Rulebook, mutant: Mutant) -> bool:
    """The whole answer is another, or the rule's own where it stands alone."""
    q = Question.from_json(question)
    if not _touches(mutant, q):
        return False
    if mutant.made is None or _alone(mutant.made, q) != _alone(mutant.rule, q):
        return True
    return answer(book.interpret(q, OPEN_EVERY_WEEKDAY)) != answer(BOOK.interpret(q, OPEN_EVERY_WEEKDAY))


def _alone(rule: Rule, q: Question) -> dict[str, Any]:
    return answer(by_itself(rule).interpret(q, OPEN_EVERY_WEEKDAY))


def _touches(mutant: Mutant, q: Question) -> bool:
    """Could the change be felt here? A quick look that spares the whole judgment."""
    old, new = mutant.rule, mutant.made
    if new is None:
        return old.binds(q.on) and _weight(old, q) != (False, False, False)
    if old.binds(q.on) is not new.binds(q.on):
        return True
    if not old.binds(q.on):
        return False
    weight = _weight(old, q)
    if old.when is new.when and old.claimed is new.claimed:
        return weight != (False, False, False)
    return weight != _weight(new, q)


def _weight(rule: Rule, q: Question) -> tuple[bool | None, bool, bool]:
    """The condition's truth, and for a grant whether it is claimed and can be hoped for."""
    hoped = rule.effect in GRANTS and rule.claimed.truth(q) is True and rule.when.hopeful(q)
    return rule.when.truth(q), hoped, hoped


def _idle(mutant: Mutant) -> bool:
    """Proved: today the changed condition says the same of every question, known facts and not."""
    old, new = mutant.rule, mutant.made
    if new is None or not old.binds(TODAY) or _rest(old) != _rest(new):
        return False
    env = World(BOOK, TODAY, action, [new.when, new.claimed]).symbols
    unlike = [env.z3.Xor(one, two) for one, two in zip(_felt(old, env), _felt(new, env), strict=True)]
    solver = env.z3.Solver(ctx=env.context)
    solver.add(*env.axioms, env.any(*unlike))
    return bool(solver.check() == env.z3.unsat)


def _felt(rule: Rule, env: Any) -> list[Any]:
    """All that a judgment asks of a rule's conditions."""
    certain = rule.when.solver(env, View.CERTAIN)
    if rule.effect is Effect.FORBIDS:
        return [certain, rule.when.solver(env, View.POSSIBLE)]
    if rule.effect in GRANTS:
        return [certain, env.all(rule.claimed.solver(env, View.CERTAIN), rule.when.solver(env, View.HOPEFUL))]
    return [certain]


def _rest(rule: Rule) -> dict[str, Any]:
    return rule.canonical() | {"when": "", "claimed": ""}
