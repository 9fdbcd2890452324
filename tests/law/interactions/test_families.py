"""Where two rules of the family meet (California table, section 14): parents, students, those who care for a child."""

from __future__ import annotations

from datetime import date

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

AT_18 = {"age": 18, "grade": "12", "enrolled": True}
DEPENDENT = {"requester__tax_dependency": "proved"}
RESTRAINED = {"requester__restrained_from_records": True, "orders": ["records_order_6323_5"]}
STAY_AWAY = {"requester__restrained_contact_only": True, "orders": ["stay_away_no_records_clause"]}


def test_i1_a_request_is_decided_on_the_day_it_is_answered_not_on_the_day_it_came() -> None:
    asked_at_17 = {"received_on": "2026-10-12"}
    assert ask("parent", **asked_at_17, student__age=17).outcome is Outcome.MUST
    assert ask("parent", **asked_at_17, student=AT_18).outcome is Outcome.NO
    assert ask("parent", student=AT_18, **DEPENDENT).limits[0] == "relevant_records_only"


def test_i2_a_tax_dependents_parent_sees_what_is_relevant_though_the_student_objects_and_counsel_looks() -> None:
    decision = ask("parent", student=AT_18, other__student_objects=True, **DEPENDENT)
    assert decision.outcome is Outcome.MUST
    assert "relevant_records_only" in decision.limits
    assert {"counsel_review", "log_release"} <= duties(decision)
    assert ask("challenge", student=AT_18, **DEPENDENT).outcome is Outcome.NO


def test_i3_a_minor_at_a_college_keeps_the_parent_as_rights_holder_and_counsel_may_say_otherwise() -> None:
    at_college = {"student": {"age": 16, "grade": "11", "enrolled": True, "attends_postsecondary": True}}
    assert "counsel_review" in duties(ask("parent", **at_college))
    assert ask("parent", **at_college).granted
    assert ask("challenge", **at_college).granted


def test_i4_a_student_of_16_sees_and_neither_consents_nor_blocks() -> None:
    assert ask("student").outcome is Outcome.MUST
    own = {"kind": "consent", "by": "minor_student", "form": "written", "signed": True, "dated": True}
    own |= {"records": True, "purpose": True, "recipient": True}
    assert not ask("consent", student__age=16, papers=[own]).granted
    student = {"kind": "student", "identity": "verified"}
    assert ask("restrict", requester=student, student__age=16).outcome is Outcome.NO


@pytest.mark.parametrize(
    ("student", "outcome"),
    [
        ({"age": 15, "grade": "11", "completed_grade_10": True}, "must"),
        ({"age": 15, "grade": "10", "completed_grade_10": True}, "must"),
        ({"age": 15, "grade": "11"}, "needs_more"),
        ({"age": 15, "grade": "9"}, "no"),
        ({"age": 16, "grade": "9"}, "must"),
    ],
)
def test_i5_either_the_age_or_the_grade_behind_one_opens_and_grade_11_alone_proves_nothing(
    student: dict[str, object], outcome: str
) -> None:
    assert ask("student", student={**student, "enrolled": True}).outcome == outcome


def test_i6_the_parent_without_custody_sees_in_five_business_days_whatever_the_other_wishes() -> None:
    without = {"requester__legal_custody": False, "orders": ["sole_legal_custody_other_parent"]}
    decision = ask("parent", received_on="2026-10-19", other__other_parent_objects=True, **without)
    assert decision.outcome is Outcome.MUST
    assert decision.deadline is not None
    assert decision.deadline.on == date(2026, 10, 26)
    assert ask("challenge", **without).outcome is Outcome.NO


@pytest.mark.parametrize("base", ["parent", "log"])
def test_i7_a_restrained_parent_sees_neither_file_nor_log_and_is_told_no_reason(base: str) -> None:
    decision = ask(base, **RESTRAINED)
    assert decision.outcome is Outcome.NO
    assert decision.silent
    assert ask(base).outcome is Outcome.MUST


def test_i8_a_stay_away_order_alone_closes_no_record_and_counsel_looks_before_where_the_student_is() -> None:
    grades = ask("parent", record__kind="grades", **STAY_AWAY)
    assert grades.outcome is Outcome.MUST
    assert "counsel_review" in duties(grades)
    assert "address_and_schedule_withheld" in grades.limits
    address = ask("parent", record__kind="schedule", **STAY_AWAY)
    assert not address.granted
    assert "counsel_review" in duties(address)


def test_i9_a_login_that_two_parents_share_shows_nothing_once_an_order_is_on_file() -> None:
    shared = {"requester__shared_login": True, "requester__restrained_from_records": False}
    frozen = ask("parent", orders=["records_order_6323_5"], **shared)
    assert because(frozen) == ["disclosure.stay_away_orders.two_people_at_one_login"]
    assert ask("parent", **shared).outcome is Outcome.MUST


def test_i20_a_foster_caregiver_sees_the_fixed_list_and_not_the_health_file() -> None:
    assert ask("foster_parent").outcome is Outcome.MUST
    for kind in ("health", "cumulative_file", "counselling_confidence"):
        assert ask("foster_parent", record__kind=kind).outcome is Outcome.NO


def test_i21_education_rights_limited_by_a_court_leave_the_look_and_bring_counsel_to_the_rest() -> None:
    limited = {"orders": ["education_rights_limited"]}
    look = ask("parent", **limited)
    assert look.outcome is not Outcome.NO
    challenge = ask("challenge", **limited)
    assert missing(challenge) == ["other.counsel_cleared"]


def test_i22_the_affidavit_gives_limited_access_and_takes_nothing_from_the_parent() -> None:
    cares = ask("caregiver")
    assert cares.outcome is Outcome.MUST
    assert "relevant_records_only" in cares.limits
    assert ask("caregiver", requester__lives_with_student=False).outcome is Outcome.NO
    caregiver = {"kind": "caregiver", "identity": "verified"}
    assert ask("challenge", requester=caregiver).outcome is Outcome.NO
    assert ask("challenge").outcome is Outcome.MUST


def test_i35_a_safe_at_home_address_is_hidden_from_the_other_parent_whose_look_stays_absolute() -> None:
    home = {"student__safe_at_home": True}
    look = ask("parent", **home)
    assert look.outcome is Outcome.MUST
    assert "give_substitute_address" in duties(look)
    pressed = ask("parent", record__kind="actual_address", **home)
    assert pressed.outcome is Outcome.NO
    assert pressed.silent
    assert "counsel_review" in duties(pressed)


def test_i41_a_confidence_is_no_pupil_record_until_its_teller_consents_in_writing() -> None:
    told = {"record__kind": "counselling_confidence", "student__age": 14}
    assert ask("parent", **told).outcome is Outcome.NO
    written = {"kind": "consent", "by": "minor_student", "form": "written", "signed": True, "records": True}
    written |= {"recipient": True, "dated": True, "purpose": True}
    assert ask("parent", papers=[written], **told).granted


def test_i42_no_record_of_gender_is_hidden_from_a_parent_and_no_program_tells_of_it() -> None:
    about = {"record__about_gender_or_orientation": True}
    look = ask("parent", **about)
    assert look.outcome is Outcome.MUST
    assert "counsel_review" in duties(look)
    system = {"kind": "system"}
    assert ask("parent", action="disclose", requester=system, **about).outcome is Outcome.NO


def test_i47_at_18_the_notice_of_failing_goes_to_the_parent_in_the_homes_language_and_all_else_to_the_student() -> None:
    notice = ask("parent", action="disclose", record__kind="progress_notice", student=AT_18)
    assert notice.outcome is Outcome.MUST
    assert ask("parent", action="disclose", record__kind="grades", student=AT_18).outcome is Outcome.NO
    at_threshold = {**AT_18, "home_language_at_threshold": True}
    translated = ask("parent", action="disclose", record__kind="progress_notice", student=at_threshold)
    assert "translate" in duties(translated)


def test_i48_the_agreement_of_both_parents_lets_either_consent_and_ends_when_one_withdraws_it() -> None:
    paper = {"kind": "consent", "by": "parent_without_custody", "form": "written", "signed": True, "dated": True}
    paper |= {"records": True, "purpose": True, "recipient": True}
    assert ask("consent", papers=[paper], orders=["both_parents_may_consent_agreement"]).granted
    assert not ask("consent", papers=[paper], orders=[]).granted


def test_i49_no_emergency_opens_the_file_to_a_restrained_parent() -> None:
    emergency = {"purpose": "health_or_safety_emergency", "other__emergency": "articulable_threat"}
    assert ask("parent", **emergency, **RESTRAINED).outcome is Outcome.NO
    assert ask("emergency").granted
