"""Holds and open requests."""

from __future__ import annotations

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
