"""Safe at Home."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, duties

TRUE = {"record": {"kind": "actual_address"}}
STAFF = {"requester__kind": "employee"}


@pytest.mark.parametrize("purpose", ["proof_of_residency", "emergency_card"])
def test_staff_open_it_to_settle_residency(purpose: str) -> None:
    assert ask("teacher", purpose=purpose, **STAFF, **TRUE).outcome is Outcome.MAY


@pytest.mark.parametrize("purpose", ["educational_interest", "state_reporting", "outsourced_function", "directory"])
def test_and_for_nothing_else(purpose: str) -> None:
    decision = ask("teacher", purpose=purpose, **STAFF, **TRUE)
    assert decision.outcome is Outcome.NO
    assert decision.silent


@pytest.mark.parametrize("action", ["publish", "transfer", "share_with_vendor", "redisclose"])
def test_it_is_never_sent_on(action: str) -> None:
    assert ask("teacher", purpose="proof_of_residency", action=action, **STAFF, **TRUE).outcome is Outcome.NO


@pytest.mark.parametrize(
    ("emergency", "outcome"),
    [("articulable_threat", Outcome.MAY), ("ended", Outcome.NO), ("none", Outcome.NO), (None, Outcome.NEEDS_MORE)],
)
def test_helpers_have_it_while_the_danger_lasts(emergency: str | None, outcome: Outcome) -> None:
    facts = {"requester__kind": "emergency_responder", "purpose": "health_or_safety_emergency"}
    assert ask("outsider", other__emergency=emergency, **facts, **TRUE).outcome is outcome


def test_a_parent_is_shown_the_file_as_it_stands_and_counsel_is_asked() -> None:
    decision = ask("parent", **TRUE)
    assert decision.outcome is Outcome.NO
    assert "counsel_review" in duties(decision)
    assert "Safe at Home" not in decision.says
    assert ask("parent", record__kind="address", student__safe_at_home=True).outcome is Outcome.MUST


@pytest.mark.parametrize("kind", ["address", "cumulative_file", "contact_and_household", "transcript"])
def test_whatever_bears_an_address_bears_the_substitute(kind: str) -> None:
    assert "give_substitute_address" in duties(ask("parent", record__kind=kind, student__safe_at_home=True))
    assert "give_substitute_address" not in duties(ask("parent", record__kind=kind))


def test_a_consent_does_not_open_it_and_a_courts_paper_goes_through_counsel() -> None:
    assert ask("consent", **TRUE).outcome is Outcome.NO
    assert ask("court", **TRUE).outcome is Outcome.NEEDS_MORE
    assert ask("court", other__counsel_cleared=True, **TRUE).outcome is Outcome.MUST
