"""Holds and open requests."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties


@pytest.mark.parametrize(
    ("flag", "rule"), [("on_hold", "while_on_hold"), ("pending_request", "while_a_request_is_open")]
)
@pytest.mark.parametrize("kind", ["health", "disciplinary_notice", "court_order"])
def test_what_is_held_or_asked_for_is_not_destroyed(flag: str, rule: str, kind: str) -> None:
    decision = ask("destroy", record={"kind": kind, flag: True, "no_longer_needed": True})
    assert decision.outcome is Outcome.NO
    assert because(decision) == [f"retention.holds.{rule}"]
    assert "hold_destruction" in duties(decision)


def test_without_hold_or_request_the_schedule_runs() -> None:
    assert ask("destroy").outcome is Outcome.MUST
    assert "hold_destruction" not in duties(ask("destroy"))


NO_SUIT = {"suit_pending": False}
GONE = {"age": 20, "former": True}
HARD: list[dict[str, Any]] = [
    {"kind": "social_media_information"}, {"kind": "juvenile_court_notice"},
    {"kind": "challenge_file", "years_since_board_decision": 1},
]  # fmt: skip


@pytest.mark.parametrize("record", HARD, ids=lambda record: record["kind"])
@pytest.mark.parametrize("action", ["destroy", "retain"])
def test_where_a_last_day_is_hard_counsel_is_told_of_the_hold_and_access_is_given_at_once(
    record: dict[str, Any], action: str
) -> None:
    held = ask("destroy", action=action, record={**record, "on_hold": True}, student=GONE, other=NO_SUIT)
    assert not held.granted
    assert "counsel_review" in duties(held)
    asked = ask("destroy", action=action, record={**record, "pending_request": True}, student=GONE, other=NO_SUIT)
    assert asked.outcome is Outcome.NO
    assert "give_access_first" in duties(asked)


def test_an_ordinary_record_waits_without_counsel() -> None:
    assert "counsel_review" not in duties(ask("destroy", record={"kind": "health", "on_hold": True}))
    assert "give_access_first" not in duties(ask("destroy", record={"kind": "health", "pending_request": True}))


def test_by_reading_b_the_next_school_is_thought_of_first() -> None:
    by_origin = ask("destroy", district__interim_reading="B", record__school_years_since_origin=3)
    assert by_origin.outcome is Outcome.MUST
    assert "transfer_record" in duties(by_origin)
    assert "transfer_record" not in duties(ask("destroy"))
