"""A restrained person touches nothing, and learns nothing by trying."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, missing

RECORDS_ORDER: dict[str, Any] = {"orders": ["records_order_6323_5"], "requester__restrained_from_records": True}
STAY_AWAY: dict[str, Any] = {"orders": ["stay_away_no_records_clause"], "requester__restrained_contact_only": True}
ACTS = ("file_challenge", "amend", "attach_statement")


@pytest.mark.parametrize("act", ACTS)
def test_a_restrained_parent_is_refused_in_silence(act: str) -> None:
    decision = ask("challenge", action=act, other__challenge_decision="denied", **RECORDS_ORDER)
    assert decision.outcome is Outcome.NO
    assert decision.silent
    assert because(decision) == ["casework.restrained_parties.restrained_party"]


@pytest.mark.parametrize("act", ["inspect", "copy", "disclose", "transfer", "view_log"])
def test_no_right_of_this_room_opens_the_file_to_a_restrained_parent(act: str) -> None:
    for kind in ("progress_notice", "discipline", "cumulative_file"):
        decision = ask("parent", action=act, record__kind=kind, student__age=18, **RECORDS_ORDER)
        assert decision.outcome is Outcome.NO
        assert decision.silent


def test_an_unread_order_lets_nobody_touch_the_file() -> None:
    decision = ask("challenge", orders=["records_order_6323_5"])
    assert (decision.outcome, decision.silent) == (Outcome.NO, True)  # a parent is read as the one it binds
    assert ask("challenge", orders=None).outcome is Outcome.NEEDS_MORE


def test_a_stay_away_order_goes_to_counsel_first_and_closes_nothing_by_itself() -> None:
    assert missing(ask("challenge", **STAY_AWAY)) == ["other.counsel_cleared"]
    assert ask("challenge", other__counsel_cleared=True, **STAY_AWAY).outcome is Outcome.MUST


def test_the_other_parent_is_not_touched_by_the_order() -> None:
    order = {"orders": ["records_order_6323_5"], "requester__restrained_from_records": False}
    assert ask("challenge", **order).outcome is Outcome.MUST


def test_an_employee_whom_an_order_binds_settles_nobodys_tie_to_the_child() -> None:
    bound = ask("verify", **RECORDS_ORDER)
    assert (bound.outcome, bound.silent) == (Outcome.NO, True)
    assert because(bound) == ["casework.restrained_parties.restrained_party"]
    unknown = ask("verify", orders=None, requester__may_be_restrained=True)
    assert (unknown.outcome, unknown.silent) == (Outcome.NEEDS_MORE, True)
    kept_away = ask("verify", **STAY_AWAY)
    assert (kept_away.silent, missing(kept_away)) == (True, ["other.counsel_cleared"])
