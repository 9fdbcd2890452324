"""What may stand before enrolment."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.facts import RecordKind
from tests.each import each
from tests.law.worlds import ask, because

MAY_COME_FIRST = {
    "legal_name", "birth_date", "birth_date_verification", "parent_name_and_address", "student_address", "address",
    "annual_verification", "proof_of_age", "proof_of_residency", "immunization",
}  # fmt: skip


def required(kind: str, **more: Any) -> Any:
    return ask("collect", action="require_for_enrolment", record={"kind": kind}, **more)


@each("kind", sorted(RecordKind))
def test_nothing_else_is_a_condition_of_enrolment(kind: str) -> None:
    assert required(kind).granted is (kind in MAY_COME_FIRST)


@pytest.mark.parametrize("action", ["collect", "solicit", "require_for_enrolment"])
def test_a_homeless_family_is_asked_for_no_proof_of_address(action: str) -> None:
    asked = {"action": action, "record": {"kind": "proof_of_residency"}}
    assert ask("collect", **asked, student__homeless=True).outcome is Outcome.NO
    assert ask("collect", **asked, student__homeless=False).outcome is Outcome.MAY


def test_vaccinations_must_be_asked_for() -> None:
    assert required("immunization").outcome is Outcome.MUST


@pytest.mark.parametrize("kind", ["place_of_birth", "ethnicity", "home_language", "tribal_enrolment"])
def test_enrolment_never_depends_on_where_a_family_comes_from(kind: str) -> None:
    decision = required(kind)
    assert decision.outcome is Outcome.NO
    assert "Plyler" in decision.because[0].citation


@pytest.mark.parametrize("action", ["collect", "solicit", "require_for_enrolment"])
@pytest.mark.parametrize("kind", ["proof_of_age", "proof_of_residency"])
def test_any_proof_is_asked_for_and_never_one_in_particular(action: str, kind: str) -> None:
    decision = ask("collect", action=action, record={"kind": kind})
    assert decision.outcome is Outcome.MAY
    assert "any_one_proof" in decision.limits
    assert ("method_not_document" in decision.limits) is (kind == "proof_of_age")
    one = ask("collect", action=action, record={"kind": kind}, other={"particular_paper_demanded": True})
    assert one.outcome is Outcome.NO
    chapter = "proofs_of_age" if kind == "proof_of_age" else "enrolment_conditions"
    assert because(one) == [f"collection.{chapter}.no_particular_paper"]
