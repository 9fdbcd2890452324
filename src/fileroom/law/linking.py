"""Which theorems speak of a rule: those whose case is, part for part, within the rule's own condition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from fileroom.law.book import RULES
from fileroom.law.kernel.condition import All, Condition
from fileroom.law.kernel.proof import Theorem
from fileroom.law.theorems import THEOREMS


@cache
def theorems_of() -> Mapping[str, tuple[Theorem, ...]]:
    """Each rule's theorems, by the rule's id. Theorems are built from the very conditions that rules use."""
    asked = [(theorem, frozenset(_conjuncts(theorem.spoken_of[0]))) for theorem in THEOREMS if theorem.spoken_of]
    made = {}
    for rule in RULES:
        mine = set(_within(rule.when))
        made[rule.id] = tuple(theorem for theorem, premise in asked if premise <= mine)
    return MappingProxyType(made)


def _conjuncts(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, All):
        for part in condition.parts:
            yield from _conjuncts(part)
    else:
        yield condition


def _within(condition: Condition) -> Iterator[Condition]:
    yield condition
    for part in getattr(condition, "parts", ()):
        yield from _within(part)
