"""What nobody may put into a student's file."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, missing


def consent(by: str, **more: Any) -> list[dict[str, Any]]:
    return [{"kind": "consent", "by": by, "form": "written", "signed": True, **more}]


def added(kind: str, **more: Any) -> Any:
    return ask("collect", action="add_to_record", record={"kind": kind}, **more)


@pytest.mark.parametrize(
    ("kind", "law"),
    [
        ("ssn", "Ed. Code 49076.7"),
        ("ssn_last4", "Ed. Code 49076.7"),
        ("adult_ssn_last4", "Ed. Code 49076.7"),
        ("citizenship_status", "Ed. Code 234.7(a)"),
        ("immigration_document", "Ed. Code 234.7(a)"),
        ("birth_country", "Ed. Code 234.7(a)"),
        ("meal_eligibility", "Ed. Code 49558"),
        ("meal_application", "Ed. Code 49558"),
        ("child_abuse_report", "Penal Code 11167.5"),
        ("religion", "5 CCR 432(b)"),
        ("actual_address", "Gov. Code 6207"),
    ],
)
def test_it_stays_out_and_the_answer_names_the_law(kind: str, law: str) -> None:
    for papers in ([], consent("parent_with_custody")):
        decision = added(kind, papers=papers, other={"counsel_cleared": True})
        assert decision.outcome is Outcome.NO
        assert law in [it.citation for it in decision.because]


@pytest.mark.parametrize("by", ["minor_student", "adult_student"])
def test_a_students_confidence_is_filed_by_the_students_own_written_consent(by: str) -> None:
    assert added("counselling_confidence", papers=consent(by)).outcome is Outcome.MAY


@pytest.mark.parametrize("by", ["parent_with_custody", "rights_holder", "restrained_parent", "other"])
def test_nobody_elses_consent_files_it(by: str) -> None:
    assert added("counselling_confidence", papers=consent(by)).outcome is Outcome.NO


def test_a_parents_confidence_is_the_parents_to_give() -> None:
    told = {"kind": "counselling_confidence", "confided_by": "parent"}
    add = {"action": "add_to_record", "record": told}
    assert ask("collect", **add, papers=consent("parent_with_custody")).outcome is Outcome.MAY
    assert ask("collect", **add, papers=consent("minor_student")).outcome is Outcome.NO


def test_spoken_or_unsigned_consent_files_nothing() -> None:
    assert not added("counselling_confidence", papers=consent("minor_student", form="oral")).granted
    assert not added("counselling_confidence", papers=consent("minor_student", signed=False)).granted
    assert "papers" in missing(added("counselling_confidence", papers=None))


def test_a_taxpayer_number_enters_no_file_whatever_counsel_says() -> None:
    for cleared in (None, True, False):
        decision = ask("add", record__kind="itin", other__counsel_cleared=cleared)
        assert because(decision) == ["collection.kept_out_of_the_file.no_taxpayer_number"]
