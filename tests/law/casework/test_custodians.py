"""Custodians of records."""

from __future__ import annotations

from fileroom.law import Outcome
from tests.law.worlds import ask, because


def test_only_a_certificated_employee_becomes_custodian() -> None:
    assert ask("office").outcome is Outcome.MAY
    refused = ask("office", requester__certificated=False)
    assert refused.outcome is Outcome.NO
    assert because(refused) == ["casework.custodians.nobody_else"]


def test_a_position_that_is_not_known_is_asked() -> None:
    decision = ask("office", requester__certificated=None)
    assert decision.outcome is Outcome.NEEDS_MORE
    assert decision.missing[0].ask == "Does this person hold a certificated position?"
