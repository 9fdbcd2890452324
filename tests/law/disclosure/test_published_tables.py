"""Published tables."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.facts import RecordKind
from tests.each import each
from tests.law.worlds import ask, because, duties, missing


@each("kind", sorted(RecordKind))
def test_counts_of_anything_may_be_published_once_nobody_can_be_found(kind: str) -> None:
    decision = ask("table", record__kind=kind)
    assert decision.outcome is Outcome.MAY
    assert decision.limits == ("aggregate_only",)
    assert "register_release" in duties(decision)


@pytest.mark.parametrize(
    ("change", "duty"),
    [
        ({"record__primary_suppression": False}, "suppress_small_cells"),
        ({"record__complementary_suppression": False}, "complementary_suppression"),
        ({"record__reidentification_checked": False}, None),
        ({"record__identifies_student": True}, None),
    ],
)
def test_a_table_in_which_somebody_can_be_found_is_not(change: dict[str, Any], duty: str | None) -> None:
    decision = ask("table", **change)
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["disclosure.published_tables.somebody_can_be_found"]
    assert duty is None or duty in duties(decision)


def test_without_small_cells_nothing_need_be_withheld() -> None:
    decision = ask("table", record={"kind": "aggregate", "small_cells": False, "reidentification_checked": True})
    assert decision.outcome is Outcome.MAY
    assert not {"suppress_small_cells", "complementary_suppression"} & duties(decision)


def test_what_is_not_known_is_asked() -> None:
    assert missing(ask("table_unchecked")) == ["record.reidentification_checked"]
    unsaid = ask("table", record={"kind": "aggregate", "reidentification_checked": True})
    assert missing(unsaid) == ["record.small_cells"]


@pytest.mark.parametrize(("cell", "outcome"), [(10, Outcome.NEEDS_MORE), (11, Outcome.MAY), (12, Outcome.MAY)])
def test_a_district_may_show_larger_counts_only_and_smaller_ones_when_counsel_agrees(
    cell: int, outcome: Outcome
) -> None:
    decision = ask("table", district={"minimum_cell": cell})
    assert decision.outcome is outcome
    if outcome is Outcome.NEEDS_MORE:
        assert missing(decision) == ["other.counsel_cleared"]
        assert "counsel_review" in duties(decision)
        assert ask("table", district={"minimum_cell": cell}, other={"counsel_cleared": True}).granted
