"""What is no pupil record."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, missing

NOTE = {"kind": "sole_possession_notes", "shared_with": "nobody"}


@pytest.mark.parametrize(
    ("kind", "rule"),
    [("sole_possession_notes", "sole_possession_notes"), ("law_enforcement_unit_record", "law_enforcement_unit")],
)
def test_a_parent_is_told_why_it_is_not_in_the_file(kind: str, rule: str) -> None:
    decision = ask("parent", record__kind=kind)
    assert decision.outcome is Outcome.NO
    assert because(decision) == [f"disclosure.outside_the_file.{rule}"]


def test_a_note_shown_to_another_person_is_a_pupil_record_and_open() -> None:
    shown = {"kind": "sole_possession_notes", "is_pupil_record": True}
    assert ask("parent", record=shown).outcome is Outcome.MUST


@pytest.mark.parametrize("shared", ["nobody", "temporary_substitute"])
def test_a_temporary_substitute_may_read_the_makers_notes(shared: str) -> None:
    record = {**NOTE, "shared_with": shared}
    assert ask("teacher", requester__kind="substitute", record=record).outcome is Outcome.MAY
    assert (
        ask("teacher", requester__kind="substitute", requester__has_student=False, record=record).outcome is Outcome.NO
    )


def test_a_successor_is_no_substitute() -> None:
    assert ask("teacher", record=NOTE).outcome is Outcome.NO


def test_a_substitute_is_asked_who_has_seen_the_notes() -> None:
    waiting = ask("teacher", requester__kind="substitute", record={"kind": "sole_possession_notes"})
    assert missing(waiting) == ["record.shared_with"]


@pytest.mark.parametrize(
    ("shared_with", "outcome"),
    [
        ("another_person", Outcome.MUST),
        ("temporary_substitute", Outcome.NO),
        ("nobody", Outcome.NO),
        (None, Outcome.NO),
    ],
)
def test_a_note_becomes_a_pupil_record_when_another_person_has_seen_it(
    shared_with: str | None, outcome: Outcome
) -> None:
    note = {"kind": "sole_possession_notes", "shared_with": shared_with}
    for base in ("parent", "teacher"):
        assert ask(base, record=note).outcome is outcome


def test_what_is_said_of_a_note_outweighs_what_follows_from_its_kind() -> None:
    note = {"kind": "sole_possession_notes", "shared_with": "another_person", "is_pupil_record": False}
    assert ask("parent", record=note).outcome is Outcome.NO


def test_a_stranger_is_not_told_that_a_shared_note_is_no_record() -> None:
    decision = ask("outsider", record={"kind": "sole_possession_notes", "shared_with": "another_person"})
    assert because(decision) == ["disclosure.default_no.no_access_without_consent_or_order"]


def test_the_answer_about_a_protected_address_does_not_tell_that_there_is_one() -> None:
    assert "Safe at Home" not in ask("parent", record__kind="actual_address").says
