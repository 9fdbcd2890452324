"""Safe at Home families at the gate in."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.facts import Purpose
from tests.each import each
from tests.law.worlds import ask, duties

NEEDED = {"proof_of_residency", "emergency_card"}
ADDRESSES = ["address", "student_address", "parent_name_and_address"]


@each("purpose", sorted(Purpose))
def test_the_true_address_is_asked_for_residency_and_emergencies_alone(purpose: str) -> None:
    decision = ask("collect", purpose=purpose, record={"kind": "actual_address"}, student={"safe_at_home": True})
    assert decision.outcome is (Outcome.MAY if purpose in NEEDED else Outcome.NO)
    assert ("keep_under_seal" in duties(decision)) is decision.granted


@pytest.mark.parametrize("purpose", sorted(NEEDED))
def test_it_never_enters_the_file_nor_bars_enrolment(purpose: str) -> None:
    for action in ("add_to_record", "require_for_enrolment"):
        decision = ask("collect", action=action, purpose=purpose, record={"kind": "actual_address"})
        assert decision.outcome is Outcome.NO


@pytest.mark.parametrize("kind", ADDRESSES)
def test_ordinary_fields_take_the_substitute_address(kind: str) -> None:
    assert "give_substitute_address" in duties(
        ask("collect", record={"kind": kind}, student={"age": 9, "safe_at_home": True})
    )
    assert "give_substitute_address" not in duties(ask("collect", record={"kind": kind}))


def test_the_card_is_taken_as_the_address() -> None:
    shown = ask("enrol", papers=[{"kind": "safe_at_home_card"}])
    assert shown.outcome is Outcome.MUST
    assert "confirm_with_safe_at_home" in duties(shown)
    assert "confirm_with_safe_at_home" not in duties(ask("enrol", papers=[{"kind": "residency_evidence"}]))
