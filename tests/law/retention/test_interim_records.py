"""The interim clock in the reading the board has chosen."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, missing

B: dict[str, Any] = {"district__interim_reading": "B", "student__school_years_since_classified": None}
C: dict[str, Any] = {"district__interim_reading": "C", "student__school_years_since_classified": None}


def test_a_board_that_has_chosen_nothing_counts_from_classification() -> None:
    assert ask("destroy", student__school_years_since_classified=3).outcome is Outcome.MUST
    assert ask("destroy", district__interim_reading="A").outcome is Outcome.MUST
    facts = {"record__school_years_since_origin": 9, "student__school_years_since_left": 9}
    assert ask("destroy", student__school_years_since_classified=2, **facts).outcome is Outcome.NO


@pytest.mark.parametrize(("years", "outcome"), [(2, "no"), (3, "must"), (4, "must")])
def test_reading_b_counts_from_origin_once_the_student_has_left(years: int, outcome: str) -> None:
    assert ask("destroy", record__school_years_since_origin=years, **B).outcome == outcome


def test_reading_b_waits_while_the_record_is_of_use_to_a_student_still_here() -> None:
    here: dict[str, Any] = {**B, "student": {"age": 12, "enrolled": True}}
    del here["student__school_years_since_classified"]
    useful = {"kind": "health", "school_years_since_origin": 5, "no_longer_needed": False}
    assert ask("destroy", record=useful, **here).outcome is Outcome.NO
    assert ask("destroy", record={**useful, "no_longer_needed": True}, **here).outcome is Outcome.MUST


@pytest.mark.parametrize(("years", "outcome"), [(2, "no"), (3, "must")])
def test_reading_c_counts_the_first_of_julys_since_leaving(years: int, outcome: str) -> None:
    assert ask("destroy", student__school_years_since_left=years, **C).outcome == outcome


def test_each_reading_asks_for_its_own_day() -> None:
    assert missing(ask("destroy", **B)) == ["record.school_years_since_origin"]
    assert missing(ask("destroy", **C)) == ["student.school_years_since_left"]


@pytest.mark.parametrize("reading", ["A", "B", "C"])
def test_no_reading_reaches_a_permanent_record_nor_one_sent_on(reading: str) -> None:
    years = {
        "student__school_years_since_classified": 9, "student__school_years_since_left": 9,
        "district__interim_reading": reading,
    }  # fmt: skip
    permanent = ask("destroy", record={"kind": "transcript", "school_years_since_origin": 9}, **years)
    assert permanent.outcome is Outcome.NO
    sent_on = ask("destroy", record={"kind": "health", "school_years_since_origin": 9, "forwarded": True}, **years)
    assert because(sent_on) == ["retention.interim_records.forwarded_to_the_next_school"]


@pytest.mark.parametrize(("years", "outcome"), [(3, "may"), (4, "no")])
def test_the_third_school_year_is_also_the_last(years: int, outcome: str) -> None:
    assert ask("retain", student__school_years_since_classified=years).outcome == outcome
    by_origin: dict[str, Any] = {**B, "record__school_years_since_origin": years}
    assert ask("retain", **by_origin).outcome == outcome
    by_leaving: dict[str, Any] = {**C, "student__school_years_since_left": years}
    assert ask("retain", **by_leaving).outcome == outcome


def test_a_record_still_of_use_is_kept_under_reading_b() -> None:
    record = {"kind": "health", "no_longer_needed": False, "school_years_since_origin": 9}
    here = {"age": 12, "enrolled": True}
    assert ask("retain", record=record, student=here, district__interim_reading="B").outcome is Outcome.MAY


@pytest.mark.parametrize("flag", ["on_hold", "pending_request"])
def test_a_hold_keeps_it_past_the_third_school_year(flag: str) -> None:
    assert ask("retain", record={"kind": "health", flag: True}).outcome is Outcome.MUST


def test_what_a_sustained_challenge_removes_goes_though_a_copy_was_forwarded() -> None:
    forwarded = {"record": {"kind": "health", "forwarded": True}}
    removed = {"challenge_decision": "sustained", "removal_ordered": True}
    assert ask("destroy", **forwarded, other=removed).outcome is Outcome.MUST
    assert ask("destroy", **forwarded, other__challenge_decision="denied").outcome is Outcome.NO
