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
