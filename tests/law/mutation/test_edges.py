"""At the edges of each rule the answer stands as it was read: by the whole book, and by the rule standing alone."""

from __future__ import annotations

import dataclasses
from itertools import groupby
from random import Random

import pytest

from fileroom.law import Question, decide
from fileroom.law.book import RULES, rulebook
from fileroom.law.examples import bases, examples
from fileroom.law.kernel.condition import Always
from tests.law.mutation.edges import answer, by_itself, edges
from tests.law.mutation.mutants import Mutant, mutants
from tests.law.mutation.solving import idle, solved
from tests.law.mutation.swapped import decided
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


def test_a_changed_book_is_judged_as_the_interpreter_judges_it() -> None:
    chance = Random(5125)
    for rule in chance.sample(RULES, 12):
        for mutant in chance.sample(list(mutants(rule)), 2):
            rules = tuple(mutant.made if it is rule else it for it in RULES if it is not rule or mutant.made)
            book = rulebook(rules)  # type: ignore[arg-type]
            own = [example for example in examples() if example.rule == rule.id]
            for example in [*own, *chance.sample(examples(), 5)]:
                assert decided(mutant, example.asked()) == book.interpret(example.asked(), OPEN_EVERY_WEEKDAY)


def test_the_solver_tells_a_change_that_is_idle_from_one_that_can_be_felt() -> None:
    rule = BY_ID["collection.social_security_numbers.no_number_and_no_last_four"]
    same = Mutant(rule, dataclasses.replace(rule, when=rule.when & Always()), "and always")
    assert idle(same)
    assert list(solved(same, [bases()["parent"]])) == []
    never = Mutant(rule, dataclasses.replace(rule, when=rule.when & ~Always()), "and never")
    assert not idle(never)
    felt = list(solved(never, [bases()["parent"]]))
    assert [rule.when.truth(Question.from_json(question)) for question in felt] != [False]
    assert felt


def test_the_small_changes_are_many_and_none_is_the_rule_itself() -> None:
    rule = BY_ID["disclosure.restraining_orders.restrained_party"]
    made = [mutant.made.canonical() for mutant in mutants(rule) if mutant.made]
    assert len(made) > 5
    assert rule.canonical() not in made
