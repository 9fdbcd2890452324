"""What lies outside the ordinary file may be kept there."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, missing

APART = [
    "actual_address", "child_abuse_report", "contact_and_household", "counselling_confidence",
    "immigration_incident_file", "law_enforcement_unit_record", "meal_application", "meal_eligibility",
]  # fmt: skip
HERE = {"age": 9, "grade": "4", "enrolled": True}


@pytest.mark.parametrize("kind", APART)
def test_what_has_a_store_of_its_own_may_be_kept_in_it(kind: str) -> None:
    assert ask("retain", record={"kind": kind}, student=HERE).outcome is Outcome.MAY
    assert ask("retain", record={"kind": kind}, student=HERE, requester__kind="teacher").outcome is Outcome.NO


@pytest.mark.parametrize("kind", APART)
def test_it_goes_when_its_purpose_and_the_time_the_district_has_set_are_over(kind: str) -> None:
    gone = {"kind": kind, "no_longer_needed": True, "set_time_over": True}
    assert ask("destroy", record=gone).outcome is Outcome.MAY
    assert ask("retain", record=gone).outcome is Outcome.NO
    assert ask("retain", record={**gone, "on_hold": True}).outcome is Outcome.MUST
    assert ask("destroy", record={**gone, "set_time_over": False}).outcome is Outcome.NO
    assert ask("destroy", record={**gone, "no_longer_needed": False}).outcome is Outcome.NO
    assert missing(ask("destroy", record={**gone, "set_time_over": None})) == ["record.set_time_over"]


def test_an_order_about_records_is_kept_and_nothing_opens_again_by_itself() -> None:
    for student in (HERE, {"age": 20, "former": True}):
        assert ask("retain", record={"kind": "court_order"}, student=student).outcome is Outcome.MUST
    assert ask("destroy", record={"kind": "court_order"}).outcome is Outcome.NO
