"""Whose a subpoena is that no judge has signed, and whom its word silences."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.examples import bases
from tests.law.worlds import ask, because, duties

ORDER: dict[str, Any] = bases()["court"]["papers"][0]
UNSIGNED: dict[str, Any] = {**ORDER, "signed_by_judge": False}
GRAND_JURYS = {**UNSIGNED, "kind": "grand_jury_subpoena"}
JUDICIAL = {**UNSIGNED, "kind": "judicial_subpoena"}
GAG = {"nondisclosure_order": True}


@pytest.mark.parametrize("who", ["public", "attorney", "media", "private_professional"])
def test_in_a_strangers_hands_a_grand_jurys_subpoena_without_a_signature_opens_and_silences_nothing(who: str) -> None:
    decision = ask("court", requester__kind=who, papers=[GRAND_JURYS | GAG])
    assert decision.outcome is Outcome.NO
    assert because(decision)[0] == "disclosure.court_process_limits.unsigned"
    assert "do_not_notify_parent" not in duties(decision) and not decision.sealed


@pytest.mark.parametrize("who", ["grand_jury", "district_attorney", "police", "federal_agency"])
def test_a_grand_jurys_subpoena_in_its_own_hands_or_an_officers_needs_no_signature(who: str) -> None:
    decision = ask("court", requester__kind=who, papers=[GRAND_JURYS | GAG])
    assert decision.outcome is Outcome.MUST
    assert "do_not_notify_parent" in duties(decision) and decision.sealed


def test_whoever_brings_a_grand_jurys_subpoena_that_a_judge_has_signed_is_obeyed() -> None:
    assert ask("court", papers=[{**GRAND_JURYS, "signed_by_judge": True} | GAG]).granted
    assert ask("court", papers=[{**GRAND_JURYS, "signed_by_judge": None}]).outcome is Outcome.NEEDS_MORE


@pytest.mark.parametrize("kind", ["judicial_subpoena", "civil_subpoena"])
@pytest.mark.parametrize("who", ["city_agency", "county_agency", "state_agency", "district_attorney"])
def test_an_agencys_own_subpoena_goes_through_counsel_by_whatever_name_it_comes(who: str, kind: str) -> None:
    asked = {"requester__kind": who, "purpose": "litigation", "papers": [{**UNSIGNED, "kind": kind}]}
    objected = asked | {"other__consumer_objection": True}
    assert ask("court", **objected).outcome is Outcome.NEEDS_MORE
    assert ask("court", **objected, other__counsel_cleared=False).outcome is Outcome.NO
    assert ask("court", **objected, other__counsel_cleared=True).outcome is Outcome.MUST


@pytest.mark.parametrize("who", ["court", "judge", "federal_agency"])
def test_a_courts_own_and_one_of_the_united_states_are_obeyed_at_once(who: str) -> None:
    asked = {"requester__kind": who, "purpose": "litigation", "papers": [JUDICIAL]}
    assert ask("court", **asked, other__consumer_objection=True).outcome is Outcome.MUST


@pytest.mark.parametrize("who", ["police", "district_attorney", "state_agency"])
def test_one_of_a_criminal_case_is_of_no_action_under_the_civil_code(who: str) -> None:
    asked = {"requester__kind": who, "purpose": "criminal_investigation", "papers": [JUDICIAL]}
    assert ask("court", **asked).outcome is Outcome.MUST


@pytest.mark.parametrize("who", ["court", "judge", "grand_jury"])
@pytest.mark.parametrize("kind", ["court_order", "judicial_warrant", "judicial_subpoena", "grand_jury_subpoena"])
def test_a_false_court_is_not_obeyed_whatever_paper_it_brings(kind: str, who: str) -> None:
    paper = [{**ORDER, "kind": kind}]
    assert ask("court", requester={"kind": who, "identity": "refuted"}, papers=paper).outcome is Outcome.NO
    assert ask("court", requester={"kind": who, "identity": "claimed"}, papers=paper).outcome is Outcome.MUST


PARTY: dict[str, Any] = {**ORDER, "kind": "dependency_order", "parent_is_party": True}


@pytest.mark.parametrize(
    "other",
    [
        ORDER,
        {**ORDER, "kind": "judicial_subpoena"},
        {**ORDER, "kind": "civil_subpoena", "signed_by_judge": None, "consumer_notice_served": True},
        {**PARTY, "parent_is_party": False},
        {**PARTY, "parent_is_party": None},
    ],
)
def test_a_party_to_the_dependency_case_is_told_of_another_paper_that_comes_with_its_order(
    other: dict[str, Any],
) -> None:
    """Who is a party knows of the order made there (20 USC 1232g(b)(2)(B)), and of nothing that is made elsewhere."""
    for papers in ([other, PARTY], [PARTY, other]):
        assert [duty.code for duty in ask("court", papers=papers).first] == ["notify_parent_before"]
        assert ask("court", papers=papers, other__days_since_notice=3).first == ()


@pytest.mark.parametrize("lack", ["valid_on", "names_these_records"])
def test_a_paper_that_has_run_out_or_is_of_other_records_makes_no_new_notice_of_the_dependency_case(lack: str) -> None:
    decision = ask("court", papers=[PARTY, {**ORDER, lack: False}])
    assert [duty.code for duty in decision.first] == ["notify_student_before"]
