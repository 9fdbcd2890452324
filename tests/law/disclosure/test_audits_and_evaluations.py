"""Education authorities and whom they name in writing; no other agency by this door."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

ELEMENTS = ["signed", "purpose", "destruction", "under_34cfr99_35"]
AGREEMENT = {"kind": "written_agreement", **dict.fromkeys(ELEMENTS, True)}
AGENCIES = ["federal_agency", "state_agency", "county_agency"]


def test_an_auditor_named_in_a_written_agreement_sees_the_relevant_records() -> None:
    decision = ask("audit")
    assert decision.outcome is Outcome.MUST
    assert decision.limits == ("relevant_records_only",)
    assert {"written_agreement", "destroy_when_done", "log_release", "no_redisclosure_notice"} <= duties(decision)


@pytest.mark.parametrize("lack", ELEMENTS)
@pytest.mark.parametrize("value", [False, None])
def test_an_agreement_that_lacks_something_is_asked_to_be_completed(lack: str, value: bool | None) -> None:
    decision = ask("audit", papers=[{**AGREEMENT, lack: value}])
    assert decision.outcome is Outcome.NEEDS_MORE
    assert missing(decision) == [f"papers.written_agreement.{lack}"]


def test_an_auditor_without_an_agreement_is_asked_for_it() -> None:
    assert missing(ask("audit", papers=[])) == ["papers.written_agreement"]
    assert missing(ask("audit", papers=[{**AGREEMENT, "valid_on": False}])) == ["papers.written_agreement.valid_on"]


@pytest.mark.parametrize("kind", AGENCIES)
def test_an_authority_itself_needs_no_agreement_and_is_never_presumed(kind: str) -> None:
    authority = {"kind": kind, "identity": "verified"}
    assert ask("audit", requester={**authority, "education_authority": True}, papers=[]).outcome is Outcome.MUST
    assert missing(ask("audit", requester=authority, papers=[])) == ["requester.education_authority"]
    other = ask("audit", requester={**authority, "education_authority": False, "identity": "refuted"}, papers=[])
    assert because(other) == ["disclosure.audits_and_evaluations.not_an_education_authority"]


@pytest.mark.parametrize("kind", [*AGENCIES, "auditor"])
@pytest.mark.parametrize("purpose", ["law_enforcement", "registry", "benefit_eligibility", "immigration_enforcement"])
def test_it_is_no_door_for_anything_but_audit_and_evaluation(kind: str, purpose: str) -> None:
    asked = ask("audit", requester={"kind": kind, "identity": "verified", "education_authority": True}, purpose=purpose)
    assert asked.outcome is Outcome.NO


def test_an_auditor_cannot_be_an_authority_itself() -> None:
    asked = ask("audit", requester__education_authority=True, papers=[])
    assert missing(asked) == ["papers.written_agreement"]


def test_others_do_not_come_in_by_an_auditors_agreement() -> None:
    for kind in ("city_agency", "nonprofit", "for_profit", "volunteer", "researcher"):
        assert ask("audit", requester__kind=kind).outcome is Outcome.NO


@pytest.mark.parametrize("purpose", ["state_reporting", "migrant_education"])
def test_an_education_authority_is_reported_to_and_another_office_is_not(purpose: str) -> None:
    facts = {"purpose": purpose, "other__required_before_1974": False}
    itself = ask("report", requester__education_authority=True, **facts)
    assert itself.outcome is Outcome.MUST
    assert "counsel_review" not in duties(itself)
    assert not ask("report", requester__education_authority=False, **facts).granted
    assert not ask("report", requester__education_authority=True, record={"kind": "ssn"}, **facts).granted
