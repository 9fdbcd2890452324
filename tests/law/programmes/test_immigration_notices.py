"""What families are told of immigration enforcement."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Decision, Outcome
from fileroom.law.checklists import CHECKLISTS
from tests.law.worlds import ask, because, duties

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


@pytest.mark.parametrize(
    ("on", "owed"), [("2026-02-28", False), ("2026-03-01", True), ("2030-12-31", True), ("2031-01-01", False)]
)
def test_the_notice_from_a_site_is_owed_from_march_2026_until_its_law_ends(on: str, owed: bool) -> None:
    assert ask("on_site_notice", on=on).outcome is (Outcome.MUST if owed else Outcome.MAY)


@pytest.mark.parametrize("confirmed", [False, None])
def test_what_is_not_confirmed_is_confirmed_first_and_nobody_is_refused(confirmed: bool | None) -> None:
    decision = ask("on_site_notice", notice__enforcement_confirmed=confirmed)
    assert because(decision) == ["programmes.immigration_notices.on_site_without_a_duty"]
    assert "confirm_first" in duties(decision)
    assert "confirm_first" not in duties(ask("on_site_notice"))
