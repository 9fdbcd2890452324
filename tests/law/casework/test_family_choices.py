"""What a family may ask, and gets."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, duties, missing

STUDENT: dict[str, Any] = {"requester": {"kind": "student", "identity": "verified"}}
ASKED: dict[str, dict[str, Any]] = {
    "directory": {"record": {"kind": "directory_information"}},
    "recruiters": {"purpose": "recruitment", "record": {"kind": "contact_and_household"}},
    "grade_averages": {"purpose": "financial_aid", "record": {"kind": "grades"}},
    "registry": {"record": {"kind": "immunization"}},
    "minutes": {"record": {"kind": "parent_name_and_address"}, "other__in_board_minutes": True},
}
EACH = pytest.mark.parametrize("what", ASKED)


@EACH
@pytest.mark.parametrize(
    ("age", "parents", "students"), [(17, Outcome.MUST, Outcome.NO), (18, Outcome.NO, Outcome.MUST)]
)
def test_until_eighteen_the_parents_choose_and_then_the_student(
    what: str, age: int, parents: Outcome, students: Outcome
) -> None:
    assert ask("restrict", student__age=age, **ASKED[what]).outcome is parents
    assert ask("restrict", student__age=age, **{**ASKED[what], **STUDENT}).outcome is students


@EACH
def test_a_parent_without_custody_may_ask_and_a_restrained_one_may_not(what: str) -> None:
    assert ask("restrict", requester__legal_custody=False, **ASKED[what]).outcome is Outcome.MUST
    bound = {"orders": ["records_order_6323_5"], "requester__restrained_from_records": True}
    assert ask("restrict", **ASKED[what], **bound).outcome is Outcome.NO


@EACH
def test_who_only_claims_to_be_the_parent_is_asked_for_proof(what: str) -> None:
    assert missing(ask("restrict", requester__identity="claimed", **ASKED[what])) == ["requester.identity"]


def test_a_rights_holder_whom_a_court_appointed_chooses_too() -> None:
    facts = {"requester": {"kind": "educational_rights_holder", "identity": "verified", "holds_education_rights": True}}
    assert ask("restrict", **facts).outcome is Outcome.MUST


def test_the_choice_is_noted_and_honored() -> None:
    assert "honor_opt_out" in duties(ask("restrict"))


def test_who_closes_a_record_is_not_asked_about_recruiters() -> None:
    closed = ask("restrict", purpose=None, record={"kind": "discipline"})
    assert (closed.outcome, missing(closed)) == (Outcome.NO, [])
