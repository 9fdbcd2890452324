"""Foster students in two business days, special-education records in five; of several clocks the shortest."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties


def within(**facts: object) -> str:
    deadline = ask("transfer", **facts).deadline
    assert deadline is not None
    return deadline.within


def test_a_foster_students_record_goes_out_in_two_business_days_whatever_its_class() -> None:
    for kind in ("cumulative_file", "transcript", "health", "discipline", "iep_or_504_plan"):
        decision = ask("transfer", student__foster=True, record__kind=kind)
        assert decision.outcome is Outcome.MUST
        assert decision.deadline is not None
        assert decision.deadline.on.isoformat() == "2026-10-21"


def test_the_complete_record_of_a_foster_student_is_compiled_and_of_nobody_else() -> None:
    assert "compile_complete_record" in duties(ask("transfer", student__foster=True))
    assert "compile_complete_record" not in duties(ask("transfer"))


def test_the_placing_agencys_word_starts_the_same_clock_and_only_for_a_foster_student() -> None:
    agency = {"requester__kind": "county_placing_agency"}
    assert within(**agency, student__foster=True) == "2 business days"
    assert ask("transfer", **agency).outcome is Outcome.NO
    assert ask("transfer", **agency, student__foster=True, purpose="benefit_eligibility").outcome is Outcome.NO


def test_special_education_records_go_out_in_five_working_days_within_the_state() -> None:
    facts = {"student__disability": True, "record__kind": "special_education"}
    assert within(**facts) == "5 business days"
    assert ask("transfer", **facts, requester__out_of_state=True).outcome is Outcome.MAY
    assert ask("transfer", record__kind="special_education").deadline is None


@pytest.mark.parametrize(
    ("foster", "disability", "clock"),
    [
        (True, True, "2 business days"),
        (True, False, "2 business days"),
        (False, True, "5 business days"),
        (False, False, "10 schooldays"),
    ],
)
def test_of_several_clocks_the_shortest_counts(foster: bool, disability: bool, clock: str) -> None:
    assert within(student__foster=foster, student__disability=disability, record__kind="cumulative_file") == clock


def test_a_private_school_has_the_ordinary_clock_even_for_a_foster_student() -> None:
    assert within(student__foster=True, requester__kind="private_school") == "10 schooldays"


def test_the_liaisons_own_duty_is_named_beside_the_transfer() -> None:
    rules = because(ask("transfer", student__foster=True))
    assert {"disclosure.swift_transfers.foster_students", "disclosure.swift_transfers.foster_liaisons"} <= set(rules)
