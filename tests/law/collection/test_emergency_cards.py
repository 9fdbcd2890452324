"""The emergency card."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, duties


@pytest.mark.parametrize("kind", ["contact_and_household", "telephone"])
def test_the_card_is_asked_for_and_used_to_reach_somebody(kind: str) -> None:
    decision = ask("collect", purpose="emergency_card", record={"kind": kind})
    assert decision.outcome is Outcome.MAY
    assert "limit_to_form" in duties(decision)


@pytest.mark.parametrize("kind", ["contact_and_household", "telephone"])
def test_a_child_is_enrolled_without_it(kind: str) -> None:
    decision = ask("collect", action="require_for_enrolment", purpose="emergency_card", record={"kind": kind})
    assert decision.outcome is Outcome.NO
