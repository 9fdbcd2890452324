"""The appeal to the board."""

from __future__ import annotations

from datetime import date

import pytest

from fileroom.law import Outcome
from fileroom.law.figures import FIGURES
from tests.law.worlds import ask, because, duties, missing

APPEAL = {"other": {"challenge_step": "appeal", "appeal_in_time": True}}


def test_an_appeal_in_time_goes_to_the_board_which_decides_in_thirty_days() -> None:
    decision = ask("challenge", received_on="2026-10-19", **APPEAL)
    assert decision.outcome is Outcome.MUST
    assert decision.deadline is not None
    assert (decision.deadline.on, decision.deadline.citation) == (date(2026, 11, 18), "Ed. Code 49070(c)(1)")


def test_a_late_appeal_leaves_the_written_objection() -> None:
    late = ask("challenge", other__challenge_step="appeal", other__appeal_in_time=False)
    assert because(late) == ["casework.appeals.the_time_to_appeal_is_over"]
    assert "objection" in late.says


def test_the_day_of_the_refusal_is_asked_where_nobody_knows_it() -> None:
    assert missing(ask("challenge", other={"challenge_step": "appeal"})) == ["other.appeal_in_time"]


def test_the_family_hears_of_the_closed_session_and_of_a_fair_hearing() -> None:
    decision = ask("challenge", **APPEAL)
    assert {"closed_session_notice", "fair_hearing", "hold_destruction"} <= duties(decision)
    says = next(duty.says for duty in decision.duties if duty.code == "closed_session_notice")
    assert FIGURES["closed_session_election"].within in says
    assert "fair_hearing" not in duties(ask("challenge"))


def test_an_appeal_too_is_for_whoever_holds_the_rights() -> None:
    assert ask("challenge", requester__legal_custody=False, **APPEAL).outcome is Outcome.NO


@pytest.mark.parametrize("in_time", [True, False, None])
def test_a_sustained_item_leaves_nothing_to_appeal_in_time_or_not(in_time: bool | None) -> None:
    other = {"challenge_step": "appeal", "appeal_in_time": in_time, "challenge_decision": "sustained"}
    decision = ask("challenge", other=other)
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["casework.appeals.nothing_to_appeal"]


def test_before_the_superintendent_has_decided_the_decision_is_asked_for() -> None:
    pending = ask("challenge", other={**APPEAL["other"], "challenge_decision": "pending"})
    assert pending.outcome is Outcome.NEEDS_MORE
    assert missing(pending) == ["other.challenge_decision"]


def test_whoever_appeals_says_that_it_was_refused_and_that_stands_until_more_is_known() -> None:
    assert ask("challenge", **APPEAL) == ask("challenge", other={**APPEAL["other"], "challenge_decision": "denied"})


def test_an_item_that_was_refused_may_be_challenged_anew() -> None:
    assert ask("challenge", other__challenge_decision="denied").outcome is Outcome.MUST
