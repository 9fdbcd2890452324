"""The theorems on whose act it is hold, and break when the rule they rest on is taken away or another lets anybody."""

from __future__ import annotations

from datetime import date

import pytest

from fileroom.law.book import RULES, rulebook
from fileroom.law.kernel.proof import prove
from fileroom.law.kernel.rule import Rule
from fileroom.law.theorems import acting
from fileroom.law.vocabulary import action
from tests.law.worlds import ALL_ELSE_PERMITTED

ON = date(2026, 11, 24)
BAN = "collection.who_takes_in.nobody_else"


def refuted(rules: tuple[Rule, ...]) -> set[str]:
    return {proof.name for proof in prove(acting.THEOREMS, rulebook(rules), ON, action) if not proof.holds}


def test_all_of_them_hold() -> None:
    assert refuted(RULES) == set()


@pytest.mark.parametrize(
    ("rules", "broken"),
    [
        (
            tuple(rule for rule in RULES if rule.id != BAN),
            {"only_the_district_takes_in", "strangers_write_nothing", "nothing_is_written_while_it_may_be_a_stranger"},
        ),
        (
            (*RULES, ALL_ELSE_PERMITTED),
            {
                "only_the_district_and_the_family_add", "only_the_district_and_the_family_change",
                "strangers_write_nothing", "nothing_is_written_while_it_may_be_a_stranger",
                "what_a_statute_adds_no_company_adds",
            },
        ),
    ],
)  # fmt: skip
def test_they_break_without_the_ban_and_where_anybody_may(rules: tuple[Rule, ...], broken: set[str]) -> None:
    assert refuted(rules) == broken
