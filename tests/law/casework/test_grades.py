"""A grade is final, but for four grounds."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.facts import GradeGround
from tests.law.worlds import ask, because, duties, missing


@pytest.mark.parametrize("kind", ["grades", "marks_and_credits", "transcript"])
@pytest.mark.parametrize("ground", [ground for ground in GradeGround if ground is not GradeGround.NONE])
def test_a_grade_changes_on_four_grounds_alone(kind: str, ground: GradeGround) -> None:
    assert ask("amend", record__kind=kind, other__grade_ground=ground).outcome is Outcome.MAY
    refused = ask("amend", record__kind=kind, other__grade_ground="none")
    assert refused.outcome is Outcome.NO
    assert because(refused) == ["casework.grades.a_grade_is_final"]


@pytest.mark.parametrize("heard", [False, None])
def test_the_teacher_is_heard_first(heard: bool | None) -> None:
    decision = ask("amend", other__teacher_heard=heard)
    assert decision.outcome is Outcome.NEEDS_MORE
    assert missing(decision) == ["other.teacher_heard"]
    assert "hear_teacher" in duties(decision)


def test_a_sustained_challenge_alone_moves_no_grade() -> None:
    sustained: dict[str, Any] = {"challenge_decision": "sustained", "challenge_ground": "inaccurate"}
    assert ask("amend", other={**sustained, "grade_ground": "none", "teacher_heard": True}).outcome is Outcome.NO
    assert missing(ask("amend", other={**sustained, "teacher_heard": True})) == ["other.grade_ground"]
    both = {**sustained, "grade_ground": "bad_faith", "teacher_heard": True}
    assert ask("amend", other=both).outcome is Outcome.MUST


def test_the_gate_is_for_grades_only() -> None:
    assert "hear_teacher" not in duties(ask("amend", record__kind="discipline", other={}))


def test_a_teacher_whom_nobody_can_reach_holds_up_no_correction_and_why_is_noted() -> None:
    fraud: dict[str, Any] = {"grade_ground": "fraud", "teacher_heard": False}
    assert missing(ask("amend", other=fraud)) == ["other.teacher_heard"]
    noted = ask("amend", other={**fraud, "teacher_out_of_reach": True})
    assert noted.outcome is Outcome.MAY
    assert "hear_teacher" in duties(noted)
    assert "hear_teacher" not in duties(ask("amend"))


@pytest.mark.parametrize("kind", ["public", "vendor", "volunteer", "student", "immigration_officer"])
def test_no_outsider_has_a_grade_changed_whatever_ground_they_name(kind: str) -> None:
    for more in ({}, {"challenge_decision": "sustained"}):
        other = {"grade_ground": "fraud", "teacher_heard": True, **more}
        assert ask("amend", requester={"kind": kind, "identity": "verified"}, other=other).outcome is Outcome.NO


def test_a_family_has_its_grade_changed_after_its_challenge_and_not_on_its_word() -> None:
    mother = {"kind": "parent", "identity": "verified", "relationship": "verified", "legal_custody": True}
    fraud: dict[str, Any] = {"grade_ground": "fraud", "teacher_heard": True}
    assert missing(ask("amend", requester=mother, other=fraud)) == ["other.challenge_decision"]
    assert ask("amend", requester=mother, other={**fraud, "challenge_decision": "sustained"}).outcome is Outcome.MUST
