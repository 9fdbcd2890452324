"""From defect to cure or to void: never by itself, never before notice and time."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties

ALL = [1, 2, 3, 4, 5, 6, 7, 8, 9]


def shared(clauses: list[int], **more: Any) -> Any:
    return ask("vendor", papers=[{"kind": "vendor_contract", "clauses": clauses, "board_policy": True, **more}])


@pytest.mark.parametrize(
    ("noticed", "past", "outcome", "follows"),
    [
        (False, False, Outcome.NEEDS_MORE, {"give_notice_to_cure"}),
        (False, True, Outcome.NEEDS_MORE, {"give_notice_to_cure"}),
        (True, False, Outcome.NEEDS_MORE, set()),
        (True, True, Outcome.NO, {"return_records"}),
    ],
)
def test_a_defective_contract_is_void_after_notice_and_time_and_not_before(
    noticed: bool, past: bool, outcome: Outcome, follows: set[str]
) -> None:
    decision = shared(ALL[:-1], defect_noticed=noticed, time_to_cure_past=past)
    assert decision.outcome is outcome
    assert duties(decision) & {"give_notice_to_cure", "return_records"} == follows


def test_a_cured_contract_is_as_good_as_any() -> None:
    cured = shared(ALL, defect_noticed=True, time_to_cure_past=True)
    assert cured.outcome is Outcome.MAY
    assert not {"give_notice_to_cure", "return_records"} & duties(cured)


def test_a_contract_that_is_void_stays_so_whatever_clauses_it_has_and_a_new_one_takes_its_place() -> None:
    assert because(shared(ALL, void=True)) == ["programmes.vendors_void.nothing_shared"]
    void = {"kind": "vendor_contract", "clauses": ALL[:3], "board_policy": True, "void": True}
    new = {"kind": "vendor_contract", "clauses": ALL, "board_policy": True}
    assert ask("vendor", papers=[void, new]).outcome is Outcome.MAY


@pytest.mark.parametrize("draft", [{"signed": False}, {"valid_on": False}])
def test_a_draft_and_a_contract_that_has_run_out_are_not_defective(draft: dict[str, bool]) -> None:
    assert "give_notice_to_cure" not in duties(shared(ALL, **draft))
    assert "give_notice_to_cure" not in duties(shared(ALL[:-1], **draft))


def test_under_a_void_contract_the_vendor_keeps_nothing_and_returns_all_before_anything_is_destroyed() -> None:
    void = [{"kind": "vendor_contract", "clauses": ALL[:-1], "board_policy": True, "void": True}]
    held = {"kind": "vendor_held_data", "on_hold": True}
    assert because(ask("retain", record=held, papers=void)) == ["programmes.vendors_void.nothing_kept"]
    destroyed = ask("destroy", record={"kind": "vendor_held_data", "contract_satisfied": True}, papers=void)
    assert "return_records" in duties(destroyed)
    assert "return_records" not in duties(ask("destroy", record={"kind": "health"}, papers=void))
    assert ask("retain", record={"kind": "health", "on_hold": True}, papers=void).outcome is Outcome.MUST
