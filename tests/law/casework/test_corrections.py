"""What follows a sustained challenge."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

WON: dict[str, Any] = {"other": {"challenge_decision": "sustained", "challenge_ground": "misleading"}}
REMOVED: dict[str, Any] = {"other": {**WON["other"], "removal_ordered": True}}


def test_a_sustained_challenge_is_carried_out_and_the_family_told() -> None:
    decision = ask("amend", record__kind="discipline", **WON)
    assert decision.outcome is Outcome.MUST
    assert "notify_parent_after" in duties(decision)


@pytest.mark.parametrize("decided", ["pending", None])
def test_while_nobody_has_decided_nothing_is_changed(decided: str | None) -> None:
    decision = ask(
        "amend", record__kind="discipline", other={"challenge_ground": "misleading", "challenge_decision": decided}
    )
    assert decision.outcome is Outcome.NEEDS_MORE
    assert missing(decision) == ["other.challenge_decision"]


def test_without_a_challenge_nothing_is_reworded() -> None:
    assert because(ask("amend", record__kind="discipline", other={})) == [
        "casework.corrections.no_change_without_a_ground"
    ]
    lost = {"challenge_ground": "misleading", "challenge_decision": "denied"}
    assert ask("amend", record__kind="discipline", other=lost).outcome is Outcome.NO


@pytest.mark.parametrize(("kind", "outcome"), [("behaviour_report", "must"), ("health", "must"), ("transcript", "no")])
def test_what_is_removed_is_destroyed_before_its_time_but_no_permanent_record(kind: str, outcome: str) -> None:
    assert ask("destroy", record__kind=kind, student={"age": 12}, **REMOVED).outcome == outcome


@pytest.mark.parametrize("flag", ["on_hold", "pending_request"])
def test_even_then_a_hold_or_a_request_comes_first(flag: str) -> None:
    record = {"kind": "behaviour_report", flag: True}
    assert ask("destroy", record=record, student={"age": 12}, **REMOVED).outcome is Outcome.NO


@pytest.mark.parametrize("kind", ["telephone", "address", "parent_name_and_address", "contact_and_household"])
def test_staff_bring_an_address_up_to_date_without_a_challenge(kind: str) -> None:
    clerk = {"kind": "employee", "has_student": True}
    updated = {"other": {"routine_update": True}}
    assert ask("amend", requester=clerk, record__kind=kind, **updated).outcome is Outcome.MAY
    assert missing(ask("amend", requester=clerk, record__kind=kind, other={})) == ["other.routine_update"]
    assert ask("amend", requester=clerk, record__kind=kind, other={"routine_update": False}).outcome is Outcome.NO
    assert ask("amend", requester={"kind": "volunteer"}, record__kind=kind, **updated).outcome is Outcome.NO
    mother = {"kind": "parent", "identity": "verified", "relationship": "verified", "legal_custody": True}
    assert ask("amend", requester=mother, record__kind=kind, **updated).outcome is Outcome.MAY
    assert ask("amend", requester={**mother, "identity": "refuted"}, record__kind=kind, **updated).outcome is Outcome.NO


@pytest.mark.parametrize("kind", ["discipline", "behaviour_report", "birth_date", "transcript"])
def test_what_judges_or_is_proved_is_no_routine_update(kind: str) -> None:
    assert not ask("amend", record__kind=kind, other={"routine_update": True}).granted


@pytest.mark.parametrize("kind", ["public", "vendor", "volunteer", "immigration_officer"])
def test_a_sustained_challenge_is_carried_out_by_the_district_and_for_nobody_else(kind: str) -> None:
    assert ask("amend", requester={"kind": kind}, record__kind="discipline", **WON).outcome is Outcome.NO
    assert ask("amend", requester={"kind": "system"}, record__kind="discipline", **WON).outcome is Outcome.MUST
