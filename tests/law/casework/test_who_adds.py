"""Who puts something into a file."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.bound_by_orders import OWN_PEOPLE
from fileroom.law.facts import RequesterKind
from tests.each import each
from tests.law.worlds import ask, because, missing

MOTHER: dict[str, Any] = {
    "kind": "parent", "identity": "verified", "relationship": "verified", "legal_custody": True
}  # fmt: skip
FAMILY = {"parent", "educational_rights_holder", "student", "former_student"}
DIRECTED = {"vendor", "contractor"}
OUTSIDERS = sorted(
    {kind.value for kind in RequesterKind} - FAMILY - DIRECTED - {kind.value for kind in OWN_PEOPLE} - {"system"}
)
ANYTHING = ["marks_and_credits", "access_log", "consent_form", "rejoinder", "court_order", "directory_restriction"]
CHILD = {"age": 9, "grade": "4", "enrolled": True}


@each("who", OUTSIDERS)
@each("kind", ANYTHING)
def test_no_outsider_puts_anything_into_a_file(who: str, kind: str) -> None:
    refused = ask("add", requester={"kind": who, "identity": "verified"}, record={"kind": kind})
    assert refused.outcome is Outcome.NO
    by = "collection.protected_traits.nothing_for_a_registry_or_for_enforcement"
    of_enforcement = who in ("immigration_officer", "sevp_officer")
    assert because(refused) == [by if of_enforcement else "casework.who_adds.nobody_else"]


@each("who", [*OWN_PEOPLE, RequesterKind.SYSTEM])
@each("kind", ANYTHING)
def test_the_districts_own_people_and_its_system_do(who: str, kind: str) -> None:
    assert ask("add", requester={"kind": who, "has_student": True}, record={"kind": kind}).granted


@pytest.mark.parametrize("who", OWN_PEOPLE)
def test_whoever_serves_other_students_and_keeps_no_records_does_not(who: str) -> None:
    stranger = {"kind": who, "has_student": False, "keeps_records": False}
    granted = ask("add", requester=stranger, record={"kind": "marks_and_credits"}).granted
    assert granted is (who == "custodian_of_records")


@pytest.mark.parametrize("who", sorted(DIRECTED))
def test_a_company_puts_into_a_file_what_it_takes_in_for_it_as_far_as_the_district_directs_it(who: str) -> None:
    for action, base in (("collect", "collect"), ("add_to_record", "add")):
        record: dict[str, Any] = {"record": {"kind": "marks_and_credits"}} if base == "add" else {}
        company = {"kind": who, "identity": "verified"}
        directed = {**company, "under_direct_control": True}
        assert ask(base, action=action, requester=directed, **record).outcome is Outcome.NO  # by no contract
        record["papers"] = [{"kind": "vendor_contract", "signed": True, "valid_on": True}]
        assert ask(base, action=action, requester=directed, **record).granted
        open_ = ask(base, action=action, requester=company, **record)
        assert missing(open_) == ["requester.under_direct_control"]
        undirected = {**company, "under_direct_control": False}
        assert ask(base, action=action, requester=undirected, **record).outcome is Outcome.NO


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        ("rejoinder", "must"), ("consent_form", "must"), ("program_authorization", "may"),
        ("directory_restriction", "may"), ("marks_and_credits", "no"), ("access_log", "no"), ("court_order", "no"),
        ("name_gender_change", "no"), ("counselling_confidence", "no"),
    ],
)  # fmt: skip
def test_a_parent_adds_the_familys_own_words_and_no_more(kind: str, outcome: str) -> None:
    assert ask("add", requester=MOTHER, student=CHILD, record={"kind": kind}).outcome == outcome


@pytest.mark.parametrize(
    ("kind", "agreed", "outcome"),
    [
        ("rejoinder", False, "no"), ("consent_form", False, "no"), ("consent_form", True, "must"),
        ("directory_restriction", False, "may"),
    ],
)  # fmt: skip
def test_without_custody_a_parent_refuses_a_directory_and_consents_by_agreement_alone(
    kind: str, agreed: bool, outcome: str
) -> None:
    father = {**MOTHER, "legal_custody": False}
    orders = ["both_parents_may_consent_agreement"] if agreed else []
    assert ask("add", requester=father, student=CHILD, record={"kind": kind}, orders=orders).outcome == outcome


def test_whoever_only_says_that_they_are_the_parent_shows_it_first() -> None:
    claimed = ask("add", requester={**MOTHER, "relationship": "claimed"}, student=CHILD, record={"kind": "rejoinder"})
    assert missing(claimed) == ["requester.relationship"]
    assert missing(ask("add", requester={}, record={"kind": "rejoinder"})) == ["requester.kind"]


def test_an_adult_student_answers_for_oneself_and_a_minor_does_not() -> None:
    own = {"kind": "student", "identity": "verified"}
    assert ask("add", requester=own, student={"age": 18}, record={"kind": "rejoinder"}).outcome is Outcome.MUST
    assert ask("add", requester=own, student=CHILD, record={"kind": "rejoinder"}).outcome is Outcome.NO


@pytest.mark.parametrize("kind", ANYTHING)
def test_whom_an_order_bars_adds_nothing_and_is_told_nothing_of_it(kind: str) -> None:
    barred = {**MOTHER, "restrained_from_records": True}
    refused = ask("add", requester=barred, student=CHILD, record={"kind": kind}, orders=["records_order_6323_5"])
    assert because(refused) == ["casework.restrained_parties.restrained_party"]
    assert refused.silent
