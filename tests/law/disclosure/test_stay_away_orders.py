"""A stay-away order without a records clause."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

STAY_AWAY = {"orders": ["stay_away_no_records_clause"], "requester__restrained_contact_only": True}


@pytest.mark.parametrize(
    "kind",
    [
        "address",
        "student_address",
        "schedule",
        "transfer_destination",
        "contact_and_household",
        "directory_information",
    ],
)
def test_what_tells_where_the_student_is_waits_for_counsel_in_silence(kind: str) -> None:
    waiting = ask("parent", record__kind=kind, **STAY_AWAY)
    assert waiting.outcome is Outcome.NEEDS_MORE
    assert missing(waiting) == ["other.counsel_cleared"]
    assert waiting.silent
    assert "counsel_review" in duties(waiting)
    assert ask("parent", record__kind=kind, other__counsel_cleared=True, **STAY_AWAY).outcome is Outcome.MUST


@pytest.mark.parametrize(
    "kind",
    [
        "cumulative_file",
        "permanent_record",
        "grades",
        "transcript",
        "test_results",
        "health",
        "iep_or_504_plan",
        "discipline",
    ],
)
def test_other_records_stay_open_and_counsel_looks_the_same_day(kind: str) -> None:
    decision = ask("parent", record__kind=kind, **STAY_AWAY)
    assert decision.outcome is Outcome.MUST
    assert {"counsel_review", "limit_to_relevant"} <= duties(decision)
    assert "address_and_schedule_withheld" in decision.limits


@pytest.mark.parametrize("kind", ["cumulative_file", "permanent_record", "photo_or_video"])
def test_one_of_the_staff_whom_it_binds_waits_for_counsel_before_the_whole_file(kind: str) -> None:
    waiting = ask("teacher", record__kind=kind, **STAY_AWAY)
    assert missing(waiting) == ["other.counsel_cleared"]
    assert waiting.silent


def test_the_log_tells_where_too() -> None:
    assert ask("log", **STAY_AWAY).outcome is Outcome.NEEDS_MORE


def test_an_order_that_binds_somebody_else_changes_nothing() -> None:
    decision = ask("parent", orders=["stay_away_no_records_clause"], requester__restrained_contact_only=False)
    assert decision.outcome is Outcome.MUST
    assert "address_and_schedule_withheld" not in decision.limits


def test_two_people_at_one_login_are_parted_before_anything_is_shown() -> None:
    facts = {"orders": ["records_order_6323_5"], "requester__restrained_from_records": False}
    decision = ask("parent", **facts, requester__shared_login=True)
    assert because(decision) == ["disclosure.stay_away_orders.two_people_at_one_login"]
    assert decision.silent
    assert ask("parent", **facts).outcome is Outcome.MUST
    assert ask("parent", requester__shared_login=True).outcome is Outcome.MUST


def test_a_protected_parent_at_a_shared_login_is_not_left_without_a_word_to_the_staff() -> None:
    shared = {"orders": ["records_order_6323_5"], "requester__restrained_from_records": False}
    decision = ask("parent", **shared, requester__shared_login=True)
    assert decision.outcome is Outcome.NO
    assert "counsel_review" in duties(decision)
    assert ask("parent", **shared).outcome is Outcome.MUST
