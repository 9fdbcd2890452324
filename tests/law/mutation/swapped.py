"""The whole book's answer with one rule changed, quickly: weighed by the compiled book, the one rule weighed anew."""

from __future__ import annotations

from typing import Any

from fileroom.law import Decision, Question
from fileroom.law.book import BOOK, RULES
from fileroom.law.kernel.compiled import Compiled
from fileroom.law.kernel.rule import Effect, Rule
from fileroom.law.kernel.weighing import Interpreter, Weighed
from tests.law.mutation.mutants import Mutant
from tests.law.worlds import OPEN_EVERY_WEEKDAY

PLACE = {rule: place for place, rule in enumerate(RULES)}


def decided(mutant: Mutant, q: Question) -> Decision:
    """What the book would answer if it held the changed rule, or none, in the rule's place."""
    swapped = Swapped(mutant, BOOK.compiled(q), q)
    return BOOK.judge(q, swapped, swapped.weigh(q), OPEN_EVERY_WEEKDAY)


class Swapped:
    """The compiled book's weighing of one question, with the changed rule's in place of the rule's."""

    def __init__(self, mutant: Mutant, compiled: Compiled, q: Question) -> None:
        self.old = mutant.rule
        self.made = mutant.made
        self.compiled = compiled
        self.new = Interpreter([mutant.made] if mutant.made is not None and mutant.made.binds(q.on) else [])

    def weigh(self, q: Any) -> Weighed:
        held, new = self.compiled.weigh(q), self.new.weigh(q)
        return Weighed(*(self._with(rules, more) for rules, more in zip(held, new, strict=True)))

    def hopes(self, q: Any) -> list[Rule]:
        return self._with(self.compiled.hopes(q), self.new.hopes(q))

    def closing(self, q: Any) -> Rule | None:
        closes = [rule for rule in (self.old, *self.new.rules) if rule.effect is Effect.CLOSES]
        if not closes:
            return self.compiled.closing(q)
        rules = [rule for rule in self.compiled.rules if rule.effect is Effect.CLOSES]
        return Interpreter(self._with(rules, [rule for rule in self.new.rules if rule in closes])).closing(q)

    def _with(self, rules: list[Rule], new: list[Rule]) -> list[Rule]:
        kept = [rule for rule in rules if rule is not self.old]
        return sorted([*kept, *new], key=lambda rule: PLACE.get(rule, PLACE[self.old]))
