"""The theorems on wholes hold, and break when a rule opens the whole to who may not have the item."""

from __future__ import annotations

import pytest

from fileroom.law.book import RULES
from fileroom.law.theorems import wholes
from tests.law.theorems.breaking import breaks
from tests.law.worlds import ALL_ELSE_PERMITTED


@pytest.mark.parametrize("name", [theorem.name for theorem in wholes.THEOREMS])
def test_it_holds_and_breaks_when_one_wrong_rule_lets_everybody_in(name: str) -> None:
    assert not breaks(name, RULES)
    assert breaks(name, (*RULES, ALL_ELSE_PERMITTED))
