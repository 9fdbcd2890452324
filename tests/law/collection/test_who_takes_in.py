"""Who takes something in."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.bound_by_orders import OWN_PEOPLE
from fileroom.law.facts import RequesterKind
from tests.each import each
from tests.law.worlds import ask, because, missing

DIRECTED = {"vendor", "contractor"}
OUTSIDERS = sorted({kind.value for kind in RequesterKind} - {kind.value for kind in OWN_PEOPLE} - DIRECTED - {"system"})
NAMED: list[dict[str, Any]] = [
    {"record": {"kind": "legal_name"}},
    {"purpose": "nslp_income_application", "record": {"kind": "adult_ssn_last4", "part_of_federal_form": True}},
    {"purpose": "title_iii_immigrant_count", "record": {"kind": "birth_country", "separate_from_enrolment": True}},
    {"purpose": "state_reporting", "record": {"kind": "ethnicity"}},
]


@each("who", OUTSIDERS)
@each("action", ["collect", "solicit"])
@each("facts", NAMED)
def test_no_outsider_asks_a_family_for_anything(who: str, action: str, facts: dict[str, Any]) -> None:
    refused = ask("collect", action=action, requester={"kind": who}, **facts)
    assert refused.outcome is Outcome.NO
    assert "collection.who_takes_in.nobody_else" in because(refused)


@each("who", [*OWN_PEOPLE, RequesterKind.SYSTEM])
@each("facts", NAMED)
def test_the_districts_own_people_do(who: str, facts: dict[str, Any]) -> None:
    assert ask("collect", requester={"kind": who}, **facts).granted


@pytest.mark.parametrize("who", sorted(DIRECTED))
def test_a_company_does_as_far_as_the_district_directs_it(who: str) -> None:
    company = {"kind": who, "identity": "verified"}
    bound: list[dict[str, Any]] = [{"kind": "vendor_contract", "signed": True, "valid_on": True}]
    directed = {**company, "under_direct_control": True}
    assert ask("collect", requester=directed, papers=bound).outcome is Outcome.MUST
    assert missing(ask("collect", requester=company, papers=bound)) == ["requester.under_direct_control"]
    assert ask("collect", requester={**company, "under_direct_control": False}, papers=bound).outcome is Outcome.NO
    for papers in ([], [{**bound[0], "void": True}], [{**bound[0], "valid_on": False}]):
        assert ask("collect", requester=directed, papers=papers).outcome is Outcome.NO


def test_nothing_is_taken_in_before_it_is_said_who_takes_it() -> None:
    assert missing(ask("collect", requester={})) == ["requester.kind"]
    assert ask("collect", requester={}, record={"kind": "ssn"}).outcome is Outcome.NO
