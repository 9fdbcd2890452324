"""What is no contract, and whom none reaches."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties

CLICK = {"kind": "click_wrap_terms"}
CONSENT = {
    "kind": "consent", "by": "parent_with_custody", "form": "written", "signed": True, "dated": True, "records": True,
    "purpose": True, "recipient": True,
}  # fmt: skip


@pytest.mark.parametrize("kind", ["vendor", "teacher", "administrator", "system"])
@pytest.mark.parametrize("more", [[], [CONSENT], [{"kind": "coppa_notice"}]])
def test_a_click_is_never_a_contract_whoever_clicks_and_whatever_lies_beside_it(kind: str, more: list[Any]) -> None:
    decision = ask("vendor", requester={"kind": kind}, papers=[CLICK, *more])
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["programmes.vendors_limits.a_click_is_no_contract"]


def test_beside_the_districts_own_contract_a_click_does_no_harm() -> None:
    contract = {"kind": "vendor_contract", "clauses": [1, 2, 3, 4, 5, 6, 7, 8, 9], "board_policy": True}
    assert ask("vendor", papers=[CLICK, contract]).outcome is Outcome.MAY


@pytest.mark.parametrize("kind", ["volunteer", "pta", "parent", "police", "researcher", "public"])
def test_nobody_comes_in_by_a_vendors_contract_but_a_vendor(kind: str) -> None:
    assert ask("vendor", requester={"kind": kind, "identity": "verified"}).outcome is Outcome.NO


def test_a_volunteer_is_told_why() -> None:
    decision = ask("vendor", requester={"kind": "volunteer"})
    assert because(decision) == ["programmes.vendors_limits.volunteers"]


@pytest.mark.parametrize("purpose", ["marketing", "own_research", "fundraising", "recruitment", "employment_check"])
def test_the_contract_is_for_the_districts_work_alone(purpose: str) -> None:
    assert because(ask("vendor", purpose=purpose)) == ["programmes.vendors_limits.not_the_districts_work"]


@pytest.mark.parametrize("facts", [
    {"purpose": "registry"}, {"purpose": "immigration_enforcement"}, {"other__assists_immigration_enforcement": True},
])  # fmt: skip
def test_no_contract_serves_enforcement_or_a_registry_whatever_paper_a_judge_signed(facts: dict[str, Any]) -> None:
    contract = {"kind": "vendor_contract", "clauses": [1, 2, 3, 4, 5, 6, 7, 8, 9], "board_policy": True}
    warrant = {"kind": "judicial_warrant", "signed_by_judge": True, "names_these_records": True, "valid_on": True}
    for papers in ([contract], [contract, warrant], [contract, CONSENT]):
        assert ask("vendor", papers=papers, other__counsel_cleared=True, **facts).outcome is Outcome.NO


@pytest.mark.parametrize("kind", [
    "counselling_confidence", "child_abuse_report", "juvenile_court_notice", "meal_eligibility", "actual_address",
    "ssn", "ssn_last4", "citizenship_status", "immigration_document", "religion", "sealed_juvenile_record",
])  # fmt: skip
def test_what_lies_apart_or_is_never_kept_goes_to_no_vendor(kind: str) -> None:
    assert ask("vendor", record={"kind": kind}).outcome is Outcome.NO


@pytest.mark.parametrize("kind", ["grades", "attendance", "health", "schedule", "vendor_held_data"])
def test_what_the_file_holds_may_go(kind: str) -> None:
    assert ask("vendor", record={"kind": kind}).outcome is Outcome.MAY


def test_what_a_vendor_receives_is_listed_whoever_sends_it() -> None:
    for kind in ("vendor", "teacher", "system"):
        assert {"log_release", "no_redisclosure_notice"} <= duties(ask("vendor", requester={"kind": kind}))
    assert "written_agreement" in duties(ask("vendor", papers=[]))
    assert "log_release" not in duties(ask("vendor", papers=[], requester={"kind": "teacher"}))
