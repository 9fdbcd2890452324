"""Names, gender, orientation."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, duties

TELLS = {"record": {"kind": "behaviour_report", "about_gender_or_orientation": True}}


def test_a_record_is_not_hidden_from_a_parent_and_a_person_looks_first() -> None:
    for facts in (TELLS, {"record": {"kind": "name_gender_change"}}):
        decision = ask("parent", **facts)
        assert decision.outcome is Outcome.MUST
        assert decision.deadline is not None
        assert "counsel_review" in duties(decision)


def test_no_program_writes_home_of_it() -> None:
    assert ask("teacher", requester__kind="system", action="disclose", **TELLS).outcome is Outcome.NO


@pytest.mark.parametrize("kind", ["teacher", "counselor", "administrator", "employee"])
def test_the_papers_of_a_change_are_for_the_custodian(kind: str) -> None:
    changed = {"record": {"kind": "name_gender_change"}}
    assert ask("teacher", requester__kind=kind, **changed).outcome is Outcome.NO
    assert ask("teacher", requester__kind="custodian_of_records", **changed).outcome is Outcome.MUST


@pytest.mark.parametrize(("on", "owed"), [("2024-12-31", False), ("2025-01-01", True)])
def test_the_look_is_owed_since_2025(on: str, owed: bool) -> None:
    assert ("counsel_review" in duties(ask("parent", on=on, **TELLS))) is owed


def test_a_former_student_sees_the_own_change_of_name() -> None:
    facts = {"requester__kind": "former_student", "student": {"age": 40, "former": True}}
    assert ask("student", record={"kind": "name_gender_change"}, **facts).outcome is Outcome.MUST
