"""A child-welfare inquiry is kept from the list the family reads."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law.kernel.citation import Surety
from tests.law.worlds import BY_ID, ask, duties

WORKER: dict[str, Any] = {"requester__kind": "child_welfare_worker"}
INQUIRY: dict[str, Any] = {"purpose": "child_welfare_investigation"}


@pytest.mark.parametrize("inquiry", [WORKER, INQUIRY])
@pytest.mark.parametrize(("base", "more"), [
    ("court", {}),
    ("court", {"papers": []}),
    ("court", {"papers": None}),
    ("court", {"orders": ["records_order_6323_5"]}),
    ("consent", {}),
    ("log", {}),
])  # fmt: skip
def test_its_entry_is_sealed_whatever_is_answered(base: str, more: dict[str, Any], inquiry: dict[str, Any]) -> None:
    decision = ask(base, **(more | inquiry))
    assert decision.sealed
    assert "keep_under_seal" in duties(decision)
    assert not ask(base, **more).sealed


def test_the_notice_that_a_courts_paper_demands_is_owed_once_counsel_has_looked() -> None:
    assert "notify_parent_before" not in duties(ask("court", **WORKER))
    assert ask("court", **WORKER, other__counsel_cleared=True).sealed
    cleared = ask("court", **WORKER, other__family_may_be_told=True)
    assert "notify_parent_before" in duties(cleared) and not cleared.sealed


def test_that_it_may_assist_immigration_opens_no_entry_before_counsel_has_said_so() -> None:
    assists: dict[str, Any] = INQUIRY | WORKER | {"other__assists_immigration_enforcement": True}
    sealed = ask("court", papers=[], **assists)
    assert sealed.sealed and not {"notify_parent_after", "notify_parent_before"} & duties(sealed)
    assert not ask("court", papers=[], **assists, other__family_may_be_told=True).sealed
    assert not ask("court", **INQUIRY, requester__kind="immigration_officer").sealed


def test_that_the_seal_reaches_the_familys_list_is_told_as_our_own_reading() -> None:
    assert BY_ID["disclosure.child_welfare.keep_under_seal"].cites.surety is Surety.MEMORY


def test_the_look_of_whoever_has_the_child_in_charge_stands_in_the_familys_list() -> None:
    look = ask("caseworker")
    assert look.granted
    assert not look.sealed
    assert "log_release" in duties(look)
    for more in (INQUIRY, {"requester__legally_responsible": None}, {"requester__legally_responsible": False}):
        assert ask("caseworker", **more).sealed
