"""A minor at a college: counsel says whose the rights are, and nobody is refused meanwhile."""

from __future__ import annotations

from fileroom.law import Outcome
from tests.law.worlds import ask, duties, missing


def test_the_parent_waits_for_counsel_and_is_not_refused() -> None:
    decision = ask("parent", student__age=16, student__attends_postsecondary=True)
    assert decision.outcome is Outcome.NEEDS_MORE
    assert missing(decision) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(decision)


def test_what_counsel_has_cleared_is_given() -> None:
    cleared = {"student__age": 16, "student__attends_postsecondary": True, "other__counsel_cleared": True}
    assert ask("parent", **cleared).outcome is Outcome.MUST
    assert "relevant_records_only" not in ask("student", **cleared).limits


def test_a_student_of_fourteen_at_a_college_waits_for_counsel_too() -> None:
    decision = ask("student", student__age=14, student__completed_grade_10=False, student__attends_postsecondary=True)
    assert missing(decision) == ["other.counsel_cleared"]


def test_an_adult_at_a_college_needs_no_counsel() -> None:
    assert "counsel_review" not in duties(ask("student", student__age=18, student__attends_postsecondary=True))
