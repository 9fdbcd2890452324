"""Data and counts in which nobody can be found are no pupil records."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, duties, missing

DATA = {"kind": "deidentified", "reidentification_checked": True}
COUNTS = {"kind": "aggregate", "reidentification_checked": True, "small_cells": False}


@pytest.mark.parametrize("record", [DATA, COUNTS])
@pytest.mark.parametrize("purpose", ["outsourced_function", "marketing", "own_research"])
@pytest.mark.parametrize("papers", [[], [{"kind": "click_wrap_terms"}]])
def test_they_need_no_contract_and_may_show_how_well_a_program_works(
    record: dict[str, Any], purpose: str, papers: list[Any]
) -> None:
    decision = ask("vendor", record=record, purpose=purpose, papers=papers)
    assert decision.outcome is Outcome.MAY
    assert "register_release" in duties(decision)


@pytest.mark.parametrize(
    "record",
    [
        DATA | {"reidentification_checked": False}, DATA | {"identifies_student": True}, DATA | {"code_basis": "ssn"},
        DATA | {"code_basis": "personal"}, COUNTS | {"reidentification_checked": False},
        COUNTS | {"small_cells": True, "primary_suppression": True, "complementary_suppression": False},
    ],
)  # fmt: skip
def test_data_in_which_somebody_can_be_found_do_not_go_as_such(record: dict[str, Any]) -> None:
    assert ask("vendor", record=record, papers=[]).outcome is Outcome.NO


def test_what_was_not_checked_is_asked() -> None:
    assert missing(ask("vendor", record={"kind": "deidentified"}, papers=[])) == ["record.reidentification_checked"]
    hidden = COUNTS | {"small_cells": True, "primary_suppression": True, "complementary_suppression": True}
    assert ask("vendor", record=hidden, papers=[]).outcome is Outcome.MAY


def test_a_business_record_that_names_nobody_goes_by_the_ordinary_rules() -> None:
    assert ask("vendor", record={"kind": "business_record"}, papers=[]).outcome is Outcome.MAY
    named = {"kind": "business_record", "identifies_student": True}
    assert ask("vendor", record=named, papers=[]).outcome is Outcome.NO
