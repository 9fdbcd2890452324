"""Emergencies: a threat in words, those who can protect, and only while it lasts."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.facts import RequesterKind
from fileroom.law.parties import APPROPRIATE
from tests.each import each
from tests.law.worlds import ask, because, duties, missing, question

CAN_PROTECT = [k for k in RequesterKind if APPROPRIATE.truth(question("emergency", requester__kind=k.value))]
KIN = ["parent", "relative", "stepparent"]
NEVER = ["media", "public", "employer", "attorney", "pta", "for_profit", "military_recruiter", "vendor"]


@each("kind", CAN_PROTECT)
def test_those_who_can_protect_may_be_told_what_the_emergency_needs(kind: RequesterKind) -> None:
    decision = ask("emergency", requester={"kind": kind.value, "identity": "verified"})
    assert decision.outcome is Outcome.MAY
    assert decision.limits == ("only_what_the_purpose_needs",)
    assert "record_emergency_basis" in duties(decision)
    assert ("notify_parent_after" in duties(decision)) is (kind != RequesterKind.CHILD_WELFARE_WORKER)


@pytest.mark.parametrize("kind", KIN)
def test_kin_must_be_shown_to_be_kin(kind: str) -> None:
    facts = {"kind": kind, "identity": "verified", "relationship": "verified"}
    assert ask("emergency", requester=facts, student__age=19).outcome is Outcome.MAY
    claimed = ask("emergency", requester={**facts, "relationship": "claimed"}, student__age=19)
    assert missing(claimed) == ["requester.relationship"]


@pytest.mark.parametrize("kind", NEVER)
def test_nobody_else_is_told_however_great_the_danger(kind: str) -> None:
    decision = ask("emergency", requester__kind=kind)
    assert decision.outcome is Outcome.NO
    assert "record_emergency_basis" not in duties(decision)


@pytest.mark.parametrize("state", ["ended", "none"])
def test_a_danger_that_is_over_or_that_nobody_can_name_opens_nothing(state: str) -> None:
    decision = ask("emergency", other__emergency=state)
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["disclosure.emergencies.no_emergency_now"]


def test_what_the_danger_is_and_who_calls_are_asked_first() -> None:
    assert missing(ask("emergency", other={})) == ["other.emergency"]
    assert missing(ask("emergency", requester__identity="claimed")) == ["requester.identity"]


def test_no_emergency_opens_a_record_to_a_restrained_person() -> None:
    for kind in ("parent", "relative", "caregiver", "police"):
        person = {"kind": kind, "identity": "verified", "relationship": "verified", "restrained_from_records": True}
        decision = ask("emergency", requester=person, orders=["records_order_6323_5"])
        assert decision.outcome is Outcome.NO
        assert decision.silent


def test_no_emergency_opens_a_record_for_immigration_enforcement() -> None:
    assert ask("emergency", requester__kind="immigration_officer").outcome is Outcome.NO
    assert ask("emergency", requester__kind="police", other__assists_immigration_enforcement=True).outcome is Outcome.NO


def test_a_parent_who_was_told_is_not_told_again() -> None:
    parent = {"kind": "parent", "identity": "verified", "relationship": "verified"}
    assert "notify_parent_after" not in duties(ask("emergency", requester=parent, student__age=19))
    assert "record_emergency_basis" in duties(ask("emergency", requester=parent, student__age=19))


def test_the_emergency_door_opens_for_that_purpose_alone() -> None:
    assert ask("emergency", purpose="law_enforcement").outcome is Outcome.NO


@pytest.mark.parametrize("kind", ["volunteer", "contractor", "nonprofit"])
def test_a_helper_who_must_know_is_told_and_bound_and_only_while_the_danger_lasts(kind: str) -> None:
    told = ask("emergency", requester__kind=kind)
    assert told.outcome is Outcome.MAY
    assert {"record_emergency_basis", "notify_parent_after", "no_redisclosure_notice", "log_release"} <= duties(told)
    assert "written_agreement" not in duties(told)
    assert ask("emergency", requester__kind=kind, other__emergency="ended").outcome is Outcome.NO
    assert ask("emergency", requester__kind=kind, requester__identity="claimed").outcome is Outcome.NEEDS_MORE


def test_no_letter_home_where_telling_the_parents_is_the_danger_or_a_child_welfare_inquiry_lies_under_seal() -> None:
    assert "notify_parent_after" in duties(ask("emergency"))
    assert "notify_parent_after" not in duties(ask("emergency", other__telling_parents_endangers=True))
    inquiry = ask("emergency", requester__kind="child_welfare_worker")
    assert inquiry.granted and inquiry.sealed
    assert "notify_parent_after" not in duties(inquiry)
