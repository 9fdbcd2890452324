"""What follows on a challenge."""

from __future__ import annotations

from tests.law.worlds import ask, duties


def test_a_challenge_brings_the_meeting_the_word_on_appeal_and_objection_and_a_hold() -> None:
    assert {"meet_parent_and_author", "notify_of_appeal_right", "attach_statement", "hold_destruction"} <= duties(
        ask("challenge")
    )


def test_a_challenge_nobody_may_bring_brings_none_of_it() -> None:
    refused = duties(ask("challenge", requester__legal_custody=False))
    assert not refused & {"meet_parent_and_author", "notify_of_appeal_right", "attach_statement", "hold_destruction"}


def test_a_grade_has_the_teachers_gate_as_well() -> None:
    assert "hear_teacher" in duties(ask("challenge", record__kind="grades"))
    assert "hear_teacher" not in duties(ask("challenge"))
