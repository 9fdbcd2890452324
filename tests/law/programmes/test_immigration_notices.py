"""What families are told of immigration enforcement."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Decision, Outcome
from fileroom.law.checklists import CHECKLISTS
from tests.law.worlds import ask

LISTS = {"immigration_rights": "immigration_rights", "posted_guide": "posted_guide"}


def given(kind: str, without: str = "", **facts: Any) -> Decision:
    items = [it for it in CHECKLISTS[LISTS[kind]].items if it != without]
    return ask("annual_notice", notice__kind=kind, notice__items=items, notice__method=None, **facts)


@pytest.mark.parametrize("kind", LISTS)
def test_whole_it_must_go_and_without_any_item_it_is_completed_first(kind: str) -> None:
    assert given(kind).outcome is Outcome.MUST
    for item in CHECKLISTS[LISTS[kind]].items:
        refused = given(kind, without=item)
        assert refused.outcome is Outcome.NO
        assert "checklist" in refused.says


@pytest.mark.parametrize("kind", LISTS)
def test_before_the_law_asked_the_district_was_free(kind: str) -> None:
    assert given(kind, on="2025-12-31").outcome is Outcome.MAY
    assert given(kind, on="2026-01-01").outcome is Outcome.MUST
