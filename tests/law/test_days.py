"""Counting days: what counts, what rolls on, and where a person's age turns."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fileroom.law.days import (
    BadCalendar,
    Calendar,
    add_months,
    add_years,
    age_on,
    birthday,
    calendar_from_json,
    default_calendar,
    district_day,
    earliest,
    read_calendar,
    school_year,
)

CALENDAR = calendar_from_json(
    {
        "closed": ["2026-11-11", "2026-11-26", "2026-11-27", "2026-12-25", "2027-01-01"],
        "breaks": [
            {"from": "2026-12-21", "to": "2027-01-01", "kind": "winter"},
            {"from": "2027-06-11", "to": "2027-08-11", "kind": "summer"},
        ],
        "terms": [{"name": "2026-27", "from": "2026-08-12", "to": "2027-06-10"}],
    }
)
DAYS = st.dates(date(2020, 1, 1), date(2032, 12, 31))


def test_five_business_days_skip_the_weekend_and_a_closed_day() -> None:
    assert CALENDAR.business_days(date(2026, 10, 19), 5) == date(2026, 10, 26)
    assert CALENDAR.business_days(date(2026, 11, 9), 5) == date(2026, 11, 17)
    assert CALENDAR.business_days(date(2026, 10, 17), 1) == date(2026, 10, 19)


def test_the_early_count_takes_saturdays_in_but_no_closed_day() -> None:
    assert CALENDAR.business_days_early(date(2026, 10, 19), 5) == date(2026, 10, 24)
    assert CALENDAR.business_days_early(date(2026, 11, 9), 5) == date(2026, 11, 16)


def test_winter_days_are_no_schooldays_and_summer_weekdays_are() -> None:
    assert not CALENDAR.is_schoolday(date(2026, 12, 22))
    assert CALENDAR.is_open(date(2026, 12, 22))
    assert CALENDAR.is_schoolday(date(2027, 7, 6))
    assert not CALENDAR.is_schoolday(date(2027, 7, 4))
    assert CALENDAR.schooldays(date(2026, 12, 17), 10) == date(2027, 1, 14)


def test_school_is_in_session_on_open_days_of_no_break_not_even_the_summers() -> None:
    days = (date(2026, 12, 18), date(2026, 12, 22), date(2026, 11, 11), date(2026, 12, 19), date(2027, 7, 6))
    assert [CALENDAR.in_session(day) for day in days] == [True, False, False, False, False]


def test_a_spring_day_inside_a_summer_break_still_counts() -> None:
    both = calendar_from_json(
        {
            "breaks": [
                {"from": "2027-06-01", "to": "2027-06-30", "kind": "spring"},
                {"from": "2027-06-10", "to": "2027-06-30", "kind": "summer"},
            ]
        }
    )
    assert not both.is_schoolday(date(2027, 6, 1))
    assert both.is_schoolday(date(2027, 6, 10))


def test_a_last_day_on_a_weekend_or_a_closure_rolls_on() -> None:
    assert CALENDAR.roll(date(2026, 10, 24)) == date(2026, 10, 26)
    assert CALENDAR.roll(date(2026, 11, 26)) == date(2026, 11, 30)
    assert CALENDAR.roll(date(2026, 10, 20)) == date(2026, 10, 20)


@given(DAYS, st.integers(1, 40))
def test_business_days_end_on_an_open_day_and_the_early_count_is_never_later(start: date, count: int) -> None:
    due = CALENDAR.business_days(start, count)
    open_days = sum(CALENDAR.is_open(start + timedelta(n)) for n in range(1, (due - start).days + 1))
    assert CALENDAR.is_open(due)
    assert open_days == count
    assert CALENDAR.business_days_early(start, count) <= due <= CALENDAR.schooldays(start, count)


def test_months_and_years_end_on_the_last_day_there_is() -> None:
    assert add_months(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert add_months(date(2027, 8, 31), 6) == date(2028, 2, 29)
    assert add_months(date(2026, 12, 15), 1) == date(2027, 1, 15)
    assert add_years(date(2028, 2, 29), 1) == date(2029, 2, 28)


def test_a_person_turns_eighteen_at_the_start_of_the_birthday() -> None:
    born = date(2008, 10, 19)
    assert age_on(born, date(2026, 10, 18)) == 17
    assert age_on(born, date(2026, 10, 19)) == 18


def test_one_born_on_29_february_turns_eighteen_on_1_march_of_a_common_year() -> None:
    born = date(2008, 2, 29)
    assert age_on(born, date(2026, 2, 28)) == 17
    assert age_on(born, date(2026, 3, 1)) == 18
    assert birthday(born, 20) == date(2028, 2, 29)
    assert add_years(born, 18) == date(2026, 2, 28)


@given(DAYS, DAYS)
def test_age_grows_by_one_on_each_birthday(born: date, on: date) -> None:
    age = age_on(born, on)
    assert birthday(born, age) <= on < birthday(born, age + 1)


def test_a_school_year_begins_on_1_july() -> None:
    assert school_year(date(2026, 6, 30)) == 2025
    assert school_year(date(2026, 7, 1)) == 2026


def test_an_instant_falls_on_the_day_it_is_in_california() -> None:
    assert district_day(datetime(2026, 10, 20, 6, 59, tzinfo=UTC)) == date(2026, 10, 19)
    assert district_day(datetime(2026, 10, 20, 7, 0, tzinfo=UTC)) == date(2026, 10, 20)
    assert district_day(datetime(2026, 12, 20, 7, 59, tzinfo=UTC)) == date(2026, 12, 19)
    with pytest.raises(ValueError, match="time zone"):
        district_day(datetime(2026, 10, 20))  # noqa: DTZ001


def test_the_calendar_shipped_knows_the_state_holidays_and_no_breaks() -> None:
    calendar = default_calendar()
    assert calendar.name == "default"
    assert not calendar.is_open(date(2026, 11, 26))
    assert not calendar.is_open(date(2026, 11, 27))
    assert not calendar.is_open(date(2027, 7, 5))
    assert calendar.is_open(date(2026, 10, 12))
    assert calendar.is_open(date(2026, 9, 9))
    assert {day.year for day in calendar.closed} == set(range(2024, 2041))
    assert not calendar.breaks


ON_A_DATE = {(1, 1), (2, 12), (3, 31), (7, 4), (11, 11), (12, 25)}  # Gov. Code 6701 moves these off a Sunday
ON_A_WEEKDAY = {(1, "Mon", 3), (2, "Mon", 3), (9, "Mon", 1), (9, "Fri", 4), (11, "Thu", 4)}


def of_the_state(day: date) -> bool:
    """Is this weekday a holiday by CCP 135? Told from the day itself, not from a list of years."""
    before, after = day - timedelta(1), day + timedelta(1)
    of_weekday = (day.month, day.strftime("%a"), (day.day + 6) // 7) in ON_A_WEEKDAY
    last_monday_of_may = day.month == 5 and day.weekday() == 0 and (day + timedelta(7)).month == 6
    after_thanksgiving = before.month == 11 and before.weekday() == 3 and 22 <= before.day <= 28
    kept_on_monday = day.weekday() == 0 and (before.month, before.day) in ON_A_DATE
    veterans_on_friday = day.weekday() == 4 and (after.month, after.day) == (11, 11)
    named = (day.month, day.day) in ON_A_DATE | {(6, 19)}
    return any((of_weekday, last_monday_of_may, after_thanksgiving, kept_on_monday, veterans_on_friday, named))


@given(st.dates(date(2024, 1, 1), date(2040, 12, 31)))
def test_an_office_is_closed_on_the_weekend_and_on_state_holidays_and_on_no_other_day(day: date) -> None:
    assert default_calendar().is_open(day) is not (day.weekday() >= 5 or of_the_state(day))


def test_no_holiday_of_the_calendar_shipped_is_wanting_or_invented() -> None:
    first = date(2024, 1, 1)
    weekdays = [day for n in range(6210) if (day := first + timedelta(n)).weekday() < 5]
    assert weekdays[-1] == date(2040, 12, 31)
    assert [day for day in weekdays if default_calendar().is_open(day) is of_the_state(day)] == []


def test_veterans_day_on_a_saturday_is_kept_on_friday_and_no_other_holiday_is() -> None:
    calendar = default_calendar()
    assert {day for day in calendar.closed if (day.month, day.day) == (11, 10)} == {
        date(2028, 11, 10),
        date(2034, 11, 10),
    }
    assert calendar.business_days(date(2028, 11, 6), 4) == date(2028, 11, 13)
    assert calendar.roll(date(2028, 11, 10)) == date(2028, 11, 13)
    assert calendar.is_open(date(2026, 7, 3))
    assert calendar.is_open(date(2027, 12, 24))
    assert not calendar.is_open(date(2033, 12, 26))


@pytest.mark.parametrize(
    ("given_", "says"),
    [
        ([], "an object"),
        ({"clsed": []}, "unknown key 'clsed'"),
        ({"closed": "2026-11-11"}, "closed: a list is needed"),
        ({"closed": ["11/11/2026"]}, "closed\\[0\\]: '11/11/2026' is not a day"),
        ({"closed": [3]}, "closed\\[0\\]"),
        ({"breaks": [{"from": "2027-01-01"}]}, "breaks\\[0\\].to"),
        ({"breaks": ["winter"]}, "breaks\\[0\\]"),
        ({"terms": [{"from": "2027-01-02", "to": "2027-01-01"}]}, "terms\\[0\\]: ends before it begins"),
        ({"terms": [{"start": "2027-01-02"}]}, "terms\\[0\\]: an object"),
    ],
)
def test_a_calendar_that_cannot_be_read_says_which_entry(given_: object, says: str) -> None:
    with pytest.raises(BadCalendar, match=says):
        read_calendar(json.dumps(given_))


def test_a_calendar_that_is_not_json_says_so() -> None:
    with pytest.raises(BadCalendar, match="not JSON"):
        read_calendar("closed: none")
    with pytest.raises(BadCalendar, match="the key 'holidays' is given twice"):
        read_calendar('{"holidays": [], "closed": [], "holidays": []}')
    assert isinstance(read_calendar("{}"), Calendar)


def test_the_first_of_several_triggers_starts_the_clock() -> None:
    assert earliest([date(2026, 10, 20), date(2026, 10, 19)]) == date(2026, 10, 19)
