"""What goes home in the family's language."""

from __future__ import annotations

import pytest

from tests.law.worlds import ask, duties

OVER = {"student__home_language_at_threshold": True}


@pytest.mark.parametrize("action", ["copy", "disclose"])
def test_what_is_sent_home_is_translated_where_enough_speak_the_language(action: str) -> None:
    assert "translate" in duties(ask("parent", action=action, **OVER))
    assert "translate" not in duties(ask("parent", action=action))


def test_what_is_only_looked_at_or_sent_to_others_is_not() -> None:
    assert "translate" not in duties(ask("parent", action="inspect", **OVER))
    assert "translate" not in duties(ask("consent", **OVER))


@pytest.mark.parametrize("base", ["annual_notice", "breach_letter", "breach", "challenge"])
def test_notices_and_the_answer_to_a_challenge_are_translated_too(base: str) -> None:
    assert "translate" in duties(ask(base, **OVER))
    assert "translate" not in duties(ask(base))


def test_whoever_a_court_put_in_the_parents_place_reads_it_in_their_language() -> None:
    holder = {"requester__kind": "educational_rights_holder", "requester__holds_education_rights": True}
    appointed = ask(
        "parent", action="copy", papers=[{"kind": "rights_appointment", "valid_on": True}], **holder, **OVER
    )
    assert "translate" in duties(appointed)


def test_the_notice_of_failing_reaches_the_parent_of_an_adult_in_the_language() -> None:
    decision = ask("parent", action="disclose", student__age=18, record__kind="progress_notice", **OVER)
    assert decision.granted
    assert "translate" in duties(decision)
