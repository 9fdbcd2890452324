"""Emancipated minors."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, duties, missing

YOUNG = {"student": {"age": 15, "grade": "9", "enrolled": True, "emancipated": True}}


@pytest.mark.parametrize("action", ["inspect", "copy", "view_log"])
def test_an_emancipated_student_waits_for_counsel_and_is_not_refused(action: str) -> None:
    waiting = ask("student", action=action, **YOUNG)
    assert waiting.outcome is Outcome.NEEDS_MORE
    assert missing(waiting) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(waiting)
    assert ask("student", action=action, other__counsel_cleared=True, **YOUNG).outcome is Outcome.MAY
    assert ask("student", action=action, other__counsel_cleared=False, **YOUNG).outcome is Outcome.NO


def test_another_student_of_fifteen_is_refused() -> None:
    assert ask("student", student={"age": 15, "grade": "9", "enrolled": True}).outcome is Outcome.NO


def test_the_parent_keeps_the_right_and_counsel_looks() -> None:
    decision = ask("parent", student__emancipated=True)
    assert decision.outcome is Outcome.MUST
    assert "counsel_review" in duties(decision)


def test_at_sixteen_the_own_access_needs_no_emancipation() -> None:
    assert ask("student", student__emancipated=True).outcome is Outcome.MUST
