"""At the edges of each rule it stands as it was read; and no change of a rule goes unnoticed, as a sample shows."""

from __future__ import annotations

import dataclasses
from random import Random

import pytest

from fileroom.law import Question
from fileroom.law.book import CHAPTERS, RULES
from fileroom.law.examples import bases
from fileroom.law.kernel.condition import Always
from fileroom.law.kernel.rule import Rule
from tests.each import each
from tests.law.mutation.mutants import Mutant, mutants
from tests.law.mutation.setting import apart, minus
from tests.law.mutation.solving import idle, near
from tests.law.mutation.tables import LAW, applied, every_table, told
from tests.law.mutation.trial import struck_out, tried
from tests.law.mutation.voice import SILENT, gives, said
from tests.law.worlds import BY_ID

TABLES = every_table()


@each("rule", TABLES)
def test_at_each_edge_the_rule_stands_as_it_was_read(rule: str) -> None:
    for case in TABLES[rule]:
        if case.gives is not None:
            q = Question.from_json(case.start)
            assert said(BY_ID[rule], q) != SILENT
            assert gives(BY_ID[rule], q) == case.gives
        wrong = [row for row, asked, how in case.asked() if said(BY_ID[rule], Question.from_json(asked)) != how]
        assert wrong == []


@each("rule", BY_ID)
def test_a_rule_struck_out_is_missed_by_the_whole_book(rule: str) -> None:
    assert struck_out(BY_ID[rule])


@each("rule", BY_ID)
def test_a_rule_has_a_table_of_where_it_speaks_and_where_it_is_silent(rule: str) -> None:
    first, *_ = TABLES[rule]
    assert first.gives is not None
    assert any(how == SILENT for case in TABLES[rule] for _, how in case.rows)


def test_a_table_tells_of_rules_that_there_are() -> None:
    files = {f"{path.parent.name}.{path.stem}" for path in LAW.glob("*/*.toml")}
    assert files == {chapter.address for chapter in CHAPTERS if any(True for _ in chapter)}
    assert set(TABLES) == set(BY_ID)


@pytest.mark.parametrize("rule", Random(5125).sample(RULES, 12), ids=lambda rule: rule.id)
def test_no_small_change_of_a_rule_survives(rule: Rule) -> None:
    assert [mutant.what for mutant, how in tried(rule, TABLES[rule.id]) if how == "survives"] == []


def test_a_row_stands_for_each_question_it_tells() -> None:
    start = bases()["parent"] | {"orders": ["rights_terminated", "custody_order_silent"]}
    assert [it["action"] for it in told({"action": "inspect | copy"}, start)] == ["inspect", "copy"]
    others = [it["record.class"] for it in told({"record.class": "any but permanent"}, start)]
    assert others == ["interim", "permitted", "apart"]
    assert list(told({"orders": "without rights_terminated"}, start)) == [{"orders": ["custody_order_silent"]}]
    assert list(told({"orders": "rights_terminated"}, start)) == [{"orders": ["rights_terminated"]}]
    assert next(told({"papers": "and passport"}, bases()["consent"]))["papers"][1:] == [{"kind": "passport"}]


def test_a_question_is_told_from_the_nearest_base() -> None:
    question = applied(bases()["consent"], {"papers.consent.signed": "?", "papers.passport.valid_on": True})
    assert "signed" not in question["papers"][0]
    base, facts = apart(question)
    assert (base, facts) == ("consent", {"papers.consent.signed": "?", "papers.passport.valid_on": True})
    assert applied(bases()[base], facts) == question
    assert minus(bases()["parent"], bases()["parent"]) == {}


def test_the_solver_tells_a_change_that_is_idle_from_one_that_can_be_felt() -> None:
    rule = BY_ID["collection.social_security_numbers.no_number_and_no_last_four"]
    same = Mutant(rule, dataclasses.replace(rule, when=rule.when & Always()), "and always")
    assert idle(same)
    never = Mutant(rule, dataclasses.replace(rule, when=rule.when & ~Always()), "and never")
    assert not idle(never)
    felt = near(never, bases()["parent"])
    assert felt and rule.when.truth(Question.from_json(felt)) is not False


def test_the_small_changes_are_many_and_none_is_the_rule_itself() -> None:
    rule = BY_ID["disclosure.restraining_orders.restrained_party"]
    made = [mutant.made.canonical() for mutant in mutants(rule) if mutant.made]
    assert len(made) > 5
    assert rule.canonical() not in made
