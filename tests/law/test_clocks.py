"""Due days of every kind of clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fileroom.law import Duty
from fileroom.law.clocks import COUNTED, KINDS, CannotCount, due, first_day, shortest
from fileroom.law.days import Calendar, calendar_from_json
from fileroom.law.figures import EVERY_FIGURE, FIGURES, Nature, Unit
from tests.law import reference_clocks
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


def test_of_two_hours_the_earlier_starts_the_clock_whatever_zone_it_is_given_in() -> None:
    later, earlier = datetime(2026, 10, 19, 14, 30), datetime(2026, 10, 19, 21, 0, tzinfo=UTC)  # noqa: DTZ001
    for received in ((later, earlier), (earlier, later)):
        assert on("truancy_parent_notice", *received).isoformat() == "2026-10-20T14:00:00-07:00"


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


DAYS = st.dates(date(2024, 1, 1), date(2029, 12, 1))


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    """A year or two of closures and breaks, some overlapping, some on weekends, summers among them."""
    closed = draw(st.lists(st.dates(date(2024, 1, 1), date(2030, 6, 30)), max_size=60))
    breaks = []
    for first in draw(st.lists(st.dates(date(2024, 1, 1), date(2030, 3, 1)), max_size=8)):
        last = first + timedelta(days=draw(st.integers(0, 75)))
        kind = draw(st.sampled_from(["winter", "spring", "summer", "autumn"]))
        breaks.append({"from": first.isoformat(), "to": last.isoformat(), "kind": kind})
    return calendar_from_json({"closed": [day.isoformat() for day in closed], "breaks": breaks})


OF_DAYS = [kind for kind in COUNTED if FIGURES[kind].unit is not Unit.HOURS]
OF_HOURS = [kind for kind in COUNTED if FIGURES[kind].unit is Unit.HOURS]


@settings(max_examples=600, deadline=None)
@given(st.sampled_from(OF_DAYS), DAYS, calendars())
def test_every_clock_of_days_ends_where_a_clerk_crossing_off_days_ends(
    kind: str, start: date, calendar: Calendar
) -> None:
    assert due(kind, [start], calendar).on == reference_clocks.due_on(kind, start, calendar)


@settings(max_examples=300)
@given(st.sampled_from(OF_HOURS), st.datetimes(datetime(2024, 1, 1), datetime(2029, 12, 1)))  # noqa: DTZ001
def test_every_clock_of_hours_ends_where_universal_time_says(kind: str, start: datetime) -> None:
    found = due(kind, [start.replace(tzinfo=UTC)], CALENDAR).on
    expected = reference_clocks.hours_on(start.replace(tzinfo=UTC), FIGURES[kind].value)
    assert isinstance(found, datetime)
    # In universal time: Python calls two zones' times unequal in an hour that comes twice (PEP 495).
    assert found.astimezone(UTC) == expected.astimezone(UTC)
    assert found.utcoffset() == expected.utcoffset()


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(KINDS), st.datetimes(datetime(2024, 1, 1), datetime(2029, 12, 1)), calendars())  # noqa: DTZ001
def test_nothing_falls_due_before_it_starts_nor_before_its_early_safe_day(
    kind: str, start: datetime, calendar: Calendar
) -> None:
    found = due(kind, [start], calendar)
    figure = EVERY_FIGURE[kind]
    assert found.early_safe_on <= found.on
    assert found.within == figure.within
    if kind not in OF_HOURS:
        assert found.on >= start.date()
        assert calendar.is_open(found.on) or figure.nature in (Nature.FLOOR, Nature.DEFAULT)
    assert set(found.to_json()) == {"due_on", "early_safe_on", "within", "citation", "steps"}


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(OF_DAYS), DAYS, DAYS, calendars())
def test_a_second_trigger_never_puts_a_day_off(kind: str, one: date, other: date, calendar: Calendar) -> None:
    both = due(kind, [one, other], calendar).on
    assert both == min(due(kind, [one], calendar).on, due(kind, [other], calendar).on)


CEILINGS = [kind for kind in OF_DAYS if FIGURES[kind].nature is Nature.CEILING]
FLOORS = [kind for kind in OF_DAYS if FIGURES[kind].nature is Nature.FLOOR]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(FLOORS), DAYS, calendars())
def test_a_floor_started_on_the_last_day_is_over_in_time_and_a_day_later_is_not(
    kind: str, happens: date, calendar: Calendar
) -> None:
    back = due(kind, [], calendar, before=happens)
    assert isinstance(back.on, date)
    assert due(kind, [back.on], calendar).on <= happens
    assert due(kind, [back.on + timedelta(days=1)], calendar).on > happens
    assert back.early_safe_on <= back.on
    assert calendar.is_open(back.early_safe_on)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(CEILINGS), DAYS, st.integers(1, 40), calendars())
def test_what_must_precede_a_meeting_is_due_on_an_open_day_before_it(
    kind: str, start: date, days: int, calendar: Calendar
) -> None:
    meeting = start + timedelta(days=days)
    found = due(kind, [start], calendar, before=meeting)
    assert found.on < meeting
    assert found.on <= due(kind, [start], calendar).on
    assert found.early_safe_on <= found.on
    assert calendar.is_open(found.on)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(OF_DAYS), min_size=1, max_size=4), DAYS, calendars())
def test_of_several_clocks_the_first_to_end_governs(kinds: list[str], start: date, calendar: Calendar) -> None:
    governs = shortest(kinds, [start], calendar)
    assert governs.on == min(due(kind, [start], calendar).on for kind in kinds)


def test_a_foster_student_with_a_disability_moves_by_the_foster_clock() -> None:
    kinds = ["transfer_to_school", "special_education_transfer", "foster_transfer"]
    governs = shortest(kinds, [date(2026, 12, 17)], CALENDAR)
    assert (governs.on, governs.citation) == (date(2026, 12, 21), "Ed. Code 49069.5(d)")
    assert governs.steps[-2:] == (
        "transfer_to_school would run until 2027-01-14",
        "special_education_transfer would run until 2026-12-24",
    )


def test_records_are_given_before_the_meeting_even_if_five_days_are_not_over() -> None:
    before = due("special_education_copies", [date(2026, 10, 19)], CALENDAR, before=date(2026, 10, 22))
    assert (before.on, before.early_safe_on) == (date(2026, 10, 21), date(2026, 10, 21))
    assert before.steps[-1] == "in any case before 2026-10-22: 2026-10-21"
    assert due("special_education_copies", [date(2026, 10, 19)], CALENDAR, before=date(2026, 11, 2)).on == date(
        2026, 10, 26
    )


def test_a_civil_figure_is_counted_in_both_directions() -> None:
    assert on("consumer_notice", date(2026, 10, 19)) == date(2026, 10, 29)
    back = due("consumer_notice", [], CALENDAR, before=date(2026, 10, 28))
    assert (back.on, back.early_safe_on) == (date(2026, 10, 18), date(2026, 10, 16))
    assert due("permitted_record_destruction", [], CALENDAR, before=date(2027, 2, 28)).on == date(2026, 8, 28)


def test_a_floor_of_months_waits_for_the_month_to_be_over_and_a_ceiling_does_not() -> None:
    assert on("permitted_record_destruction", date(2026, 8, 31)) == date(2027, 3, 1)
    assert on("permitted_record_destruction", date(2026, 8, 28)) == date(2027, 2, 28)
    assert on("challenge_file_destruction", date(2028, 2, 29)) == date(2029, 2, 28)


def test_a_day_the_law_names_comes_round_and_rolls_on_like_any_last_day() -> None:
    assert due("grade_averages_sent", [date(2026, 10, 1)], CALENDAR).on == date(2026, 10, 1)
    assert due("grade_averages_sent", [date(2026, 10, 2)], CALENDAR).on == date(2027, 10, 1)
    new_year = due("grade_average_notice", [date(2026, 11, 1)], OPEN_EVERY_WEEKDAY)
    assert (new_year.on, new_year.within) == (date(2027, 1, 1), "1 January each year")
    rolled = due("classification_review", [date(2027, 8, 1)], calendar_from_json({"closed": ["2027-12-31"]}))
    assert (rolled.on, rolled.early_safe_on) == (date(2028, 1, 3), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ("2026-03-07T14:30", "2026-03-08T15:30:00-07:00"),
        ("2026-03-08T01:59", "2026-03-09T02:59:00-07:00"),
        ("2026-03-08T02:30", "2026-03-09T03:30:00-07:00"),
        ("2026-03-08T03:00", "2026-03-09T03:00:00-07:00"),
        ("2026-10-31T00:30", "2026-11-01T00:30:00-07:00"),
        ("2026-10-31T01:30", "2026-11-01T01:30:00-07:00"),
        ("2026-10-31T02:30", "2026-11-01T01:30:00-08:00"),
        ("2026-11-01T01:30", "2026-11-02T00:30:00-08:00"),
        ("2026-11-01T01:30-08:00", "2026-11-02T01:30:00-08:00"),
    ],
)
def test_twenty_four_hours_are_twenty_four_hours_when_the_clocks_change(received: str, expected: str) -> None:
    assert on("truancy_parent_notice", datetime.fromisoformat(received)).isoformat() == expected


@pytest.mark.parametrize("kind", ["parent_inspection", "grade_averages_sent", "truancy_parent_notice"])
def test_a_clock_without_a_start_says_so(kind: str) -> None:
    with pytest.raises(CannotCount, match="the day that starts it"):
        on(kind)


def test_a_birthday_alone_starts_the_clock_it_can_start() -> None:
    assert on("social_media_destruction", born=date(2008, 3, 2)) == date(2027, 3, 2)
    with pytest.raises(CannotCount, match="the day that starts it"):
        on("parent_inspection", born=date(2008, 3, 2))


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
