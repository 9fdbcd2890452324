"""Homeless, unaccompanied students of 14."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, missing

ALONE = {"student__completed_grade_10": False, "student__homeless": True, "student__unaccompanied": True}


@pytest.mark.parametrize(("age", "outcome"), [(13, Outcome.NO), (14, Outcome.MUST), (15, Outcome.MUST)])
def test_fourteen_is_old_enough(age: int, outcome: Outcome) -> None:
    assert ask("student", student__age=age, **ALONE).outcome is outcome


@pytest.mark.parametrize("flag", ["student__homeless", "student__unaccompanied"])
def test_both_conditions_are_needed(flag: str) -> None:
    assert ask("student", student__age=14, **{**ALONE, flag: False}).outcome is Outcome.NO


def test_an_age_that_is_not_known_is_asked() -> None:
    assert missing(ask("student", student__age=None, **ALONE)) == ["student.age"]


def test_the_log_is_not_theirs() -> None:
    assert ask("log", requester__kind="student", student__age=14, **ALONE).outcome is Outcome.NO
