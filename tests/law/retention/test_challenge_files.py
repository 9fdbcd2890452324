"""The file of a challenge."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing


def file(**facts: Any) -> dict[str, Any]:
    return {"record": {"kind": "challenge_file", **facts}, "other": {"suit_pending": False}}


def cleared(told: bool) -> dict[str, Any]:
    return {"other": {"suit_pending": False, "counsel_cleared": told}}


@pytest.mark.parametrize(("years", "outcome"), [(0, "no"), (1, "must"), (2, "must")])
def test_the_file_goes_when_the_year_is_over_and_not_before(years: int, outcome: str) -> None:
    facts = file(years_since_board_decision=years, years_since_superintendent_decision=0)
    assert ask("destroy", **facts).outcome == outcome


def test_a_suit_stops_it_and_keeps_it() -> None:
    suit = {"other": {"suit_pending": True}}
    stopped = ask("destroy", **file(years_since_board_decision=5) | suit)
    assert because(stopped) == ["retention.challenge_files.not_yet"]
    assert ask("retain", **file() | suit).outcome is Outcome.MUST
    assert ask("retain", **file(years_since_board_decision=1)).outcome is Outcome.NO


@pytest.mark.parametrize("whose", ["years_since_board_decision", "years_since_superintendent_decision"])
def test_within_its_year_the_file_is_not_destroyed(whose: str) -> None:
    assert because(ask("destroy", **file(**{whose: 0}))) == ["retention.challenge_files.not_yet"]


def test_within_a_year_of_the_boards_decision_the_file_may_be_kept() -> None:
    assert ask("retain", **file(years_since_board_decision=0)).outcome is Outcome.MAY


def test_where_nobody_appealed_only_counsel_starts_the_year() -> None:
    facts = file(years_since_superintendent_decision=1)
    waits = ask("destroy", **facts)
    assert waits.outcome is Outcome.NEEDS_MORE
    assert missing(waits) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(waits)
    assert ask("destroy", **facts | cleared(True)).outcome is Outcome.MAY
    assert ask("destroy", **facts | cleared(False)).outcome is Outcome.NO
    early = file(years_since_superintendent_decision=0)
    assert ask("destroy", **early | cleared(True)).outcome is Outcome.NO


def test_where_nobody_appealed_keeping_it_longer_is_counsels_to_say_and_no_day_of_the_board_is_asked() -> None:
    facts = file(years_since_superintendent_decision=1)
    waits = ask("retain", **facts)
    assert missing(waits) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(waits)
    assert ask("retain", **facts | cleared(True)).outcome is Outcome.MAY
    assert ask("retain", **file(years_since_superintendent_decision=0)).outcome is Outcome.MAY


def test_whether_a_suit_runs_is_asked_before_anything_is_destroyed() -> None:
    decided = {"kind": "challenge_file", "years_since_board_decision": 1}
    assert missing(ask("destroy", record=decided)) == ["other.suit_pending"]
    assert missing(ask("retain", record=decided)) == ["other.suit_pending"]


def test_the_day_of_the_decision_is_asked() -> None:
    assert missing(ask("destroy", **file())) == ["record.years_since_board_decision"]
