"""A minor at a college: the parents keep the rights over the district's records, and counsel may find otherwise."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.examples import bases
from tests.law.worlds import ask, because, duties, missing


@pytest.mark.parametrize("base", ["parent", "log", "challenge"])
def test_the_parent_keeps_the_rights_and_counsel_looks(base: str) -> None:
    decision = ask(base, student__age=16, student__attends_postsecondary=True)
    assert decision.granted
    assert "counsel_review" in duties(decision)


def test_where_counsel_finds_that_the_rights_have_passed_the_student_has_them_and_the_parent_has_not() -> None:
    passed = {"student__age": 16, "student__attends_postsecondary": True, "student__rights_passed": True}
    assert ask("parent", **passed).outcome is Outcome.NO
    assert ask("consent", **passed).outcome is not Outcome.MAY
    assert "relevant_records_only" not in ask("student", **passed).limits


def test_what_counsel_has_cleared_is_given() -> None:
    cleared = {"student__age": 16, "student__attends_postsecondary": True, "other__counsel_cleared": True}
    assert ask("parent", **cleared).outcome is Outcome.MUST
    assert "relevant_records_only" not in ask("student", **cleared).limits


def test_a_student_of_fourteen_at_a_college_waits_for_counsel_too() -> None:
    decision = ask("student", student__age=14, student__completed_grade_10=False, student__attends_postsecondary=True)
    assert missing(decision) == ["other.counsel_cleared"]


def test_an_adult_at_a_college_needs_no_counsel() -> None:
    assert "counsel_review" not in duties(ask("student", student__age=18, student__attends_postsecondary=True))


def test_a_consent_of_the_parent_stands_and_one_of_the_student_waits_for_counsel() -> None:
    at_college = {"student__age": 17, "student__grade": "12", "student__attends_postsecondary": True}
    of_the_student = [{**bases()["consent"]["papers"][0], "by": "minor_student"}]
    parents, students = ask("consent", **at_college), ask("consent", papers=of_the_student, **at_college)
    assert parents.outcome is Outcome.MAY
    assert missing(students) == ["other.counsel_cleared"]
    for decision in (parents, students):
        assert "counsel_review" in duties(decision)
    assert ask("consent", papers=of_the_student, other__counsel_cleared=True, **at_college).granted
    assert ask("consent", papers=of_the_student, student__age=17).outcome is Outcome.NO


def test_challenge_log_and_refusal_wait_with_the_word_that_counsel_is_asked() -> None:
    at_college = {"student__age": 15, "student__grade": "10", "student__attends_postsecondary": True}
    for base in ("challenge", "log", "restrict"):
        decision = ask(base, requester__kind="student", **at_college)
        assert missing(decision) == ["other.counsel_cleared"]
        assert "counsel_review" in duties(decision)


def test_once_the_rights_have_passed_the_students_own_consent_is_taken_and_nobody_elses() -> None:
    passed = {"student__age": 16, "student__attends_postsecondary": True, "student__rights_passed": True}
    for by in ("minor_student", "adult_student"):
        assert ask("consent", papers=[{**bases()["consent"]["papers"][0], "by": by}], **passed).outcome is Outcome.MAY
    agreed = {"orders": ["both_parents_may_consent_agreement"], **passed}
    for by in ("parent_with_custody", "parent_without_custody", "rights_holder"):
        assert ask("consent", papers=[{**bases()["consent"]["papers"][0], "by": by}], **agreed).outcome is Outcome.NO


def test_once_the_rights_have_passed_no_appointed_holder_looks() -> None:
    appointed = {"requester__kind": "educational_rights_holder", "requester__holds_education_rights": True}
    at_college = {"student__age": 16, "student__attends_postsecondary": True}
    assert ask("parent", **appointed, **at_college).outcome is Outcome.MUST
    passed = ask("parent", **appointed, **at_college, student__rights_passed=True)
    assert because(passed) == ["disclosure.dual_enrolment.rights_passed_early"]
    assert ask("log", **appointed, **at_college, student__rights_passed=True).outcome is Outcome.NO


def test_of_an_adult_found_incompetent_no_right_passes_to_the_student_at_a_college() -> None:
    incompetent = {"student__age": 20, "student__attends_postsecondary": True, "student__adjudged_incompetent": True}
    assert ask("parent", student__rights_passed=True, **incompetent).outcome is Outcome.MUST
    assert ask("consent", student__rights_passed=True, **incompetent).outcome is Outcome.MAY
