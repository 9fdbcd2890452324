"""Protocols for orders that bar a party from a child's records."""

from __future__ import annotations

from datetime import date

import pytest

from fileroom.law import Outcome
from fileroom.law.facts import ProtocolPart
from tests.law.worlds import ask, because, duties, missing

ALL = [str(part) for part in ProtocolPart]


def test_with_their_three_parts_they_are_adopted_and_have_been_due_since_2023() -> None:
    decision = ask("protocols", district__order_protocols=ALL)
    assert decision.outcome is Outcome.MUST
    assert decision.deadline is not None
    assert decision.deadline.on == date(2023, 2, 1)


@pytest.mark.parametrize("part", ALL)
def test_without_any_part_they_are_completed_first(part: str) -> None:
    refused = ask("protocols", district__order_protocols=[it for it in ALL if it != part])
    assert because(refused) == ["programmes.order_protocols.a_part_is_lacking"]


def test_what_they_hold_is_asked() -> None:
    assert missing(ask("protocols", district__order_protocols=None)) == ["district.order_protocols"]


@pytest.mark.parametrize(("parts", "overdue"), [([], True), (ALL[:2], True), (ALL, False), (None, False)])
def test_an_order_is_taken_all_the_same_and_what_the_protocols_lack_is_said(
    parts: list[str] | None, overdue: bool
) -> None:
    decision = ask("order_handed_in", district__order_protocols=parts)
    assert decision.outcome is Outcome.MUST
    assert ("complete_protocols" in duties(decision)) is overdue
