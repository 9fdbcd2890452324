"""What a family cannot close by asking."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

STUDENT: dict[str, Any] = {"requester": {"kind": "student", "identity": "verified"}}
GENDER = {"record": {"kind": "behaviour_report", "about_gender_or_orientation": True}}


@pytest.mark.parametrize("kind", ["grades", "cumulative_file", "discipline", "directory_information"])
def test_a_student_of_sixteen_closes_nothing_to_a_parent(kind: str) -> None:
    decision = ask("restrict", student__age=16, record={"kind": kind}, **STUDENT)
    assert because(decision) == ["casework.family_choices_limits.a_students_own_wish"]


def test_one_parent_closes_nothing_to_the_other_without_an_order() -> None:
    decision = ask("restrict", record={"kind": "grades"}, other__other_parent_objects=True)
    assert because(decision) == ["casework.family_choices_limits.against_the_other_parent"]
    assert "court's order" in decision.says
    assert ask("parent", other__other_parent_objects=True, requester__legal_custody=False).outcome is Outcome.MUST


def test_what_tells_of_gender_goes_to_counsel_whoever_asks() -> None:
    for facts in ({}, STUDENT):
        waiting = ask("restrict", **{**GENDER, **facts})
        assert missing(waiting) == ["other.counsel_cleared"]
        assert "counsel_review" in duties(waiting)
    assert ask("restrict", other__counsel_cleared=True, **GENDER, **STUDENT).outcome is Outcome.MAY


def test_a_homeless_student_on_their_own_who_refuses_the_directory_waits_for_counsel() -> None:
    alone = {"age": 15, "grade": "10", "homeless": True, "unaccompanied": True}
    waits = ask("restrict", student=alone, **STUDENT)
    assert missing(waits) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(waits)
    for less in ({"unaccompanied": False}, {"homeless": False}, {"age": 13}):
        assert ask("restrict", student=alone | less, **STUDENT).outcome is Outcome.NO
    assert ask("restrict", student=alone, record={"kind": "grades"}, **STUDENT).outcome is Outcome.NO


def test_an_emancipated_student_goes_to_counsel_and_is_not_refused() -> None:
    decision = ask("restrict", student={"age": 16, "grade": "11", "emancipated": True}, **STUDENT)
    assert decision.outcome is Outcome.NEEDS_MORE


@pytest.mark.parametrize("kind", ["public", "relative", "teacher"])
def test_others_choose_nothing_for_a_family(kind: str) -> None:
    decision = ask("restrict", requester={"kind": kind, "identity": "verified"})
    assert because(decision) == ["casework.family_choices_limits.nobody_else"]


def test_a_restrained_parent_hears_nothing_of_the_other_parent() -> None:
    decision = ask("restrict", orders=["records_order_6323_5"])
    assert decision.outcome is Outcome.NO
    assert decision.silent
    assert because(decision) == ["casework.family_choices_limits.restrained_party"]
