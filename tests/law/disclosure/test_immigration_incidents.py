"""The file of an immigration request, and the report to the board."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

REPORT = {"action": "disclose", "requester__kind": "board_member", "purpose": "immigration_report_to_board"}


@pytest.mark.parametrize(("named", "outcome"), [(False, Outcome.MUST), (True, Outcome.NO), (None, Outcome.NEEDS_MORE)])
def test_the_board_hears_of_it_without_a_name(named: bool | None, outcome: Outcome) -> None:
    record = {"kind": "immigration_incident_file", "identifies_student": named}
    decision = ask("teacher", record=record, requester__designated=False, **REPORT)
    assert decision.outcome is outcome
    if named is None:
        assert "record.identifies_student" in missing(decision)


def test_no_grant_stands_beside_a_report_with_names() -> None:
    record = {"kind": "test_results", "identifies_student": True}
    decision = ask("teacher", record=record, **REPORT)
    assert because(decision) == ["disclosure.immigration_incidents.a_report_with_names"]


def test_the_report_is_no_door_for_outsiders() -> None:
    facts = {**REPORT, "requester__kind": "media", "record": {"kind": "health", "identifies_student": False}}
    assert ask("outsider", **facts).outcome is Outcome.NO


def test_the_file_lies_with_those_designated_and_a_family_asks_counsel() -> None:
    lies = {"record__kind": "immigration_incident_file"}
    assert ask("teacher", requester__designated=True, **lies).outcome is Outcome.MAY
    assert ask("teacher", requester__designated=False, **lies).outcome is Outcome.NO
    waiting = ask("parent", **lies)
    assert waiting.outcome is Outcome.NEEDS_MORE
    assert "counsel_review" in duties(waiting)


def test_a_consent_does_not_open_it() -> None:
    assert ask("consent", record__kind="immigration_incident_file").outcome is Outcome.NO
