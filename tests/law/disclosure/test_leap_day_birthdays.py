"""Born on 29 February: between 28 February and 1 March of the year of the 18th birthday."""

from __future__ import annotations

from datetime import date

import pytest

from fileroom.law import Outcome
from fileroom.law.days import age_on, of_age_by_one_count
from tests.law.worlds import ask, duties

BORN = date(2008, 2, 29)


@pytest.mark.parametrize(
    ("on", "age", "between"),
    [(date(2026, 2, 27), 17, False), (date(2026, 2, 28), 17, True), (date(2026, 3, 1), 18, False)],
)
def test_for_one_day_the_student_is_18_by_one_count_alone(on: date, age: int, between: bool) -> None:
    assert age_on(BORN, on) == age
    assert of_age_by_one_count(BORN, 18, on) is between
    assert not of_age_by_one_count(date(2008, 2, 28), 18, on)


def test_on_that_day_a_parents_consent_is_not_relied_on_but_through_counsel() -> None:
    assert ask("consent", student={"age": 17, "enrolled": True}).granted
    between = {"age": 17, "enrolled": True, "eighteen_by_one_count": True}
    waits = ask("consent", student=between)
    assert waits.outcome is Outcome.NEEDS_MORE
    assert "counsel_review" in duties(waits)
    assert ask("consent", student=between, other__counsel_cleared=True).granted


def test_the_parent_still_sees_the_records_on_that_day() -> None:
    assert ask("parent", student={"age": 17, "enrolled": True, "eighteen_by_one_count": True}).outcome is Outcome.MUST
