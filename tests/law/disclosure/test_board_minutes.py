"""Minutes of the board."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask

MINUTES = {"action": "publish", "requester__kind": "employee", "purpose": "directory", "other__in_board_minutes": True}
ORDER = {"kind": "court_order", "signed_by_judge": True, "names_these_records": True, "valid_on": True}


def test_who_asked_to_be_left_out_is_left_out_of_minutes_and_of_nothing_else() -> None:
    assert ask("directory", **MINUTES).outcome is Outcome.MAY
    assert ask("directory", **MINUTES, choices=["left_out_of_minutes"]).outcome is Outcome.NO
    elsewhere = {**MINUTES, "other__in_board_minutes": False}
    assert ask("directory", **elsewhere, choices=["left_out_of_minutes"]).outcome is Outcome.MAY


def test_a_judges_order_outranks_the_wish() -> None:
    decision = ask("directory", **MINUTES, choices=["left_out_of_minutes"], papers=[ORDER])
    assert decision.outcome is Outcome.MAY


@pytest.mark.parametrize("kind", ["parent_name_and_address", "student_address", "contact_and_household"])
def test_the_parents_own_address_is_left_out_too_even_with_a_consent(kind: str) -> None:
    facts = {**MINUTES, "record__kind": kind, "choices": ["left_out_of_minutes"]}
    assert ask("consent", **facts).outcome is Outcome.NO
