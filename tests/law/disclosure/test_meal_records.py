"""Meals."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask

KINDS = pytest.mark.parametrize("kind", ["meal_application", "meal_eligibility"])


@KINDS
@pytest.mark.parametrize("who", ["teacher", "administrator", "counselor", "custodian_of_records"])
def test_no_educational_interest_opens_it(kind: str, who: str) -> None:
    assert ask("teacher", requester__kind=who, record__kind=kind).outcome is Outcome.NO


@KINDS
def test_those_who_run_the_program_see_it(kind: str) -> None:
    facts = {"requester__kind": "employee", "purpose": "nslp_categorical_application", "record__kind": kind}
    assert ask("teacher", **facts).outcome is Outcome.MUST


def test_the_board_may_allow_status_for_disaggregation_and_never_the_application() -> None:
    allowed = {"purpose": "planning", "district__meal_disaggregation_authorized": True}
    assert ask("teacher", record__kind="meal_eligibility", **allowed).outcome is Outcome.MUST
    assert ask("teacher", record__kind="meal_application", **allowed).outcome is Outcome.NO
    assert ask("teacher", record__kind="meal_eligibility", purpose="planning").outcome is Outcome.NO


@KINDS
def test_it_is_not_published_and_not_told_to_others_without_consent(kind: str) -> None:
    assert ask("teacher", action="publish", record__kind=kind, purpose="directory").outcome is Outcome.NO
    assert ask("outsider", requester__kind="media", purpose="news", record__kind=kind).outcome is Outcome.NO
    assert ask("consent", record__kind=kind).outcome is Outcome.MAY


@pytest.mark.parametrize("who", ["auditor", "state_agency", "federal_agency"])
def test_reviewers_of_the_program_see_it_for_that_alone(who: str) -> None:
    asked = {"requester__kind": who, "record__kind": "meal_application"}
    assert ask("outsider", purpose="child_nutrition_review", **asked).outcome is Outcome.MAY
    assert ask("outsider", purpose="planning", **asked).outcome is Outcome.NO


@KINDS
def test_a_parent_sees_what_the_family_filed(kind: str) -> None:
    assert ask("parent", record__kind=kind).outcome is Outcome.MUST
