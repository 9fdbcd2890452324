"""What a duty hangs on is asked before anything is granted, where the duty must know it."""

from __future__ import annotations

from typing import Any

from fileroom.law import Decision, Outcome
from fileroom.law.book import rulebook
from fileroom.law.kernel.condition import Always
from fileroom.law.kernel.decision import Duty
from fileroom.law.kernel.rule import Effect, Rule
from fileroom.law.vocabulary import requester
from tests.law.worlds import ALL_ELSE_PERMITTED, OPEN_EVERY_WEEKDAY, SOURCE, question

TRAINED, DESIGNATED = requester.trained.holds, requester.designated.holds


def answer(*rules: Rule, **facts: Any) -> Decision:
    return rulebook(rules).decide(question("parent", **facts), OPEN_EVERY_WEEKDAY)


def test_what_a_duty_must_know_is_asked_before_anything_is_granted() -> None:
    hush = Rule(
        "test.hush", Effect.OBLIGES, DESIGNATED, "Hush.", SOURCE, duties=(Duty("hush", "T1", "Hush."),), known=TRAINED
    )
    facts: dict[str, Any] = {"requester__designated": True}
    for known in (True, False):
        assert answer(ALL_ELSE_PERMITTED, hush, **facts, requester__trained=known).granted
    waits = answer(ALL_ELSE_PERMITTED, hush, **facts)
    assert waits.outcome is Outcome.NEEDS_MORE
    assert [it.fact for it in waits.missing] == ["requester.trained"]
    assert [it.rule for it in waits.because] == [ALL_ELSE_PERMITTED.id, "test.hush"]
    assert [duty.code for duty in waits.duties] == ["hush"]
    assert answer(ALL_ELSE_PERMITTED, hush, requester__designated=False).granted
    assert answer(hush, **facts).outcome is Outcome.NO


def test_an_answer_kept_for_a_known_fact_is_not_given_again_where_it_is_not_known() -> None:
    hush = Rule("test.hush", Effect.OBLIGES, Always(), "Hush.", SOURCE, known=TRAINED)
    book = rulebook((ALL_ELSE_PERMITTED, hush))
    asked = [question("parent", requester__trained=it) for it in (True, None, True)]
    assert [book.decide(it, OPEN_EVERY_WEEKDAY).granted for it in asked] == [True, False, True]
