"""The book with rules taken out or put in, and whether a theorem still holds of it."""

from __future__ import annotations

import dataclasses
from datetime import date
from functools import cache

from fileroom.law.book import RULES, rulebook
from fileroom.law.kernel.condition import Condition
from fileroom.law.kernel.papers import Some
from fileroom.law.kernel.proof import World, prove
from fileroom.law.kernel.rule import Rule
from fileroom.law.kernel.solver import Symbols
from fileroom.law.theorems import THEOREMS
from fileroom.law.vocabulary import action

ON = date(2026, 11, 24)
BY_NAME = {theorem.name: theorem for theorem in THEOREMS}


def without(*ids: str) -> tuple[Rule, ...]:
    """Every rule but these."""
    kept = tuple(rule for rule in RULES if rule.id not in ids)
    assert len(kept) == len(RULES) - len(ids)
    return kept


def widened(rule_id: str, when: Condition) -> tuple[Rule, ...]:
    """All rules, and one of them once more for these cases."""
    rule = next(rule for rule in RULES if rule.id == rule_id)
    return (*RULES, dataclasses.replace(rule, id="unsafe.widened", when=when))


@cache
def _spoken(on: date) -> Symbols:
    """All that the book of a day and the theorems speak of: most of a proof's time is spent on putting it so."""
    return World(rulebook(RULES), on, action, [it for theorem in THEOREMS for it in theorem.spoken_of]).symbols


def breaks(name: str, rules: tuple[Rule, ...], on: date = ON) -> bool:
    """Is this theorem refuted of these rules?"""
    others = [rule.when for rule in rules if rule not in RULES]
    # Perhaps such as no rule of the book names.
    names_papers = any(isinstance(atom, Some) for when in others for atom in when.atoms())
    symbols = None if names_papers else _spoken(on)
    return not prove([BY_NAME[name]], rulebook(rules), on, action, symbols=symbols)[0].holds
