"""Social Security numbers."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.facts import Purpose
from tests.each import each
from tests.law.worlds import ask, because, duties, missing

BAN = "collection.social_security_numbers.no_number_and_no_last_four"
MEAL = {"purpose": "nslp_income_application", "record": {"kind": "adult_ssn_last4", "part_of_federal_form": True}}
PAYROLL = {"purpose": "staff_payroll", "record": {"kind": "ssn", "whose": "employee"}}
PERMISSION = [
    {"kind": "consent", "by": "parent_with_custody", "form": "written", "signed": True, "dated": True, "records": True,
     "purpose": True, "recipient": True}
]  # fmt: skip
AID: dict[str, Any] = {
    "purpose": "financial_aid", "record": {"kind": "ssn"}, "papers": PERMISSION,
    "other": {"commission_requires_number": True},
}  # fmt: skip
NUMBERS = ["ssn", "ssn_last4", "adult_ssn_last4"]


@pytest.mark.parametrize("action", ["collect", "solicit", "require_for_enrolment"])
@pytest.mark.parametrize("kind", NUMBERS)
def test_no_number_is_taken_in_whole_or_in_part(action: str, kind: str) -> None:
    decision = ask("collect", action=action, record={"kind": kind})
    assert decision.outcome is Outcome.NO
    assert because(decision) == [BAN]


@each("purpose", sorted(Purpose))
@each("kind", NUMBERS)
def test_no_purpose_opens_a_number_of_a_student(purpose: str, kind: str) -> None:
    decision = ask("collect", purpose=purpose, record={"kind": kind, "whose": "student"})
    assert not decision.granted


def test_where_no_purpose_is_said_the_answer_is_no_and_names_the_ban() -> None:
    decision = ask("collect_unsaid", record={"kind": "ssn"})
    assert decision.outcome is Outcome.NO
    assert decision.because[0].citation == "Ed. Code 49076.7"


def test_the_adult_who_signs_the_meal_form_is_asked_on_that_form_alone() -> None:
    decision = ask("collect", **MEAL)
    assert decision.outcome is Outcome.MUST
    assert decision.limits == ("on_that_form_only",)
    assert missing(ask("collect", purpose=MEAL["purpose"], record={"kind": "adult_ssn_last4"})) == [
        "record.part_of_federal_form"
    ]


@pytest.mark.parametrize("kind", ["ssn", "ssn_last4"])
def test_the_meal_form_never_asks_the_child_nor_the_whole_number(kind: str) -> None:
    decision = ask("collect", purpose=MEAL["purpose"], record={"kind": kind, "part_of_federal_form": True})
    assert decision.outcome is Outcome.NO


def test_a_categorical_application_needs_no_digits() -> None:
    assert ask("collect", **{**MEAL, "purpose": "nslp_categorical_application"}).outcome is Outcome.NO


def test_for_a_child_in_foster_care_the_meal_form_asks_nobody() -> None:
    facts = {"purpose": "nslp_income_application", "record": {"kind": "adult_ssn_last4", "part_of_federal_form": True}}
    assert ask("collect", **facts).outcome is Outcome.MUST
    assert ask("collect", student__foster=True, **facts).outcome is Outcome.NO


def test_the_meal_form_is_no_condition_of_enrolment() -> None:
    assert ask("collect", action="require_for_enrolment", **MEAL).outcome is Outcome.NO


def test_an_employee_gives_the_number_for_the_payroll_and_nobody_else_does() -> None:
    assert ask("collect", **PAYROLL).outcome is Outcome.MUST
    assert ask("collect", action="solicit", **PAYROLL).outcome is Outcome.MUST
    assert missing(ask("collect", purpose="staff_payroll", record={"kind": "ssn"})) == ["record.whose"]
    for whose in ("student", "parent"):
        assert ask("collect", purpose="staff_payroll", record={"kind": "ssn", "whose": whose}).outcome is Outcome.NO
    assert ask("collect", record={"kind": "ssn", "whose": "employee"}).outcome is Outcome.NO


def test_the_student_aid_commission_gets_the_number_by_written_permission_where_it_needs_it() -> None:
    assert ask("collect", **AID).outcome is Outcome.MAY
    lacking: list[dict[str, Any]] = [{"papers": []}, {"other": {}}, {"other": {"commission_requires_number": False}}]
    for without in lacking:
        assert ask("collect", **{**AID, **without}).outcome is Outcome.NO
    unsigned = [{**PERMISSION[0], "signed": False}]
    assert not ask("collect", **{**AID, "papers": unsigned}).granted
    assert ask("collect", **{**AID, "record": {"kind": "ssn_last4"}}).outcome is Outcome.NO


def test_a_minor_cannot_give_that_permission_and_an_adult_student_can() -> None:
    own = [{**PERMISSION[0], "by": "adult_student"}]
    assert ask("collect", **{**AID, "papers": own}, student={"age": 17}).outcome is Outcome.NO
    assert ask("collect", **{**AID, "papers": own}, student={"age": 18}).outcome is Outcome.MAY


def test_the_box_on_the_work_permit_waits_for_counsel() -> None:
    form: dict[str, Any] = {"purpose": "work_permit", "record": {"kind": "ssn"}}
    waits = ask("collect", **form)
    assert missing(waits) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(waits)
    assert ask("collect", **form, other={"counsel_cleared": True}).outcome is Outcome.MAY
    assert ask("collect", **form, other={"counsel_cleared": False}).outcome is Outcome.NO


def test_the_meal_application_asks_no_childs_digits_whatever_they_are_called() -> None:
    assert ask("collect", **MEAL).outcome is Outcome.MUST
    assert ask("collect", **MEAL, record__whose="student").outcome is Outcome.NO


def test_the_work_permit_has_a_box_for_the_minor_alone() -> None:
    for whose, outcome in (("student", Outcome.MAY), ("parent", Outcome.NO), ("employee", Outcome.NO)):
        asked = {"purpose": "work_permit", "record": {"kind": "ssn", "whose": whose}, "other__counsel_cleared": True}
        assert ask("collect", **asked).outcome is outcome
        assert ask("retain", **asked).outcome is outcome
