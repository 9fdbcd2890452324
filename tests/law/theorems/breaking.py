"""The book with rules taken out or put in, and whether a theorem still holds of it."""

from __future__ import annotations

from datetime import date

from fileroom.law.book import RULES, rulebook
from fileroom.law.kernel.proof import prove
from fileroom.law.kernel.rule import Rule
from fileroom.law.theorems import THEOREMS
from fileroom.law.vocabulary import action

ON = date(2026, 11, 24)
BY_NAME = {theorem.name: theorem for theorem in THEOREMS}


def without(*ids: str) -> tuple[Rule, ...]:
    """Every rule but these."""
    kept = tuple(rule for rule in RULES if rule.id not in ids)
    assert len(kept) == len(RULES) - len(ids)
    return kept


def breaks(name: str, rules: tuple[Rule, ...], on: date = ON) -> bool:
    """Is this theorem refuted of these rules?"""
    return not prove([BY_NAME[name]], rulebook(rules), on, action)[0].holds
