"""A Class 3 record of a school year that was classified late: one answer, whether it is kept or destroyed."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, missing


def class_3(years: int, late: int | None, *, in_time: bool = False) -> dict[str, Any]:
    return {
        "record": {
            "kind": "business_record", "district_class": "class_3", "school_years_since_last_use": years,
            "years_since_classification_due": late, "classified_in_time": in_time,
        }
    }  # fmt: skip


@pytest.mark.parametrize("years", [3, 4, 9])
def test_while_its_year_runs_the_district_may_keep_it_or_let_it_go_and_must_do_neither(years: int) -> None:
    assert ask("retain", **class_3(years, 0)).outcome is Outcome.MAY
    gone = ask("destroy", **class_3(years, 0))
    assert gone.outcome is Outcome.MAY
    assert because(gone) == ["retention.classified_late.class_3_goes_or_waits"]


@pytest.mark.parametrize(("late", "in_time"), [(1, False), (2, False), (None, True), (0, True)])
def test_once_that_year_is_over_or_where_it_was_classified_in_time_the_class_alone_decides(
    late: int | None, in_time: bool
) -> None:
    assert ask("destroy", **class_3(4, late, in_time=in_time)).outcome is Outcome.MUST
    assert ask("retain", **class_3(4, late, in_time=in_time)).outcome is Outcome.NO


@pytest.mark.parametrize("years", [3, 4, 9])
def test_where_nobody_says_when_it_was_classified_that_is_asked_and_nothing_is_destroyed(years: int) -> None:
    assert missing(ask("destroy", **class_3(years, None))) == ["record.years_since_classification_due"]
    if years > 3:
        assert missing(ask("retain", **class_3(years, None))) == ["record.years_since_classification_due"]


def test_a_late_classification_shortens_no_years() -> None:
    assert ask("destroy", **class_3(2, 0)).outcome is Outcome.NO
    for kind in ("parent", "vendor"):
        assert not ask("destroy", requester__kind=kind, **class_3(4, 0)).granted
