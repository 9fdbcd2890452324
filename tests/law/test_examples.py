"""Every worked example of the law book comes out as it is told, and every rule has one on each side of its edge."""

import pytest

from fileroom.law import Outcome, decide
from fileroom.law.book import BOOK, RULES
from fileroom.law.examples import Example, bases, changed, examples
from fileroom.law.kernel.rule import GRANTS, Effect
from tests.law.worlds import BY_ID, OPEN_EVERY_WEEKDAY, alone, speaks

EXAMPLES = [pytest.param(example, id=f"{example.rule}: {example.case}") for example in examples()]


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_answer_is_the_one_the_book_tells(example: Example) -> None:
    decision = decide(example.asked(), OPEN_EVERY_WEEKDAY)
    assert decision.outcome == example.outcome
    assert speaks(BY_ID[example.rule], decision) is example.speaks
    assert decision == BOOK.interpret(example.asked(), OPEN_EVERY_WEEKDAY)


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_rule_alone_decides_in_a_world_where_all_else_is_permitted(example: Example) -> None:
    rule = BY_ID[example.rule]
    book = alone(rule, else_permitted=rule.effect not in GRANTS)
    decision = book.decide(example.asked(), OPEN_EVERY_WEEKDAY)
    if rule.effect is Effect.FORBIDS:
        assert decision.outcome == (example.outcome if example.speaks else Outcome.MAY)
    elif rule.effect in GRANTS:
        assert decision.granted is (example.speaks and example.outcome in ("must", "may"))
    else:
        assert decision.granted


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_has_an_example_where_it_speaks_and_one_where_it_is_silent(rule: object) -> None:
    told = {example.speaks for example in examples() if BY_ID[example.rule] is rule}
    assert True in told
    assert False in told or BY_ID[next(key for key, held in BY_ID.items() if held is rule)].effect is Effect.CLOSES


def test_an_example_names_a_rule_that_exists() -> None:
    assert {example.rule for example in examples()} <= set(BY_ID)


def test_an_example_changes_no_base() -> None:
    before = bases()["parent"]["student"]["age"]
    assert changed(bases()["parent"], {"student.age": 40, "other.channel": "written"})["student"]["age"] == 40
    assert bases()["parent"]["student"]["age"] == before
    assert "other" not in bases()["parent"]


def test_a_silent_example_says_so_in_the_book() -> None:
    silent = next(example for example in examples() if not example.speaks)
    assert silent.sentence().endswith("(this rule stays silent)")
