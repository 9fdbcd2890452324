"""What is permitted goes when it is of no more use, and the student has been gone a while."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, missing


@pytest.mark.parametrize(
    ("months", "useless", "outcome"),
    [
        (5, True, "no"),
        (6, True, "may"),
        (6, None, "may"),
        (6, False, "no"),
        (5, None, "no"),
        (None, True, "needs_more"),
    ],
)
def test_a_permitted_record_goes_six_months_on_unless_it_is_still_of_use(
    months: int | None, useless: bool | None, outcome: str
) -> None:
    record = {"kind": "disciplinary_notice", "no_longer_needed": useless}
    decision = ask("destroy", record=record, student__months_since_left=months)
    assert decision.outcome == outcome
    assert missing(decision) == (["student.months_since_left"] if outcome == "needs_more" else [])


def test_a_permitted_record_of_a_student_who_is_here_stays() -> None:
    record = {"kind": "disciplinary_notice", "no_longer_needed": True}
    assert ask("destroy", record=record, student={"age": 15, "enrolled": True}).outcome is Outcome.NO


@pytest.mark.parametrize(
    ("years", "months", "useless", "outcome"),
    [
        (3, 6, True, "may"),
        (4, 6, True, "may"),
        (3, 6, None, "needs_more"),
        (3, 6, False, "no"),
        (3, 5, True, "no"),
        (2, 6, True, "no"),
        (None, 6, True, "no"),
    ],
)
def test_test_results_of_three_years_go_as_permitted_records_do(
    years: int | None, months: int | None, useless: bool | None, outcome: str
) -> None:
    record = {"kind": "test_results", "years_since_test": years, "no_longer_needed": useless}
    student = {"former": True, "months_since_left": months, "school_years_since_classified": 2}
    decision = ask("destroy", record=record, student=student)
    assert decision.outcome == outcome
    assert missing(decision) == (["record.no_longer_needed"] if outcome == "needs_more" else [])
    if outcome == "may":
        assert because(decision) == ["retention.permitted_records.test_results_grown_old"]
