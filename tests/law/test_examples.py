"""Every worked example of the law book comes out as it is told, and every rule has one on each side of its edge."""

from fileroom.law import Outcome, decide
from fileroom.law.book import BOOK, RULES
from fileroom.law.examples import Example, bases, changed, examples
from fileroom.law.kernel.rule import GRANTS, Effect
from tests.each import each
from tests.law.worlds import BY_ID, OPEN_EVERY_WEEKDAY, alone, speaks

TOLD: dict[str, list[Example]] = {}
for told in examples():
    TOLD.setdefault(told.rule, []).append(told)


@each("rule", TOLD)
def test_the_answers_are_those_the_book_tells(rule: str) -> None:
    for example in TOLD[rule]:
        decision = decide(example.asked(), OPEN_EVERY_WEEKDAY)
        assert decision.outcome == example.outcome, example.case
        assert speaks(BY_ID[rule], decision) is example.speaks, example.case
        assert decision == BOOK.interpret(example.asked(), OPEN_EVERY_WEEKDAY), example.case


@each("rule", TOLD)
def test_the_rule_alone_decides_in_a_world_where_all_else_is_permitted(rule: str) -> None:
    effect = BY_ID[rule].effect
    book = alone(BY_ID[rule], else_permitted=effect not in GRANTS)
    for example in TOLD[rule]:
        decision = book.decide(example.asked(), OPEN_EVERY_WEEKDAY)
        if effect is Effect.FORBIDS:
            assert decision.outcome == (example.outcome if example.speaks else Outcome.MAY), example.case
        elif effect in GRANTS:
            assert decision.granted is (example.speaks and example.outcome in ("must", "may")), example.case
        else:
            assert decision.granted, example.case


@each("rule", RULES, ids=lambda rule: rule.id)
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
