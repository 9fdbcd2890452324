"""What a vendor itself sees, copies or is given, under the contract that also lets the district send."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.facts import RecordKind
from fileroom.law.phrases import KEPT_APART
from tests.each import each
from tests.law.programmes.test_vendors import ALL, contract
from tests.law.worlds import ask, because, duties, missing

GRANTS = ["programmes.vendors_at_work.under_the_nine_clauses", "programmes.vendors_at_work.federal_outsourced_function"]
WAYS = ["inspect", "copy", "disclose"]


def look(way: str = "inspect", **changes: Any) -> Any:
    return ask("vendor", **{"action": way, "requester__has_student": True, **changes})


@pytest.mark.parametrize("way", WAYS)
def test_a_vendor_sees_what_its_work_needs_by_state_and_by_federal_law(way: str) -> None:
    decision = look(way)
    assert decision.outcome is Outcome.MAY
    assert because(decision) == GRANTS
    assert decision.limits == ("only_what_the_purpose_needs",)
    assert {"written_agreement", "no_redisclosure_notice", "destroy_when_done", "log_release"} <= duties(decision)


@each("way", WAYS)
@each("clause", ALL)
def test_each_clause_that_is_lacking_is_asked_for(way: str, clause: int) -> None:
    assert missing(look(way, papers=contract(clause))) == [f"papers.vendor_contract.clauses.{clause}"]


@pytest.mark.parametrize(
    ("changes", "asked"),
    [
        ({"papers": []}, ["papers.vendor_contract"]),
        ({"papers": contract(board_policy=False)}, ["papers.vendor_contract.board_policy"]),
        ({"papers": contract(valid_on=False)}, ["papers.vendor_contract.valid_on"]),
        ({"papers": contract(signed=False)}, ["papers.vendor_contract.signed"]),
        ({"requester__has_student": None}, ["requester.has_student"]),
        ({"requester__identity": None}, ["requester.identity"]),
        ({"requester__identity": "claimed"}, ["requester.identity"]),
        ({"requester__interest": None}, ["requester.interest"]),
        ({"purpose": "none_stated"}, ["purpose"]),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_else(changes: dict[str, Any], asked: list[str]) -> None:
    decision = look(**changes)
    assert decision.outcome is Outcome.NEEDS_MORE
    assert missing(decision) == asked


@pytest.mark.parametrize(
    ("changes", "closing"),
    [
        ({"requester__has_student": False}, "programmes.vendors_at_work.students_it_does_not_serve"),
        ({"purpose": "marketing"}, "programmes.vendors_at_work.not_the_districts_work"),
        ({"requester__under_direct_control": False}, "programmes.vendors_at_work.not_under_direct_control"),
        ({"requester__identity": "refuted"}, "disclosure.duties.not_who_they_say"),
        (
            {"papers": contract(9, defect_noticed=True, time_to_cure_past=True)},
            "programmes.vendors_at_work.a_void_contract",
        ),
    ],
)
def test_outside_the_contract_the_answer_is_no_and_says_why(changes: dict[str, Any], closing: str) -> None:
    decision = look(**changes)
    assert decision.outcome is Outcome.NO
    assert because(decision) == [closing]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "changes",
    [{"purpose": "immigration_enforcement"}, {"other": {"assists_immigration_enforcement": True}}],
)
def test_nothing_for_immigration_enforcement_whatever_the_contract_says(way: str, changes: dict[str, Any]) -> None:
    assert look(way, **changes).outcome is Outcome.NO


@pytest.mark.parametrize("kind", sorted({*KEPT_APART, RecordKind.SSN, RecordKind.RELIGION, RecordKind.US_ENTRY_DATE}))
def test_what_lies_apart_or_is_never_kept_is_opened_by_no_contract(kind: str) -> None:
    assert not look(record={"kind": kind}).granted


def test_what_was_gathered_from_social_media_needs_the_four_terms_too() -> None:
    gathered = {"kind": "social_media_information"}
    assert look(record=gathered, papers=contract(social_media_terms=[1, 2, 3, 4])).granted
    assert missing(look(record=gathered, papers=contract(social_media_terms=[2, 3, 4]))) == [
        "papers.vendor_contract.social_media_terms.1"
    ]


def test_a_contractor_may_show_the_vendors_contract_or_the_written_agreement() -> None:
    own = ask("vendor", action="inspect", requester__kind="contractor", requester__has_student=True)
    assert because(own) == GRANTS
    assert ask("contractor").granted
    assert missing(ask("contractor", papers=[])) == ["papers.written_agreement"]


def test_a_company_that_is_no_vendor_of_the_district_sees_nothing() -> None:
    assert look(requester__kind="for_profit").outcome is Outcome.NO
    assert look(requester__kind="volunteer").outcome is Outcome.NO


def test_a_vendor_passes_on_only_within_itself() -> None:
    assert look("redisclose", other={"recipient_in_same_agency": True}).granted
    assert look("redisclose", other={"recipient_in_same_agency": False}).outcome is Outcome.NO
