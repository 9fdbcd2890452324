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
