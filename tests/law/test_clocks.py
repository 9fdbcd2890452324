"""Due days of every kind of clock."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from fileroom.law import Duty
from fileroom.law.clocks import KINDS, ONCE, CannotCount, due, first_day, shortest
from fileroom.law.days import calendar_from_json
from fileroom.law.figures import FIGURES, FIXED_DAYS, Nature
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
        ("breach_notice_by_a_business", date(2026, 10, 19), date(2026, 11, 18)),
        ("breach_sample_copy_by_a_business", date(2026, 10, 19), date(2026, 11, 3)),
        ("breach_notice_on_the_web", date(2026, 10, 19), date(2026, 11, 18)),
        ("annual_notice_on_enrolment", date(2026, 10, 19), date(2026, 10, 19)),
        ("home_languages_told_by_the_state", date(2027, 2, 1), date(2027, 8, 2)),
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
    assert on("social_media_destruction", date(2027, 10, 19), born=date(2008, 2, 29)) == date(2027, 2, 28)
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


SATURDAY = date(2026, 10, 17)


def test_no_closed_day_puts_off_a_federal_limit_or_what_is_due_on_the_very_day() -> None:
    at_once = {kind: on(kind, SATURDAY) for kind in ("sevis_in_custody", "social_media_vendor_destruction")}
    assert set(at_once.values()) == {SATURDAY}
    assert on("federal_inspection", date(2026, 10, 15)) == date(2026, 11, 29)
    assert on("challenge_meeting", date(2026, 10, 16)) == date(2026, 11, 16)
    federal = [figure for figure in FIGURES.values() if any(code in figure.citation.text for code in ("CFR", "USC"))]
    assert federal and not any(figure.rolls_on for figure in federal)


def test_a_juvenile_notice_goes_on_the_18th_birthday_itself_or_sooner() -> None:
    assert on("juvenile_notice_last_birthday", born=date(2008, 10, 17)) == date(2026, 10, 17)
    assert on("juvenile_notice_last_birthday", date(2026, 6, 10), born=date(2008, 10, 17)) == date(2026, 6, 10)
    assert on("juvenile_notice_last_birthday", date(2027, 6, 10), born=date(2008, 10, 17)) == date(2026, 10, 17)
    assert on("juvenile_notice_last_birthday", born=date(2008, 2, 29)) == date(2026, 2, 28)


def test_an_unknown_kind_is_refused_and_the_nearest_named() -> None:
    with pytest.raises(CannotCount, match="no clock named 'parent_inspektion'; nearest allowed: parent_inspection"):
        on("parent_inspektion", date(2026, 10, 19))


def test_of_several_clocks_before_a_meeting_each_ends_before_it() -> None:
    kinds = ["special_education_copies", "federal_special_education_inspection"]
    assert shortest(kinds, [date(2026, 10, 19)], CALENDAR, before=date(2026, 10, 21)).on == date(2026, 10, 20)


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
    told = "home_languages_told_by_the_state"
    assert due(told, [date(2028, 8, 1)], CALENDAR).on == date(2028, 8, 1)
    assert due(told, [date(2028, 8, 2)], CALENDAR).on == date(2029, 8, 1)
    new_year = due("grade_average_notice", [date(2026, 11, 1)], OPEN_EVERY_WEEKDAY)
    assert (new_year.on, new_year.within) == (date(2027, 1, 1), "1 January each year")
    rolled = due("grade_average_notice", [date(2027, 8, 1)], calendar_from_json({"closed": ["2027-12-31"]}))
    assert (rolled.on, rolled.early_safe_on) == (date(2028, 1, 3), date(2028, 1, 1))


@pytest.mark.parametrize(
    ("kind", "start", "expected"),
    [
        ("grade_average_notice", date(2027, 1, 5), date(2027, 1, 1)),  # of grade 11: the year's day is past
        ("grade_average_notice", date(2027, 6, 30), date(2027, 1, 1)),
        ("grade_average_notice", date(2027, 7, 1), date(2028, 1, 3)),
        ("grade_averages_sent", date(2026, 10, 2), date(2026, 10, 1)),
        ("grade_averages_sent", date(2027, 6, 30), date(2026, 10, 1)),
        ("grade_averages_sent", date(2027, 7, 1), date(2027, 10, 1)),
    ],
)
def test_a_day_of_one_grade_is_of_that_school_year_and_does_not_move_on_when_it_is_missed(
    kind: str, start: date, expected: date
) -> None:
    assert due(kind, [start], OPEN_EVERY_WEEKDAY).on == expected


@pytest.mark.parametrize(
    ("kind", "expected", "early"),
    [
        ("records_order_protocols", date(2023, 2, 1), date(2023, 2, 1)),
        ("immigration_policy_aligned", date(2026, 3, 2), date(2026, 3, 1)),  # 1 March 2026 is a Sunday
        ("safety_plan_enforcement_notice", date(2026, 3, 2), date(2026, 3, 1)),
    ],
)
def test_a_day_the_law_names_once_is_that_day_whatever_starts_it(kind: str, expected: date, early: date) -> None:
    for received in ([], [date(2024, 1, 1)], [date(2030, 1, 1)]):
        found = due(kind, list(received), CALENDAR)
        assert (found.on, found.early_safe_on) == (expected, early)


def test_the_day_on_which_a_law_ends_is_no_due_day() -> None:
    ends = {name for name, day in FIXED_DAYS.items() if day.nature is Nature.SUNSET}
    assert ends == {"cyberattack_law_ends", "safety_plan_enforcement_notice_ends"}
    assert not ends & set(KINDS)
    assert set(ONCE) <= set(KINDS)


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


@pytest.mark.parametrize(
    ("kind", "started", "last"),
    [
        ("social_media_destruction", date(2025, 11, 28), date(2026, 11, 28)),  # a Saturday; a ceiling on keeping
        ("challenge_file_destruction", date(2025, 11, 28), date(2026, 11, 28)),
        ("annual_notice_on_enrolment", date(2026, 11, 28), date(2026, 11, 28)),  # that day, says Ed. Code 49063
        ("emergency_parent_notice", date(2026, 11, 21), date(2026, 11, 28)),  # a district's own regulation
        ("breach_notice_by_a_business", date(2026, 11, 24), date(2026, 12, 24)),  # ours is closed, theirs need not be
        ("breach_sample_copy_by_a_business", date(2026, 12, 10), date(2026, 12, 25)),
        ("juvenile_court_notice", date(2026, 12, 17), date(2026, 12, 24)),
        ("classification_review", date(2028, 7, 1), date(2028, 12, 31)),  # before 1 January; a Sunday
    ],
)
def test_what_is_no_act_asked_of_this_office_by_a_code_stays_where_it_falls(
    kind: str, started: date, last: date
) -> None:
    closed = calendar_from_json({"closed": ["2026-12-24", "2026-12-25"]})
    assert due(kind, [started], closed).on == last


def test_an_order_that_names_no_end_lasts_three_full_years() -> None:
    assert on("order_without_an_end_date", date(2024, 2, 29)) == date(2027, 3, 1)
    assert on("order_without_an_end_date", date(2024, 3, 1)) == date(2027, 3, 1)
