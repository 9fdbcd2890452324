"""Custodians of records."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, missing


def test_only_a_certificated_employee_becomes_custodian() -> None:
    assert ask("office").outcome is Outcome.MAY
    refused = ask("office", other__nominee_certificated=False)
    assert refused.outcome is Outcome.NO
    assert because(refused) == ["casework.custodians.nobody_else"]


def test_nobody_who_has_left_the_district_becomes_custodian() -> None:
    refused = ask("office", other__nominee_left=True)
    assert refused.outcome is Outcome.NO
    assert because(refused) == ["casework.custodians.nobody_who_has_left"]
    assert ask("office", other__nominee_left=True, other__nominee_certificated=None).outcome is Outcome.NO


@pytest.mark.parametrize(
    "facts", [{"designated": False}, *({"kind": kind} for kind in ("employee", "teacher", "public"))]
)
def test_nobody_but_the_superintendent_or_a_designee_names_one(facts: dict[str, object]) -> None:
    refused = ask("office", **{f"requester__{name}": value for name, value in facts.items()})
    assert refused.outcome is Outcome.NO
    assert because(refused) == ["casework.custodians.not_the_superintendent_or_designee"]


def test_the_districts_custodian_may_be_designated_to_name_those_of_the_schools() -> None:
    assert ask("office", requester__kind="custodian_of_records").outcome is Outcome.MAY


def test_a_position_that_is_not_known_is_asked() -> None:
    decision = ask("office", other__nominee_certificated=None)
    assert decision.outcome is Outcome.NEEDS_MORE
    assert decision.missing[0].ask == "Does the person to be named hold a certificated position?"


def test_a_designation_that_is_not_known_is_asked() -> None:
    assert missing(ask("office", requester__designated=None)) == ["requester.designated"]
