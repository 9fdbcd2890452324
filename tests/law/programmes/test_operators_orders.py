"""The letter and the courts."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

RESTRAINED = "programmes.operators_orders.restrained_party"


@pytest.mark.parametrize(
    "facts",
    [
        {"requester__restrained_from_records": True},
        {"orders": ["records_order_6323_5"]},
        {"orders": ["records_order_6323_5"], "requester__restrained_from_records": False,
         "requester__shared_login": True},
    ],
)  # fmt: skip
def test_a_restrained_parent_is_never_given_it_and_is_shown_nothing(facts: dict[str, Any]) -> None:
    decision = ask("letter", **facts)
    assert decision.outcome is Outcome.NO
    assert because(decision) == [RESTRAINED]
    assert decision.silent


def test_while_an_order_is_only_shown_it_is_asked_whom_it_bars() -> None:
    decision = ask("letter", papers=[{"kind": "deletion_request"}, {"kind": "records_order_6323_5"}])
    assert decision.outcome is Outcome.NEEDS_MORE
    assert missing(decision) == ["requester.restrained_from_records"]


def test_the_other_parent_is_given_it() -> None:
    free = {"orders": ["records_order_6323_5"], "requester__restrained_from_records": False}
    assert ask("letter", **free).outcome is Outcome.MUST


def test_while_the_orders_are_not_read_the_office_checks_first() -> None:
    assert missing(ask("letter", orders=None)) == ["orders"]


def test_a_stay_away_order_goes_to_counsel() -> None:
    decision = ask("letter", orders=["stay_away_no_records_clause"])
    assert missing(decision) == ["other.counsel_cleared"]
    assert decision.silent
    assert "counsel_review" in duties(decision)
    cleared = {"ccpa_excluded": True, "counsel_cleared": True}
    assert ask("letter", orders=["stay_away_no_records_clause"], other=cleared).outcome is Outcome.MUST


def test_limited_education_rights_go_to_counsel_and_are_no_refusal() -> None:
    limited = {"orders": ["education_rights_limited"], "requester__holds_education_rights": False}
    decision = ask("letter", **limited)
    assert missing(decision) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(decision)
    assert ask("letter", orders=["education_rights_limited"], requester__holds_education_rights=True).granted


def test_immigration_enforcement_is_told_nothing_and_the_board_of_it() -> None:
    for facts in (
        {"requester": {"kind": "immigration_officer", "identity": "verified"}, "purpose": "immigration_enforcement"},
        {"other": {"ccpa_excluded": True, "assists_immigration_enforcement": True}},
    ):
        decision = ask("letter", **facts)
        assert decision.outcome is Outcome.NO
        assert {"report_to_board", "document_encounter"} <= duties(decision)


def test_of_a_missing_child_the_police_hear_first() -> None:
    assert "alert_police_first" in duties(ask("letter", student__missing_child_flag=True))
    assert "alert_police_first" not in duties(ask("letter"))
