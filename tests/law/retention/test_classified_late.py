"""A Class 3 record of a school year that was classified late: one answer, whether it is kept or destroyed."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because


def class_3(years: int, late: int | None) -> dict[str, Any]:
    return {
        "record": {
            "kind": "business_record", "district_class": "class_3", "school_years_since_last_use": years,
            "years_since_classification_due": late,
        }
    }  # fmt: skip


@pytest.mark.parametrize("years", [3, 4, 9])
def test_while_its_year_runs_the_district_may_keep_it_or_let_it_go_and_must_do_neither(years: int) -> None:
    assert ask("retain", **class_3(years, 0)).outcome is Outcome.MAY
    gone = ask("destroy", **class_3(years, 0))
    assert gone.outcome is Outcome.MAY
    assert because(gone) == ["retention.classified_late.class_3_goes_or_waits"]


@pytest.mark.parametrize("late", [1, 2, None])
def test_once_that_year_is_over_or_where_it_was_classified_in_time_the_class_alone_decides(late: int | None) -> None:
    assert ask("destroy", **class_3(4, late)).outcome is Outcome.MUST
    assert not ask("retain", **class_3(4, late)).granted


def test_a_late_classification_shortens_no_years() -> None:
    assert ask("destroy", **class_3(2, 0)).outcome is Outcome.NO
    for kind in ("parent", "vendor"):
        assert not ask("destroy", requester__kind=kind, **class_3(4, 0)).granted
