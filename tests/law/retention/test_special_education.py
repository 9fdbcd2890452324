"""Special-education records at their end."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, duties, missing

ASKS: dict[str, Any] = {"action": "destroy", "student__school_years_since_classified": 1, "other": {}}


@pytest.mark.parametrize("kind", ["special_education", "iep_or_504_plan"])
def test_the_parents_are_told_before_special_education_records_go(kind: str) -> None:
    decision = ask("destroy", record={"kind": kind})
    assert decision.outcome is Outcome.MUST
    assert "notify_parent_before" in duties(decision)
    assert "notify_parent_before" not in duties(ask("destroy"))


def test_a_parent_who_asks_early_is_answered_through_counsel_and_not_refused() -> None:
    record = {"kind": "special_education", "no_longer_needed": True}
    waits = ask("challenge", record=record, **ASKS)
    assert waits.outcome is Outcome.NEEDS_MORE
    assert missing(waits) == ["other.counsel_cleared"]
    cleared = {**ASKS, "other": {"counsel_cleared": True}}
    assert ask("challenge", record=record, **cleared).outcome is Outcome.MUST


def test_who_asks_that_it_go_is_not_told_of_the_own_wish() -> None:
    record = {"kind": "special_education", "no_longer_needed": True}
    assert "notify_parent_before" not in duties(ask("challenge", record=record, **ASKS))
    without_custody = ask("challenge", record=record, requester__legal_custody=False, **ASKS)
    assert "notify_parent_before" in duties(without_custody)


def test_a_parent_is_never_answered_with_the_districts_years() -> None:
    record = {"kind": "special_education", "no_longer_needed": True}
    for years in (None, 1, 3):
        waits = ask("challenge", **{**ASKS, "student__school_years_since_classified": years}, record=record)
        assert missing(waits) == ["other.counsel_cleared"]
        assert "counsel_review" in duties(waits)
    claimed = {**ASKS, "student__school_years_since_classified": 3, "requester__relationship": "claimed"}
    assert not ask("challenge", record=record, **claimed).granted


def test_what_is_still_needed_stays_and_health_records_are_not_for_the_asking() -> None:
    cleared = {**ASKS, "other": {"counsel_cleared": True}}
    needed = {"kind": "special_education", "no_longer_needed": False}
    assert ask("challenge", record=needed, **cleared).outcome is Outcome.NO
    assert ask("challenge", record={"kind": "health", "no_longer_needed": True}, **cleared).outcome is Outcome.NO


def test_nobody_but_the_family_asks_for_it() -> None:
    cleared = {**ASKS, "other": {"counsel_cleared": True}}
    record = {"kind": "special_education", "no_longer_needed": True}
    assert ask("challenge", record=record, requester__kind="teacher", **cleared).outcome is Outcome.NO
