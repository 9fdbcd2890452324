"""Social Security numbers."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

MEAL = {"purpose": "nslp_income_application", "record": {"kind": "adult_ssn_last4", "part_of_federal_form": True}}


@pytest.mark.parametrize("action", ["collect", "solicit", "require_for_enrolment"])
@pytest.mark.parametrize("kind", ["ssn", "ssn_last4", "adult_ssn_last4"])
def test_no_number_is_taken_in_whole_or_in_part(action: str, kind: str) -> None:
    decision = ask("collect", action=action, record={"kind": kind})
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["collection.social_security_numbers.no_number_and_no_last_four"]


def test_the_adult_who_signs_the_meal_form_is_asked_on_that_form_alone() -> None:
    decision = ask("collect", **MEAL)
    assert decision.outcome is Outcome.MUST
    assert decision.limits == ("on_that_form_only",)
    assert "limit_to_form" in duties(decision)
    assert missing(ask("collect", purpose=MEAL["purpose"], record={"kind": "adult_ssn_last4"})) == [
        "record.part_of_federal_form"
    ]


@pytest.mark.parametrize("kind", ["ssn", "ssn_last4"])
def test_the_meal_form_never_asks_the_child_nor_the_whole_number(kind: str) -> None:
    assert (
        ask("collect", purpose=MEAL["purpose"], record={"kind": kind, "part_of_federal_form": True}).outcome
        is Outcome.NO
    )


def test_a_categorical_application_needs_no_digits() -> None:
    assert ask("collect", **{**MEAL, "purpose": "nslp_categorical_application"}).outcome is Outcome.NO
