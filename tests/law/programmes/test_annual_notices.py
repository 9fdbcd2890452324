"""The notice of rights in student records."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from fileroom.law import Decision, Outcome
from fileroom.law.checklists import CHECKLISTS
from tests.law.worlds import ask, because, duties

STATE, FEDERAL = CHECKLISTS["annual_rights"], CHECKLISTS["annual_rights_by_federal_law"]
ITEMS = [*STATE.items, "consent_to_disclosure", "content_of_48980_o", "directory_recipients"]


def sent(without: str = "", **facts: Any) -> Decision:
    return ask("annual_notice", notice__items=[it for it in ITEMS if it != without], **facts)


def test_a_to_k_are_eleven() -> None:
    assert [says[:3] for says in STATE.items.values()] == [f"({letter})" for letter in "abcdefghijk"]


@pytest.mark.parametrize("item", STATE.items)
def test_without_any_of_a_to_k_it_does_not_go(item: str) -> None:
    refused = sent(without=item)
    assert (refused.outcome, because(refused)) == (Outcome.NO, ["programmes.annual_notices.lacking_by_state_law"])


def test_federal_law_adds_the_right_to_consent() -> None:
    assert set(FEDERAL.items) - set(STATE.items) == {"consent_to_disclosure"}
    assert because(sent(without="consent_to_disclosure")) == ["programmes.annual_notices.lacking_by_federal_law"]


@pytest.mark.parametrize(("on", "outcome"), [("2025-12-31", Outcome.MUST), ("2026-01-01", Outcome.NO)])
def test_the_content_of_2026_is_asked_for_from_2026(on: str, outcome: Outcome) -> None:
    assert sent(without="content_of_48980_o", on=on).outcome is outcome
    assert sent(on=on).outcome is Outcome.MUST


def test_whoever_enrols_in_the_middle_of_the_year_is_told_that_day() -> None:
    decision = sent(on="2027-02-08", notice__at_enrolment=True)
    assert decision.deadline is not None
    assert (decision.deadline.on, decision.deadline.citation) == (date(2027, 2, 8), "Ed. Code 49063")
    assert sent().deadline is None


def test_by_mail_or_in_writing_and_electronic_only_if_the_parent_asked() -> None:
    for method in ("electronic", "substitute"):
        assert sent(notice__method=method).outcome is Outcome.NO
    assert sent(notice__method="electronic", notice__electronic_asked_for=True).outcome is Outcome.MUST
    for method in ("mail", "usual_written"):
        assert sent(notice__method=method).outcome is Outcome.MUST


def test_the_signature_is_asked_for_and_is_no_consent() -> None:
    said = next(duty.says for duty in sent().duties if duty.code == "keep_acknowledgment")
    assert "is not to consent" in said
    assert "keep_acknowledgment" not in duties(sent(without="challenges"))


def test_the_language_of_the_home_counts_however_few_speak_it() -> None:
    few = sent(student__home_language_not_english=True)
    assert "translate_where_practicable" in duties(few)
    assert "translate" not in duties(few)
    many = sent(student__home_language_not_english=True, student__home_language_at_threshold=True)
    assert {"translate", "translate_where_practicable"} <= duties(many)
    assert not {"translate", "translate_where_practicable"} & duties(sent())
