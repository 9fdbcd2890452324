"""Pupil records under a vendor's contract: nine clauses, the board's policy, the district's work and control."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.vendor_contracts import Clause
from tests.law.worlds import ask, because, duties, missing

ALL = [int(clause) for clause in Clause]


def contract(*lacking: int, **more: Any) -> list[dict[str, Any]]:
    clauses = [clause for clause in ALL if clause not in lacking]
    return [{"kind": "vendor_contract", "clauses": clauses, "board_policy": True, **more}]


def test_nine_clauses_are_asked_for_the_ninth_on_advertising() -> None:
    assert ALL == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert Clause(9) is Clause.NO_TARGETED_ADVERTISING
    decision = ask("vendor")
    assert decision.outcome is Outcome.MAY
    assert decision.limits == ("only_what_the_purpose_needs",)
    assert ask("vendor", papers=[{"kind": "vendor_contract", "clauses": ALL[::-1], "board_policy": True}]).granted


@pytest.mark.parametrize("clause", ALL)
def test_each_clause_that_is_lacking_is_named_and_nothing_else(clause: int) -> None:
    decision = ask("vendor", papers=contract(clause))
    assert decision.outcome is Outcome.NEEDS_MORE
    assert missing(decision) == [f"papers.vendor_contract.clauses.{clause}"]


def test_all_that_is_lacking_is_named_at_once() -> None:
    assert missing(ask("vendor", papers=contract(5, 9, board_policy=False))) == [
        "papers.vendor_contract.board_policy",
        "papers.vendor_contract.clauses.5",
        "papers.vendor_contract.clauses.9",
    ]


def test_the_second_clause_may_be_not_applicable_if_the_contract_says_so_and_no_other_may() -> None:
    assert ask("vendor", papers=contract(2, no_student_content=True)).outcome is Outcome.MAY
    assert ask("vendor", papers=contract(2, no_student_content=False)).outcome is Outcome.NEEDS_MORE
    assert ask("vendor", papers=contract(3, no_student_content=True)).outcome is Outcome.NEEDS_MORE


@pytest.mark.parametrize(
    ("papers", "asked"),
    [
        (None, ["papers"]),
        ([], ["papers.vendor_contract"]),
        ([{"kind": "written_agreement", "signed": True, "direct_control": True}], ["papers.vendor_contract"]),
        (contract(board_policy=None), ["papers.vendor_contract.board_policy"]),
        ([{"kind": "vendor_contract", "board_policy": True}], ["papers.vendor_contract.clauses"]),
        (contract(signed=False), ["papers.vendor_contract.signed"]),
        (contract(valid_on=False), ["papers.vendor_contract.valid_on"]),
    ],
)
def test_what_is_not_known_of_the_contract_or_can_be_mended_is_asked(papers: Any, asked: list[str]) -> None:
    decision = ask("vendor", papers=papers)
    assert decision.outcome is Outcome.NEEDS_MORE
    assert missing(decision) == asked


def test_a_contract_of_before_2015_holds_until_it_is_changed_or_runs_out() -> None:
    old = {"made_before_2015": True, "changed_since_2015": False}
    assert because(ask("vendor", papers=contract(2, 9, board_policy=None, **old))) == [
        "programmes.vendors.under_a_contract_of_before_2015",
        "programmes.vendors.federal_outsourced_function",
    ]
    renewed = ask("vendor", papers=contract(9, made_before_2015=True, changed_since_2015=True))
    assert missing(renewed) == ["papers.vendor_contract.clauses.9"]
    assert (
        ask("vendor", papers=contract(9, made_before_2015=False, changed_since_2015=False)).outcome is not Outcome.MAY
    )
    assert not ask("vendor", papers=contract(9, valid_on=False, **old)).granted


@pytest.mark.parametrize("purpose", ["outsourced_function", "planning", "school_safety", "state_reporting"])
def test_the_districts_work_is_what_it_has_done_for_it(purpose: str) -> None:
    assert ask("vendor", requester={"kind": "vendor"}, purpose=purpose).outcome is Outcome.MAY


@pytest.mark.parametrize("kind", ["vendor", "contractor", "for_profit", "nonprofit"])
def test_the_contract_itself_tells_who_its_party_is_and_whose_control_it_is_under(kind: str) -> None:
    assert ask("vendor", requester={"kind": kind}).outcome is Outcome.MAY
    for known_otherwise in (
        {"identity": "refuted"},
        {"under_direct_control": False},
        {"interest": "stated_and_does_not_fit"},
    ):
        assert ask("vendor", requester={"kind": kind, **known_otherwise}).outcome is Outcome.NO
    assert missing(ask("vendor", requester={"kind": kind, "identity": "claimed"})) == ["requester.identity"]


@pytest.mark.parametrize("kind", ["employee", "administrator", "teacher", "nurse", "custodian_of_records", "system"])
def test_staff_share_under_the_same_contract_and_by_no_other_way(kind: str) -> None:
    assert ask("vendor", requester={"kind": kind}).outcome is Outcome.MAY
    assert ask("vendor", requester={"kind": kind}, papers=contract(9)).outcome is Outcome.NEEDS_MORE
    own = ask("vendor", requester={"kind": kind}, purpose="educational_interest")
    assert missing(own) == ["requester.interest"]


def test_where_it_is_not_said_who_receives_them_that_is_asked() -> None:
    assert missing(ask("vendor", requester={})) == ["requester.kind"]


def test_what_was_gathered_from_social_media_goes_on_the_four_terms_too() -> None:
    gathered = {"kind": "social_media_information"}
    assert ask("vendor", record=gathered, papers=contract(social_media_terms=[1, 2, 3, 4])).outcome is Outcome.MAY
    lacking = ask("vendor", record=gathered, papers=contract(social_media_terms=[1, 2, 3]))
    assert missing(lacking) == ["papers.vendor_contract.social_media_terms.4"]


def test_a_child_under_13_whose_parents_the_school_stands_in_for_needs_the_operators_notice_as_well() -> None:
    other = {"school_consents_for_parents": True, "recipient_purpose_noncommercial": True}
    child = {"student__age": 12, "other": other}
    assert because(ask("vendor", **child)) == ["disclosure.coppa.consent_beyond_the_schools_use"]
    assert ask("vendor", papers=[*contract(), {"kind": "coppa_notice"}], **child).outcome is Outcome.MAY
    assert ask("vendor", **{**child, "student__age": 13}).outcome is Outcome.MAY


def test_a_records_order_against_a_parent_keeps_no_record_from_the_vendor_under_contract() -> None:
    assert ask("vendor", orders=["records_order_6323_5"]).outcome is Outcome.MAY
    assert ask("vendor", requester__restrained_from_records=True).outcome is Outcome.NO


def test_the_nine_clauses_are_the_law_since_2015() -> None:
    assert ask("vendor", on="2014-12-31").outcome is Outcome.NO
    assert ask("vendor", on="2015-01-01").outcome is Outcome.MAY


FOR_ONE_PROGRAM = [
    "ethnicity", "place_of_birth", "home_language", "tribal_enrolment", "migratory_moves", "homeless_status",
    "transfer_destination", "proof_of_residency", "proof_of_age",
]  # fmt: skip
WHOLES = ["cumulative_file", "permanent_record", "interim_record", "copied_original", "study_copy"]
ADDRESSES = ["address", "student_address", "parent_name_and_address", "annual_verification", "contact_and_household"]


@pytest.mark.parametrize("kind", FOR_ONE_PROGRAM)
def test_a_trait_or_the_living_situation_needs_to_stand_in_the_contract_by_name_and_counsels_word(kind: str) -> None:
    for more in ({}, {"action": "inspect", "requester__has_student": True}):
        unnamed = ask("vendor", record__kind=kind, **more)
        assert unnamed.outcome is Outcome.NEEDS_MORE
        assert missing(unnamed) == ["other.counsel_cleared", "papers.vendor_contract.names_this_item"]
        assert "counsel_review" in duties(unnamed)
        named = contract(names_this_item=True)
        assert missing(ask("vendor", record__kind=kind, papers=named, **more)) == ["other.counsel_cleared"]
        looked_at = {"record__kind": kind, "other__counsel_cleared": True, **more}
        assert missing(ask("vendor", **looked_at)) == ["papers.vendor_contract.names_this_item"]
        assert ask("vendor", papers=named, **looked_at).outcome is Outcome.MAY
        in_another = [*contract(), {"kind": "vendor_contract", "names_this_item": True, "clauses": []}]
        assert ask("vendor", papers=in_another, **looked_at).outcome is Outcome.NEEDS_MORE


BY_NAME = ["other.counsel_cleared", "papers.vendor_contract.names_this_item"]


@pytest.mark.parametrize("kind", WHOLES)
def test_what_a_vendor_may_not_have_by_itself_it_does_not_get_with_the_whole(kind: str) -> None:
    for more in ({}, {"action": "inspect", "requester__has_student": True}, {"requester__kind": "employee"}):
        assert missing(ask("vendor", record={"kind": kind}, **more)) == BY_NAME
        named = {"papers": contract(names_this_item=True), "other__counsel_cleared": True}
        assert ask("vendor", record={"kind": kind}, **named, **more).outcome is Outcome.MAY
    assert "papers.written_agreement.names_this_item" in missing(ask("contractor", record={"kind": kind}))


@pytest.mark.parametrize("kind", ADDRESSES)
def test_where_a_homeless_student_lives_a_contract_alone_does_not_tell(kind: str) -> None:
    where = {"record": {"kind": kind}}
    assert ask("vendor", **where).outcome is Outcome.MAY
    for more in ({}, {"action": "inspect", "requester__has_student": True}):
        assert missing(ask("vendor", student__homeless=True, **where, **more)) == BY_NAME


def test_of_a_homeless_students_directory_information_the_address_alone_is_kept_back() -> None:
    for fields, asked in ((["address", "name"], BY_NAME), (["name"], []), (None, ["record.fields"])):
        of_the_directory = {"kind": "directory_information", "fields": fields}
        assert missing(ask("vendor", student__homeless=True, record=of_the_directory)) == asked


def test_what_a_vendor_works_with_is_not_asked_for_by_name() -> None:
    for kind in ("grades", "legal_name", "language_training"):
        decision = ask("vendor", record__kind=kind)
        assert decision.outcome is Outcome.MAY
        assert "counsel_review" not in duties(decision)


def test_a_contractors_agreement_names_a_trait_as_a_vendors_contract_does() -> None:
    agreement = {"kind": "written_agreement", "signed": True, "direct_control": True}
    bare = ask("contractor", record__kind="homeless_status")
    assert missing(bare) == ["other.counsel_cleared", "papers.written_agreement.names_this_item"]
    named = {"papers": [{**agreement, "names_this_item": True}], "other__counsel_cleared": True}
    assert ask("contractor", record__kind="homeless_status", **named).outcome is Outcome.MAY
