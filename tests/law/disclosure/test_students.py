"""Students: adults hold all rights; at 16 or with grade 10 completed they see what is relevant."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, missing


def test_rights_grow_at_sixteen_and_at_eighteen() -> None:
    limits = {age: ask("student", student__age=age, student__completed_grade_10=False).limits for age in (16, 17, 18)}
    assert limits[16] == limits[17] == ("relevant_records_only", "other_students_redacted")
    assert limits[18] == ("other_students_redacted",)
    assert ask("student", student__age=15, student__completed_grade_10=False).outcome is Outcome.NO


def test_grade_ten_completed_is_enough_at_fifteen_and_grade_eleven_alone_is_not_known() -> None:
    assert ask("student", student__age=15).outcome is Outcome.MUST
    unsure = ask("student", student={"age": 15, "grade": "11"})
    assert missing(unsure) == ["student.completed_grade_10"]
    assert ask("student", student={"age": 15, "grade": "9"}).outcome is Outcome.NO


def test_a_student_is_identified_first() -> None:
    assert missing(ask("student", requester__identity="claimed")) == ["requester.identity"]
    assert ask("student", requester__identity="refuted").outcome is Outcome.NO


@pytest.mark.parametrize("kind", ["student", "former_student"])
def test_an_adult_or_former_student_has_five_business_days(kind: str) -> None:
    deadline = ask("student", student__age=40, requester__kind=kind).deadline
    assert deadline is not None
    assert deadline.within == "5 business days"


def test_an_adult_found_incompetent_does_not_hold_the_rights_alone() -> None:
    decision = ask("student", student__age=30, student__adjudged_incompetent=True)
    assert decision.limits == ("relevant_records_only", "other_students_redacted")


@pytest.mark.parametrize(("base", "age"), [("student", 18), ("student", 16)])
def test_who_is_known_not_to_be_the_student_sees_nothing_and_who_may_be_is_asked(base: str, age: int) -> None:
    refused = ask(base, student__age=age, requester__relationship="refuted")
    assert refused.outcome is Outcome.NO
    assert because(refused) == ["disclosure.students.not_this_student"]
    assert missing(ask(base, student__age=age, requester__relationship="claimed")) == ["requester.relationship"]
    assert ask(base, student__age=age).outcome is Outcome.MUST


@pytest.mark.parametrize("fact", ["requester__identity", "requester__relationship"])
def test_of_a_young_student_who_has_shown_nothing_yet_no_paper_is_said_to_refute_anything(fact: str) -> None:
    young = {"student": {"age": 12, "grade": "7", "enrolled": True}}
    assert because(ask("student", **young, **{fact: "claimed"})) == ["disclosure.students.not_yet_sixteen"]
    assert because(ask("student", **young, **{fact: "refuted"})) == ["disclosure.students.not_this_student"]
