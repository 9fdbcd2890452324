"""Officers at a school: for its safety, under its control, and no wider lookup."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

AGREEMENT = {"kind": "written_agreement", "signed": True, "direct_control": True}


def test_under_the_districts_control_the_officer_may_look_at_what_safety_needs() -> None:
    decision = ask("school_officer")
    assert decision.outcome is Outcome.MAY
    assert decision.limits == ("relevant_records_only", "view_only")


def test_a_city_officer_comes_by_a_written_agreement() -> None:
    assert ask("school_officer", requester__designated=False, papers=[AGREEMENT]).outcome is Outcome.MAY
    assert missing(ask("school_officer", requester__designated=False)) == ["papers.written_agreement"]


@pytest.mark.parametrize("purpose", ["law_enforcement", "criminal_investigation", "truancy", "private_interest"])
def test_for_the_police_the_officer_has_no_wider_lookup(purpose: str) -> None:
    decision = ask("school_officer", purpose=purpose)
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["disclosure.school_police.for_a_case_of_the_police"]


@pytest.mark.parametrize("purpose", ["immigration_enforcement", "school_safety"])
def test_immigration_enforcement_ends_the_officers_access(purpose: str) -> None:
    decision = ask("school_officer", purpose=purpose, other__assists_immigration_enforcement=True)
    assert decision.outcome is Outcome.NO


def test_students_the_officer_does_not_serve_and_control_that_is_not_there_open_nothing() -> None:
    assert ask("school_officer", requester__has_student=False).outcome is Outcome.NO
    uncontrolled = ask("school_officer", requester__under_direct_control=False)
    assert because(uncontrolled) == ["disclosure.school_police.not_under_the_schools_control"]
    assert ask("school_officer", requester__kind="police").outcome is Outcome.NO


TOLD = ["ethnicity", "home_language", "place_of_birth", "homeless_status", "transfer_destination", "migratory_moves"]
WHOLES = ["cumulative_file", "permanent_record", "interim_record"]


@pytest.mark.parametrize("kind", [*TOLD, *WHOLES])
def test_a_designation_opens_no_trait_and_no_whole_file_before_counsel_has_looked(kind: str) -> None:
    waits = ask("school_officer", record={"kind": kind})
    assert missing(waits) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(waits)
    assert ask("school_officer", record={"kind": kind}, other__counsel_cleared=True).outcome is Outcome.MAY
    assert ask("school_officer", record={"kind": kind}, other__counsel_cleared=False).outcome is Outcome.NO


def test_where_a_homeless_student_lives_the_officer_is_not_told() -> None:
    assert ask("school_officer", record={"kind": "student_address"}).outcome is Outcome.MAY
    of_a_homeless = ask("school_officer", record={"kind": "student_address"}, student__homeless=True)
    assert missing(of_a_homeless) == ["other.counsel_cleared"]


def test_in_an_emergency_the_officer_is_told_what_protects_somebody() -> None:
    danger = {"purpose": "health_or_safety_emergency", "other__emergency": "articulable_threat"}
    assert ask("school_officer", record={"kind": "cumulative_file"}, **danger).outcome is Outcome.MAY
