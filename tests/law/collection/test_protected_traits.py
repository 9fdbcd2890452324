"""Religion, and whatever is asked for a registry or for enforcement."""

from __future__ import annotations

from fileroom.law import Outcome
from fileroom.law.facts import Purpose
from tests.each import each
from tests.law.worlds import ask, because

TAKES = ["collect", "solicit", "require_for_enrolment", "add_to_record"]


@each("action", TAKES)
@each("purpose", sorted(Purpose))
def test_religion_is_taken_in_for_no_purpose(action: str, purpose: str) -> None:
    assert ask("collect", action=action, purpose=purpose, record={"kind": "religion"}).outcome is Outcome.NO


@each("action", TAKES)
@each("purpose", ["registry", "immigration_enforcement"])
@each("kind", ["legal_name", "student_address", "contact_and_household", "rejoinder"])
def test_nothing_at_all_is_taken_in_for_a_registry_or_for_enforcement(action: str, purpose: str, kind: str) -> None:
    decision = ask("collect", action=action, purpose=purpose, record={"kind": kind})
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["collection.protected_traits.nothing_for_a_registry_or_for_enforcement"]


def test_where_no_purpose_is_said_the_regulations_items_are_taken_in() -> None:
    assert ask("collect_unsaid").outcome is Outcome.MUST
