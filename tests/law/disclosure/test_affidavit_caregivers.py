"""The caregiver's affidavit: items 1 to 4, signed, while the child lives there; no consent, no custody, no more."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

AFFIDAVIT = {"kind": "caregiver_affidavit", "items_1_to_4": True, "signed": True}


def test_with_it_the_caregiver_sees_the_relevant_records_and_owes_no_reason() -> None:
    for purpose in ("inspection", "care_of_child", "none_stated", "enrolment"):
        decision = ask("caregiver", purpose=purpose)
        assert decision.outcome is Outcome.MUST
        assert decision.limits == ("relevant_records_only",)


@pytest.mark.parametrize("lack", ["items_1_to_4", "signed"])
@pytest.mark.parametrize("value", [False, None])
def test_an_unfinished_affidavit_is_finished_first(lack: str, value: bool | None) -> None:
    assert missing(ask("caregiver", papers=[{**AFFIDAVIT, lack: value}])) == [f"papers.caregiver_affidavit.{lack}"]


def test_without_one_it_is_asked_for() -> None:
    decision = ask("caregiver", papers=[])
    assert decision.outcome is Outcome.NEEDS_MORE
    assert missing(decision) == ["papers.caregiver_affidavit"]


def test_it_ends_when_the_school_is_told_that_the_child_has_left() -> None:
    decision = ask("caregiver", requester__lives_with_student=False)
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["disclosure.affidavit_caregivers.the_child_has_left"]
    assert ask("caregiver", papers=[{**AFFIDAVIT, "valid_on": False}]).outcome is Outcome.NEEDS_MORE


@pytest.mark.parametrize("kind", ["relative", "stepparent"])
def test_a_relative_who_signed_it_counts_once_the_child_is_known_to_live_there(kind: str) -> None:
    assert ask("caregiver", requester__kind=kind, requester__lives_with_student=True).outcome is Outcome.MUST
    assert missing(ask("caregiver", requester__kind=kind)) == ["requester.lives_with_student"]
    without = ask("caregiver", requester__kind=kind, requester__lives_with_student=True, papers=[])
    assert missing(without) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(without)
    elsewhere = ask("caregiver", requester__kind=kind, requester__lives_with_student=False, papers=[])
    assert because(elsewhere) == ["disclosure.affidavit_caregivers.kin"]


@pytest.mark.parametrize("kind", ["public", "foster_caregiver", "nonprofit"])
def test_the_affidavit_helps_nobody_outside_the_household(kind: str) -> None:
    assert ask("caregiver", requester__kind=kind, requester__lives_with_student=True).outcome is not Outcome.MUST


def test_it_gives_no_log_and_nothing_for_private_ends() -> None:
    assert ask("caregiver", action="view_log", record__kind="access_log").outcome is Outcome.NO
    assert ask("caregiver", purpose="news").outcome is Outcome.NO


@pytest.mark.parametrize("kind", ["caregiver", "relative", "stepparent"])
def test_it_is_for_a_minor_and_ends_at_eighteen(kind: str) -> None:
    at_home = {"requester__kind": kind, "requester__lives_with_student": True}
    assert ask("caregiver", student={"age": 17, "enrolled": True}, **at_home).outcome is Outcome.MUST
    assert ask("caregiver", student={"age": 18, "enrolled": True}, **at_home).outcome is Outcome.NO
