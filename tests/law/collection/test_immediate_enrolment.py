"""Homeless students and students in foster care."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.facts import RecordKind
from tests.each import each
from tests.law.worlds import ask, because, duties


@each("who", ["homeless", "foster"])
@each("kind", sorted(RecordKind))
def test_nothing_is_demanded_of_them_first(who: str, kind: str) -> None:
    decision = ask("collect", action="require_for_enrolment", record={"kind": kind}, student={who: True})
    assert decision.outcome is Outcome.NO


@pytest.mark.parametrize("who", ["homeless", "foster"])
@pytest.mark.parametrize(
    "shown",
    [
        {"papers": []},
        {"papers": None},
        {"requester": {"kind": "public"}},
        {"purpose": "proof_of_age"},
        {"purpose": "proof_of_residency", "other": {"contradicted_by_facts": True}},
    ],
)
def test_they_are_enrolled_at_once_whatever_is_shown(who: str, shown: dict[str, Any]) -> None:
    decision = ask("enrol", **{**shown, f"student__{who}": True})
    assert decision.outcome is Outcome.MUST
    assert "request_records_from_last_school" in duties(decision)


def test_the_foster_liaison_has_two_business_days() -> None:
    deadline = ask("enrol", student__foster=True).deadline
    assert deadline is not None
    assert (deadline.on, deadline.within) == (date(2026, 10, 21), "2 business days")
    assert ask("enrol", student__homeless=True).deadline is None


def test_a_student_on_their_own_with_a_home_is_not_of_them() -> None:
    decision = ask("enrol", student__unaccompanied=True)
    assert decision.outcome is Outcome.NEEDS_MORE
    assert not any("immediate" in rule for rule in because(decision))
