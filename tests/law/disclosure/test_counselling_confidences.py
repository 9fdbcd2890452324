"""When a confidence has become part of the record."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, missing

CONFIDED = {"record__kind": "counselling_confidence"}
YES = {"kind": "consent", "by": "minor_student", "form": "written", "signed": True, "records": True}


@pytest.mark.parametrize(("age", "outcome"), [(11, Outcome.MUST), (12, Outcome.NO), (17, Outcome.NO)])
def test_at_twelve_it_stays_outside(age: int, outcome: Outcome) -> None:
    assert ask("parent", student__age=age, **CONFIDED).outcome is outcome


def test_the_age_on_the_day_it_was_told_decides() -> None:
    assert ask("parent", student__age=15, record__told_under_12=True, **CONFIDED).outcome is Outcome.MUST


def test_what_the_student_has_agreed_to_in_writing_is_open_like_the_rest() -> None:
    decision = ask("parent", student__age=14, papers=[YES], **CONFIDED)
    assert decision.outcome is Outcome.MUST
    assert decision.deadline is not None
    assert ask("teacher", student__age=14, papers=[YES], **CONFIDED).outcome is Outcome.MUST
    assert ask("student", papers=[YES], **CONFIDED).outcome is Outcome.MUST


@pytest.mark.parametrize(
    ("lack", "asked"),
    [
        ({"form": "oral"}, "papers.consent.form"),
        ({"signed": False}, "papers.consent.signed"),
        ({"records": False}, "papers.consent.records"),
    ],
)
def test_it_takes_a_signed_writing(lack: dict[str, object], asked: str) -> None:
    assert missing(ask("parent", student__age=14, papers=[{**YES, **lack}], **CONFIDED)) == [asked]


def test_only_whoever_told_it_may_agree() -> None:
    parents = {**YES, "by": "parent_with_custody"}
    assert ask("parent", student__age=14, papers=[parents], **CONFIDED).outcome is Outcome.NO
    told = {**CONFIDED, "record__confided_by": "parent"}
    assert ask("parent", student__age=14, papers=[parents], **told).outcome is Outcome.MUST
    assert ask("parent", student__age=14, papers=[YES], **told).outcome is Outcome.NO


def test_an_outsider_with_the_parents_consent_has_no_confidence() -> None:
    assert ask("consent", student__age=14, **CONFIDED).outcome is Outcome.NO


def test_a_custodian_has_no_key_to_the_counselors_store() -> None:
    facts = {"requester__kind": "custodian_of_records", "student__age": 14}
    assert ask("teacher", **facts, **CONFIDED).outcome is Outcome.NO


def test_a_restrained_parent_has_nothing_even_so() -> None:
    bound = {"orders": ["records_order_6323_5"], "requester__restrained_from_records": True}
    assert ask("parent", student__age=14, papers=[YES], **CONFIDED, **bound).outcome is Outcome.NO
