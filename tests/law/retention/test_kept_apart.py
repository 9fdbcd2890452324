"""What lies outside the ordinary file may be kept there."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask

HERE = {"age": 9, "grade": "4", "enrolled": True}


@pytest.mark.parametrize(
    "kind",
    [
        "actual_address", "child_abuse_report", "contact_and_household", "counselling_confidence",
        "immigration_incident_file", "law_enforcement_unit_record", "meal_application", "meal_eligibility",
    ],
)  # fmt: skip
def test_what_has_a_store_of_its_own_may_be_kept_in_it(kind: str) -> None:
    assert ask("retain", record={"kind": kind}, student=HERE).outcome is Outcome.MAY
    assert ask("retain", record={"kind": kind}, student=HERE, requester__kind="teacher").outcome is Outcome.NO


def test_an_order_about_records_is_kept_and_nothing_opens_again_by_itself() -> None:
    for student in (HERE, {"age": 20, "former": True}):
        assert ask("retain", record={"kind": "court_order"}, student=student).outcome is Outcome.MUST
    assert ask("destroy", record={"kind": "court_order"}).outcome is Outcome.NO
