"""Civil subpoenas and the consumer notice."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

SUBPOENA = {"kind": "civil_subpoena", "names_these_records": True, "valid_on": True}
SERVED = {**SUBPOENA, "consumer_notice_served": True}


def test_without_proof_that_the_family_was_served_nothing_is_produced_and_the_family_is_told() -> None:
    refused = ask("court", papers=[{**SUBPOENA, "consumer_notice_served": False}])
    assert refused.outcome is Outcome.NO
    assert because(refused) == ["disclosure.civil_subpoenas.consumer_notice_lacking"]
    assert "notify_parent_before" in duties(refused)


def test_a_partys_own_subpoena_waits_for_the_notice_by_whatever_name_it_comes() -> None:
    own = {**SUBPOENA, "kind": "judicial_subpoena", "signed_by_judge": False}
    refused = ask("court", papers=[{**own, "consumer_notice_served": False}])
    assert refused.outcome is Outcome.NO
    assert because(refused) == ["disclosure.civil_subpoenas.consumer_notice_lacking"]
    assert missing(ask("court", papers=[own])) == ["papers.judicial_subpoena.consumer_notice_served"]
    assert ask("court", papers=[{**own, "consumer_notice_served": True}]).outcome is Outcome.MUST
    assert ask("court", papers=[{**own, "signed_by_judge": True, "consumer_notice_served": False}]).granted


@pytest.mark.parametrize(
    "kind", ["parent", "relative", "researcher", "pta", "stepparent", "accreditor", "private_college", "minors_counsel"]
)
def test_in_no_hands_but_a_public_bodys_is_an_unsigned_subpoena_more_than_a_partys_own(kind: str) -> None:
    own = {**SUBPOENA, "kind": "judicial_subpoena", "signed_by_judge": False, "consumer_notice_served": False}
    asked = {"requester__kind": kind, "requester__relationship": "claimed", "student__age": 18}
    refused = ask("court", **asked, papers=[own])
    assert not refused.granted
    assert "disclosure.court_process.order_or_subpoena" not in because(refused)
    assert ask("court", **asked, papers=[{**own, "consumer_notice_served": True}]).granted
    assert ask("court", **asked, papers=[{**own, "signed_by_judge": True}]).granted


@pytest.mark.parametrize("kind", ["attorney", "employer", "parent", "researcher", "private_college"])
def test_whether_a_judge_signed_a_partys_judicial_subpoena_is_asked_and_never_taken_for_granted(kind: str) -> None:
    said = {**SUBPOENA, "kind": "judicial_subpoena", "consumer_notice_served": False}
    asked = {"requester__kind": kind, "requester__relationship": "claimed", "student__age": 18}
    open_yet = ask("court", **asked, papers=[said])
    assert open_yet.outcome is Outcome.NEEDS_MORE
    assert "papers.judicial_subpoena.signed_by_judge" in missing(open_yet)
    assert ask("court", **asked, papers=[{**said, "signed_by_judge": True}]).granted
    assert not ask("court", **asked, papers=[{**said, "signed_by_judge": False}]).granted
    assert ask("court", **asked, papers=[{**said, "consumer_notice_served": True}]).granted  # signed or not


@pytest.mark.parametrize("kind", ["federal_agency", "court", "grand_jury"])
def test_a_court_and_the_united_states_are_not_asked_who_signed(kind: str) -> None:
    said = {**SUBPOENA, "kind": "judicial_subpoena"}
    assert ask("court", requester__kind=kind, papers=[said]).outcome is Outcome.MUST


@pytest.mark.parametrize("kind", ["federal_agency", "court"])
def test_a_courts_unsigned_subpoena_needs_no_consumer_notice(kind: str) -> None:
    own = {**SUBPOENA, "kind": "judicial_subpoena", "signed_by_judge": False, "consumer_notice_served": False}
    assert ask("court", requester__kind=kind, papers=[own]).outcome is Outcome.MUST


@pytest.mark.parametrize("kind", ["state_agency", "county_agency", "city_agency", "police"])
def test_whether_an_agencys_unsigned_subpoena_needs_a_consumer_notice_counsel_says(kind: str) -> None:
    own = {**SUBPOENA, "kind": "judicial_subpoena", "signed_by_judge": False, "consumer_notice_served": False}
    assert ask("court", requester__kind=kind, papers=[own]).outcome is Outcome.NEEDS_MORE
    assert ask("court", requester__kind=kind, papers=[own], other__counsel_cleared=True).outcome is Outcome.MUST


@pytest.mark.parametrize("purpose", ["criminal_investigation", "law_enforcement"])
def test_that_the_asker_speaks_of_a_crime_opens_nothing_that_the_paper_does_not_show(purpose: str) -> None:
    own = {**SUBPOENA, "kind": "judicial_subpoena", "signed_by_judge": False, "consumer_notice_served": False}
    for kind in ("attorney", "employer", "media", "parent"):
        refused = ask("court", requester__kind=kind, student__age=18, purpose=purpose, papers=[own])
        assert not refused.granted


def test_a_notice_that_is_not_known_is_asked_for() -> None:
    assert missing(ask("court", papers=[SUBPOENA])) == ["papers.civil_subpoena.consumer_notice_served"]


def test_a_student_of_twelve_is_served_too() -> None:
    assert ask("court", papers=[SERVED], student__age=11).outcome is Outcome.MUST
    assert missing(ask("court", papers=[SERVED], student__age=12)) == ["papers.civil_subpoena.minor_served"]
    assert ask("court", papers=[{**SERVED, "minor_served": True}], student__age=12).outcome is Outcome.MUST
    assert ask("court", papers=[{**SERVED, "minor_served": False}], student__age=12).outcome is Outcome.NO
    assert missing(ask("court", papers=[SERVED], student__age=None)) == ["student.age"]


@pytest.mark.parametrize(
    ("age", "minor_served", "outcome"),
    [
        (11, False, Outcome.MUST),
        (12, False, Outcome.NO),
        (12, True, Outcome.MUST),
        (17, False, Outcome.NO),
        (18, False, Outcome.MUST),
    ],
)
def test_a_student_of_twelve_is_served_too_and_an_adult_is_the_consumer(
    age: int, minor_served: bool, outcome: Outcome
) -> None:
    paper = {"kind": "civil_subpoena", "names_these_records": True, "valid_on": True, "consumer_notice_served": True,
             "minor_served": minor_served}  # fmt: skip
    assert ask("court", papers=[paper], student__age=age).outcome is outcome


def test_an_objection_stops_it_and_the_family_is_still_told() -> None:
    paper = {"kind": "civil_subpoena", "names_these_records": True, "valid_on": True, "consumer_notice_served": True}
    assert ask("court", papers=[paper]).outcome is Outcome.MUST
    objected = ask("court", papers=[paper], other__consumer_objection=True)
    assert because(objected) == ["disclosure.civil_subpoenas.the_family_objects"]
    assert "notify_parent_before" in duties(objected)


def test_it_is_answered_in_fifteen_days() -> None:
    paper = {"kind": "civil_subpoena", "names_these_records": True, "valid_on": True, "consumer_notice_served": True}
    deadline = ask("court", papers=[paper]).deadline
    assert deadline is not None
    assert deadline.within == "15 days"


def test_an_agency_that_need_serve_no_notice_waits_for_counsel() -> None:
    paper = {"kind": "civil_subpoena", "names_these_records": True, "valid_on": True, "consumer_notice_served": False}
    waiting = ask("court", papers=[paper], requester__kind="state_agency")
    assert missing(waiting) == ["other.counsel_cleared"] or waiting.outcome is Outcome.NEEDS_MORE
    cleared = ask("court", papers=[paper], requester__kind="state_agency", other__counsel_cleared=True)
    assert cleared.outcome is Outcome.MUST
    assert ask("court", papers=[paper], other__counsel_cleared=True).outcome is Outcome.NO
