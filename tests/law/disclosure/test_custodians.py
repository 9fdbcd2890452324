"""Custodians open the files of their site."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.phrases import KEPT_APART
from tests.law.worlds import ask


@pytest.mark.parametrize("record", ["cumulative_file", "court_order", "access_log", "challenge_file"])
def test_a_custodian_opens_any_file_of_the_site_without_stating_an_interest(record: str) -> None:
    facts = {"requester__kind": "custodian_of_records", "requester__interest": None, "record__kind": record}
    decision = ask("teacher", **facts)
    assert decision.outcome is Outcome.MUST
    assert decision.limits == ()


@pytest.mark.parametrize("record", [kind.value for kind in KEPT_APART])
def test_what_lies_apart_under_a_statute_of_its_own_is_not_opened_by_the_office(record: str) -> None:
    facts = {
        "requester__kind": "custodian_of_records",
        "requester__interest": None,
        "requester__designated": False,
        "student__age": 13,
    }
    assert ask("teacher", **facts, record__kind=record).outcome is Outcome.NO


def test_a_custodian_of_another_site_is_like_any_employee() -> None:
    facts = {"requester__kind": "custodian_of_records", "requester__has_student": False}
    assert ask("teacher", **facts).outcome is Outcome.NO


def test_a_custodian_does_not_look_for_a_private_purpose() -> None:
    assert ask("teacher", requester__kind="custodian_of_records", purpose="marketing").outcome is Outcome.NO
