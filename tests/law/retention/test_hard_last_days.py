"""Social-media captures and the notices of juvenile courts."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, missing

SOCIAL: dict[str, Any] = {"record": {"kind": "social_media_information"}}
NOTICE: dict[str, Any] = {"record": {"kind": "juvenile_court_notice"}}
WARD = {"age": 17, "graduated": False, "court_jurisdiction_ended": False}


@pytest.mark.parametrize(
    ("student", "outcome"),
    [
        ({"age": 17, "enrolled": True}, "may"), ({"age": 18, "enrolled": True}, "must"),
        ({"age": 12, "enrolled": False}, "must"), ({"age": 12, "former": True}, "must"), ({}, "may"),
    ],
)  # fmt: skip
def test_what_was_gathered_from_social_media_may_always_go_and_must_after_18_or_leaving(
    student: dict[str, Any], outcome: str
) -> None:
    assert ask("destroy", student=student, **SOCIAL).outcome == outcome


def test_the_student_has_it_deleted_at_any_age_and_a_parent_is_not_refused() -> None:
    student = {"kind": "student", "identity": "verified"}
    assert ask("destroy", requester=student, student={"age": 11}, **SOCIAL).outcome is Outcome.MUST
    here = {"age": 11, "enrolled": True}
    claimed = ask("destroy", requester={"kind": "student", "identity": "claimed"}, student=here, **SOCIAL)
    assert missing(claimed) == ["requester.identity"]
    parent = {"kind": "parent", "identity": "verified", "relationship": "verified"}
    assert ask("destroy", requester=parent, student=here, **SOCIAL).outcome is Outcome.MAY
    assert ask("destroy", requester={**parent, "relationship": "refuted"}, student=here, **SOCIAL).outcome is Outcome.NO


@pytest.mark.parametrize("change", [{"age": 18}, {"graduated": True}, {"court_jurisdiction_ended": True}])
def test_the_first_of_three_days_ends_a_juvenile_courts_notice(change: dict[str, Any]) -> None:
    assert ask("destroy", student=WARD, **NOTICE).outcome is Outcome.NO
    assert ask("destroy", student={**WARD, **change}, **NOTICE).outcome is Outcome.MUST


def test_what_is_not_known_of_the_three_is_asked() -> None:
    assert len(missing(ask("destroy", student={"age": 17, "graduated": False}, **NOTICE))) == 1
    assert ask("destroy", student={}, **NOTICE).outcome is Outcome.NEEDS_MORE


def test_the_notice_of_today_is_under_the_law_of_2026() -> None:
    assert ask("destroy", on="2025-12-31", student={"age": 18}, **NOTICE).outcome is Outcome.NO
    assert ask("destroy", on="2026-01-01", student={"age": 18}, **NOTICE).outcome is Outcome.MUST


def test_until_then_both_may_be_kept() -> None:
    assert ask("retain", student={"age": 17, "enrolled": True}, **SOCIAL).outcome is Outcome.MAY
    assert ask("retain", student=WARD, **NOTICE).outcome is Outcome.MAY
    assert ask("retain", student={**WARD, "graduated": True}, **NOTICE).outcome is Outcome.NO


@pytest.mark.parametrize(
    ("student", "outcome"),
    [
        ({"age": 18, "enrolled": True}, "may"), ({"age": 19, "enrolled": True}, "no"),
        ({"age": 15, "former": True, "days_since_left_lea": 365}, "may"),
        ({"age": 15, "former": True, "days_since_left_lea": 366}, "no"),
        ({"age": 18, "former": True, "days_since_left_lea": 400}, "no"),
        ({"age": 15, "former": True}, "needs_more"),
    ],
)  # fmt: skip
def test_social_media_is_kept_at_most_a_year_after_18_or_leaving(student: dict[str, Any], outcome: str) -> None:
    assert ask("retain", student=student, **SOCIAL).outcome == outcome


@pytest.mark.parametrize(
    ("student", "over", "outcome"),
    [
        ({"age": 15, "enrolled": True}, True, "no"), ({"age": 18, "enrolled": True}, False, "no"),
        ({"age": 15, "former": True}, False, "no"), ({"age": 15, "enrolled": True}, False, "may"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["vendor", "contractor", "nonprofit", "for_profit"])
def test_a_vendor_has_no_extra_year(kind: str, student: dict[str, Any], over: bool, outcome: str) -> None:
    held: dict[str, Any] = {"requester": {"kind": kind}, "student": student}
    record = {"kind": "social_media_information", "contract_satisfied": over}
    assert ask("retain", record=record, **held).outcome == outcome
    destroyed = ask("destroy", record=record, **held)
    assert destroyed.outcome == ("must" if outcome == "no" else "may")


def test_the_student_has_it_corrected_and_nobody_else_does() -> None:
    student = {"kind": "student", "identity": "verified"}
    amend = {"action": "amend", "student": {"age": 14}, **SOCIAL}
    assert ask("destroy", requester=student, **amend).outcome is Outcome.MUST
    assert ask("destroy", requester={"kind": "teacher"}, **amend).outcome is Outcome.NO


@pytest.mark.parametrize("kind", ["social_media_information", "juvenile_court_notice"])
def test_neither_is_kept_beyond_its_day(kind: str) -> None:
    assert because(ask("retain", record={"kind": kind})) == ["retention.beyond_a_last_day.kept_no_longer"]
