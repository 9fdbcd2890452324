"""Caregivers and guardians at enrolment."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

AFFIDAVIT = {"kind": "caregiver_affidavit", "items_1_to_4": True, "signed": True}
LEASE = {"kind": "residency_evidence"}
LETTERS = {"kind": "letters_of_guardianship"}
NOMINATION = {"kind": "guardian_nomination"}


@pytest.mark.parametrize("who", ["caregiver", "relative", "stepparent"])
def test_the_signed_affidavit_is_enough_and_its_number_is_masked(who: str) -> None:
    decision = ask("enrol", requester__kind=who, papers=[AFFIDAVIT])
    assert decision.outcome is Outcome.MUST
    assert "mask_number" in duties(decision)


@pytest.mark.parametrize(("age", "granted"), [(17, False), (18, True), (80, True)])
def test_the_caregiver_is_an_adult(age: int, *, granted: bool) -> None:
    decision = ask("enrol", requester={"kind": "caregiver", "age": age}, papers=[AFFIDAVIT])
    assert decision.granted is granted
    if not granted:
        assert because(decision) == ["collection.caregivers.too_young_to_sign"]


@pytest.mark.parametrize(
    ("paper", "lacking"),
    [
        ({**AFFIDAVIT, "signed": False}, ["papers.caregiver_affidavit.signed"]),
        ({**AFFIDAVIT, "items_1_to_4": False}, ["papers.caregiver_affidavit.items_1_to_4"]),
        (LEASE, ["papers.caregiver_affidavit"]),
    ],
)
def test_what_the_affidavit_lacks_is_asked_for(paper: dict[str, object], lacking: list[str]) -> None:
    decision = ask("enrol", requester__kind="caregiver", papers=[paper])
    assert decision.outcome is Outcome.NEEDS_MORE
    assert missing(decision) == lacking


def test_facts_the_school_knows_outweigh_the_affidavit() -> None:
    decision = ask("enrol", requester__kind="caregiver", papers=[AFFIDAVIT], other={"contradicted_by_facts": True})
    assert decision.outcome is Outcome.NO


def test_an_affidavit_is_nothing_in_a_strangers_hand() -> None:
    assert not ask("enrol", requester__kind="public", papers=[AFFIDAVIT]).granted


def test_a_guardian_shows_letters_and_an_address_and_a_nominee_is_none() -> None:
    assert ask("enrol", requester__kind="relative", papers=[LETTERS, LEASE]).outcome is Outcome.MUST
    for who in ("public", "relative"):
        assert missing(ask("enrol", requester__kind=who, papers=[LETTERS])) == ["papers.residency_evidence"]
    nominee = ask("enrol", requester__kind="public", papers=[NOMINATION, LEASE])
    assert nominee.outcome is Outcome.NO
    assert because(nominee) == ["collection.caregivers.a_nominee_is_no_guardian"]
    assert ask("enrol", requester__kind="public", papers=[NOMINATION, LETTERS, LEASE]).outcome is Outcome.MUST


def test_a_nominee_sees_no_record() -> None:
    assert not ask("outsider", requester={"kind": "public"}, papers=[NOMINATION]).granted


def test_an_affidavit_that_has_ended_enrols_nobody_and_a_new_one_is_asked_for() -> None:
    ended = ask("enrol", requester__kind="caregiver", papers=[{**AFFIDAVIT, "valid_on": False}])
    assert missing(ended) == ["papers.caregiver_affidavit.valid_on"]
    both = [{**AFFIDAVIT, "valid_on": False}, AFFIDAVIT]
    assert ask("enrol", requester__kind="caregiver", papers=both).outcome is Outcome.MUST


def test_letters_that_the_court_has_ended_make_no_guardian() -> None:
    ended = {**LETTERS, "valid_on": False}
    waits = ask("enrol", requester__kind="public", papers=[ended, LEASE])
    assert missing(waits) == ["papers.letters_of_guardianship.valid_on"]
    nominee = ask("outsider", requester={"kind": "public"}, papers=[NOMINATION, ended])
    assert because(nominee) == ["collection.caregivers.a_nominee_is_no_guardian"]
