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


def test_staff_with_an_interest_see_it_with_the_others_hidden_where_that_can_be() -> None:
    assert "redact_other_students" in duties(ask("teacher", **paper()))
    assert "redact_other_students" not in duties(ask("teacher", **video(segregable=False)))


@pytest.mark.parametrize(("base", "kind"), [("caregiver", "photo_or_video"), ("foster_parent", "discipline")])
def test_who_stands_in_the_familys_place_looks_too_and_takes_no_copy(base: str, kind: str) -> None:
    asked = {"record": {"kind": kind, "involves_other_students": True, "segregable": False}}
    assert ask(base, action="copy", **asked).outcome is Outcome.NO
    look = ask(base, **asked)
    assert look.outcome is Outcome.MUST and "view_only" in look.limits


def test_kin_who_hold_the_affidavit_look_as_a_caregiver_does() -> None:
    whole = {"requester__kind": "relative", "requester__lives_with_student": True, **video(segregable=False)}
    assert ask("caregiver", **whole).outcome is Outcome.MUST
    assert "view_only" in ask("caregiver", **whole).limits
    assert ask("caregiver", action="copy", **whole).outcome is Outcome.NO
