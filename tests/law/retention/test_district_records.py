"""The district's own records."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.clocks import due
from tests.law.worlds import OPEN_EVERY_WEEKDAY, ask, missing


def record(class_: str | None, years: int | None = None) -> dict[str, Any]:
    kept = {"kind": "business_record", "district_class": class_, "school_years_since_last_use": years}
    return {"record": {**kept, "classified_in_time": True}}


@pytest.mark.parametrize("class_", ["class_1", "class_2"])
def test_permanent_and_optional_records_are_not_destroyed_however_old(class_: str) -> None:
    assert ask("destroy", **record(class_, 90)).outcome is Outcome.NO
    assert ask("retain", **record(class_, 90)).granted


@pytest.mark.parametrize(("years", "outcome"), [(2, "no"), (3, "must"), (4, "must")])
def test_disposable_records_go_in_the_third_school_year(years: int, outcome: str) -> None:
    assert ask("destroy", **record("class_3", years)).outcome == outcome


@pytest.mark.parametrize(("years", "outcome"), [(3, "may"), (4, "no")])
def test_and_are_not_kept_beyond_it(years: int, outcome: str) -> None:
    assert ask("retain", **record("class_3", years)).outcome == outcome


def test_the_class_is_asked_before_anything_goes() -> None:
    assert missing(ask("destroy", **record(None, 9))) == ["record.district_class"]


def test_the_classes_of_the_district_are_not_those_of_a_student_record() -> None:
    student_record = {"kind": "health", "district_class": "class_1"}
    assert ask("destroy", record=student_record).outcome is Outcome.MUST


def accident(years: int | None) -> dict[str, Any]:
    report = {"kind": "business_record", "district_class": "class_1", "no_longer_needed": True}
    return {"record": {**report, "of_an_accident_claim": True, "years_since_claim_ended": years}}


@pytest.mark.parametrize(("years", "kept", "judged"), [(0, "must", "no"), (1, "may", "may"), (9, "may", "may")])
def test_an_accident_report_is_permanent_until_a_year_after_its_claim(years: int, kept: str, judged: str) -> None:
    assert ask("retain", **accident(years)).outcome == kept
    assert ask("destroy", action="classify", **accident(years)).outcome == judged
    assert ask("destroy", **accident(years)).outcome is Outcome.NO


def test_the_end_of_the_claim_is_asked_for() -> None:
    assert missing(ask("retain", **accident(None))) == ["record.years_since_claim_ended"]


@pytest.mark.parametrize(
    ("years", "asked"), [(0, []), (1, ["record.district_class"]), (None, ["record.district_class"])]
)
def test_a_year_classified_late_may_be_class_2_for_up_to_a_year(years: int | None, asked: list[str]) -> None:
    papers = {"kind": "business_record", "years_since_classification_due": years}
    assert missing(ask("retain", record=papers)) == asked
    assert "record.district_class" in missing(ask("destroy", record=papers))


def test_the_year_of_what_was_classified_late_ends_on_the_day_before_the_rule_falls_silent() -> None:
    last = due("class_2_while_classified_late", [date(2026, 12, 31)], OPEN_EVERY_WEEKDAY).on
    assert last == date(2027, 12, 31)
    by_years = {0: Outcome.MAY, 1: Outcome.NEEDS_MORE}  # whole years since 1 January: the second begins the day after
    for years, outcome in by_years.items():
        late = {"kind": "business_record", "years_since_classification_due": years}
        assert ask("retain", record=late).outcome is outcome
