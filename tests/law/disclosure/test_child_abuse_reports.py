"""Child-abuse reports."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

REPORT = {"record": {"kind": "child_abuse_report"}}


@pytest.mark.parametrize("base", ["parent", "student", "teacher", "consent"])
def test_nobody_learns_that_there_is_one(base: str) -> None:
    decision = ask(base, **REPORT)
    assert decision.outcome is Outcome.NO
    assert decision.silent
    assert because(decision) == ["disclosure.child_abuse_reports.to_nobody_else"]
    assert "abuse" not in decision.says.lower()


def test_not_even_by_calling_it_a_pupil_record() -> None:
    named = {"kind": "child_abuse_report", "is_pupil_record": True}
    assert ask("parent", record=named).outcome is Outcome.NO
    custodian = ask("teacher", requester__kind="custodian_of_records", record=named)
    assert custodian.outcome is Outcome.NO


@pytest.mark.parametrize("kind", ["child_welfare_worker", "police", "district_attorney"])
def test_a_listed_agency_waits_for_counsel(kind: str) -> None:
    waiting = ask("outsider", requester__kind=kind, purpose="child_welfare_investigation", **REPORT)
    assert waiting.outcome is Outcome.NEEDS_MORE
    assert missing(waiting) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(waiting)
    cleared = ask("outsider", requester__kind=kind, other__counsel_cleared=True, **REPORT)
    assert cleared.outcome is Outcome.MAY
    assert ask("outsider", requester__kind=kind, other__counsel_cleared=False, **REPORT).outcome is Outcome.NO


def test_counsel_opens_nothing_to_others() -> None:
    assert ask("parent", other__counsel_cleared=True, **REPORT).outcome is Outcome.NO
    assert ask("outsider", requester__kind="media", other__counsel_cleared=True, **REPORT).outcome is Outcome.NO
