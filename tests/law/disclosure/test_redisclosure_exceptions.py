"""What a recipient passes on as a court commands, or to protect somebody."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.examples import bases
from tests.law.worlds import ask, duties

ORDER: dict[str, Any] = bases()["court"]["papers"][0]
SERVED: dict[str, Any] = {"purpose": "court_process", "papers": [ORDER]}
DANGER: dict[str, Any] = {"purpose": "health_or_safety_emergency", "other__emergency": "articulable_threat"}


@pytest.mark.parametrize("kind", ["researcher", "contractor", "other_school", "financial_aid_body"])
def test_a_recipient_who_is_served_may_obey_and_the_family_is_told_first(kind: str) -> None:
    decision = ask("passing_on", requester__kind=kind, **SERVED)
    assert decision.outcome is Outcome.MAY
    assert decision.limits == ("scope_of_the_order",)
    assert "notify_parent_before" in duties(decision)
    for paper in ({**ORDER, "valid_on": False}, {**ORDER, "signed_by_judge": False}):
        assert ask("passing_on", requester__kind=kind, **SERVED | {"papers": [paper]}).outcome is Outcome.NO


def test_where_a_court_forbids_it_nobody_is_told() -> None:
    silenced = ask("passing_on", **SERVED | {"papers": [{**ORDER, "nondisclosure_order": True}]})
    assert silenced.sealed
    assert "notify_parent_before" not in duties(silenced)


@pytest.mark.parametrize("kind", ["other_school", "contractor", "health_department"])
def test_in_an_emergency_a_recipient_may_tell_those_who_must_know(kind: str) -> None:
    decision = ask("passing_on", requester__kind=kind, **DANGER)
    assert decision.outcome is Outcome.MAY
    assert decision.limits == ("only_what_the_purpose_needs",)
    assert "record_emergency_basis" in duties(decision)
    assert ask("passing_on", requester__kind=kind, **DANGER | {"other__emergency": "ended"}).outcome is Outcome.NO


def test_the_press_passes_nothing_on_in_an_emergency() -> None:
    assert ask("passing_on", requester__kind="media", **DANGER).outcome is Outcome.NO
