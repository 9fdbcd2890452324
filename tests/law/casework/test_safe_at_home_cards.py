"""The Safe at Home card."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, duties

CARD = {"kind": "safe_at_home_card"}


@pytest.mark.parametrize("kind", ["student_address", "cumulative_file", "contact_and_household", "actual_address"])
@pytest.mark.parametrize("who", ["parent", "student"])
def test_the_card_is_accepted_from_the_family(kind: str, who: str) -> None:
    facts = {"requester": {"kind": who, "identity": "verified", "relationship": "verified"}, "record": {"kind": kind}}
    decision = ask("restrict", papers=[CARD], **facts)
    assert decision.outcome is Outcome.MUST
    assert "give_substitute_address" in duties(decision)


def test_a_card_that_has_run_out_and_no_card_at_all_change_nothing() -> None:
    asked = {"record": {"kind": "student_address"}}
    assert ask("restrict", papers=[{**CARD, "valid_on": False}], **asked).outcome is Outcome.NO
    assert ask("restrict", **asked).outcome is Outcome.NO


def test_it_changes_no_grade() -> None:
    assert ask("restrict", papers=[CARD], record={"kind": "grades"}).outcome is Outcome.NO
