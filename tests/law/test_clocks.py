"""Due days of every kind of clock."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fileroom.law import Duty
from fileroom.law.clocks import KINDS, CannotCount, due, first_day
from fileroom.law.days import calendar_from_json
from fileroom.law.figures import FIGURES, Nature, Unit
from tests.law.worlds import OPEN_EVERY_WEEKDAY, ask

CALENDAR = calendar_from_json(
    {"closed": ["2026-11-11"], "breaks": [{"from": "2026-12-21", "to": "2027-01-01", "kind": "winter"}]}
)


def on(kind: str, *received: date | datetime, **more: Any) -> Any:
    return due(kind, list(received), CALENDAR, **more).on


@pytest.mark.parametrize(
    ("kind", "received", "expected"),
    [
        ("parent_inspection", date(2026, 10, 19), date(2026, 10, 26)),
        ("parent_inspection", date(2026, 11, 6), date(2026, 11, 16)),
        ("special_education_copies", date(2026, 10, 19), date(2026, 10, 26)),
        ("transfer_to_school", date(2026, 12, 14), date(2027, 1, 11)),
        ("foster_transfer", date(2026, 11, 10), date(2026, 11, 13)),
        ("foster_liaison_contact", date(2026, 10, 19), date(2026, 10, 21)),
        ("foster_liaison_send", date(2026, 10, 19), date(2026, 10, 21)),
        ("special_education_transfer", date(2026, 10, 19), date(2026, 10, 26)),
        ("challenge_meeting", date(2026, 10, 19), date(2026, 11, 18)),
        ("challenge_meeting", date(2026, 10, 12), date(2026, 11, 12)),
        ("challenge_appeal", date(2026, 10, 22), date(2026, 11, 23)),
        ("challenge_board_decision", date(2026, 10, 19), date(2026, 11, 18)),
        ("challenge_file_destruction", date(2024, 2, 29), date(2025, 2, 28)),
        ("court_process_notice", date(2026, 10, 22), date(2026, 10, 25)),
        ("emergency_parent_notice", date(2026, 10, 19), date(2026, 10, 26)),
        ("social_media_destruction", date(2026, 10, 19), date(2027, 10, 19)),
        ("social_media_vendor_destruction", date(2026, 10, 19), date(2026, 10, 19)),
        ("vendor_nonenrolment_letter", date(2026, 8, 1), date(2026, 9, 30)),
        ("juvenile_notice_answer", date(2026, 10, 19), date(2026, 11, 18)),
        ("permitted_record_destruction", date(2026, 6, 10), date(2026, 12, 10)),
        ("consumer_notice", date(2026, 10, 19), date(2026, 10, 29)),
        ("civil_subpoena_mailing", date(2026, 10, 19), date(2026, 11, 3)),
        ("criminal_subpoena_mailing", date(2026, 10, 19), date(2026, 10, 26)),
        ("sevis_one_student", date(2026, 10, 19), date(2026, 10, 22)),
    ],
)
def test_each_kind_falls_due_on_its_day(kind: str, received: date, expected: date) -> None:
    assert on(kind, received) == expected


def test_a_clock_of_hours_runs_through_the_night_the_clocks_change() -> None:
    end = on("truancy_parent_notice", datetime(2026, 10, 31, 14, 30))  # noqa: DTZ001
    assert end.isoformat() == "2026-11-01T13:30:00-08:00"
    two_days = on("closed_session_election", datetime(2026, 10, 19, 21, 0, tzinfo=UTC))
    assert two_days.isoformat() == "2026-10-21T14:00:00-07:00"


def test_a_clock_of_hours_needs_the_hour() -> None:
    with pytest.raises(CannotCount, match="date and time"):
        on("truancy_parent_notice", date(2026, 10, 31))


def test_of_two_triggers_the_earlier_counts() -> None:
    assert on("foster_transfer", date(2026, 10, 20), date(2026, 10, 19)) == date(2026, 10, 21)


def test_an_instant_starts_a_clock_of_days_on_its_day_in_california() -> None:
    assert on("parent_inspection", datetime(2026, 10, 20, 3, 0, tzinfo=UTC)) == date(2026, 10, 26)
    assert on("parent_inspection", datetime(2026, 10, 19, 23, 0)) == date(2026, 10, 26)  # noqa: DTZ001


def test_social_media_data_goes_a_year_after_the_earlier_of_birthday_and_leaving() -> None:
    assert on("social_media_destruction", date(2026, 10, 19), born=date(2008, 3, 2)) == date(2027, 3, 2)
    assert on("social_media_destruction", date(2025, 10, 20), born=date(2008, 3, 2)) == date(2026, 10, 20)
    assert on("social_media_destruction", date(2027, 10, 19), born=date(2008, 2, 29)) == date(2027, 3, 1)
    assert on("social_media_vendor_destruction", date(2027, 10, 19), born=date(2008, 3, 3)) == date(2026, 3, 3)


def test_a_birthday_moves_no_other_clock() -> None:
    assert on("parent_inspection", date(2026, 10, 19), born=date(2000, 1, 1)) == date(2026, 10, 26)


def test_the_early_safe_day_is_unrolled_and_takes_saturdays_in() -> None:
    rolled = due("challenge_appeal", [date(2026, 10, 22)], CALENDAR)
    assert rolled.early_safe_on == date(2026, 11, 21)
    assert any("rolls on" in step for step in rolled.steps)
    assert due("parent_inspection", [date(2026, 10, 19)], CALENDAR).early_safe_on == date(2026, 10, 24)
    assert not any("rolls on" in step for step in due("challenge_meeting", [date(2026, 10, 19)], CALENDAR).steps)


def test_a_floor_is_the_first_day_and_is_not_rolled() -> None:
    floor = due("court_process_notice", [date(2026, 10, 22)], CALENDAR)
    assert floor.on == floor.early_safe_on == date(2026, 10, 25)
    assert floor.steps[-1] == "first day, 3 days: 2026-10-25"


def test_the_consumer_notice_says_when_the_custodian_may_be_served() -> None:
    assert "the custodian may be served from 2026-10-24" in due("consumer_notice", [date(2026, 10, 19)], CALENDAR).steps


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(CannotCount, match="no clock named 'tomorrow'"):
        on("tomorrow", date(2026, 10, 19))


@given(st.sampled_from(KINDS), st.datetimes(datetime(2024, 1, 1), datetime(2029, 12, 1)))  # noqa: DTZ001
def test_nothing_falls_due_before_it_starts_nor_before_its_early_safe_day(kind: str, start: datetime) -> None:
    found = due(kind, [start], CALENDAR)
    assert found.early_safe_on <= found.on
    assert found.within == FIGURES[kind].within
    if FIGURES[kind].unit is not Unit.HOURS:
        assert found.on >= start.date()
        assert CALENDAR.is_open(found.on) or FIGURES[kind].nature is Nature.FLOOR
    assert set(found.to_json()) == {"due_on", "early_safe_on", "within", "citation", "steps"}


def test_the_decision_counts_from_the_day_the_request_came() -> None:
    deadline = ask("parent", received_on="2026-10-16").deadline
    assert deadline is not None
    assert (deadline.on, deadline.within, deadline.citation) == (
        date(2026, 10, 23),
        "5 business days",
        "Ed. Code 49069.7(b)",
    )
    assert ask("parent", received_on=None).deadline == ask("parent").deadline
    assert due("parent_inspection", [date(2026, 10, 16)], OPEN_EVERY_WEEKDAY).on == date(2026, 10, 23)


def test_what_waits_for_a_notice_may_go_on_its_third_day_and_what_waits_for_no_time_at_once() -> None:
    told = date(2026, 10, 16)
    notice, other = Duty("notify", "T1", "Tell.", True, "court_process_notice"), Duty("check", "T1", "Check.", True)
    assert first_day(notice, done_on=told, calendar=OPEN_EVERY_WEEKDAY) == date(2026, 10, 19)
    assert first_day(other, done_on=told, calendar=OPEN_EVERY_WEEKDAY) == told
