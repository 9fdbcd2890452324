"""At the edges of each rule the answer stands as it was read: by the whole book, and by the rule standing alone."""

from __future__ import annotations

from itertools import groupby

import pytest

from fileroom.law import Question, decide
from tests.law.mutation.edges import answer, by_itself, edges
from tests.law.mutation.mutants import mutants
from tests.law.mutation.trial import tried
from tests.law.worlds import BY_ID, OPEN_EVERY_WEEKDAY

LINES = {rule: list(lines) for rule, lines in groupby(edges(), key=lambda line: line["rule"])}


@pytest.mark.parametrize("rule", sorted(LINES))
def test_the_answer_at_each_edge_of_the_rule_is_the_one_that_was_read(rule: str) -> None:
    for line in LINES[rule]:
        q = Question.from_json(line["question"])
        assert answer(decide(q, OPEN_EVERY_WEEKDAY)) == line["answer"], line["question"]
        assert answer(by_itself(BY_ID[rule]).decide(q, OPEN_EVERY_WEEKDAY)) == line["alone"], line["question"]


@pytest.mark.parametrize("rule", sorted(BY_ID))
def test_a_rule_struck_out_is_missed(rule: str) -> None:
    assert [verdict.how for verdict in tried(rule, strike_only=True)] != ["survives"]


def test_the_small_changes_are_many_and_none_is_the_rule_itself() -> None:
    rule = BY_ID["disclosure.restraining_orders.restrained_party"]
    made = [mutant.made.canonical() for mutant in mutants(rule) if mutant.made]
    assert len(made) > 5
    assert rule.canonical() not in made
