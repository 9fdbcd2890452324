"""A slip of the office in a file it keeps."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask

CUSTODIAN = {"kind": "custodian_of_records", "has_student": True}
A_SLIP = {"routine_update": True}


@pytest.mark.parametrize("kind", ["entry_and_leaving_dates", "attendance", "immunization", "health"])
def test_the_office_mends_its_own_slip(kind: str) -> None:
    assert ask("amend", record={"kind": kind}, requester=CUSTODIAN, other=A_SLIP).outcome is Outcome.MAY


@pytest.mark.parametrize("kind", ["grades", "legal_name", "discipline", "access_log", "rejoinder", "meal_application"])
def test_what_judges_or_is_anothers_word_is_no_slip(kind: str) -> None:
    assert not ask("amend", record={"kind": kind}, requester=CUSTODIAN, other=A_SLIP).granted


@pytest.mark.parametrize("kind", ["teacher", "nurse", "volunteer", "parent", "student"])
def test_nobody_else_mends_one(kind: str) -> None:
    asker = {"kind": kind, "identity": "verified", "relationship": "verified", "has_student": True}
    assert ask("amend", record={"kind": "attendance"}, requester=asker, other=A_SLIP).outcome is Outcome.NO


def test_what_is_not_said_to_be_a_slip_stays() -> None:
    assert ask("amend", record={"kind": "attendance"}, requester=CUSTODIAN, other={}).outcome is Outcome.NO
