"""Surveys and evaluations."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, missing

PRIVATE: dict[str, Any] = {"survey_protected_areas": True, "survey_required": False, "ed_funded": False}
HEALTH: dict[str, Any] = {
    "other": {**PRIVATE, "anonymous": True, "parents_notified": True, "counsel_cleared": True},
    "student": {"age": 14, "grade": "9"},
}  # fmt: skip


def consent(by: str, **more: Any) -> list[dict[str, Any]]:
    return [{"kind": "consent", "by": by, "form": "written", "signed": True, **more}]


@pytest.mark.parametrize("required", [True, False])
@pytest.mark.parametrize("funded", [True, False, None])
@pytest.mark.parametrize("anonymous", [True, False])
def test_private_areas_need_permission_whoever_pays_and_whether_or_not_one_must_answer(
    required: bool, funded: bool | None, anonymous: bool
) -> None:
    other = {"survey_protected_areas": True, "survey_required": required, "ed_funded": funded, "anonymous": anonymous}
    assert not ask("survey", other={**other, "parents_notified": False}).granted
    assert ask("survey", other=other, papers=consent("parent_with_custody")).outcome is Outcome.MAY


def test_the_answer_names_the_federal_law_where_federal_money_pays_for_a_required_one() -> None:
    decision = ask("survey", other={**PRIVATE, "survey_required": True, "ed_funded": True})
    assert decision.because[0].citation == "20 USC 1232h(b)"


@pytest.mark.parametrize(
    ("by", "age", "granted"),
    [
        ("parent_with_custody", 17, True),
        ("parent_with_custody", 18, False),
        ("adult_student", 18, True),
        ("adult_student", 17, False),
        ("minor_student", 17, False),
        ("restrained_parent", 9, False),
        ("parent_without_custody", 9, False),
        ("rights_holder", 9, True),
    ],
)
def test_permission_is_of_the_one_who_may_give_it_that_day(by: str, age: int, *, granted: bool) -> None:
    assert ask("survey", student={"age": age}, papers=consent(by)).granted is granted


def test_an_unsigned_or_spoken_permission_is_mended_first() -> None:
    unsigned = ask("survey", papers=consent("parent_with_custody", signed=False))
    assert missing(unsigned) == ["papers.consent.signed"]
    assert not ask("survey", papers=consent("parent_with_custody", form="oral")).granted


def test_a_survey_on_nothing_private_needs_none() -> None:
    assert ask("survey", other={"survey_protected_areas": False}).outcome is Outcome.MAY
    assert missing(ask("survey_unsaid")) == ["other.survey_protected_areas"]


def test_an_evaluation_needs_consent_even_if_it_asks_nothing_private() -> None:
    test: dict[str, Any] = {"survey_protected_areas": False, "psychological_evaluation": True}
    refused = ask("survey", other=test)
    assert because(refused) == ["collection.surveys.a_test_needs_permission"]
    assert ask("survey", other=test, papers=consent("parent_with_custody")).outcome is Outcome.MAY


def test_an_anonymous_voluntary_health_study_in_grades_7_to_12_waits_for_counsel_alone() -> None:
    assert ask("survey", **HEALTH).outcome is Outcome.MAY
    uncleared = {**HEALTH, "other": {key: it for key, it in HEALTH["other"].items() if key != "counsel_cleared"}}
    assert missing(ask("survey", **uncleared)) == ["other.counsel_cleared"]


@pytest.mark.parametrize(
    "change",
    [
        {"other__anonymous": False},
        {"other__survey_required": True},
        {"other__parents_notified": False},
        {"other__psychological_evaluation": True},
        {"student__grade": "6"},
        {"student__grade": "UE"},
    ],
)
def test_less_than_that_and_it_needs_permission(change: dict[str, Any]) -> None:
    facts = {f"other__{key}": value for key, value in HEALTH["other"].items()}
    asked = {"student__age": 14, "student__grade": "9", **facts, **change}
    assert ask("survey", **asked).outcome is Outcome.NO


@pytest.mark.parametrize(("grade", "granted"), [("6", False), ("7", True), ("12", True), ("PK", False)])
def test_the_study_is_of_grades_7_to_12(grade: str, *, granted: bool) -> None:
    assert ask("survey", **{**HEALTH, "student": {"age": 14, "grade": grade}}).granted is granted
