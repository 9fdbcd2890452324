"""The notice that immigration enforcement is on a school's site."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties


@pytest.mark.parametrize(
    ("on", "owed"), [("2026-02-28", False), ("2026-03-01", True), ("2030-12-31", True), ("2031-01-01", False)]
)
def test_the_notice_from_a_site_is_owed_from_march_2026_until_its_law_ends(on: str, owed: bool) -> None:
    assert ask("on_site_notice", on=on).outcome is (Outcome.MUST if owed else Outcome.MAY)


@pytest.mark.parametrize("confirmed", [False, None])
def test_what_is_not_confirmed_is_confirmed_first_and_nobody_is_refused(confirmed: bool | None) -> None:
    decision = ask("on_site_notice", notice__enforcement_confirmed=confirmed)
    assert because(decision) == ["programmes.enforcement_on_site.without_a_duty"]
    assert "confirm_first" in duties(decision)
    assert "confirm_first" not in duties(ask("on_site_notice"))
