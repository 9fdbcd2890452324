"""A member of the board sees a file in a matter before the board."""

from __future__ import annotations

from fileroom.law import Outcome
from tests.law.worlds import ask, because, missing

RULE = "disclosure.board_members.no_matter_before_the_board"


def test_in_a_matter_before_the_board_a_member_sees_what_is_relevant() -> None:
    decision = ask("teacher", requester__kind="board_member")
    assert decision.outcome is Outcome.MUST
    assert decision.limits == ("relevant_records_only", "view_only")


def test_without_one_a_member_sees_what_the_public_sees() -> None:
    for facts in ({"requester__has_student": False}, {"requester__interest": "stated_and_does_not_fit"}):
        decision = ask("teacher", requester__kind="board_member", **facts)
        assert because(decision) == [RULE]
    assert because(ask("teacher", requester__has_student=False)) != [RULE]


def test_which_matter_it_is_is_asked() -> None:
    assert missing(ask("teacher", requester__kind="board_member", requester__has_student=None)) == [
        "requester.has_student"
    ]
