"""One rule on trial: each small change to it is noticed by an example, by an edge, or proved to be idle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from fileroom.law import Outcome, Question
from fileroom.law.book import RULES, rulebook
from fileroom.law.examples import Example, examples
from fileroom.law.kernel.rule import GRANTS, Effect, Rule, Upon
from tests.law.mutation.mutants import Mutant, mutants
from tests.law.mutation.solving import idle
from tests.law.mutation.tables import Case, Json, question
from tests.law.mutation.voice import SPEAKS, gives, said
from tests.law.worlds import OPEN_EVERY_WEEKDAY, speaks

EXAMPLE, EDGE, IDLE, SURVIVES = "noticed by an example", "noticed by an edge", "proved idle", "survives"
GRANTED = ("must", "may")


@dataclass(frozen=True)
class Verdict:
    """What became of one change."""

    rule: str
    what: str
    how: str


@dataclass(frozen=True)
class Edge:
    """A question of a table. `gives`: what follows there is told too."""

    q: Question
    gives: Json | None = None

    def notices(self, mutant: Mutant) -> bool:
        """Would the table's test be red?"""
        if mutant.spot and not mutant.spot.felt(self.q):
            return False
        if said(mutant.rule, self.q) != said(mutant.made, self.q):
            return True
        if self.gives is None or mutant.made is None or mutant.spot:
            return False
        return gives(mutant.made, self.q) != self.gives


def edges(cases: list[Case]) -> Iterator[Edge]:
    """Every question of these cases."""
    for case in cases:
        if case.gives is not None:
            yield Edge(question(case.start), case.gives)
        yield from (Edge(question(asked)) for _, asked, _ in case.asked())


def tried(rule: Rule, cases: list[Case]) -> Iterator[tuple[Mutant, str]]:
    """Every change to one rule, with what became of it."""
    told = list(edges(cases))
    for mutant in mutants(rule):
        if by_an_example(mutant):
            yield mutant, EXAMPLE
        elif any(edge.notices(mutant) for edge in told):
            yield mutant, EDGE
        else:
            yield mutant, IDLE if idle(mutant) else SURVIVES


@cache
def own(rule: str) -> tuple[tuple[Example, Question], ...]:
    """The rule's worked examples, with their questions read."""
    return tuple((it, it.asked()) for it in examples() if it.rule == rule)


def by_an_example(mutant: Mutant) -> bool:
    """Would a worked example of this rule be red? Only the rule itself is asked, as tests/law/test_examples.py asks it
    standing alone; an answer of the whole book that turns is not counted."""
    told = [(example, q) for example, q in own(mutant.rule.id) if mutant.spot is None or mutant.spot.felt(q)]
    return any(_turns(mutant, example, q) for example, q in told)


def _turns(mutant: Mutant, example: Example, q: Question) -> bool:
    made, granted = mutant.made, example.outcome in GRANTED
    how = said(made, q)
    if made is None or (made.effect is Effect.CLOSES and example.speaks):
        return example.speaks and how != SPEAKS
    if made.effect is Effect.FORBIDS:
        outcome = {"speaks": Outcome.NO, "done": Outcome.NO, "asks": Outcome.NEEDS_MORE}.get(how.how, Outcome.MAY)
        return outcome != (example.outcome if example.speaks else Outcome.MAY)
    if made.effect in GRANTS:
        return (how == SPEAKS) is not (example.speaks and granted)
    if made.effect is Effect.OBLIGES:
        upon = {Upon.ALWAYS: True, Upon.GRANT: granted, Upon.NO_GRANT: not granted}[made.upon]
        speaking = bool(made.duties) and upon and how.how in ("speaks", "done")
        return speaking is not example.speaks and (example.speaks or not _elsewhere(made))
    return False


def _elsewhere(rule: Rule) -> bool:
    """Does another rule bring the same duty in the same words?"""
    return any(it.id != rule.id and set(it.duties) & set(rule.duties) for it in RULES)


def struck_out(rule: Rule) -> str | None:
    """The worked example that turns red where the whole book lacks this rule."""
    book = rulebook(tuple(it for it in RULES if it is not rule))
    for example, q in own(rule.id):
        decision = book.interpret(q, OPEN_EVERY_WEEKDAY)
        if decision.outcome != example.outcome or speaks(rule, decision) is not example.speaks:
            return example.case
    return None
