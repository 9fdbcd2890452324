"""Truancy: who certifies, what for, and the word to the family within 24 hours."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, duties, missing


@pytest.mark.parametrize("kind", ["judge", "probation_officer"])
def test_judges_and_probation_officers_see_on_their_certificate_and_the_family_hears_in_a_day(kind: str) -> None:
    decision = ask("truancy", requester__kind=kind)
    assert decision.outcome is Outcome.MUST
    assert decision.limits == ("relevant_records_only",)
    assert {"notify_parent_within_24_hours", "keep_certification"} <= duties(decision)
    assert "obtain_certification" not in duties(decision)  # it is there


@pytest.mark.parametrize("kind", ["judge", "probation_officer"])
def test_without_the_right_certificate_they_are_asked_for_it(kind: str) -> None:
    bare = ask("truancy", requester__kind=kind, papers=[])
    assert missing(bare) == ["papers.certification"]
    assert "obtain_certification" in duties(bare)
    assert "notify_parent_within_24_hours" not in duties(bare)
    other = ask("truancy", requester__kind=kind, papers=[{"kind": "certification", "no_redisclosure": True}])
    assert missing(other) == ["papers.certification.truancy_only"]


def test_the_district_attorney_certifies_for_federal_law_and_the_family_has_no_word_in_a_day() -> None:
    prosecutor = {"requester__kind": "district_attorney"}
    bare = ask("truancy", **prosecutor, papers=[])
    assert missing(bare) == ["papers.certification"]
    assert bare.missing[0].citation == "34 CFR 99.31(a)(5)"
    assert "obtain_certification" in {duty.code for duty in bare.first}
    decision = ask("truancy", **prosecutor, papers=[{"kind": "certification", "no_redisclosure": True}])
    assert decision.outcome is Outcome.MUST
    assert "notify_parent_within_24_hours" not in duties(decision)
    assert "obtain_certification" not in {duty.code for duty in decision.first}


@pytest.mark.parametrize("kind", ["judge", "probation_officer", "district_attorney"])
@pytest.mark.parametrize("purpose", ["private_interest", "law_enforcement", "none_stated"])
def test_a_truancy_certificate_opens_nothing_for_another_purpose(kind: str, purpose: str) -> None:
    assert ask("truancy", requester__kind=kind, purpose=purpose).outcome is Outcome.NO


@pytest.mark.parametrize("kind", ["police", "minors_counsel", "attorney", "public"])
def test_nobody_else_sees_for_truancy(kind: str) -> None:
    assert ask("truancy", requester__kind=kind).outcome is Outcome.NO
