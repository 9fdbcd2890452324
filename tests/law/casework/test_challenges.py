"""Who may challenge a record, and on what."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.facts import ChallengeGround
from tests.law.worlds import ask, because, duties, missing

ADULT: dict[str, Any] = {"requester": {"kind": "student", "identity": "verified"}, "student__age": 18}


@pytest.mark.parametrize("ground", list(ChallengeGround))
def test_a_parent_with_custody_challenges_on_each_of_six_grounds(ground: ChallengeGround) -> None:
    decision = ask("challenge", other__challenge_ground=ground, received_on="2026-10-19")
    assert decision.outcome is Outcome.MUST
    assert decision.deadline is not None
    assert (decision.deadline.on, decision.deadline.within) == (date(2026, 11, 18), "30 days")


@pytest.mark.parametrize(
    ("facts", "asked"),
    [
        ({"other__challenge_ground": None}, ["other.challenge_ground"]),
        ({"other__inspected_first": False}, ["other.inspected_first"]),
        ({"other__inspected_first": None}, ["other.inspected_first"]),
        ({"other__channel": "telephone"}, ["other.channel"]),
        ({"other__channel": "in_person"}, ["other.channel"]),
        ({"requester__legal_custody": None}, ["requester.legal_custody"]),
        ({"requester__identity": "claimed"}, ["requester.identity"]),
        ({"requester__relationship": "claimed"}, ["requester.relationship"]),
        ({"student__age": None}, ["student.age"]),
    ],
)
def test_what_a_challenge_still_lacks_is_asked_for_by_name(facts: dict[str, Any], asked: list[str]) -> None:
    decision = ask("challenge", **facts)
    assert decision.outcome is Outcome.NEEDS_MORE
    assert missing(decision) == asked


def test_what_is_filed_is_taken_to_be_in_writing_where_nothing_else_is_said() -> None:
    assert ask("challenge", other={"challenge_ground": "misleading", "inspected_first": True}).outcome is Outcome.MUST


def test_without_legal_custody_a_parent_sees_but_does_not_challenge_and_counsel_hears_of_it() -> None:
    refused = ask("challenge", requester__legal_custody=False)
    assert refused.outcome is Outcome.NO
    assert because(refused) == ["casework.challenges.without_legal_custody"]
    assert "counsel_review" in duties(refused)
    assert "Under federal law" in refused.says
    assert ask("parent", requester__legal_custody=False).outcome is Outcome.MUST


def test_joint_custody_gives_either_parent_the_challenge_and_sole_custody_takes_it_from_the_other() -> None:
    joint = ask("challenge", requester__legal_custody=None, orders=["joint_legal_custody"])
    assert joint.outcome is Outcome.MUST
    sole = ask("challenge", requester__legal_custody=None, orders=["sole_legal_custody_other_parent"])
    assert sole.outcome is Outcome.NO


def test_an_agreement_that_either_parent_may_consent_lets_neither_challenge() -> None:
    agreed = ask("challenge", requester__legal_custody=False, orders=["both_parents_may_consent_agreement"])
    assert agreed.outcome is Outcome.NO


def test_at_eighteen_the_challenge_passes_to_the_student() -> None:
    assert ask("challenge", student__age=17).outcome is Outcome.MUST
    assert because(ask("challenge", student__age=18)) == ["casework.challenges.the_student_is_adult"]
    assert ask("challenge", **ADULT).outcome is Outcome.MUST
    young = {**ADULT, "student__age": 17}
    assert because(ask("challenge", **young)) == ["casework.challenges.not_yet_adult"]


def test_sixteen_or_grade_ten_gives_sight_and_no_challenge() -> None:
    student = {"age": 16, "grade": "11", "completed_grade_10": True}
    assert ask("challenge", requester=ADULT["requester"], student=student).outcome is Outcome.NO


def test_the_parent_of_an_incompetent_adult_keeps_the_challenge() -> None:
    assert ask("challenge", student__age=30, student__adjudged_incompetent=True).outcome is Outcome.MUST


def test_a_rights_holder_named_by_a_court_challenges_and_a_limited_parent_waits_for_counsel() -> None:
    named = {"kind": "educational_rights_holder", "identity": "verified", "holds_education_rights": True}
    assert ask("challenge", requester=named, orders=["education_rights_limited"]).outcome is Outcome.MUST
    limited = ask("challenge", orders=["education_rights_limited"], requester__holds_education_rights=False)
    assert limited.outcome is Outcome.NEEDS_MORE
    assert missing(limited) == ["other.counsel_cleared"]


def test_ended_rights_end_the_challenge() -> None:
    ended = ask("challenge", orders=["rights_terminated"], requester__rights_terminated=True)
    assert ended.outcome is Outcome.NO


@pytest.mark.parametrize("kind", ["stepparent", "caregiver", "foster_caregiver", "teacher", "public", "former_student"])
def test_nobody_else_challenges(kind: str) -> None:
    assert ask("challenge", requester__kind=kind, student__age=9).outcome is Outcome.NO


def test_what_is_no_pupil_record_is_not_challenged_here() -> None:
    assert ask("challenge", record__kind="law_enforcement_unit_record").outcome is Outcome.NO
