"""Investigations: probation officer, prosecutor, minor's counsel, each on a certificate."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, duties, missing

INVESTIGATORS = ["probation_officer", "district_attorney", "minors_counsel"]


@pytest.mark.parametrize("kind", INVESTIGATORS)
@pytest.mark.parametrize("purpose", ["ward_investigation", "criminal_investigation"])
def test_each_sees_the_relevant_records_on_a_certificate(kind: str, purpose: str) -> None:
    decision = ask("investigation", requester__kind=kind, purpose=purpose)
    assert decision.outcome is Outcome.MUST
    assert decision.limits == ("relevant_records_only",)
    assert {"keep_certification", "log_release", "no_redisclosure_notice"} <= duties(decision)
    assert "obtain_certification" not in duties(decision)  # it is there


@pytest.mark.parametrize("kind", INVESTIGATORS)
def test_without_the_right_certificate_each_is_asked_for_it(kind: str) -> None:
    bare = ask("investigation", requester__kind=kind, papers=[])
    assert bare.outcome is Outcome.NEEDS_MORE
    assert missing(bare) == ["papers.certification"]
    assert "obtain_certification" in {duty.code for duty in bare.first}
    assert "keep_certification" not in duties(bare)
    truancy = ask("investigation", requester__kind=kind, papers=[{"kind": "certification", "truancy_only": True}])
    assert missing(truancy) == ["papers.certification.no_redisclosure"]


@pytest.mark.parametrize("kind", INVESTIGATORS)
@pytest.mark.parametrize("purpose", ["private_interest", "litigation", "none_stated", "immigration_enforcement"])
def test_the_certificate_opens_nothing_for_another_purpose(kind: str, purpose: str) -> None:
    assert ask("investigation", requester__kind=kind, purpose=purpose).outcome is Outcome.NO


@pytest.mark.parametrize("kind", ["police", "judge", "attorney", "federal_agency", "school_resource_officer"])
def test_nobody_else_comes_in_by_such_a_certificate(kind: str) -> None:
    assert ask("investigation", requester__kind=kind).outcome is Outcome.NO


ORDER = {"kind": "court_order", "signed_by_judge": True, "names_these_records": True, "valid_on": True}
CONSENT = {
    "kind": "consent", "by": "parent_with_custody", "form": "written", "signed": True, "dated": True, "records": True,
    "purpose": True, "recipient": True,
}  # fmt: skip
LIVE: list[dict[str, object]] = [
    ORDER, {"kind": "court_order"}, {"kind": "judicial_warrant", "names_these_records": True},
    {"kind": "judicial_subpoena", "signed_by_judge": False}, CONSENT, {"kind": "consent"},
]  # fmt: skip
DEAD: list[dict[str, object]] = [
    {**ORDER, "valid_on": False}, {**ORDER, "names_these_records": False}, {**ORDER, "signed_by_judge": False},
    {**ORDER, "kind": "judicial_subpoena", "valid_on": False}, {**CONSENT, "valid_on": False},
    {**CONSENT, "fits_this_request": False},
]  # fmt: skip


@pytest.mark.parametrize("paper", LIVE)
def test_who_brings_a_paper_that_may_open_the_record_is_asked_for_no_certificate(paper: dict[str, object]) -> None:
    assert "obtain_certification" not in duties(ask("investigation", papers=[paper]))


@pytest.mark.parametrize("paper", DEAD)
def test_a_paper_that_has_run_out_or_is_refuted_or_of_another_student_stands_in_for_no_certificate(
    paper: dict[str, object],
) -> None:
    decision = ask("investigation", papers=[paper])
    assert "obtain_certification" in {duty.code for duty in decision.first}
    assert not decision.granted


def test_a_consent_that_the_family_has_taken_back_is_dead_too() -> None:
    decision = ask("investigation", papers=[CONSENT], other={"consent_refused": True})
    assert "obtain_certification" in duties(decision)
