"""Several students in one record."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing


def video(**more: Any) -> dict[str, Any]:
    return {"record": {"kind": "photo_or_video", "involves_other_students": True, **more}}


def paper(**more: Any) -> dict[str, Any]:
    return {"record": {"kind": "discipline", "involves_other_students": True, **more}}


@pytest.mark.parametrize("base", ["parent", "student"])
def test_each_family_looks_at_what_cannot_be_taken_apart_and_takes_no_copy(base: str) -> None:
    look = ask(base, **video(segregable=False))
    assert look.outcome is Outcome.MUST
    assert "view_only" in look.limits
    assert ask(base, action="copy", **video(segregable=False)).outcome is Outcome.NO
    assert ask(base, action="disclose", **video(segregable=False)).outcome is Outcome.MUST


def test_what_can_be_taken_apart_is_copied_with_the_others_hidden() -> None:
    for facts in (video(segregable=True), paper()):
        decision = ask("parent", action="copy", **facts)
        assert decision.outcome is Outcome.MUST
        assert "redact_other_students" in duties(decision)
        assert "view_only" not in decision.limits


def test_of_a_video_it_is_asked_whether_it_can_be_taken_apart() -> None:
    assert missing(ask("parent", action="copy", **video())) == ["record.segregable"]


def test_a_child_who_walks_by_has_no_record() -> None:
    decision = ask("parent", **video(segregable=False, directly_related=False))
    assert because(decision) == ["disclosure.several_students.not_about_this_student"]
    assert ask("parent", record={"kind": "photo_or_video", "directly_related": False}).outcome is Outcome.MUST


def test_one_familys_consent_does_not_speak_for_the_others() -> None:
    assert ask("consent", **video(segregable=False)).outcome is Outcome.NO
    assert ask("consent", **video(segregable=True)).outcome is Outcome.MAY


def test_a_court_may_order_the_whole() -> None:
    assert ask("court", **video(segregable=False)).outcome is Outcome.MUST


def test_staff_with_an_interest_see_it_with_the_others_hidden_where_that_can_be() -> None:
    assert "redact_other_students" in duties(ask("teacher", **paper()))
    assert "redact_other_students" not in duties(ask("teacher", **video(segregable=False)))


@pytest.mark.parametrize(("base", "kind"), [("caregiver", "photo_or_video"), ("foster_parent", "discipline")])
def test_who_stands_in_the_familys_place_looks_too_and_takes_no_copy(base: str, kind: str) -> None:
    asked = {"record": {"kind": kind, "involves_other_students": True, "segregable": False}}
    assert ask(base, action="copy", **asked).outcome is Outcome.NO
    look = ask(base, **asked)
    assert look.outcome is Outcome.MUST and "view_only" in look.limits


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
    by_consent: dict[str, Any] = {"requester__kind": "teacher", "action": "inspect", "requester__interest": "stated_and_fits"}
    for idle in ({"requester__has_student": False}, {"purpose": "own_research", "requester__has_student": True}):
        by_consent = by_consent | dict(idle)
        assert ask("consent", **by_consent, **video(segregable=True)).granted
        assert ask("consent", **by_consent, **video(segregable=False)).outcome is Outcome.NO


def test_kin_who_hold_the_affidavit_look_as_a_caregiver_does() -> None:
    whole = {"requester__kind": "relative", "requester__lives_with_student": True, **video(segregable=False)}
    assert ask("caregiver", **whole).outcome is Outcome.MUST
    assert "view_only" in ask("caregiver", **whole).limits
    assert ask("caregiver", action="copy", **whole).outcome is Outcome.NO


def test_a_doctor_is_told_in_an_emergency() -> None:
    assert ask("emergency", requester__kind="private_professional", **video(segregable=False)).granted
    assert not ask("consent", purpose="child_welfare_investigation", requester__kind="child_welfare_worker",
                   **video(segregable=False)).granted  # fmt: skip


def test_who_works_under_the_districts_hand_looks_as_staff_do() -> None:
    whole = video(segregable=False)
    assert ask("vendor", action="inspect", requester__has_student=True, **whole).granted
    assert ask("school_officer", **whole).granted
    assert ask("contractor", **whole).granted
