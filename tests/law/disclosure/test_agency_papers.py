"""Papers of agencies."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because


@pytest.mark.parametrize("kind", ["administrative_warrant", "administrative_subpoena", "agency_letter", "detainer"])
def test_an_agencys_own_paper_opens_nothing_and_the_answer_says_so(kind: str) -> None:
    paper = {"kind": kind, "signed": True, "valid_on": True, "names_these_records": True, "signed_by_judge": True}
    decision = ask("outsider", requester__kind="police", purpose="law_enforcement", papers=[paper])
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["disclosure.agency_papers.an_agencys_own_paper"]
