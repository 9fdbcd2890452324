"""Caseworkers of the agency or tribe that is responsible for the child."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

KINDS = ["child_welfare_worker", "tribal_caseworker"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_responsible_agencys_caseworker_sees_the_relevant_records_and_is_listed(kind: str) -> None:
    decision = ask("caseworker", requester__kind=kind)
    assert decision.outcome is Outcome.MUST
    assert decision.limits == ("relevant_records_only",)
    assert {"log_request", "log_release", "no_redisclosure_notice"} <= duties(decision)


@pytest.mark.parametrize("kind", KINDS)
def test_whether_the_agency_is_responsible_is_asked_and_a_closed_case_opens_nothing(kind: str) -> None:
    unknown = ask("caseworker", requester__kind=kind, requester__legally_responsible=None)
    assert missing(unknown) == ["requester.legally_responsible"]
    closed = ask("caseworker", requester__kind=kind, requester__legally_responsible=False)
    assert because(closed) == ["disclosure.caseworkers.not_responsible"]


@pytest.mark.parametrize("purpose", ["inspection", "none_stated", None])
def test_a_caseworker_who_has_not_said_what_for_is_asked(purpose: str | None) -> None:
    assert missing(ask("caseworker", purpose=purpose)) == ["purpose"]


def test_an_investigation_alone_opens_nothing_and_the_worker_hears_what_would() -> None:
    decision = ask("caseworker", purpose="child_welfare_investigation", requester__legally_responsible=None)
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["disclosure.caseworkers.investigation_alone"]
    assert "court's order" in decision.says


def test_a_county_clerk_is_no_caseworker() -> None:
    assert ask("caseworker", requester__kind="county_agency").outcome is Outcome.NO
