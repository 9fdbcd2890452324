"""Several students in one record, and those who are no family: schools, agencies, companies, one family's consent."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.disclosure.test_several_students import paper, video
from tests.law.worlds import ask, duties, missing


def test_one_familys_consent_does_not_speak_for_the_others() -> None:
    assert ask("consent", **video(segregable=False)).outcome is Outcome.NO
    assert ask("consent", **video(segregable=True)).outcome is Outcome.MAY


def test_a_court_may_order_the_whole() -> None:
    assert ask("court", **video(segregable=False)).outcome is Outcome.MUST


@pytest.mark.parametrize("base", ["caseworker", "contractor", "school", "investigation"])
def test_nobody_outside_takes_along_what_cannot_be_taken_apart(base: str) -> None:
    for action in ("copy", "disclose"):
        refused = ask(base, action=action, **video(segregable=False))
        assert refused.outcome is Outcome.NO
        assert ask(base, action=action, **video(segregable=True)).granted
    look = ask(base, action="inspect", **video(segregable=False))
    assert not look.granted or "view_only" in look.limits


def test_a_court_an_emergency_and_an_abuse_inquiry_reach_the_others_too() -> None:
    whole = video(segregable=False)
    assert ask("court", requester__kind="child_welfare_worker", **whole).granted
    assert ask("emergency", requester__kind="child_welfare_worker", **whole).granted


@pytest.mark.parametrize("base", ["audit", "report", "accreditor", "study"])
def test_a_ground_that_names_no_student_waits_for_counsel_where_the_others_cannot_be_taken_out(base: str) -> None:
    for action in ("inspect", "copy", "disclose"):
        waiting = ask(base, action=action, **video(segregable=False))
        assert missing(waiting) == ["other.counsel_cleared"]
        assert "counsel_review" in duties(waiting)
        assert ask(base, action=action, other__counsel_cleared=True, **video(segregable=False)).granted
        assert ask(base, action=action, other__counsel_cleared=False, **video(segregable=False)).outcome is Outcome.NO
        assert ask(base, action=action, **video(segregable=True)).granted


@pytest.mark.parametrize(
    ("base", "requester"), [("truancy", "probation_officer"), ("truancy", "judge"), ("crime_report", "police")]
)
def test_a_ground_that_names_this_student_opens_nothing_of_the_others(base: str, requester: str) -> None:
    record = {"kind": "special_education", "involves_other_students": True}
    one_piece = {"record": {**record, "segregable": False}, "requester__kind": requester}
    assert ask(base, requester__kind=requester, record={**record, "segregable": True}).granted
    for action in ("copy", "disclose"):
        assert ask(base, action=action, **one_piece).outcome is Outcome.NO
    assert missing(ask(base, action="inspect", **one_piece)) == ["other.counsel_cleared"]


def test_the_next_school_is_sent_what_the_record_says_of_this_student() -> None:
    for who in ({}, {"requester__kind": "parent", "requester__relationship": "verified"}):
        assert ask("transfer", **who, **video(segregable=False)).outcome is Outcome.NO
        told = ask("transfer", **who, **paper())
        assert told.granted and "redact_other_students" in duties(told)


@pytest.mark.parametrize(
    "kind", ["for_profit", "police", "military_recruiter", "researcher", "health_department", "volunteer"]
)
def test_one_familys_consent_opens_the_others_to_nobody(kind: str) -> None:
    whole = video(segregable=False)
    assert ask("consent", requester__kind=kind, **video(segregable=True)).granted
    assert ask("consent", requester__kind=kind, **whole).outcome is Outcome.NO
    assert not ask("consent", requester__kind=kind, action="inspect", **whole).granted


def test_one_familys_consent_publishes_no_picture_of_the_others() -> None:
    page = {"action": "publish", "requester__kind": "employee", "purpose": "news"}
    assert ask("consent", **page, **video(segregable=True)).outcome is Outcome.MAY
    assert ask("consent", **page, **video(segregable=False)).outcome is Outcome.NO


def test_staff_without_work_for_the_student_see_the_others_by_no_familys_consent() -> None:
    by_consent: dict[str, Any] = {
        "requester__kind": "teacher",
        "action": "inspect",
        "requester__interest": "stated_and_fits",
    }
    for idle in ({"requester__has_student": False}, {"purpose": "own_research", "requester__has_student": True}):
        by_consent = by_consent | dict(idle)
        assert ask("consent", **by_consent, **video(segregable=True)).granted
        assert ask("consent", **by_consent, **video(segregable=False)).outcome is Outcome.NO


def test_a_doctor_is_told_in_an_emergency() -> None:
    assert ask("emergency", requester__kind="private_professional", **video(segregable=False)).granted
    assert not ask("consent", purpose="child_welfare_investigation", requester__kind="child_welfare_worker",
                   **video(segregable=False)).granted  # fmt: skip


def test_who_works_under_the_districts_hand_looks_as_staff_do() -> None:
    whole = video(segregable=False)
    assert ask("vendor", action="inspect", requester__has_student=True, **whole).granted
    assert ask("school_officer", **whole).granted
    assert ask("contractor", **whole).granted
