"""The county placing agency needs its agreement with an education authority."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, duties, missing


@pytest.mark.parametrize("purpose", ["case_plan", "monitor_progress", "education_decisions", "audit_or_evaluation"])
def test_under_its_agreement_it_sees_the_relevant_records(purpose: str) -> None:
    decision = ask("placing_agency", purpose=purpose)
    assert decision.outcome is Outcome.MUST
    assert decision.limits == ("relevant_records_only",)
    assert {"written_agreement", "log_release"} <= duties(decision)


def test_on_another_ground_no_agreement_is_kept() -> None:
    for base, purpose in (("emergency", "health_or_safety_emergency"), ("court", "court_process")):
        told = ask(base, requester__kind="county_placing_agency", purpose=purpose)
        assert told.granted and "written_agreement" not in duties(told)


def test_without_it_the_agreement_is_asked_for() -> None:
    assert missing(ask("placing_agency", papers=[])) == ["papers.written_agreement"]
    assert missing(ask("placing_agency", purpose="none_stated")) == ["purpose"]
    assert missing(ask("placing_agency", requester__identity="claimed")) == ["requester.identity"]


def test_legal_responsibility_is_no_agreement() -> None:
    assert ask("placing_agency", papers=[], requester__legally_responsible=True).outcome is Outcome.NEEDS_MORE


@pytest.mark.parametrize("purpose", ["benefit_eligibility", "law_enforcement", "child_welfare_investigation"])
def test_for_another_purpose_it_sees_nothing(purpose: str) -> None:
    assert ask("placing_agency", purpose=purpose).outcome is Outcome.NO
