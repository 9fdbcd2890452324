"""A minor at a college: the parent keeps the rights over this district's records, counsel looks, nobody is refused."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.examples import bases
from tests.law.worlds import ask, duties, missing


@pytest.mark.parametrize("base", ["parent", "log", "consent", "challenge"])
def test_the_parent_keeps_the_rights_and_counsel_looks(base: str) -> None:
    decision = ask(base, student={"age": 16, "grade": "11", "enrolled": True, "attends_postsecondary": True})
    assert decision.granted
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


def test_a_consent_of_the_students_own_waits_for_counsel() -> None:
    at_college = {"student__age": 17, "student__grade": "12", "student__attends_postsecondary": True}
    of_the_student = [{**bases()["consent"]["papers"][0], "by": "minor_student"}]
    decision = ask("consent", papers=of_the_student, **at_college)
    assert missing(decision) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(decision)
    assert ask("consent", papers=of_the_student, other__counsel_cleared=True, **at_college).granted
    assert ask("consent", papers=of_the_student, student__age=17).outcome is Outcome.NO


def test_challenge_log_and_refusal_wait_with_the_word_that_counsel_is_asked() -> None:
    at_college = {"student__age": 15, "student__grade": "10", "student__attends_postsecondary": True}
    for base in ("challenge", "log", "restrict"):
        decision = ask(base, requester__kind="student", **at_college)
        assert missing(decision) == ["other.counsel_cleared"]
        assert "counsel_review" in duties(decision)
