"""Keeping beyond a last day that a statute sets."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.listing import resting_on_memory
from tests.law.worlds import ask, because, missing

HARD: list[dict[str, Any]] = [
    {"kind": "social_media_information"}, {"kind": "juvenile_court_notice"},
    {"kind": "challenge_file", "years_since_board_decision": 1},
]  # fmt: skip
NO_SUIT = {"suit_pending": False}
hard = pytest.mark.parametrize("record", HARD, ids=lambda record: record["kind"])


@hard
def test_no_hold_moves_a_hard_last_day_but_with_counsel(record: dict[str, Any]) -> None:
    cleared_of_all = {**NO_SUIT, "counsel_cleared": True}
    assert ask("retain", record=record, other=cleared_of_all).outcome is Outcome.NO
    held = ask("retain", record={**record, "on_hold": True}, other=NO_SUIT)
    assert held.outcome is Outcome.NEEDS_MORE
    assert missing(held) == ["other.counsel_cleared"]
    cleared = ask("retain", record={**record, "on_hold": True}, other=cleared_of_all)
    assert cleared.outcome is Outcome.MUST


@hard
def test_an_open_request_moves_it_not_at_all(record: dict[str, Any]) -> None:
    asked = {**record, "pending_request": True}
    assert ask("retain", record=asked, other={**NO_SUIT, "counsel_cleared": True}).outcome is Outcome.NO


@hard
def test_the_last_day_itself_is_still_a_day_on_which_it_may_be_kept(record: dict[str, Any]) -> None:
    assert ask("retain", record=record, other=NO_SUIT).outcome is Outcome.NO
    assert ask("retain", record={**record, "on_its_last_day": True}, other=NO_SUIT).outcome is Outcome.MAY


def test_counsel_is_shown_how_the_year_of_who_came_back_is_read() -> None:
    back = {"record": {"kind": "social_media_information"}, "student": {"age": 15, "enrolled": True, "came_back": True}}
    assert because(ask("retain", **back)) == ["retention.beyond_a_last_day.kept_for_who_came_back"]
    assert "retention.beyond_a_last_day.kept_for_who_came_back" in {name for _, name, _ in resting_on_memory()}
