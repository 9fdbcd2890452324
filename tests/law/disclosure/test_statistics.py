"""Counts given out, once nobody can be found in them."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, duties, missing

HIDDEN = {"small_cells": True, "primary_suppression": True, "complementary_suppression": True}


def counts(**facts: object) -> dict[str, object]:
    return {"kind": "aggregate", "reidentification_checked": True, **facts}


@pytest.mark.parametrize("kind", ["public", "media", "state_agency", "college", "for_profit"])
@pytest.mark.parametrize("record", [counts(small_cells=False), counts(**HIDDEN)])
def test_safe_counts_may_go_to_anyone(kind: str, record: dict[str, object]) -> None:
    decision = ask("counts", requester__kind=kind, record=record)
    assert decision.outcome is Outcome.MAY
    assert decision.limits == ("aggregate_only",)
    assert "register_release" in duties(decision)
    assert "log_release" not in duties(decision)


@pytest.mark.parametrize("lack", ["primary_suppression", "complementary_suppression"])
def test_small_cells_are_withheld_with_all_that_would_give_them_back(lack: str) -> None:
    decision = ask("counts", record=counts(**{**HIDDEN, lack: False}))
    assert decision.outcome is Outcome.NO
    assert "suppress_small_cells" in duties(decision)
    assert missing(ask("counts", record=counts(**{**HIDDEN, lack: None}))) == [f"record.{lack}"]


def test_unchecked_counts_are_checked_first() -> None:
    unchecked = {"kind": "aggregate", "small_cells": False}
    assert missing(ask("counts", record=unchecked)) == ["record.reidentification_checked"]
    assert ask("counts", record={**unchecked, "reidentification_checked": False}).outcome is Outcome.NO
    assert ask("counts", record=counts(small_cells=False, identifies_student=True)).outcome is Outcome.NO


def test_counts_go_to_no_one_for_immigration_enforcement() -> None:
    assert ask("counts", requester__kind="immigration_officer").outcome is Outcome.NO
