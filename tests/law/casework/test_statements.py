"""The family's own words beside the record."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, duties, missing

ATTACH: dict[str, Any] = {"action": "attach_statement", "other": {}}


@pytest.mark.parametrize("kind", ["discipline", "disciplinary_notice", "expulsion_file"])
@pytest.mark.parametrize("gone", [False, True])
def test_a_statement_to_discipline_is_always_taken_even_after_the_student_has_left(kind: str, gone: bool) -> None:
    decision = ask("challenge", record__kind=kind, student__former=gone, **ATTACH)
    assert decision.outcome is Outcome.MUST
    assert "attach_statement" in duties(decision)


def test_the_limit_of_custody_holds_for_statements_too() -> None:
    assert ask("challenge", requester__legal_custody=False, **ATTACH).outcome is Outcome.NO
    assert missing(ask("challenge", requester__legal_custody=None, **ATTACH)) == ["requester.legal_custody"]


@pytest.mark.parametrize(("decided", "outcome"), [("denied", "must"), ("pending", "may"), ("sustained", "no")])
def test_an_objection_follows_a_refusal_and_a_rejoinder_an_open_challenge(decided: str, outcome: str) -> None:
    attach = {**ATTACH, "other": {"challenge_decision": decided}}
    assert ask("challenge", record__kind="marks_and_credits", **attach).outcome == outcome


def test_what_became_of_the_challenge_is_asked_of_an_item_without_discipline() -> None:
    assert missing(ask("challenge", record__kind="marks_and_credits", **ATTACH)) == ["other.challenge_decision"]


def test_an_adult_student_attaches_and_a_minor_does_not() -> None:
    student = {"kind": "student", "identity": "verified"}
    assert ask("challenge", requester=student, student__age=18, **ATTACH).outcome is Outcome.MUST
    assert ask("challenge", requester=student, student__age=17, **ATTACH).outcome is Outcome.NO


@pytest.mark.parametrize("base", ["parent", "teacher", "court", "student"])
def test_the_statement_goes_along_wherever_the_record_goes(base: str) -> None:
    assert "attach_statement" in duties(ask(base, record__has_statement=True))
    assert "attach_statement" not in duties(ask(base))


@pytest.mark.parametrize("kind", ["cumulative_file", "interim_record", "permitted_record", "behaviour_report"])
def test_discipline_within_a_wider_record_may_be_answered_too(kind: str) -> None:
    assert missing(ask("challenge", record={"kind": kind}, **ATTACH)) == ["record.includes_discipline"]
    held = {"kind": kind, "includes_discipline": True}
    assert ask("challenge", record=held, **ATTACH).outcome is Outcome.MUST
    free = {"kind": kind, "includes_discipline": False}
    assert missing(ask("challenge", record=free, **ATTACH)) == ["other.challenge_decision"]


@pytest.mark.parametrize("action", ["attach_statement", "add_to_record"])
def test_a_parent_without_custody_is_refused_not_in_silence(action: str) -> None:
    lost: dict[str, Any] = {"action": action, "record": {"kind": "rejoinder"}}
    other = {"challenge_decision": "denied"}
    refused = ask("challenge", requester__legal_custody=False, other=other, **lost)
    assert refused.outcome is Outcome.NO
    assert "counsel_review" in duties(refused)
    assert "counsel_review" not in duties(ask("challenge", other=other, **lost))
