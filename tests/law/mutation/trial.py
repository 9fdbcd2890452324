"""One rule on trial: each small change to it is noticed by an example, by an edge, or proved to be idle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, reduce
from operator import or_
from typing import Any

from fileroom.law import Outcome, Question
from fileroom.law.book import RULES, rulebook
from fileroom.law.examples import Example, examples
from fileroom.law.kernel.papers import Some
from fileroom.law.kernel.readings import Fact
from fileroom.law.kernel.rule import GRANTS, Effect, Rule, Upon
from tests.law.mutation.mutants import Mutant, Place, alike, deciding, mutants, read, together
from tests.law.mutation.solving import idle
from tests.law.mutation.tables import Case, Json, question
from tests.law.mutation.voice import SPEAKING, gives, said
from tests.law.worlds import OPEN_EVERY_WEEKDAY, speaks

EXAMPLE, EDGE, IDLE, SURVIVES = "noticed by an example", "noticed by an edge", "proved idle", "survives"
GRANTED = ("must", "may")


class Edge:
    """A question of a table. `gives`: what follows there is told too."""

    def __init__(self, rule: Rule, q: Question, told: Json | None = None) -> None:
        self.q = q
        self.gives = told
        self.said = said(rule, q)

    def notices(self, mutant: Mutant) -> bool:
        """Would the table's test be red?"""
        if self.said != said(mutant.made, self.q):
            return True
        if self.gives is None or mutant.made is None or mutant.spot:
            return False
        return gives(mutant.made, self.q) != self.gives


class Changes:
    """The changes of one rule, as bits, and quickly found by the values they turn on."""

    def __init__(self, changes: Iterable[Mutant]) -> None:
        self.all = list(changes)
        self._turning: dict[Fact, dict[Any, int]] = {}
        self.papers = self._rest = 0
        self._felt_in: dict[object, int] = {}
        self._at: dict[Place | None, int] = defaultdict(int)
        for place, mutant in enumerate(self.all):
            spot = mutant.spot
            self._at[mutant.place] |= 1 << place
            if spot is not None and isinstance(spot.old, Some):
                self.papers |= 1 << place
                continue
            values = spot and spot.values
            if not values:
                self._rest |= 1 << place
                continue
            bits = self._turning.setdefault(values[0], defaultdict(int))
            for value in values[1]:
                bits[value] |= 1 << place

    def felt(self, q: Question, among: int) -> Iterator[tuple[int, Mutant]]:
        """Those that may be felt at this question, each with its bit."""
        bits = self._rest | self._by_papers(q)
        for term, turning in self._turning.items():
            for value in read(term, q):
                bits |= turning.get(value, 0)
        bits &= among
        if bits:
            rule = self.all[0].rule
            bits &= reduce(or_, (self._at[place] for place in deciding(rule, q) if place in self._at), self._at[None])
        yield from self.of(bits)

    def _by_papers(self, q: Question) -> int:
        """Those felt in the papers of this question, worked out once."""
        if q.papers not in self._felt_in:
            told = self.of(self.papers)
            self._felt_in[q.papers] = sum(bit for bit, mutant in told if mutant.spot and mutant.spot.felt(q))
        return self._felt_in[q.papers]

    def turning(self, among: int) -> dict[str, set[str]]:
        """The values on which these turn, by fact."""
        return {
            term.path: {str(value) for value, bits in turning.items() if bits & among}
            for term, turning in self._turning.items()
        }

    def of(self, bits: int) -> Iterator[tuple[int, Mutant]]:
        """Those of these bits."""
        while bits:
            bit = bits & -bits
            yield bit, self.all[bit.bit_length() - 1]
            bits ^= bit

    def noticed(self, edge: Edge, among: int) -> int:
        """Those this edge notices."""
        return sum(bit for bit, mutant in self.felt(edge.q, among) if edge.notices(mutant))

    def by_examples(self) -> int:
        """Those for which a worked example of the rule would be red."""
        found = 0
        for example, q in own(self.all[0].rule.id):
            found |= sum(bit for bit, mutant in self.felt(q, self.every & ~found) if _turns(mutant, example, q))
        return found

    @property
    def every(self) -> int:
        return (1 << len(self.all)) - 1


def edges(rule: Rule, cases: list[Case]) -> Iterator[Edge]:
    """Every question of these cases."""
    for case in cases:
        if case.gives is not None:
            yield Edge(rule, question(case.start), case.gives)
        yield from (Edge(rule, question(asked)) for _, asked, _ in case.asked())


def hold(rule: Rule, cases: list[Case]) -> bool:
    """Does the rule stand in each row of these cases as is told there?"""
    try:
        first = all(it.gives is None or gives(rule, question(it.start)) == it.gives for it in cases)
        return first and all(said(rule, question(asked)) == how for it in cases for _, asked, how in it.asked())
    except ValueError:  # it speaks of a fact or a word that is no more
        return False


def tried(rule: Rule, cases: list[Case]) -> Iterator[tuple[Mutant, str]]:
    """Every change to one rule, with what became of it."""
    changes = Changes(mutants(rule))
    told = changes.by_examples()
    left = changes.every & ~told
    for edge in edges(rule, cases):
        left &= ~changes.noticed(edge, left)
    unnoticed = [mutant for _, mutant in changes.of(left)]
    proved = {mutant for group in groups(unnoticed) for mutant in idle_of(group)}
    for bit, mutant in changes.of(changes.every):
        if bit & told:
            yield mutant, EXAMPLE
        elif not bit & left:
            yield mutant, EDGE
        else:
            yield mutant, IDLE if mutant in proved else SURVIVES


def groups(unnoticed: Iterable[Mutant]) -> list[list[Mutant]]:
    """Those that can be made together."""
    made: dict[object, list[Mutant]] = {}
    for mutant in unnoticed:
        made.setdefault(alike(mutant), []).append(mutant)
    return list(made.values())


def idle_of(group: list[Mutant]) -> list[Mutant]:
    """Those proved to be idle: what changes nothing together, changes nothing one by one."""
    if group[0].made is None:
        return []
    if idle(together(group) if len(group) > 1 else group[0]):
        return group
    half = len(group) // 2
    return [*idle_of(group[:half]), *idle_of(group[half:])] if half else []


@cache
def own(rule: str) -> tuple[tuple[Example, Question], ...]:
    """The rule's worked examples, with their questions read."""
    return tuple((it, it.asked()) for it in examples() if it.rule == rule)


def _turns(mutant: Mutant, example: Example, q: Question) -> bool:
    """Would this example be red? Only the rule itself is asked, as tests/law/test_examples.py asks it standing alone;
    an answer of the whole book that turns is not counted."""
    made, granted = mutant.made, example.outcome in GRANTED
    how = said(made, q)
    if made is None or (made.effect is Effect.CLOSES and example.speaks):
        return example.speaks and how not in SPEAKING
    if made.effect is Effect.FORBIDS:
        outcome = {"speaks": Outcome.NO, "done": Outcome.NO, "asks": Outcome.NEEDS_MORE}.get(how.how, Outcome.MAY)
        return outcome != (example.outcome if example.speaks else Outcome.MAY)
    if made.effect in GRANTS:
        return (how in SPEAKING) is not (example.speaks and granted)
    if made.effect is Effect.OBLIGES:
        upon = {Upon.ALWAYS: True, Upon.GRANT: granted, Upon.NO_GRANT: not granted}[made.upon]
        speaking = bool(made.duties) and upon and how in SPEAKING
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
