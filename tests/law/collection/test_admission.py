"""Admission on the papers shown."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, missing

LEASE = {"kind": "residency_evidence"}


@pytest.mark.parametrize(
    "paper",
    [{"kind": "birth_certificate"}, {"kind": "passport"}, {"kind": "affidavit_of_age", "others_unobtainable": True}],
)
def test_any_proof_of_age_will_do_and_the_method_is_noted(paper: dict[str, Any]) -> None:
    decision = ask("enrol", purpose="proof_of_age", papers=[paper])
    assert decision.outcome is Outcome.MUST
    assert decision.limits == ("method_not_document",)


def test_without_a_proof_of_age_any_one_is_asked_for_and_nobody_is_refused() -> None:
    assert missing(ask("enrol", purpose="proof_of_age")) == ["papers.birth_certificate"]
    sworn = [{"kind": "affidavit_of_age", "others_unobtainable": False}]
    assert ask("enrol", purpose="proof_of_age", papers=sworn).outcome is Outcome.NEEDS_MORE
    unsaid = [{"kind": "affidavit_of_age"}]
    assert ask("enrol", purpose="proof_of_age", papers=unsaid).outcome is Outcome.NEEDS_MORE


@pytest.mark.parametrize("purpose", ["enrolment", "proof_of_residency", "enrolment_transfer"])
@pytest.mark.parametrize("paper", [LEASE, {"kind": "safe_at_home_card"}])
@pytest.mark.parametrize("who", ["parent", "educational_rights_holder", "student", "employee", "child_welfare_worker"])
def test_any_one_proof_of_address_will_do(purpose: str, paper: dict[str, Any], who: str) -> None:
    assert ask("enrol", purpose=purpose, requester__kind=who, papers=[paper]).outcome is Outcome.MUST


def test_without_a_proof_of_address_any_one_is_asked_for_and_nobody_is_refused() -> None:
    decision = ask("enrol")
    assert missing(decision) == ["papers.residency_evidence"]
    assert "Nobody asks for all of them" in decision.missing[0].ask
    assert missing(ask("enrol", papers=None)) == ["papers"]


def test_a_proof_of_age_is_no_proof_of_address_nor_the_other_way_round() -> None:
    assert not ask("enrol", papers=[{"kind": "passport"}]).granted
    assert not ask("enrol", purpose="proof_of_age", papers=[LEASE]).granted


def test_facts_the_school_knows_outweigh_the_paper() -> None:
    decision = ask("enrol", papers=[LEASE], other={"contradicted_by_facts": True})
    assert decision.outcome is Outcome.NO
    assert "liaison" in decision.says


@pytest.mark.parametrize("who", ["public", "pta", "media", "immigration_officer"])
def test_a_stranger_cannot_enrol_a_child_with_a_lease(who: str) -> None:
    assert ask("enrol", requester__kind=who, papers=[LEASE]).outcome is Outcome.NO


def test_a_safe_at_home_card_that_has_run_out_is_no_address_and_another_proof_is_asked_for() -> None:
    card = {"kind": "safe_at_home_card", "valid_on": False}
    assert missing(ask("enrol", papers=[card])) == ["papers.residency_evidence"]
    assert ask("enrol", papers=[card, LEASE]).outcome is Outcome.MUST
