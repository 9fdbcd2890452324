"""The log, asked for by its own name on a court's paper."""

from __future__ import annotations

from typing import Any

from fileroom.law import Outcome
from fileroom.law.examples import bases
from tests.law.worlds import ask, duties

ORDER: dict[str, Any] = bases()["court"]["papers"][0]
LOG: dict[str, Any] = {"action": "view_log", "record__kind": "access_log"}


def test_a_judges_order_reaches_the_log_by_its_own_name_and_the_family_is_told_first() -> None:
    decision = ask("court", **LOG)
    assert decision.outcome is Outcome.MUST
    assert decision.limits == ("scope_of_the_order",)
    assert "notify_parent_before" in {duty.code for duty in decision.first}
    assert "log_release" in duties(decision)


def test_an_order_that_forbids_telling_seals_the_entry() -> None:
    silenced = ask("court", **LOG, papers=[{**ORDER, "nondisclosure_order": True}])
    assert silenced.sealed
    assert "notify_parent_before" not in duties(silenced)


def test_without_a_paper_that_stands_a_lawyer_reads_no_log() -> None:
    assert ask("court", **LOG, papers=[]).outcome is Outcome.NO
    assert ask("court", **LOG, papers=[{**ORDER, "valid_on": False}]).outcome is Outcome.NO
    assert ask("court", **LOG, requester__identity="claimed").outcome is Outcome.NEEDS_MORE
