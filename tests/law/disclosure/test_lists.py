"""Ordinary lists, and counts."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, duties, missing


@pytest.mark.parametrize("kind", ["attendance", "grades", "health", "homeless_status", "contact_and_household"])
def test_staff_list_students_for_the_schools_own_work(kind: str) -> None:
    decision = ask("list", record={"kind": kind})
    assert decision.outcome is Outcome.MAY
    assert decision.limits == ("relevant_records_only",)


APART = ["counselling_confidence", "child_abuse_report", "meal_eligibility", "actual_address", "juvenile_court_notice"]


@pytest.mark.parametrize("kind", ["ssn", "ssn_last4", "access_log", *APART])
def test_what_lies_outside_the_file_and_numbers_make_no_list(kind: str) -> None:
    assert ask("list", record={"kind": kind}).outcome is Outcome.NO


@pytest.mark.parametrize(
    "change",
    [
        {"requester__interest": "stated_and_does_not_fit"},
        {"purpose": "fundraising"},
        {"purpose": "marketing"},
        {"purpose": "private_interest"},
        {"requester__kind": "volunteer"},
        {"requester__kind": "pta"},
        {"requester__kind": "for_profit"},
        {"requester__kind": "federal_agency"},
    ],
)
def test_nobody_else_and_for_nothing_else(change: dict[str, Any]) -> None:
    assert ask("list", **change).outcome is Outcome.NO


def test_an_interest_not_stated_is_asked_for() -> None:
    assert missing(ask("list", requester__interest="not_stated")) == ["requester.interest"]


@pytest.mark.parametrize("who", ["teacher", "pta", "federal_agency", "public"])
def test_counts_that_name_no_one_are_free_and_small_ones_are_withheld_before_they_leave(who: str) -> None:
    decision = ask("list", purpose="planning", requester__kind=who, record={"kind": "aggregate"})
    assert decision.outcome is Outcome.MAY
    assert decision.limits == ("aggregate_only",)
    assert "suppress_small_cells" in duties(decision)
