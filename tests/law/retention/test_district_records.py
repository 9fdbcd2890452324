"""The district's own records."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, missing


def record(class_: str | None, years: int | None = None) -> dict[str, Any]:
    return {"record": {"kind": "business_record", "district_class": class_, "school_years_since_last_use": years}}


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
