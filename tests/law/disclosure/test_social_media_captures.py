"""Captures of social media."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, missing

GATHERED = {"record__kind": "social_media_information"}


@pytest.mark.parametrize("age", [6, 11, 15, 18])
def test_a_student_of_any_age_sees_it(age: int) -> None:
    facts = {"student": {"age": age, "grade": "9", "enrolled": True}}
    assert ask("student", **facts, **GATHERED).outcome is Outcome.MUST


def test_it_is_the_students_own_and_nobody_elses_in_their_name() -> None:
    young = {"student": {"age": 11, "grade": "6", "enrolled": True}}
    assert missing(ask("student", requester__identity="claimed", **young, **GATHERED)) == ["requester.identity"]
    assert ask("student", requester__identity="refuted", **young, **GATHERED).outcome is Outcome.NO


def test_the_parents_see_it_too() -> None:
    assert ask("parent", **GATHERED).outcome is Outcome.MUST
