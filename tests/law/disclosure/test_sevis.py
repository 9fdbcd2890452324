"""The visa program's questions."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.facts import RequesterKind
from tests.law.worlds import ask, because, duties, missing

F_1: dict[str, Any] = {"student__visa": "F-1"}


@pytest.mark.parametrize("action", ["inspect", "copy", "disclose"])
@pytest.mark.parametrize("kind", ["enrolment_status", "immigration_document", "student_address", "legal_name"])
def test_of_an_f_1_student_the_listed_data_are_given_within_three_business_days(action: str, kind: str) -> None:
    decision = ask("sevis", action=action, record__kind=kind, **F_1)
    assert decision.outcome is Outcome.MUST
    assert decision.limits == ("fixed_list_only",)
    assert decision.deadline is not None
    assert decision.deadline.on == date(2026, 10, 22)
    assert {"document_encounter", "log_release"} <= duties(decision)


@pytest.mark.parametrize(
    "change",
    [
        {"student__visa": "none"},
        {"record__kind": "health"},
        {"record__kind": "discipline"},
        {"record__kind": "cumulative_file"},
        {"requester__identity": "refuted"},
        {"purpose": "law_enforcement"},
        {"action": "view_log"},
    ],
)
def test_nothing_else_is(change: dict[str, Any]) -> None:
    assert ask("sevis", **{**F_1, **change}).outcome is Outcome.NO


def test_immigration_enforcement_does_not_come_in_by_this_door() -> None:
    assert ask("sevis", purpose="immigration_enforcement", **F_1).outcome is Outcome.NO
    assert ask("sevis", other__assists_immigration_enforcement=True, **F_1).outcome is Outcome.NO
    assert ask("sevis", requester__kind="immigration_officer", **F_1).outcome is Outcome.NO


@pytest.mark.parametrize("who", sorted(set(RequesterKind) - {"sevp_officer"}))
def test_nobody_but_that_program_is_answered_by_this_rule(who: str) -> None:
    decision = ask("sevis", requester__kind=who, record__kind="immigration_document", **F_1)
    assert not any(rule.startswith("disclosure.sevis") for rule in because(decision))


def test_an_unproved_officer_and_an_unknown_visa_are_asked_about() -> None:
    assert missing(ask("sevis", requester__identity="claimed", **F_1)) == ["requester.identity"]
    assert missing(ask("sevis_unsaid")) == ["student.visa"]
