"""The vendor that gathers is told who is 18 or gone, for destruction and for nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties

NOTICE: dict[str, Any] = {
    "record": {"kind": "social_media_information"}, "purpose": "retention_schedule", "papers": [],
}  # fmt: skip


@pytest.mark.parametrize(
    ("student", "outcome"),
    [
        ({"age": 17, "enrolled": True}, "no"), ({"age": 18, "enrolled": True}, "must"),
        ({"age": 14, "enrolled": False}, "must"), ({"age": 14, "former": True}, "must"),
    ],
)  # fmt: skip
def test_the_district_must_tell_it_of_the_birthday_and_of_leaving(student: dict[str, Any], outcome: str) -> None:
    decision = ask("vendor", student=student, **NOTICE)
    assert decision.outcome == outcome
    assert decision.limits == (("for_destruction_only",) if decision.granted else ())


@pytest.mark.parametrize("purpose", ["marketing", "recruitment", "immigration_enforcement", "own_research"])
def test_the_notice_serves_nothing_else(purpose: str) -> None:
    assert ask("vendor", student={"age": 18}, **NOTICE | {"purpose": purpose}).outcome is Outcome.NO


def test_no_other_record_goes_with_it() -> None:
    assert ask("vendor", student={"age": 18}, **NOTICE | {"record": {"kind": "address"}}).outcome is Outcome.NO


@pytest.mark.parametrize("action", ["destroy", "retain"])
@pytest.mark.parametrize(("age", "owed"), [(17, False), (18, True)])
def test_at_18_the_duty_to_tell_it_falls_due(action: str, age: int, owed: bool) -> None:
    decision = ask(action, record={"kind": "social_media_information"}, student={"age": age, "enrolled": True})
    assert ("notify_vendor" in duties(decision)) is owed


@pytest.mark.parametrize("kind", ["vendor", "contractor"])
def test_a_vendor_is_not_told_what_it_does_itself(kind: str) -> None:
    own = {"record": {"kind": "social_media_information"}, "student": {"age": 18, "enrolled": True}}
    for action in ("destroy", "retain"):
        assert "notify_vendor" not in duties(ask(action, requester={"kind": kind}, **own))


def test_the_notice_is_granted_by_its_own_rule() -> None:
    decision = ask("vendor", student={"age": 18}, **NOTICE)
    assert because(decision) == ["programmes.social_media_vendors.told_that_a_student_is_18_or_gone"]
