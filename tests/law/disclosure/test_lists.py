"""Ordinary lists, and counts."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.catalogue import NEVER_ASKED_FOR
from fileroom.law.facts import RecordKind
from tests.law.worlds import ask, because, duties, missing


@pytest.mark.parametrize("kind", ["attendance", "grades", "health", "homeless_status", "contact_and_household"])
def test_staff_list_students_for_the_schools_own_work(kind: str) -> None:
    decision = ask("list", record={"kind": kind})
    assert decision.outcome is Outcome.MAY
    assert decision.limits == ("relevant_records_only",)


APART = ["counselling_confidence", "child_abuse_report", "meal_eligibility", "actual_address", "juvenile_court_notice"]


@pytest.mark.parametrize("kind", ["ssn", "ssn_last4", "adult_ssn_last4", "itin", "access_log", *APART])
def test_what_lies_outside_the_file_and_numbers_make_no_list(kind: str) -> None:
    assert ask("list", record={"kind": kind}).outcome is Outcome.NO


@pytest.mark.parametrize("kind", sorted(NEVER_ASKED_FOR))
def test_what_no_form_may_ask_for_makes_no_list_for_the_schools_work(kind: RecordKind) -> None:
    for cleared in (None, True):
        assert ask("list", record={"kind": kind.value}, other__counsel_cleared=cleared).outcome is Outcome.NO


def test_the_proof_that_a_parent_has_left_tells_of_a_removal_and_makes_no_list() -> None:
    decision = ask("list", record={"kind": "parent_departure_proof"})
    assert because(decision) == ["disclosure.registries.no_list_by_trait"]


@pytest.mark.parametrize("kind", ["migratory_moves", "proof_of_age", "cumulative_file", "permanent_record"])
def test_what_may_give_an_origin_away_waits_for_counsel(kind: str) -> None:
    waits = ask("list", record={"kind": kind})
    assert missing(waits) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(waits)
    assert ask("list", record={"kind": kind}, other__counsel_cleared=True).outcome is Outcome.MAY
    assert ask("list", record={"kind": kind}, purpose="registry", other__counsel_cleared=True).outcome is Outcome.NO


def test_a_named_program_is_listed_by_staff_whose_interest_fits() -> None:
    report = {"purpose": "state_reporting", "record": {"kind": "ethnicity"}}
    assert ask("list", requester__interest="stated_and_does_not_fit", **report).outcome is Outcome.NO
    assert missing(ask("list", requester__interest="not_stated", **report)) == ["requester.interest"]
    agency = {"kind": "state_agency", "identity": "verified"}
    assert ask("list", requester=agency, **report).outcome is Outcome.MAY


def test_moves_are_listed_for_the_program_that_asks_for_them() -> None:
    assert ask("list", record={"kind": "migratory_moves"}, purpose="migrant_education").outcome is Outcome.MAY
    assert not ask("list", record={"kind": "proof_of_age"}, purpose="migrant_education").granted


@pytest.mark.parametrize("kind", ["court_order", "name_gender_change"])
def test_what_the_custodian_alone_sees_only_the_custodian_lists(kind: str) -> None:
    assert ask("list", record={"kind": kind}).outcome is Outcome.NO
    assert ask("list", record={"kind": kind}, requester__kind="custodian_of_records").outcome is Outcome.MAY


CAPTURED = {"kind": "social_media_information"}


@pytest.mark.parametrize("purpose", ["educational_interest", "school_safety"])
def test_no_teacher_lists_students_by_what_was_gathered_from_social_media(purpose: str) -> None:
    for designated in (None, True, False):
        decision = ask("list", record=CAPTURED, purpose=purpose, requester__designated=designated)
        assert because(decision) == ["disclosure.social_media_captures.no_list_for_anything_but_the_program"]


@pytest.mark.parametrize("purpose", ["school_safety", "health_or_safety_emergency", "retention_schedule"])
def test_who_runs_the_program_or_destroys_in_time_lists_whom_it_is_of(purpose: str) -> None:
    asked = {"record": CAPTURED, "purpose": purpose}
    assert ask("list", **asked, requester__kind="custodian_of_records").outcome is Outcome.MAY
    designated = {"requester__kind": "administrator", "requester__designated": True}
    assert ask("list", **asked, **designated).outcome is Outcome.MAY
    assert missing(ask("list", **asked, requester__kind="administrator")) == ["requester.designated"]
    other = ask("list", record=CAPTURED, purpose="planning", requester__kind="custodian_of_records")
    assert other.outcome is Outcome.NO


def test_open_challenges_are_listed_by_those_who_decide_them() -> None:
    assert ask("list", record={"kind": "challenge_file"}).outcome is Outcome.NO
    assert ask("list", record={"kind": "challenge_file"}, requester__kind="administrator").outcome is Outcome.MAY


@pytest.mark.parametrize(
    "change",
    [
        {"requester__interest": "stated_and_does_not_fit"},
        {"purpose": "fundraising"},
        {"purpose": "law_enforcement"},
        {"purpose": "criminal_investigation"},
        {"purpose": "marketing"},
        {"purpose": "private_interest"},
        {"requester__kind": "volunteer"},
        {"requester__kind": "pta"},
        {"requester__kind": "for_profit"},
        {"requester__kind": "federal_agency"},
    ],
)
def test_nobody_else_and_for_nothing_else(change: dict[str, Any]) -> None:
    assert ask("list", **change).outcome is Outcome.NO


def test_an_interest_not_stated_is_asked_for() -> None:
    assert missing(ask("list", requester__interest="not_stated")) == ["requester.interest"]


@pytest.mark.parametrize("who", ["teacher", "pta", "federal_agency", "public"])
def test_counts_that_name_no_one_are_free_and_small_ones_are_withheld_before_they_leave(who: str) -> None:
    decision = ask("list", purpose="planning", requester__kind=who, record={"kind": "aggregate"})
    assert decision.outcome is Outcome.MAY
    assert decision.limits == ("aggregate_only",)
    assert "suppress_small_cells" in duties(decision)
