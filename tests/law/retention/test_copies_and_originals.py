"""Scans and the paper behind them."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, missing


def paper(**facts: Any) -> dict[str, Any]:
    return {"record": {"kind": "copied_original", "copy_kept_for_ever": True, "basic_to_an_audit": False, **facts}}


def test_the_paper_may_go_when_a_certified_copy_is_kept_for_good() -> None:
    assert ask("destroy", **paper()).outcome is Outcome.MAY
    assert missing(ask("destroy", **paper(copy_kept_for_ever=False))) == ["record.copy_kept_for_ever"]


@pytest.mark.parametrize(("julys", "outcome"), [(0, "no"), (1, "no"), (2, "may")])
def test_the_paper_of_an_audit_waits_for_the_second_first_of_july(julys: int, outcome: str) -> None:
    assert ask("destroy", **paper(basic_to_an_audit=True, school_years_since_audit=julys)).outcome == outcome


def test_scanning_shortens_nothing_the_copy_is_the_permanent_record() -> None:
    assert ask("destroy", record={"kind": "transcript", "copy_kept_for_ever": True}).outcome is Outcome.NO
    assert ask("destroy", **paper(**{"class": "permanent"})) == ask("destroy", **paper())


def test_a_hold_covers_the_paper_too() -> None:
    assert ask("destroy", **paper(on_hold=True)).outcome is Outcome.NO
