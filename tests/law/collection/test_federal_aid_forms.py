"""The federal application for student aid."""

from __future__ import annotations

from typing import Any

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

ON_THE_FORM: dict[str, Any] = {
    "purpose": "financial_aid", "record": {"kind": "ssn", "part_of_federal_form": True},
}  # fmt: skip


def test_the_blank_form_may_be_handed_out_and_asks_for_the_number() -> None:
    decision = ask("collect", action="solicit", **ON_THE_FORM)
    assert decision.outcome is Outcome.MAY
    assert because(decision) == ["collection.federal_aid_forms.the_form_that_goes_to_the_agency"]
    assert decision.limits == ("on_that_form_only",)


def test_a_form_of_the_schools_own_asks_for_no_number_for_student_aid() -> None:
    for of_the_form in (False, None):
        record = {"kind": "ssn", "part_of_federal_form": of_the_form}
        assert ask("collect", action="solicit", purpose="financial_aid", record=record).outcome is Outcome.NO


def test_a_filled_in_form_waits_for_counsel() -> None:
    waits = ask("collect", **ON_THE_FORM)
    assert waits.outcome is Outcome.NEEDS_MORE
    assert missing(waits) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(waits)
    assert ask("collect", **ON_THE_FORM, other={"counsel_cleared": True}).outcome is Outcome.MAY
    assert ask("collect", **ON_THE_FORM, other={"counsel_cleared": False}).outcome is Outcome.NO


def test_the_form_opens_neither_the_last_four_nor_another_purpose_nor_enrolment() -> None:
    for change in (
        {"record": {"kind": "ssn_last4", "part_of_federal_form": True}},
        {"purpose": "enrolment"},
        {"action": "require_for_enrolment"},
    ):
        assert ask("collect", **{"action": "solicit", **ON_THE_FORM, **change}).outcome is Outcome.NO


def test_on_the_last_day_before_the_ban_the_form_was_as_free_as_on_its_first() -> None:
    for day in ("2015-12-31", "2016-01-01"):
        assert ask("collect", action="solicit", on=day, **ON_THE_FORM).outcome is Outcome.MAY
