"""School-meal applications."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, duties


@pytest.mark.parametrize("purpose", ["nslp_income_application", "nslp_categorical_application"])
def test_an_application_is_taken_in_for_meals_and_kept_apart(purpose: str) -> None:
    decision = ask("collect", purpose=purpose, record={"kind": "meal_application"})
    assert decision.outcome is Outcome.MAY
    assert "kept_apart" in decision.limits
    assert "collect_separately" in duties(decision)


@pytest.mark.parametrize("purpose", ["enrolment", "planning", "marketing", "benefit_eligibility"])
def test_for_anything_else_it_is_not_asked(purpose: str) -> None:
    assert ask("collect", purpose=purpose, record={"kind": "meal_application"}).outcome is Outcome.NO


def test_it_is_no_condition_of_enrolment() -> None:
    decision = ask(
        "collect",
        action="require_for_enrolment",
        purpose="nslp_income_application",
        record={"kind": "meal_application"},
    )
    assert decision.outcome is Outcome.NO
