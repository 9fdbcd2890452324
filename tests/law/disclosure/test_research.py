"""Studies for the district need a whole written agreement; one's own project is none."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

ELEMENTS = ["signed", "purpose", "scope", "duration", "destruction", "under_99_31_a_6"]
AGREEMENT = {"kind": "written_agreement", **dict.fromkeys(ELEMENTS, True)}


@pytest.mark.parametrize("kind", ["researcher", "college", "private_college", "nonprofit"])
def test_a_study_for_the_district_may_see_what_it_needs(kind: str) -> None:
    decision = ask("study", requester__kind=kind)
    assert decision.outcome is Outcome.MAY
    assert decision.limits == ("only_what_the_purpose_needs",)
    assert {"written_agreement", "destroy_when_done"} <= duties(decision)


@pytest.mark.parametrize("lack", ELEMENTS)
@pytest.mark.parametrize("value", [False, None])
def test_every_element_of_the_agreement_is_needed(lack: str, value: bool | None) -> None:
    decision = ask("study", papers=[{**AGREEMENT, lack: value}])
    assert decision.outcome is Outcome.NEEDS_MORE
    assert missing(decision) == [f"papers.written_agreement.{lack}"]


def test_without_an_agreement_it_is_asked_for_and_nothing_goes_out() -> None:
    assert missing(ask("study", papers=[])) == ["papers.written_agreement"]
    assert "destroy_when_done" not in duties(ask("study", papers=[]))


@pytest.mark.parametrize("kind", ["researcher", "college", "public", "teacher"])
def test_a_project_of_ones_own_opens_nothing_whatever_agreement_is_shown(kind: str) -> None:
    decision = ask("study", requester__kind=kind, purpose="own_research")
    assert decision.outcome is Outcome.NO
    if kind != "teacher":
        assert because(decision) == ["disclosure.research.their_own_project"]


@pytest.mark.parametrize("kind", ["for_profit", "media", "volunteer", "vendor"])
def test_nobody_else_studies_for_the_district_by_this_door(kind: str) -> None:
    assert ask("study", requester__kind=kind).outcome is Outcome.NO
