"""One rule on trial: each small change to it is noticed by an example, by an edge, or proved to be idle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

from fileroom.law import Question
from fileroom.law.book import BOOK
from fileroom.law.examples import Example, examples
from fileroom.law.kernel.rule import GRANTS, Rule
from tests.law.mutation.edges import answer, by_itself, edge, edges, near, starts
from tests.law.mutation.mutants import Mutant, mutants
from tests.law.mutation.solving import idle, solved
from tests.law.mutation.swapped import decided
from tests.law.worlds import BY_ID, OPEN_EVERY_WEEKDAY, speaks

MOST_TRIED = 4000  # questions tried for one change


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
    name = (mutant.rule.id, mutant.what)
    if any(_fails(example, mutant) for example in _own_first(mutant.rule)):
        return Verdict(*name, "noticed by an example")
    if any(_differs(read(line["question"]), mutant) for line in (*_edges(mutant.rule.id), *found)):
        return Verdict(*name, "noticed by an edge")
    if idle(mutant):
        return Verdict(*name, "proved idle")
    if find:
        for question in _asked(mutant):
            if _differs(Question.from_json(question), mutant):
                return Verdict(*name, "noticed by an edge", edge(mutant.rule, question))
    return Verdict(*name, "survives")


def _asked(mutant: Mutant) -> Iterator[dict[str, Any]]:
    """Questions that may tell the change apart: near the examples, then those the solver makes of them."""
    made = mutant.made or mutant.rule
    yield from islice(near(mutant.rule, made, examples()), MOST_TRIED)
    if mutant.made is not None:
        yield from solved(mutant, starts(mutant.rule, mutant.made, examples()))


@cache
def _own_first(rule: Rule) -> list[Example]:
    return sorted(examples(), key=lambda example: example.rule != rule.id)


@cache
def _edges(rule_id: str) -> list[dict[str, Any]]:
    """The lines, the rule's own first."""
    return sorted(edges(), key=lambda line: line["rule"] != rule_id)


_READ: dict[int, tuple[dict[str, Any], Question]] = {}


def read(question: dict[str, Any]) -> Question:
    """The question of an example or an edge, read once; it is kept, so that no other takes its place."""
    held = _READ.get(id(question))
    if held is None:
        held = _READ[id(question)] = (question, Question.from_json(question))
    return held[1]


def _fails(example: Example, mutant: Mutant) -> bool:
    """The example's own test would be red."""
    q = read(example.question)
    if not _touches(mutant, q):
        return False
    decision = decided(mutant, q)
    return decision.outcome != example.outcome or speaks(BY_ID[example.rule], decision) is not example.speaks


def _differs(q: Question, mutant: Mutant) -> bool:
    """The whole answer is another, or the rule's own where it stands alone."""
    if not _touches(mutant, q):
        return False
    if mutant.made is None or _alone(mutant.made, q) != _alone(mutant.rule, q):
        return True
    return answer(decided(mutant, q)) != answer(BOOK.decide(q, OPEN_EVERY_WEEKDAY))


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
