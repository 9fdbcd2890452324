"""Notices between police and school."""

from __future__ import annotations

from typing import Any

from fileroom.law import Outcome
from tests.law.worlds import ask, duties, missing

POLICE: dict[str, Any] = {"record": {"kind": "school_police_notice"}}
WARD = {"age": 15, "enrolled": True, "graduated": False, "court_jurisdiction_ended": False}


def test_a_notice_of_the_school_police_goes_through_counsel() -> None:
    asked = ask("destroy", student={"age": 18}, **POLICE)
    assert missing(asked) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(asked)
    assert ask("destroy", student={"age": 18}, other__counsel_cleared=True, **POLICE).outcome is Outcome.MAY
    assert ask("destroy", student=WARD, other__counsel_cleared=True, **POLICE).outcome is Outcome.NO


def test_whoever_keeps_it_is_asked_for_the_days_and_not_for_counsel() -> None:
    assert missing(ask("retain", student={"age": 15}, **POLICE)) == [
        "student.court_jurisdiction_ended",
        "student.graduated",
    ]
    unsaid = {"age": 15, "graduated": False}
    assert missing(ask("retain", student=unsaid, **POLICE)) == ["student.court_jurisdiction_ended"]


def test_it_is_kept_while_the_student_is_a_ward_and_longer_only_through_counsel() -> None:
    assert ask("retain", student=WARD, **POLICE).outcome is Outcome.MAY
    late = ask("retain", student={**WARD, "age": 18}, **POLICE)
    assert missing(late) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(late)
    assert ask("retain", student={**WARD, "age": 18}, other__counsel_cleared=True, **POLICE).outcome is Outcome.MAY
