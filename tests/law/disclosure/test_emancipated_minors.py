"""Emancipated minors."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.examples import bases
from tests.law.worlds import ask, because, duties, missing

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


@pytest.mark.parametrize("kind", ["parent", "educational_rights_holder"])
@pytest.mark.parametrize("action", ["inspect", "copy", "view_log"])
def test_whose_the_right_to_look_is_waits_for_counsel_as_whose_consent_it_takes_does(kind: str, action: str) -> None:
    asked = {"action": action, "requester__kind": kind, "requester__holds_education_rights": kind != "parent"}
    waiting = ask("parent", student__emancipated=True, **asked)
    assert missing(waiting) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(waiting)
    assert ask("parent", student__emancipated=True, other__counsel_cleared=True, **asked).outcome is Outcome.MUST
    refused = ask("parent", student__emancipated=True, other__counsel_cleared=False, **asked)
    assert refused.outcome is Outcome.NO
    if action != "view_log":
        assert because(refused) == ["disclosure.emancipated_minors.counsel_has_not_found_it_theirs"]


def test_the_parent_of_an_adult_who_was_once_emancipated_is_told_that_the_student_is_adult() -> None:
    assert because(ask("parent", student__emancipated=True, student__age=18)) == [
        "disclosure.parents.the_student_is_adult"
    ]


def test_at_sixteen_the_own_access_needs_no_emancipation() -> None:
    assert ask("student", student__emancipated=True).outcome is Outcome.MUST


def test_a_challenge_a_statement_a_consent_and_a_refusal_wait_for_counsel_too() -> None:
    alone = {"student__age": 16, "student__emancipated": True}
    of_the_student = [{**bases()["consent"]["papers"][0], "by": "minor_student"}]
    for decision in (
        ask("challenge", requester__kind="student", **alone),
        ask("challenge", action="attach_statement", requester__kind="student", **alone),
        ask("consent", papers=of_the_student, **alone),
        ask("restrict", requester__kind="student", **alone),
    ):
        assert missing(decision) == ["other.counsel_cleared"]
        assert "counsel_review" in duties(decision)
    for by in ("parent_with_custody", "rights_holder"):  # whose it is, no label settles
        paper = [{**bases()["consent"]["papers"][0], "by": by}]
        assert missing(ask("consent", papers=paper, **alone)) == ["other.counsel_cleared"]
        assert ask("consent", papers=paper, other__counsel_cleared=True, **alone).granted
    assert ask("challenge", requester__kind="student", other__counsel_cleared=True, **alone).outcome is Outcome.MUST
