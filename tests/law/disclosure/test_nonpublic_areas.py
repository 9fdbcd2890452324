"""Entry to nonpublic areas."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, missing

WARRANT = {"kind": "judicial_warrant", "signed_by_judge": True, "names_these_records": True, "valid_on": True}
CONSENT = {"kind": "consent", "by": "parent_with_custody", "form": "written", "signed": True, "dated": True,
           "records": True, "purpose": True, "recipient": True}  # fmt: skip


@pytest.mark.parametrize("paper", [{"kind": "administrative_warrant"}, {**WARRANT, "valid_on": False}, CONSENT])
def test_nothing_but_a_judges_paper_lets_an_officer_in(paper: dict[str, object]) -> None:
    assert ask("officer", action="enter_nonpublic_area", papers=[paper]).outcome is Outcome.NO


def test_a_judges_warrant_is_obeyed_and_one_that_is_not_fully_read_is_read_first() -> None:
    assert ask("officer", action="enter_nonpublic_area", papers=[WARRANT]).outcome is Outcome.MUST
    unread = {key: value for key, value in WARRANT.items() if key != "signed_by_judge"}
    assert missing(ask("officer", action="enter_nonpublic_area", papers=[unread])) == [
        "papers.judicial_warrant.signed_by_judge"
    ]


PAPER = {"kind": "judicial_warrant", "signed_by_judge": True, "names_these_records": True, "valid_on": True}


@pytest.mark.parametrize("kind", ["police", "federal_agency", "state_agency", "probation_officer"])
def test_other_officers_need_a_judges_paper_or_an_emergency(kind: str) -> None:
    asks = {"action": "enter_nonpublic_area", "requester__kind": kind, "purpose": "law_enforcement"}
    assert ask("officer", **asks).outcome is Outcome.NO
    assert ask("officer", papers=[PAPER], **asks).outcome is Outcome.MUST
    assert ask("officer", other__emergency="articulable_threat", **asks).outcome is Outcome.MAY
    assert ask("officer", other__emergency="ended", **asks).outcome is Outcome.NO


def test_an_emergency_opens_nothing_to_immigration_enforcement_riding_along() -> None:
    asks = {"action": "enter_nonpublic_area", "requester__kind": "police", "purpose": "law_enforcement"}
    along = {"other__assists_immigration_enforcement": True, "other__emergency": "articulable_threat"}
    assert ask("officer", **asks, **along).outcome is Outcome.NO
    assert ask("officer", **asks, **along, papers=[PAPER]).outcome is Outcome.MUST


@pytest.mark.parametrize("kind", ["parent", "employee", "volunteer", "contractor", "emergency_responder"])
def test_this_law_keeps_nobody_else_out(kind: str) -> None:
    asks = {"action": "enter_nonpublic_area", "requester__kind": kind, "purpose": "none_stated"}
    assert ask("officer", **asks).outcome is Outcome.MAY
