"""What is no social media, and one look under no program."""

from __future__ import annotations

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

NO_PROGRAM = {"social_media": {
    "pupils_and_parents_notified": False, "comment_at_regular_meeting": False, "adopted": False,
}}  # fmt: skip


def test_an_account_for_school_is_no_social_media_and_needs_no_program() -> None:
    for district in (NO_PROGRAM, {}):
        decision = ask("monitor", district=district, other={"school_account": True}, purpose="educational_interest")
        assert decision.outcome is Outcome.MAY
        assert decision.limits == ()
    stranger = ask("monitor", requester={"kind": "public"}, other={"school_account": True})
    assert because(stranger) == ["programmes.social_media_limits.nobody_else"]


def test_even_one_look_waits_for_counsel() -> None:
    for district in (NO_PROGRAM, {}):
        decision = ask("monitor", district=district, other={"one_look": True})
        assert decision.outcome is Outcome.NEEDS_MORE
        assert missing(decision) == ["other.counsel_cleared"]
        assert "counsel_review" in duties(decision)
        cleared = ask("monitor", district=district, other={"one_look": True, "counsel_cleared": True})
        assert cleared.outcome is Outcome.MAY
    refused = ask("monitor", district=NO_PROGRAM, other={"one_look": True, "counsel_cleared": False})
    assert refused.outcome is Outcome.NO


def test_counsel_clears_no_program_that_was_not_adopted_and_no_look_but_for_safety() -> None:
    assert ask("monitor", district=NO_PROGRAM, other={"counsel_cleared": True}).outcome is Outcome.NO
    look = {"one_look": True, "counsel_cleared": True}
    assert ask("monitor", district=NO_PROGRAM, other=look, purpose="recruitment").outcome is Outcome.NO
    assert ask("monitor", district=NO_PROGRAM, other=look, requester={"kind": "vendor"}).outcome is Outcome.NO


def test_where_there_is_no_program_counsel_is_asked_before_anything_is_gathered() -> None:
    assert "counsel_review" in duties(ask("monitor", district=NO_PROGRAM))
    assert "counsel_review" not in duties(ask("monitor"))
