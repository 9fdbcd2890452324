"""The naive interpreter: which rules ban, doubt, grant, oblige. The oracle beside the compiled functions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from fileroom.law.kernel.rule import GRANTS, Effect, Rule


class Weighed(NamedTuple):
    """Rules by what they do to this question, each list in the book's order."""

    banned: list[Rule]
    doubts: list[Rule]
    sure: list[Rule]
    obliged: list[Rule]


class Interpreter:
    """Weighs a question by asking each condition for its truth."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = list(rules)

    def weigh(self, q: Any) -> Weighed:
        weighed = Weighed([], [], [], [])
        for rule in self.rules:
            if rule.effect is Effect.CLOSES:
                continue  # it says why nothing grants, and is asked then
            truth = rule.when.truth(q)
            if rule.effect is Effect.FORBIDS and truth is not False:
                (weighed.banned if truth else weighed.doubts).append(rule)
            elif rule.effect in GRANTS and truth:
                weighed.sure.append(rule)
            elif rule.effect is Effect.OBLIGES and truth:
                weighed.obliged.append(rule)
        return weighed

    def hopes(self, q: Any) -> list[Rule]:
        """Grants that are claimed and can still be reached, or stand already."""
        return [rule for rule in self.rules if rule.effect in GRANTS and rule.claimed.truth(q) and rule.when.hopeful(q)]

    def closing(self, q: Any) -> Rule | None:
        """The first rule that says why nothing grants."""
        return next((rule for rule in self.rules if rule.effect is Effect.CLOSES and rule.when.truth(q)), None)
