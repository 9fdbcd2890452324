"""A lawsuit between the district and the family."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, duties

COURT = {"papers": [], "requester__kind": "court", "purpose": "litigation"}


@pytest.mark.parametrize(("between", "outcome"), [(True, Outcome.MAY), (False, Outcome.NO), (None, Outcome.NEEDS_MORE)])
def test_the_court_has_what_the_case_needs_where_district_and_family_are_the_parties(
    between: bool | None, outcome: Outcome
) -> None:
    decision = ask("court", other__litigation_with_family=between, **COURT)
    assert decision.outcome is outcome
    assert "counsel_review" in duties(decision)


@pytest.mark.parametrize("lack", [{"requester__kind": "attorney"}, {"purpose": "court_process"}])
def test_nobody_else_and_for_nothing_else(lack: dict[str, object]) -> None:
    assert ask("court", **{**COURT, **lack, "other__litigation_with_family": True}).outcome is Outcome.NO


def test_what_lies_apart_stays_apart() -> None:
    facts = {**COURT, "record__kind": "juvenile_court_notice", "other__litigation_with_family": True}
    assert ask("court", **facts).outcome is Outcome.NO


@pytest.mark.parametrize("who", ["court", "judge"])
def test_a_false_court_has_nothing_with_a_paper_or_without(who: str) -> None:
    false = {**COURT, "requester": {"kind": who, "identity": "refuted"}, "other__litigation_with_family": True}
    assert ask("court", **false).outcome is Outcome.NO
    claimed = {**COURT, "requester": {"kind": who, "identity": "claimed"}, "other__litigation_with_family": True}
    assert ask("court", **claimed).granted
