"""Before anything opens whom the order protects is called; counsel reads what no court has ended."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, duties

BY_COUNSEL: dict[str, Any] = {"papers": [], "other__counsel_cleared": True}


@pytest.mark.parametrize("facts", [{}, BY_COUNSEL])
def test_whom_the_order_protects_is_called_before_anything_opens(facts: dict[str, Any]) -> None:
    decision = ask("confirm_lifting", **facts)
    assert "call_protected_parent" in duties(decision)
    assert [duty.code for duty in decision.first] == ["call_protected_parent"]


def test_nobody_is_called_of_a_proposal_nor_of_what_is_not_confirmed() -> None:
    assert "call_protected_parent" not in duties(ask("lift_order"))
    for own in (True, None):
        assert "call_protected_parent" not in duties(ask("confirm_lifting", other__proposed_by_oneself=own))


def test_what_is_confirmed_by_counsel_s_word_alone_goes_to_counsel_the_same_day() -> None:
    assert "counsel_review" in duties(ask("confirm_lifting", **BY_COUNSEL))
    assert "counsel_review" not in duties(ask("confirm_lifting", other__counsel_cleared=True))


def test_a_proposal_without_a_court_s_paper_goes_to_counsel_the_same_day() -> None:
    waits = ask("lift_order", papers=[])
    assert waits.outcome is Outcome.NEEDS_MORE
    assert "counsel_review" in duties(waits)
    refused = ask("lift_order", papers=[], other__counsel_cleared=False)
    assert refused.outcome is Outcome.NO
    assert "counsel_review" in duties(refused)


def test_counsel_is_not_sent_what_a_court_has_ended_or_counsel_has_read_or_a_stranger_says() -> None:
    assert "counsel_review" not in duties(ask("lift_order"))
    assert "counsel_review" not in duties(ask("lift_order", **BY_COUNSEL))
    assert "counsel_review" not in duties(ask("lift_order", papers=[], requester__kind="parent"))


@pytest.mark.parametrize("act", ["lift_order", "confirm_lifting", "review_order"])
@pytest.mark.parametrize("kind", ["administrator", "custodian_of_records", "parent"])
def test_the_open_list_tells_nobody_of_an_order(act: str, kind: str) -> None:
    decision = ask(act, requester__kind=kind, requester__restrained_from_records=False)
    assert decision.sealed
    assert "keep_under_seal" in duties(decision)
