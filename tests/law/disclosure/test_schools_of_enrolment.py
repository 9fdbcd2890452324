"""The school a student enters sees the relevant records, for that enrolment and nothing else."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.each import each
from tests.law.worlds import ask, because, duties, missing


@pytest.mark.parametrize("action", ["inspect", "copy", "disclose"])
@pytest.mark.parametrize(
    ("kind", "outcome"),
    [("other_school", "must"), ("college", "must"), ("private_school", "may"), ("private_college", "may")],
)
def test_a_public_school_must_be_shown_and_a_private_one_may_be(kind: str, outcome: str, action: str) -> None:
    decision = ask("school", requester__kind=kind, action=action)
    assert decision.outcome == outcome
    assert decision.limits == ("relevant_records_only",)
    assert {"log_request", "log_release", "no_redisclosure_notice"} <= duties(decision)


@each("kind", ["other_school", "private_school", "college", "private_college"])
@each("purpose", ["own_research", "fundraising", "none_stated", "marketing", "educational_interest"])
def test_no_school_is_shown_anything_for_another_purpose(kind: str, purpose: str) -> None:
    decision = ask("school", requester__kind=kind, purpose=purpose)
    assert decision.outcome is Outcome.NO
    assert decision.missing == ()


def test_a_caller_not_yet_known_is_asked_and_a_false_one_refused() -> None:
    assert missing(ask("school", requester__identity="claimed")) == ["requester.identity"]
    assert ask("school", requester__identity="refuted").outcome is Outcome.NO
    assert missing(ask("school", purpose=None)) == ["purpose"]


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({}, True),
        ({"district__annual_notice_forwarding": True}, False),
        ({"district__annual_notice_forwarding": False}, True),
        ({"other__parent_initiated": True}, False),
        ({"other__parent_initiated": False}, True),
    ],
)
def test_the_family_is_told_unless_it_asked_or_the_annual_notice_says_so(facts: dict[str, bool], told: bool) -> None:
    assert ("notify_parent_before" in duties(ask("school", **facts))) is told


def test_nobody_is_told_of_what_did_not_go_out() -> None:
    refused = duties(ask("school", purpose="fundraising"))
    assert refused.isdisjoint({"notify_parent_before", "copy_on_request"})


def test_a_refused_school_hears_what_it_may_ask_for() -> None:
    decision = ask("school", purpose="fundraising")
    assert because(decision) == ["disclosure.schools_of_enrolment.for_anything_else"]
    assert "written consent" in decision.says


@pytest.mark.parametrize("kind", ["counselling_confidence", "child_abuse_report", "law_enforcement_unit_record"])
def test_what_lies_outside_the_file_does_not_follow(kind: str) -> None:
    assert ask("school", record__kind=kind).outcome is not Outcome.MUST
