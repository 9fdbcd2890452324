"""Who is given the enrolment-end letter, and from which day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.clocks import due
from tests.law.worlds import OPEN_EVERY_WEEKDAY, ask, because, missing

FORMER = {"kind": "former_student", "identity": "verified"}
HOLDER = {"kind": "educational_rights_holder", "identity": "verified", "holds_education_rights": True}
PRESCHOOLER = {"age": 5, "grade": "PK", "days_since_left_lea": 60}


@pytest.mark.parametrize(("days", "outcome"), [(0, "no"), (58, "no"), (59, "no"), (60, "must"), (61, "must")])
def test_the_letter_is_given_from_the_sixtieth_day_and_not_before(days: int, outcome: str) -> None:
    assert ask("letter", student__days_since_left_lea=days).outcome == outcome
    assert ask("letter", requester=FORMER, student__age=18, student__days_since_left_lea=days).outcome == outcome


def test_the_first_day_of_the_clock_is_the_first_on_which_the_rule_grants() -> None:
    left = date(2026, 8, 20)
    first = due("vendor_nonenrolment_letter", [left], OPEN_EVERY_WEEKDAY).on
    assert first == date(2026, 10, 19)
    assert isinstance(first, date)
    for day, outcome in ((first, Outcome.MUST), (first - timedelta(days=1), Outcome.NO)):
        decision = ask("letter", on=day.isoformat(), student__days_since_left_lea=(day - left).days)
        assert decision.outcome is outcome


def test_the_days_count_from_the_last_day_in_any_school_of_the_district() -> None:
    moved = {"age": 14, "enrolled": True, "days_since_left": 90}
    assert because(ask("letter", student=moved)) == ["programmes.operators_limits.the_student_is_here"]
    left_the_school = {"age": 14, "days_since_left": 90}
    assert missing(ask("letter", student=left_the_school)) == ["student.days_since_left_lea"]
    back = {"age": 14, "enrolled": True, "days_since_left_lea": 200}
    assert ask("letter", student=back).outcome is Outcome.NO


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({}, "must"),
        ({"student__age": 17}, "must"),
        ({"student__age": 18}, "no"),
        ({"student__age": None, "other__former_student_is_18": True}, "no"),
        ({"student__age": None, "other__former_student_is_18": False}, "must"),
        ({"student__age": 18, "student__adjudged_incompetent": True}, "must"),
        ({"requester__legal_custody": False}, "must"),
        ({"requester__rights_terminated": True}, "no"),
        ({"requester__identity": "claimed"}, "needs_more"),
        ({"requester__relationship": "refuted"}, "no"),
        ({"requester__kind": "stepparent"}, "no"),
        ({"requester__kind": "caregiver"}, "no"),
    ],
)
def test_a_parent_or_guardian_of_a_former_student_under_18(facts: dict[str, Any], outcome: str) -> None:
    assert ask("letter", **facts).outcome == outcome


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"student__age": 18}, "must"),
        ({"student__age": 17}, "no"),
        ({"student__age": None, "other__former_student_is_18": True}, "must"),
        ({"student__age": None, "other__former_student_is_18": False}, "no"),
        ({"student__age": 18, "requester__kind": "student"}, "must"),
        ({"student__age": 40, "requester__identity": "refuted"}, "no"),
    ],
)
def test_a_former_student_alone_only_from_18(facts: dict[str, Any], outcome: str) -> None:
    assert ask("letter", **{"requester": dict(FORMER)} | facts).outcome == outcome


@pytest.mark.parametrize("facts", [
    {"student__age": 17, "student__emancipated": True}, {"student__age": 19, "student__adjudged_incompetent": True},
])  # fmt: skip
def test_whose_the_right_is_where_the_statute_does_not_say_counsel_says(facts: dict[str, Any]) -> None:
    assert missing(ask("letter", requester=FORMER, **facts)) == ["other.counsel_cleared"]
    cleared = {"ccpa_excluded": True, "counsel_cleared": True}
    assert ask("letter", requester=FORMER, other=cleared, **facts).outcome is Outcome.MUST


def test_an_educational_rights_holder_asks_for_a_preschooler_and_for_nobody_older() -> None:
    assert ask("letter", requester=HOLDER, student=PRESCHOOLER).outcome is Outcome.MUST
    for grade in ("TK", "K", "9"):
        assert ask("letter", requester=HOLDER, student=PRESCHOOLER | {"grade": grade}).outcome is Outcome.NO
    unsaid = {name: value for name, value in PRESCHOOLER.items() if name != "grade"}
    assert missing(ask("letter", requester=HOLDER, student=unsaid)) == ["student.grade"]
    assert ask("letter", student=PRESCHOOLER).outcome is Outcome.MUST


def test_the_letter_is_for_deletion_of_what_is_outside_the_ccpa() -> None:
    assert ask("letter", other={}).outcome is Outcome.MUST  # no family knows what the CCPA governs
    assert ask("letter", other={"ccpa_excluded": False}).outcome is Outcome.NO
    assert ask("letter", papers=[]).outcome is Outcome.MUST
    assert missing(ask("letter", papers=[], purpose="none_stated")) == ["purpose"]
    assert ask("letter", papers=[], purpose="marketing").outcome is Outcome.NO


def test_official_records_are_no_bar_to_the_letter() -> None:
    other = {"ccpa_excluded": True, "operator_keeps_official_records": True}
    assert ask("letter", other=other, record={"kind": "permanent_record"}).outcome is Outcome.MUST


def test_the_districts_own_records_are_not_deleted_by_this_door() -> None:
    asked = {"action": "destroy", "record": {"kind": "transcript"}, "student__days_since_left_lea": 400}
    assert ask("letter", **asked).outcome is Outcome.NO


def test_the_letter_says_three_things_and_exists_since_2025() -> None:
    assert ask("letter").limits == ("enrolment_end_only",)
    assert ask("letter", on="2024-12-31").outcome is Outcome.NO
    assert ask("letter", on="2025-01-01").outcome is Outcome.MUST
