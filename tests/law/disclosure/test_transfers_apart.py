"""What does not go with the file to the next school."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

NOTICE = {"record__kind": "juvenile_court_notice"}


def test_the_courts_notice_follows_to_a_public_school_of_the_state_apart_from_the_file() -> None:
    decision = ask("transfer", **NOTICE)
    assert decision.outcome is Outcome.MUST
    assert decision.limits == ("kept_apart",)
    assert {"no_redisclosure_notice", "log_release"} <= duties(decision)
    assert "copy_on_request" not in duties(decision), "what the family may have of it counsel says"
    assert missing(ask("transfer", requester__identity="claimed", **NOTICE)) == ["requester.identity"]


@pytest.mark.parametrize("school", [{"kind": "private_school"}, {"kind": "other_school", "out_of_state": True}])
def test_it_follows_to_no_other_school(school: dict[str, object]) -> None:
    decision = ask("transfer", requester={"identity": "verified", **school}, **NOTICE)
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["disclosure.transfers_apart.to_no_other_school"]


@pytest.mark.parametrize("kind", ["challenge_file", "name_gender_change", "social_media_information"])
@pytest.mark.parametrize("base", ["transfer", "school"])
def test_what_is_kept_under_a_clock_of_its_own_follows_nobody(base: str, kind: str) -> None:
    decision = ask(base, record__kind=kind)
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["disclosure.transfers_apart.what_stays_here"]


def test_the_familys_own_words_go_along() -> None:
    assert ask("transfer", record__kind="rejoinder").outcome is Outcome.MUST
