"""Who reads the log."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, missing

STAFF = {"requester__identity": None, "requester__relationship": None, "requester__has_student": True}


def test_a_parent_with_or_without_custody_reads_the_log_in_five_business_days() -> None:
    for custody in (True, False):
        decision = ask("log", requester__legal_custody=custody)
        assert decision.outcome is Outcome.MUST
        assert decision.deadline is not None
        assert decision.deadline.within == "5 business days"


@pytest.mark.parametrize(("age", "outcome"), [(15, Outcome.NO), (16, Outcome.MUST), (18, Outcome.MUST)])
def test_a_student_reads_it_from_sixteen(age: int, outcome: Outcome) -> None:
    assert ask("log", requester__kind="student", student={"age": age, "grade": "9"}).outcome is outcome


@pytest.mark.parametrize("kind", ["teacher", "counselor", "nurse", "employee", "administrator", "volunteer"])
def test_staff_do_not_read_it(kind: str) -> None:
    decision = ask("log", requester__kind=kind, purpose="educational_interest", requester__designated=False, **STAFF)
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["disclosure.access_log.others"]


def test_the_custodian_and_a_designee_read_the_log_of_their_site() -> None:
    for facts in (
        {"requester__kind": "custodian_of_records"},
        {"requester__kind": "employee", "requester__designated": True},
    ):
        assert ask("log", **{**STAFF, **facts}).outcome is Outcome.MUST
        assert ask("log", **{**STAFF, **facts, "requester__has_student": False}).outcome is Outcome.NO


def test_the_claim_of_a_parent_is_verified_first() -> None:
    assert missing(ask("log", requester__identity="claimed")) == ["requester.identity"]


def test_outsiders_do_not_read_it() -> None:
    assert ask("log", requester__kind="police", purpose="law_enforcement").outcome is Outcome.NO


AUDIT = {"purpose": "audit_or_evaluation", "requester__relationship": None}


@pytest.mark.parametrize("kind", ["federal_agency", "state_agency", "county_agency"])
def test_education_authorities_read_it_to_audit_and_for_nothing_else(kind: str) -> None:
    facts = {**AUDIT, "requester__kind": kind, "requester__education_authority": True}
    assert ask("log", **facts).outcome is Outcome.MUST
    assert ask("log", **{**facts, "requester__identity": "claimed"}).outcome is Outcome.NEEDS_MORE
    assert ask("log", **{**facts, "purpose": "planning"}).outcome is Outcome.NO
    assert ask("log", **{**facts, "requester__education_authority": False}).granted is False
