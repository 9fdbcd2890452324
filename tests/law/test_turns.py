"""What begins and ends between two days of law."""

import dataclasses
from datetime import date, timedelta

import pytest

from fileroom.law import turns as module
from fileroom.law.book import RULES
from fileroom.law.turns import turns

CHANGED = date(2025, 9, 20)
DAY = timedelta(days=1)
BAN = "disclosure.immigration_enforcement.without_consent_or_a_judges_paper"


def names(before: date, after: date) -> list[str]:
    return [turn.name for turn in turns(before, after)]


def test_a_rule_begins_on_its_day_and_not_the_day_before_or_after() -> None:
    assert BAN in names(CHANGED - DAY, CHANGED)
    assert BAN not in names(CHANGED, CHANGED + DAY)
    assert BAN not in names(CHANGED - 2 * DAY, CHANGED - DAY)


def test_the_two_days_may_be_given_in_either_order() -> None:
    assert turns(CHANGED - DAY, CHANGED) == turns(CHANGED, CHANGED - DAY) != []
    assert turns(CHANGED, CHANGED) == []


def test_figures_begin_too_and_all_stand_in_the_order_of_days() -> None:
    found = turns(date(2000, 1, 1), date(2030, 1, 1))
    assert {turn.kind for turn in found} == {"rule", "figure"}
    assert [turn.on for turn in found] == sorted(turn.on for turn in found)
    assert all(turn.begins for turn in found if turn.kind == "rule" and turn.name == BAN)


def test_a_rule_that_is_repealed_ends_on_that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = dataclasses.replace(RULES[0], effective=None, repealed=CHANGED)
    monkeypatch.setattr(module, "RULES", (ended,))
    found = [turn for turn in turns(CHANGED - DAY, CHANGED) if turn.kind == "rule"]
    assert [(turn.name, turn.begins) for turn in found] == [(ended.id, False)]
