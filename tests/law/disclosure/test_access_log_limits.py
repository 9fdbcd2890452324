"""The log asked for as a record."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties

LOG = {"record__kind": "access_log"}


@pytest.mark.parametrize("action", ["inspect", "copy", "disclose", "transfer", "publish", "share_with_vendor"])
def test_a_teacher_does_not_get_it_under_another_name(action: str) -> None:
    decision = ask("teacher", action=action, requester__designated=False, **LOG)
    assert because(decision) == ["disclosure.access_log_limits.by_another_name"]


def test_a_consent_does_not_open_it_and_a_court_does() -> None:
    assert ask("consent", **LOG).outcome is Outcome.NO
    assert ask("court", **LOG).outcome is Outcome.MUST


@pytest.mark.parametrize("base", ["parent", "student"])
def test_its_readers_may_ask_for_it_as_a_record(base: str) -> None:
    assert ask(base, **LOG).outcome is Outcome.MUST


def test_a_custodian_and_a_designee_have_it() -> None:
    assert ask("teacher", requester__kind="custodian_of_records", **LOG).outcome is Outcome.MUST
    assert ask("teacher", requester__designated=True, **LOG).outcome is Outcome.MUST


def test_the_parent_of_an_adult_dependent_waits_for_counsel() -> None:
    facts = {"student__age": 19, "requester__tax_dependency": "proved", **LOG}
    waiting = ask("parent", **facts)
    assert waiting.outcome is Outcome.NEEDS_MORE
    assert "counsel_review" in duties(waiting)
    assert ask("parent", other__counsel_cleared=True, **facts).outcome is Outcome.MUST


def test_with_the_interim_record_the_log_goes_to_the_next_public_school_of_the_state() -> None:
    sent = {"record__kind": "access_log", "requester__out_of_state": False}
    assert ask("transfer", **sent, requester__kind="other_school").outcome is Outcome.MUST
    assert (
        ask("transfer", **sent | {"requester__out_of_state": True}, requester__kind="other_school").outcome
        is Outcome.NO
    )
    assert ask("transfer", **sent, requester__kind="private_school").outcome is Outcome.NO
    assert ask("school", record__kind="access_log").outcome is Outcome.NO
