"""Recruiters: three fields of high-school students, unless the family refused."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

COLLEGE = {"requester__kind": "college_recruiter"}


@pytest.mark.parametrize("kind", ["military_recruiter", "college_recruiter"])
def test_it_is_a_duty_whatever_the_policy_releases(kind: str) -> None:
    decision = ask("recruiter", requester__kind=kind, district={})
    assert decision.outcome is Outcome.MUST
    assert decision.limits == ("three_fields_only",)


@pytest.mark.parametrize(
    ("grade", "outcome"),
    [("8", Outcome.NO), ("9", Outcome.MUST), ("12", Outcome.MUST), ("US", Outcome.MUST), ("UE", Outcome.NO)],
)
def test_of_high_school_students_alone(grade: str, outcome: Outcome) -> None:
    assert ask("recruiter", student__grade=grade).outcome is outcome
    assert ask("recruiter", **COLLEGE, student__grade=grade).outcome is outcome


def test_not_of_those_who_have_left() -> None:
    assert ask("recruiter", student__former=True).outcome is Outcome.NO


@pytest.mark.parametrize(
    ("choice", "military", "college"),
    [
        ("military_refused", Outcome.NO, Outcome.MUST),
        ("military_refused_by_adult_student", Outcome.NO, Outcome.MUST),
        ("college_recruiter_refused", Outcome.MUST, Outcome.NO),
        ("directory_refused", Outcome.NO, Outcome.NO),
        ("directory_refused_while_enrolled", Outcome.NO, Outcome.NO),
        ("gpa_to_csac_refused", Outcome.MUST, Outcome.MUST),
    ],
)
def test_each_refusal_closes_what_it_speaks_of(choice: str, military: Outcome, college: Outcome) -> None:
    to_military, to_college = ask("recruiter", choices=[choice]), ask("recruiter", **COLLEGE, choices=[choice])
    assert (to_military.outcome, to_college.outcome) == (military, college)
    assert to_military.silent is (military is Outcome.NO)


def test_a_recruiter_who_names_no_field_asks_for_the_three() -> None:
    assert ask("recruiter", record={"kind": "directory_information"}).outcome is Outcome.MUST
    assert ask("recruiter", record={"kind": "directory_information", "fields": ["awards"]}).outcome is Outcome.NO


def test_a_homeless_student_waits_for_counsel_in_silence() -> None:
    waiting = ask("recruiter", student__homeless=True)
    assert waiting.outcome is Outcome.NEEDS_MORE
    assert waiting.silent
    assert "counsel_review" in duties(waiting)
    assert ask("recruiter", student__homeless=True, other__counsel_cleared=True).outcome is Outcome.MUST


def test_for_anything_but_recruiting_there_is_no_duty() -> None:
    assert ask("recruiter", purpose="marketing").outcome is Outcome.NO


def test_a_military_recruiter_is_answered_in_sixty_days() -> None:
    deadline = ask("recruiter").deadline
    assert deadline is not None
    assert deadline.within == "60 days"
    assert ask("recruiter", **COLLEGE).deadline is None


def test_of_who_was_barred_for_misuse_counsel_says_first_and_a_private_college_gets_nothing() -> None:
    """The state's bar is of private schools and colleges; federal law opens the three fields to the others."""
    decision = ask("recruiter", requester__barred_for_misuse=True)
    assert missing(decision) == ["other.counsel_cleared"]
    refused = ask("recruiter", requester__barred_for_misuse=True, other__counsel_cleared=False)
    assert because(refused) == ["disclosure.private_colleges.barred_until_counsel_has_looked"]
    college = ask("recruiter", requester__kind="private_college", requester__barred_for_misuse=True)
    assert because(college) == ["disclosure.private_colleges.barred_for_misuse"]


@pytest.mark.parametrize("kind", ["college", "private_college"])
def test_a_college_that_recruits_is_a_recruiter_by_whatever_name(kind: str) -> None:
    decision = ask("recruiter", requester__kind=kind, district={})
    assert decision.outcome is Outcome.MUST
    assert decision.limits == ("three_fields_only",)
    assert (
        ask("recruiter", requester__kind=kind, choices=["college_recruiter_refused"], district={}).outcome is Outcome.NO
    )
    assert not ask("recruiter", requester__kind=kind, purpose="directory", district={}).granted


@pytest.mark.parametrize("kind", ["college_recruiter", "college", "private_college"])
def test_a_college_that_recruits_and_names_no_field_is_asked_for_none(kind: str) -> None:
    unnamed = ask("recruiter", requester__kind=kind, record={"kind": "directory_information"})
    assert unnamed.outcome is Outcome.MUST and not unnamed.missing
    refused = ask("recruiter", requester__kind=kind, record={"kind": "directory_information"},
                  choices=["college_recruiter_refused"])  # fmt: skip
    assert refused.outcome is Outcome.NO


def test_a_private_college_that_names_no_field_has_name_and_address_of_those_gone() -> None:
    gone = {"student": {"age": 17, "grade": "12", "former": True}, "record": {"kind": "directory_information"}}
    assert ask("recruiter", requester__kind="private_college", **gone).outcome is Outcome.MAY
