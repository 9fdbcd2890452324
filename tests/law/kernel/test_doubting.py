"""A rule counsel has not vouched for decides nothing alone; and every rule belongs to a release."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fileroom.law import Outcome, Question
from fileroom.law.book import BOOK, RULES, rulebook
from fileroom.law.kernel.condition import Always
from fileroom.law.kernel.rule import Effect, Key, Rule
from fileroom.law.vocabulary import requester
from tests.law.worlds import (
    ALL_ELSE_PERMITTED,
    OPEN_EVERY_WEEKDAY,
    SOURCE,
    because,
    duties,
    missing,
    question,
    questions,
)

IDS = st.frozensets(st.sampled_from([rule.id for rule in RULES]), max_size=12)
TRAINED = requester.trained.holds


def made(name: str, effect: Effect, when: Any, **more: Any) -> Rule:
    return Rule(f"test.{name}", effect, when, f"{name}.", SOURCE, key=Key.BOTH, **more)


GRANT, BAN = made("grant", Effect.ALLOWS, Always()), made("ban", Effect.FORBIDS, Always())


def answer(*rules: Rule, doubted: tuple[Rule, ...] = (), release: int | None = None, **changes: Any) -> Any:
    ids = frozenset(rule.id for rule in doubted)
    book, asked = rulebook(rules), question("parent", **changes)
    decision = book.decide(asked, OPEN_EVERY_WEEKDAY, release, ids)
    assert decision == book.interpret(asked, OPEN_EVERY_WEEKDAY, release, ids)
    return decision


@pytest.mark.parametrize("effect", [Effect.ALLOWS, Effect.COMPELS])
def test_a_grant_in_doubt_alone_waits_for_counsel(effect: Effect) -> None:
    grant = made("grant", effect, Always())
    decision = answer(grant, doubted=(grant,))
    assert decision.outcome is Outcome.NEEDS_MORE
    assert missing(decision) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(decision)
    assert because(decision) == ["test.grant"]


def test_a_grant_in_doubt_waits_for_counsel_though_its_ground_was_not_claimed() -> None:
    unclaimed = made("grant", Effect.ALLOWS, TRAINED, claimed=requester.designated.holds)
    given = {"requester__trained": True, "requester__designated": False}
    assert answer(unclaimed, doubted=(unclaimed,), **given).outcome is Outcome.NEEDS_MORE


def test_a_grant_that_nobody_doubts_needs_no_other() -> None:
    decision = answer(GRANT, ALL_ELSE_PERMITTED, doubted=(GRANT,))
    assert decision.outcome is Outcome.MAY
    assert because(decision) == ["unsafe.everything"]
    assert "counsel_review" not in duties(decision)


def test_a_ban_in_doubt_refuses_nobody_before_counsel_has_looked() -> None:
    assert answer(ALL_ELSE_PERMITTED, BAN).outcome is Outcome.NO
    decision = answer(ALL_ELSE_PERMITTED, BAN, doubted=(BAN,))
    assert decision.outcome is Outcome.NEEDS_MORE
    assert "counsel_review" in duties(decision)


def test_a_ban_in_doubt_beside_one_that_is_sure_changes_nothing() -> None:
    other = made("other", Effect.FORBIDS, Always())
    decision = answer(ALL_ELSE_PERMITTED, BAN, other, doubted=(BAN,))
    assert (decision.outcome, because(decision)) == (Outcome.NO, ["test.other"])
    assert "counsel_review" not in duties(decision)


@pytest.mark.parametrize(("cleared", "outcome"), [(True, Outcome.MAY), (False, Outcome.NO)])
def test_counsels_word_on_the_case_settles_it(cleared: bool, outcome: Outcome) -> None:
    given = {"other__counsel_cleared": cleared}
    assert answer(GRANT, doubted=(GRANT,), **given).outcome is outcome
    assert answer(ALL_ELSE_PERMITTED, BAN, doubted=(BAN,), **given).outcome is outcome


def test_a_silent_ban_in_doubt_stays_silent() -> None:
    quiet = dataclasses.replace(BAN, silent=True)
    assert answer(ALL_ELSE_PERMITTED, quiet, doubted=(quiet,)).silent


def test_a_duty_and_a_reason_stay_as_they_are_in_doubt() -> None:
    closing = made("closing", Effect.CLOSES, Always())
    assert answer(closing, doubted=(closing,)) == answer(closing)


@given(given=questions(), doubted=IDS)
@settings(max_examples=150, deadline=None)
def test_to_doubt_rules_never_turns_a_no_into_a_grant_that_counsel_has_not_cleared(
    given: dict[str, Any], doubted: frozenset[str]
) -> None:
    asked = Question.from_json(given)
    if asked.other.counsel_cleared:
        asked = dataclasses.replace(asked, other=dataclasses.replace(asked.other, counsel_cleared=None))
    plain = BOOK.decide(asked, OPEN_EVERY_WEEKDAY)
    in_doubt = BOOK.interpret(asked, OPEN_EVERY_WEEKDAY, doubted=doubted)
    assert plain.granted or not in_doubt.granted


@given(given=questions(), doubted=IDS)
@settings(max_examples=60, deadline=None)
def test_under_doubt_too_the_compiled_rules_answer_as_the_interpreter_does(
    given: dict[str, Any], doubted: frozenset[str]
) -> None:
    asked = Question.from_json(given)
    compiled = BOOK.decide(asked, OPEN_EVERY_WEEKDAY, doubted=doubted)
    assert compiled == BOOK.interpret(asked, OPEN_EVERY_WEEKDAY, doubted=doubted)


OLD = made("old", Effect.FORBIDS, Always(), until_release=2)
NEW = made("new", Effect.FORBIDS, TRAINED, release=2)


@pytest.mark.parametrize(
    ("release", "outcome"), [(1, Outcome.NO), (2, Outcome.MAY), (9, Outcome.MAY), (None, Outcome.MAY)]
)
def test_a_text_that_an_upgrade_replaced_speaks_until_the_new_one_is_signed_for(
    release: int | None, outcome: Outcome
) -> None:
    assert answer(ALL_ELSE_PERMITTED, OLD, NEW, release=release, requester__trained=False).outcome is outcome


def test_an_upgrade_that_only_strikes_a_rule_is_an_upgrade() -> None:
    book, on = rulebook((ALL_ELSE_PERMITTED, OLD)), question("parent").on
    assert (OLD in book.live(on, 1), OLD in book.live(on), book.newest) == (True, False, 2)


def test_a_rule_that_came_with_an_upgrade_is_silent_until_the_upgrade_is_signed_for() -> None:
    given: Any = {"requester__trained": True}
    assert because(answer(ALL_ELSE_PERMITTED, OLD, NEW, release=1, **given)) == ["test.old"]
    assert because(answer(ALL_ELSE_PERMITTED, OLD, NEW, release=2, **given)) == ["test.new"]


def test_the_release_of_a_rule_is_part_of_the_digest() -> None:
    assert rulebook((NEW,)).digest() != rulebook((dataclasses.replace(NEW, release=3),)).digest()


def test_one_book_answers_with_doubts_and_without_by_turns() -> None:
    book, asked, doubts = rulebook((GRANT,)), question("parent"), frozenset({GRANT.id})
    for _ in range(2):
        assert book.decide(asked, OPEN_EVERY_WEEKDAY).outcome is Outcome.MAY
        assert book.decide(asked, OPEN_EVERY_WEEKDAY, doubted=doubts).outcome is Outcome.NEEDS_MORE


def test_what_is_compiled_is_forgotten_before_it_fills_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fileroom.law.kernel.rulebook.KEPT", 2)
    book, asked = rulebook((GRANT, BAN)), question("parent")
    for doubted in ({"a"}, {"b"}, {"c"}, {"test.ban"}):
        book.decide(asked, OPEN_EVERY_WEEKDAY, doubted=frozenset(doubted))
    assert len(book._compiled) <= 2
