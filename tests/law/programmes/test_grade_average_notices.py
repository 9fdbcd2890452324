"""The notice that grade averages go to the Student Aid Commission."""

from __future__ import annotations

from datetime import date

import pytest

from fileroom.law import Outcome
from fileroom.law.checklists import CHECKLISTS
from fileroom.law.facts import Grade
from tests.law.worlds import ask, because, missing

ITEMS = CHECKLISTS["grade_averages"].items


def test_it_goes_out_by_1_january_of_grade_11() -> None:
    sent = ask("grade_average_notice", on="2026-12-31")
    assert sent.outcome is Outcome.MUST
    assert sent.deadline is not None
    assert (sent.deadline.on, sent.deadline.citation) == (date(2027, 1, 1), "Ed. Code 69432.9")


def test_sent_after_1_january_it_is_late_and_not_early_for_the_next() -> None:
    late = ask("grade_average_notice", on="2027-01-05").deadline
    assert late is not None
    assert late.on == date(2027, 1, 1)


@pytest.mark.parametrize("grade", [grade.value for grade in Grade if grade is not Grade.ELEVENTH])
def test_it_is_the_notice_of_grade_11_and_of_no_other(grade: str) -> None:
    assert ask("grade_average_notice", student__grade=grade).outcome is Outcome.NO


@pytest.mark.parametrize(("days", "outcome"), [(29, "no"), (30, "must"), (45, "must")])
def test_it_gives_thirty_days_to_refuse(days: int, outcome: str) -> None:
    sent = ask("grade_average_notice", notice__days_to_refuse=days)
    assert sent.outcome == outcome
    if outcome == "no":
        assert because(sent) == ["programmes.grade_average_notices.too_little_time"]


@pytest.mark.parametrize("item", ITEMS)
def test_without_an_item_of_its_checklist_it_does_not_go(item: str) -> None:
    refused = ask("grade_average_notice", notice__items=[it for it in ITEMS if it != item])
    assert because(refused) == ["programmes.grade_average_notices.lacking"]


def test_what_nobody_has_said_of_it_is_asked() -> None:
    assert missing(ask("grade_average_notice", notice__days_to_refuse=None)) == ["notice.days_to_refuse"]
    assert missing(ask("grade_average_notice", notice__items=None)) == ["notice.items"]
