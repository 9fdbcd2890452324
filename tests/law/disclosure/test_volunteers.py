"""Volunteers are never school officials."""

from __future__ import annotations

from fileroom.law import Outcome
from tests.law.worlds import ask, because


def test_a_volunteer_who_serves_and_is_trained_and_states_an_interest_is_still_refused() -> None:
    facts = {"requester__kind": "volunteer", "requester__trained": True, "requester__investigated": True}
    decision = ask("teacher", requester__designated=True, **facts)
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["disclosure.volunteers.volunteers"]


def test_the_parents_written_consent_opens_what_it_names_to_a_volunteer_too() -> None:
    assert ask("consent", requester__kind="volunteer").outcome is Outcome.MAY
