"""A company asks the district itself: it is answered, and learns of nobody."""

from __future__ import annotations

from itertools import product

from fileroom.law import Outcome
from fileroom.law.figures import FIGURES
from tests.law.worlds import ask, duties

COMPANY = {"requester": {"kind": "vendor", "identity": "verified"}}
REQUEST = {"kind": "deletion_request", "by": "parent_with_custody", "signed": True, "dated": True}
DUTY = "answer_the_company"


def test_without_the_familys_request_the_answer_is_no_whoever_the_student_is_and_a_duty_to_answer() -> None:
    told = set()
    for age, enrolled, days, flag in product((9, 17, 25, None), (True, False, None), (0, 59, 60, None), (True, False)):
        student = {"age": age, "enrolled": enrolled, "days_since_left_lea": days, "missing_child_flag": flag}
        refused = ask("letter", **COMPANY, student=student, papers=[])
        told.add((refused.outcome, refused.silent, DUTY in duties(refused)))
    assert told == {(Outcome.NO, False, True)}


def test_a_request_that_is_not_signed_or_not_dated_gives_it_nothing() -> None:
    assert ask("letter", **COMPANY, papers=[REQUEST]).outcome is Outcome.MUST
    for lacking in ("signed", "dated"):
        assert not ask("letter", **COMPANY, papers=[REQUEST | {lacking: False}]).granted


def test_a_family_that_asks_is_given_its_letter_and_no_company_is_answered() -> None:
    assert DUTY not in duties(ask("letter"))


def test_the_days_are_the_districts_practice_and_say_so() -> None:
    assert "no law sets" in FIGURES["company_question_answer"].what
