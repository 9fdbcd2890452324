"""The generated functions do what the interpreter does, on every question."""

from typing import Any

import pytest
from hypothesis import given, settings

from fileroom.law import Outcome, Question
from fileroom.law.book import BOOK, rulebook
from fileroom.law.examples import bases
from fileroom.law.facts import Action
from fileroom.law.kernel import rulebook as kernel_rulebook
from fileroom.law.kernel.compiled import Compiled
from fileroom.law.kernel.rule import Effect
from fileroom.law.kernel.weighing import Interpreter
from tests.law.worlds import OPEN_EVERY_WEEKDAY, question, questions

COMPILED: dict[Any, Compiled] = {}


@settings(max_examples=400, deadline=None)
@given(questions())
def test_compiled_and_interpreted_answers_are_equal(asked: dict[str, Any]) -> None:
    q = Question.from_json(asked)
    assert BOOK.decide(q, OPEN_EVERY_WEEKDAY) == BOOK.interpret(q, OPEN_EVERY_WEEKDAY)


@settings(max_examples=200, deadline=None)
@given(questions())
def test_each_list_of_the_weighing_is_equal_too(asked: dict[str, Any]) -> None:
    q = Question.from_json(asked)
    rules = BOOK.live(q.on)
    compiled, interpreter = Compiled(rules, q.action), Interpreter(rules)
    assert compiled.weigh(q) == interpreter.weigh(q)
    assert compiled.hopes(q) == interpreter.hopes(q)
    assert compiled.closing(q) is interpreter.closing(q)


def test_one_function_serves_one_action_and_one_span_of_days() -> None:
    early, late = question("officer", on="2024-10-19"), question("officer")
    ban = "disclosure.immigration_enforcement.without_consent_or_a_judges_paper"
    assert BOOK.decide(early, OPEN_EVERY_WEEKDAY).because[0].rule != ban
    assert BOOK.decide(late, OPEN_EVERY_WEEKDAY).because[0].rule == ban
    assert BOOK.decide(early, OPEN_EVERY_WEEKDAY).outcome is Outcome.NO


def test_an_answer_told_again_is_the_first_ones_and_no_more_than_a_bounded_number_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    book = rulebook()
    monkeypatch.setattr(kernel_rulebook, "MOST_KNOWN", 2)
    banned = [question("officer", student__age=age) for age in (9, 10)]
    first, again = (book.decide(q, OPEN_EVERY_WEEKDAY) for q in banned)
    assert first.outcome is Outcome.NO
    assert again is first
    for base in bases():
        assert book.decide(question(base), OPEN_EVERY_WEEKDAY) == book.interpret(question(base), OPEN_EVERY_WEEKDAY)
        assert len(book._settled) <= 2


def test_a_deadline_is_counted_anew_for_each_question() -> None:
    early, late = (question("parent", received_on=day) for day in ("2026-10-05", "2026-10-12"))
    first, second = (BOOK.decide(q, OPEN_EVERY_WEEKDAY).deadline for q in (early, late))
    assert first is not None
    assert second is not None
    assert first.on < second.on


def test_rules_of_other_actions_are_folded_away() -> None:
    of_destruction = [rule for rule in BOOK.rules if rule.id.startswith("retention.")]
    compiled = Compiled(of_destruction, Action.INSPECT)
    weighed = compiled.weigh(question("parent"))
    assert not any(weighed)
    assert compiled.closing(question("parent")) is None
    assert any(rule.effect is Effect.FORBIDS for rule in of_destruction)
