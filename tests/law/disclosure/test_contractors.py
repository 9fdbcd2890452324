"""Contractors: agreement, direct control and a legitimate interest, all three; volunteers never."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

AGREEMENT = {"kind": "written_agreement", "signed": True, "direct_control": True}


def test_with_all_three_a_contractor_may_see_the_relevant_records() -> None:
    decision = ask("contractor")
    assert decision.outcome is Outcome.MAY
    assert decision.limits == ("relevant_records_only",)
    assert {"written_agreement", "log_release", "no_redisclosure_notice"} <= duties(decision)


@pytest.mark.parametrize(
    ("facts", "asked"),
    [
        ({"papers": []}, ["papers.written_agreement"]),
        ({"papers": [{**AGREEMENT, "signed": False}]}, ["papers.written_agreement.signed"]),
        ({"papers": [{**AGREEMENT, "direct_control": False}]}, ["papers.written_agreement.direct_control"]),
        ({"requester__under_direct_control": None}, ["requester.under_direct_control"]),
        ({"requester__interest": "not_stated"}, ["requester.interest"]),
        ({"requester__identity": "claimed"}, ["requester.identity"]),
    ],
)
def test_whatever_is_lacking_is_asked_for(facts: dict[str, object], asked: list[str]) -> None:
    assert missing(ask("contractor", **facts)) == asked


def test_an_agreement_on_paper_does_not_make_up_for_control_that_is_not_there() -> None:
    decision = ask("contractor", requester__under_direct_control=False)
    assert because(decision) == ["disclosure.contractors.not_under_direct_control"]
    assert ask("contractor", requester__interest="stated_and_does_not_fit").outcome is Outcome.NO
    assert ask("contractor", purpose="marketing").outcome is Outcome.NO


@pytest.mark.parametrize("action", ["inspect", "copy", "disclose", "transfer", "redisclose"])
@pytest.mark.parametrize("kind", ["volunteer", "pta", "nonprofit"])
def test_a_volunteer_never_comes_in_with_a_contractors_papers(kind: str, action: str) -> None:
    assert ask("contractor", requester__kind=kind, action=action).outcome is Outcome.NO
