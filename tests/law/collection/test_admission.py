"""Admission on the papers shown."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.each import each
from tests.law.worlds import ask, because, missing

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


@each("purpose", ["enrolment", "proof_of_residency", "enrolment_transfer"])
@each("paper", [LEASE, {"kind": "safe_at_home_card"}])
@each("who", ["parent", "educational_rights_holder", "student", "employee", "child_welfare_worker"])
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


REFUTED: list[dict[str, Any]] = [{"requester__identity": "refuted"}, {"requester__relationship": "refuted"}]


@pytest.mark.parametrize("refuted", REFUTED)
def test_who_is_known_not_to_be_the_parent_enrols_nobody_and_hears_who_can(refuted: dict[str, Any]) -> None:
    decision = ask("enrol", papers=[LEASE], **refuted)
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["collection.admission.known_to_be_somebody_else"]
    assert "caregiver" in decision.says


@pytest.mark.parametrize("standing", ["claimed", None])
def test_who_has_proved_nothing_yet_enrols_all_the_same(standing: str | None) -> None:
    """The law asks for the age and the address, and for no proof of who the parent is."""
    for fact in ("requester__identity", "requester__relationship"):
        assert ask("enrol", papers=[LEASE], **{fact: standing}).outcome is Outcome.MUST


@pytest.mark.parametrize("refuted", REFUTED)
@pytest.mark.parametrize("student", [{"homeless": True}, {"foster": True}])
def test_a_child_whom_the_law_enrols_at_once_does_not_wait_for_who_brings_it(
    student: dict[str, Any], refuted: dict[str, Any]
) -> None:
    assert ask("enrol", student=student, **refuted).outcome is Outcome.MUST


def test_a_refuted_appointed_holder_or_worker_enrols_nobody_either() -> None:
    for who in ("educational_rights_holder", "child_welfare_worker", "foster_caregiver", "foster_family_agency"):
        assert ask("enrol", requester__kind=who, requester__identity="refuted", papers=[LEASE]).outcome is Outcome.NO


def test_neither_an_affidavit_nor_letters_help_who_is_known_to_be_somebody_else() -> None:
    affidavit = [{"kind": "caregiver_affidavit", "items_1_to_4": True, "signed": True}]
    letters = [{"kind": "letters_of_guardianship"}, LEASE]
    for who, papers in (("caregiver", affidavit), ("caregiver", letters)):
        asked = {"requester__kind": who, "requester__age": 40, "papers": papers}
        assert ask("enrol", requester__identity="claimed", **asked).outcome is Outcome.MUST
        assert ask("enrol", requester__identity=None, **asked).outcome is Outcome.MUST
        assert ask("enrol", requester__identity="refuted", **asked).outcome is Outcome.NO


PASSPORT = {"kind": "passport"}
AGE: dict[str, Any] = {"purpose": "proof_of_age", "papers": [PASSPORT]}


@pytest.mark.parametrize("refuted", REFUTED)
def test_no_proof_of_age_helps_who_is_known_to_be_somebody_else(refuted: dict[str, Any]) -> None:
    decision = ask("enrol", **AGE, **refuted)
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["collection.admission.known_to_be_somebody_else"]
    assert ask("enrol", purpose="proof_of_age", papers=[], **refuted).outcome is Outcome.NO


@pytest.mark.parametrize("who", ["public", "pta", "media", "immigration_officer"])
def test_a_stranger_cannot_enrol_a_child_with_a_passport(who: str) -> None:
    decision = ask("enrol", requester__kind=who, **AGE)
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["collection.admission.somebody_who_may_bring_the_child"]


@pytest.mark.parametrize("who", ["parent", "student", "employee", "child_welfare_worker", "strtp_staff"])
def test_whoever_may_bring_a_child_to_school_shows_its_age_by_any_proof(who: str) -> None:
    assert ask("enrol", requester__kind=who, **AGE).outcome is Outcome.MUST
    assert missing(ask("enrol", requester__kind=who, purpose="proof_of_age")) == ["papers.birth_certificate"]


@pytest.mark.parametrize("who", ["caregiver", "relative", "stepparent"])
def test_an_adult_of_the_household_signs_the_affidavit_whatever_the_childs_age_is_proved_by(who: str) -> None:
    adult = {"requester__kind": who, "requester__age": 40, "purpose": "proof_of_age"}
    assert missing(ask("enrol", **adult, papers=[PASSPORT])) == ["papers.caregiver_affidavit"]
    affidavit = {"kind": "caregiver_affidavit", "items_1_to_4": True, "signed": True}
    assert ask("enrol", **adult, papers=[affidavit, PASSPORT]).outcome is Outcome.MUST


def test_a_guardian_with_letters_shows_the_age_too_and_one_merely_nominated_does_not() -> None:
    guardian = {"requester__kind": "private_professional", "purpose": "proof_of_age"}
    letters = {"kind": "letters_of_guardianship"}
    assert ask("enrol", **guardian, papers=[letters, PASSPORT]).outcome is Outcome.MUST
    assert ask("enrol", **guardian, papers=[{**letters, "valid_on": False}, PASSPORT]).outcome is Outcome.NEEDS_MORE
    assert ask("enrol", **guardian, papers=[{"kind": "guardian_nomination"}, PASSPORT]).outcome is Outcome.NO


def test_a_parent_whose_rights_a_court_has_ended_enrols_nobody_with_a_proof_of_age() -> None:
    assert ask("enrol", requester__rights_terminated=True, **AGE).outcome is Outcome.NO


@pytest.mark.parametrize("refuted", REFUTED)
def test_a_homeless_child_waits_for_no_proof_of_age_whoever_brings_it(refuted: dict[str, Any]) -> None:
    assert ask("enrol", student={"homeless": True}, purpose="proof_of_age", **refuted).outcome is Outcome.MUST


@pytest.mark.parametrize("purpose", ["enrolment", "proof_of_age"])
def test_who_brings_the_child_is_asked_where_nobody_has_said_it(purpose: str) -> None:
    papers = [LEASE if purpose == "enrolment" else PASSPORT]
    assert missing(ask("enrol", purpose=purpose, requester={}, papers=papers)) == ["requester.kind"]


@pytest.mark.parametrize("purpose", ["enrolment", "proof_of_age"])
def test_where_a_court_has_ended_somebodys_rights_it_is_asked_whose(purpose: str) -> None:
    asked: dict[str, Any] = {
        "purpose": purpose, "papers": [LEASE if purpose == "enrolment" else PASSPORT], "orders": ["rights_terminated"],
    }  # fmt: skip
    assert missing(ask("enrol", **asked)) == ["requester.rights_terminated"]
    assert ask("enrol", **asked, requester__rights_terminated=False).outcome is Outcome.MUST
    assert ask("enrol", **asked, requester__rights_terminated=True).outcome is Outcome.NO


def test_a_former_student_who_comes_back_enrols_as_a_student_does() -> None:
    back: dict[str, Any] = {"requester__kind": "former_student", "student__age": 18, "student__former": True}
    assert ask("enrol", **back, papers=[LEASE]).outcome is Outcome.MUST
    assert ask("enrol", **back, papers=[LEASE], requester__identity="refuted").outcome is Outcome.NO
