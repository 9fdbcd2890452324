"""What goes with a number that a form may ask for."""

from __future__ import annotations

from tests.law.worlds import ask, duties


def test_the_digits_stay_on_the_form_and_the_form_says_by_which_law_it_asks() -> None:
    meal = ask(
        "collect",
        purpose="nslp_income_application",
        record={"kind": "adult_ssn_last4", "part_of_federal_form": True},
    )
    assert {"limit_to_form", "state_authority"} <= duties(meal)


def test_only_the_meal_form_is_spoken_of_where_the_meal_form_asks() -> None:
    payroll = ask("collect", purpose="staff_payroll", record={"kind": "ssn", "whose": "employee"})
    told = [duty.says for duty in payroll.duties if duty.code == "limit_to_form"]
    assert told == ["The number stays on that form: it goes into no student's file."]


def test_a_refused_number_brings_neither_duty_nor_does_any_other_item() -> None:
    for decision in (ask("collect", record={"kind": "ssn"}), ask("collect")):
        assert not {"limit_to_form", "state_authority"} & duties(decision)


def test_a_whole_number_is_shown_nowhere() -> None:
    payroll = ask("collect", purpose="staff_payroll", record={"kind": "ssn", "whose": "employee"})
    assert "keep_under_seal" in duties(payroll)
    assert "keep_under_seal" not in duties(ask("collect", record={"kind": "ssn"}))
