"""What follows once something is gathered."""

from __future__ import annotations

import pytest

from tests.law.worlds import ask, duties

FOLLOWS = {"record_safety_reason", "open_to_student", "destroy_when_done"}


def test_each_item_has_its_reason_is_open_to_the_student_and_has_its_last_day() -> None:
    assert duties(ask("monitor")) >= FOLLOWS
    assert not duties(ask("monitor", other={"school_account": True})) & FOLLOWS
    assert not duties(ask("monitor", district__social_media={"adopted": False})) & FOLLOWS


@pytest.mark.parametrize("sent", [True, False, None])
def test_each_parent_is_told_after_adoption_unless_that_is_shown_as_done(sent: bool | None) -> None:
    program = {
        "pupils_and_parents_notified": True, "comment_at_regular_meeting": True, "adopted": True,
        "limited_to_safety": True, "parent_notice_sent": sent,
    }  # fmt: skip
    decision = ask("monitor", district__social_media=program)
    assert decision.granted
    assert ("notify_parent_before" in duties(decision)) is (sent is not True)
