"""The days of each kind of record, from its events."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from fileroom.law.facts import Unreadable
from fileroom.law.retention.schedule import Case, schedule
from tests.law.retention.schedule.cases import case, of, span

SAMPLE: dict[str, Any] = {
    "id": "r1", "record": {"kind": "interim_record", "class": "interim", "held_by": "district"},
    "district": {"interim_reading": "A"},
    "events": [
        {"date": "2023-02-15", "event": "created"}, {"date": "2023-10-15", "event": "left"},
        {"date": "2024-11-12", "event": "classified_disposable"},
    ],
}  # fmt: skip


def test_the_sample_of_the_contract_comes_out_as_printed_there() -> None:
    read = Case.from_json(SAMPLE)
    told = schedule(read).to_json()
    assert read.id == "r1"
    assert "2024-25" in told.pop("basis")
    assert told == {
        "earliest_on": "2027-07-01", "latest_on": "2028-06-30", "citation": "5 CCR 437(c)", "blocked_by": [],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("reading", "first", "last"),
    [("A", "2027-07-01", "2028-06-30"), ("B", "2025-07-01", "2026-06-30"), ("C", "2026-07-01", "2027-06-30")],
)
def test_each_reading_counts_from_its_own_day(reading: str, first: str, last: str) -> None:
    events = {"created": "2023-02-15", "left": "2023-10-15", "classified_disposable": "2024-11-12"}
    assert span("health", reading=reading, **events) == (first, last)


def test_a_is_the_reading_of_a_board_that_has_chosen_none() -> None:
    events = {key: value for key, value in SAMPLE.items() if key != "district"}
    assert schedule(Case.from_json(events)) == schedule(Case.from_json(SAMPLE))


@pytest.mark.parametrize(
    ("classified", "first"),
    [("2024-06-30", "2026-07-01"), ("2024-07-01", "2027-07-01"), ("2025-06-30", "2027-07-01")],
)
def test_the_school_year_turns_on_the_first_of_july(classified: str, first: str) -> None:
    assert span("health", classified_disposable=classified)[0] == first


def test_what_is_not_classified_has_no_day_under_reading_a() -> None:
    unclassified = of("health", created="2015-02-15", left="2016-06-10")
    assert (unclassified.earliest_on, unclassified.latest_on) == (None, None)
    assert unclassified.blocked_by == ("not classified as disposable",)


def test_a_record_still_useful_waits_under_reading_b_and_goes_when_its_use_ends() -> None:
    assert span("health", reading="B", created="2015-02-15") == (None, None)
    assert of("health", reading="B", left="2016-06-10").blocked_by == ("origin not known",)
    assert span("health", reading="B", created="2015-02-15", left="2026-06-10") == ("2026-06-10", "2026-06-10")
    assert span("health", reading="B", created="2024-02-15", left="2026-10-10") == ("2026-10-10", "2027-06-30")


def test_reading_c_waits_for_the_student_to_leave() -> None:
    assert of("health", reading="C", classified_disposable="2015-02-15").blocked_by == ("the student has not left",)


@pytest.mark.parametrize("kind", ["transcript", "cumulative_file", "legal_name", "immunization"])
def test_a_permanent_record_has_no_day_and_says_so(kind: str) -> None:
    told = of(kind, created="1961-09-10", left="1973-06-10", classified_disposable="1980-01-10")
    assert (told.earliest_on, told.latest_on, told.blocked_by) == (None, None, ("kept for ever",))


@pytest.mark.parametrize("kind", ["consent_form", "name_gender_change", "access_log"])
def test_consents_name_documents_and_the_log_outlive_every_clock(kind: str) -> None:
    told = of(kind, created="2001-09-10", consented="2001-09-10", classified_disposable="2002-01-10")
    assert told.blocked_by == ("kept for ever",)
    assert not told.allows(date(2090, 1, 1))


@pytest.mark.parametrize(
    ("left", "first"), [("2026-06-10", "2026-12-10"), ("2025-08-31", "2026-03-01"), ("2023-08-29", "2024-02-29")]
)
def test_a_permitted_record_may_go_six_months_after_leaving_and_has_no_last_day(left: str, first: str) -> None:
    assert span("disciplinary_notice", left=left) == (first, None)


def test_a_permitted_record_of_no_use_still_waits_six_months_after_the_student_left() -> None:
    useless: dict[str, Any] = {"created": "2025-09-10", "classified_disposable": "2025-11-10"}
    assert of("disciplinary_notice", **useless).blocked_by == ("the student has not left",)
    assert span("disciplinary_notice", **useless, left="2026-06-10") == ("2026-12-10", None)


def test_a_permitted_record_found_useless_later_goes_from_that_day() -> None:
    later = {"left": "2026-06-10", "classified_disposable": "2027-02-01"}
    assert span("disciplinary_notice", **later) == ("2027-02-01", None)


def test_completing_a_program_counts_like_leaving_for_a_permitted_record_only() -> None:
    assert span("disciplinary_notice", completed_programme="2026-01-15") == ("2026-07-15", None)
    assert span("health", reading="C", completed_programme="2026-01-15") == (None, None)


def test_social_media_goes_within_a_year_of_18_or_of_leaving_and_may_go_any_day() -> None:
    kind = "social_media_information"
    assert span(kind, created="2024-01-10", born="2008-03-02") == ("2024-01-10", "2027-03-02")
    assert span(kind, created="2024-01-10", born="2008-03-02", left="2025-06-10") == ("2024-01-10", "2026-06-10")
    assert span(kind, created="2024-01-10", born="2008-02-29") == ("2024-01-10", "2027-02-28")
    assert span(kind, created="2024-01-10", left="2024-02-29") == ("2024-01-10", "2025-02-28")
    assert span(kind, created="2024-01-10") == ("2024-01-10", None)
    assert of(kind).blocked_by == ("no day is known",)


def test_a_vendor_gets_no_extra_year_and_the_end_of_the_contract_counts() -> None:
    vendor: dict[str, Any] = {"record": {"held_by": "vendor"}, "created": "2024-01-10", "born": "2008-03-02"}
    kind = "social_media_information"
    assert span(kind, **vendor) == ("2024-01-10", "2026-03-02")
    assert span(kind, **vendor, left="2025-06-10") == ("2024-01-10", "2025-06-10")
    assert span(kind, **vendor, contract_satisfied="2024-12-31") == ("2024-01-10", "2024-12-31")
    assert span(kind, created="2024-01-10", born="2008-03-02", contract_satisfied="2024-12-31")[1] == "2027-03-02"
    assert span("vendor_held_data", contract_satisfied="2026-06-30") == ("2026-06-30", "2026-06-30")
    assert of("vendor_held_data", created="2024-01-10").blocked_by == ("the contract runs",)


def test_re_enrolment_starts_the_clock_of_leaving_anew_and_leaves_the_birthday_alone() -> None:
    away = {"created": "2023-01-10", "left": "2024-06-10", "enrolled": "2024-09-01"}
    assert span("social_media_information", **away, born="2008-03-02")[1] == "2027-03-02"
    again: dict[str, Any] = {**away, "left": ["2024-06-10", "2025-03-01"]}
    assert span("social_media_information", **again, born="2008-03-02")[1] == "2026-03-01"
    assert span("disciplinary_notice", **away) == (None, None)
    assert span("disciplinary_notice", **again) == ("2025-09-01", None)
    assert span("health", reading="C", **again)[0] == "2027-07-01"
    assert span("health", **away, classified_disposable="2024-07-15") == (None, None)


def test_the_file_of_a_challenge_goes_a_year_after_the_boards_decision() -> None:
    assert span("challenge_file", board_decision="2025-03-03") == ("2026-03-03", "2026-03-03")
    assert span("challenge_file", board_decision="2024-02-29") == ("2025-02-28", "2025-02-28")
    assert span("challenge_file", superintendent_decision="2025-01-05", board_decision="2025-03-03")[0] == "2026-03-03"
    assert of("challenge_file", created="2025-01-05").blocked_by == ("the challenge is not decided",)


def test_where_nobody_appealed_counsel_confirms_the_day() -> None:
    told = of("challenge_file", superintendent_decision="2025-01-05")
    assert (told.earliest_on, told.latest_on) == (date(2026, 1, 5), date(2026, 1, 5))
    assert told.blocked_by == ("counsel has not confirmed",)
    assert not told.allows(date(2027, 1, 1))


def test_a_suit_filed_in_time_stops_the_year_and_one_filed_late_does_not() -> None:
    assert of("challenge_file", board_decision="2025-03-03", suit_filed="2025-05-01").blocked_by == (
        "suit filed on 2025-05-01",
    )
    over = span("challenge_file", board_decision="2025-03-03", suit_filed="2025-05-01", suit_closed="2027-01-15")
    assert over == ("2027-01-15", "2027-01-15")
    quick = span("challenge_file", board_decision="2025-03-03", suit_filed="2025-05-01", suit_closed="2025-06-15")
    assert quick == ("2026-03-03", "2026-03-03")
    assert span("challenge_file", board_decision="2025-03-03", suit_filed="2026-03-04")[0] == "2026-03-03"
    late = span("challenge_file", board_decision="2025-03-03", suit_filed="2026-03-04", suit_closed="2027-01-15")
    assert late[0] == "2026-03-03"


@pytest.mark.parametrize(
    ("events", "day"),
    [
        ({}, "2026-03-02"),
        ({"graduated": "2025-06-10"}, "2025-06-10"),
        ({"graduated": "2026-06-10"}, "2026-03-02"),
        ({"court_jurisdiction_ended": "2024-12-01", "graduated": "2025-06-10"}, "2024-12-01"),
        ({"left": "2023-06-10"}, "2026-03-02"),
    ],
)
def test_a_juvenile_courts_notice_goes_on_the_first_of_three_days(events: dict[str, str], day: str) -> None:
    assert span("juvenile_court_notice", born="2008-03-02", **events) == (day, day)
    assert span("juvenile_court_notice", born="2008-02-29") == ("2026-02-28", "2026-02-28")
    assert of("juvenile_court_notice", created="2024-01-01").blocked_by == ("none of the three days is known",)


def test_a_notice_of_the_school_police_waits_for_counsel_to_confirm_the_same_day() -> None:
    told = of("school_police_notice", born="2008-03-02")
    assert (told.latest_on, told.blocked_by) == (date(2026, 3, 2), ("counsel has not confirmed",))
    assert told.citation == "Welf. & Inst. Code 828.1"


def test_an_interim_record_sent_on_has_left_the_schedule_until_the_student_comes_back() -> None:
    events = {"classified_disposable": "2024-11-12", "transferred": "2024-11-20"}
    assert of("health", **events).blocked_by == ("forwarded to another school",)
    back = of("health", **events, enrolled="2025-01-10")
    assert back.blocked_by == ("not classified as disposable",)
    assert span("disciplinary_notice", transferred="2024-11-20") == ("2025-05-20", None)
    assert span("disciplinary_notice", left="2024-11-10", transferred="2024-11-20") == ("2025-05-10", None)


def test_the_districts_own_records_go_by_their_class() -> None:
    class_3 = {"district_class": "class_3"}
    assert span("business_record", record=class_3, created="2020-08-01") == ("2023-07-01", "2024-06-30")
    assert span("business_record", record=class_3, created="2020-08-01", audit_completed="2022-01-15") == (
        "2024-07-01", "2025-06-30",
    )  # fmt: skip
    assert of("business_record", record=class_3).blocked_by == ("origin not known",)
    assert of("business_record", record={"district_class": "class_1"}).blocked_by == ("kept for ever",)
    assert of("business_record", record={"district_class": "class_2"}).blocked_by == ("not reclassified",)
    assert of("business_record").blocked_by == ("class not known",)


def test_what_has_no_class_and_no_clock_is_kept_and_says_why() -> None:
    assert of("attendance", left="2001-06-10").blocked_by == ("class not known",)
    assert of("ethnicity", record={"class": "permanent"}, left="2001-06-10").blocked_by == ("class not known",)
    assert of(None, left="2001-06-10").blocked_by == ("class not known",)
    assert of("court_order", left="2001-06-10").blocked_by == ("no rule lets it go by a clock",)
    assert span("attendance", record={"class": "permitted"}, left="2001-06-10") == ("2001-12-10", None)


def test_a_hold_takes_the_day_away_and_its_end_gives_it_back_no_earlier() -> None:
    classified = {"classified_disposable": "2024-11-12"}
    open_hold = of("health", **classified, hold_placed="2026-01-05")
    assert (open_hold.earliest_on, open_hold.latest_on) == (None, None)
    assert open_hold.blocked_by == ("hold placed on 2026-01-05",)
    assert span("health", **classified, hold_placed="2026-01-05", hold_lifted="2026-02-05")[0] == "2027-07-01"
    assert span("health", **classified, hold_placed="2026-01-05", hold_lifted="2027-09-05") == (
        "2027-09-05", "2028-06-30",
    )  # fmt: skip
    assert span("health", **classified, hold_placed="2026-01-05", hold_lifted="2029-09-05") == (
        "2029-09-05", "2029-09-05",
    )  # fmt: skip
    assert span("disciplinary_notice", left="2024-06-10", hold_placed="2024-07-01", hold_lifted="2026-02-05") == (
        "2026-02-05", None,
    )  # fmt: skip


def test_of_two_holds_one_lifted_leaves_the_other() -> None:
    told = of("health", classified_disposable="2024-11-12", hold_placed=["2026-01-05", "2026-03-05"],
              hold_lifted="2026-02-05")  # fmt: skip
    assert told.blocked_by == ("hold placed on 2026-03-05",)


def test_a_hold_lifted_before_any_was_placed_lifts_nothing() -> None:
    told = of("health", classified_disposable="2024-11-12", hold_lifted="2025-02-05", hold_placed="2026-01-05")
    assert told.blocked_by == ("hold placed on 2026-01-05",)
    assert span("health", classified_disposable="2024-11-12", hold_lifted="2030-02-05")[0] == "2027-07-01"


def test_an_open_request_and_a_suit_hold_like_a_hold() -> None:
    classified = {"classified_disposable": "2024-11-12"}
    assert of("health", **classified, inspection_requested="2027-09-01").blocked_by == (
        "inspection requested on 2027-09-01",
    )
    assert span("health", **classified, inspection_requested="2027-09-01", inspection_given="2027-09-06")[0] == (
        "2027-09-06"
    )
    assert of("health", **classified, suit_filed="2027-09-01").blocked_by == ("suit filed on 2027-09-01",)


def test_a_hard_last_day_is_moved_by_nothing() -> None:
    events: dict[str, Any] = {"created": "2024-01-10", "left": "2025-06-10"}
    for more in ({"hold_placed": "2026-01-05"}, {"suit_filed": "2026-01-05"}):
        held = of("social_media_information", **events, **more)
        assert (held.earliest_on, held.latest_on) == (None, date(2026, 6, 10))
        assert "counsel is told: the last day does not move" in held.blocked_by
    asked = of("social_media_information", **events, inspection_requested="2026-01-05")
    assert asked.latest_on == date(2026, 6, 10)
    assert asked.blocked_by[1:] == ("give access at once: the last day does not move",)
    late = span("social_media_information", **events, hold_placed="2026-01-05", hold_lifted="2027-01-05")
    assert late == ("2026-06-10", "2026-06-10")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"record": {"kind": "helth"}}, r"record\.kind: .*health"),
        ({"record": {"held_by": "vender"}}, r"record\.held_by: .*vendor"),
        ({"district": {"interim_reading": "D"}}, r"district\.interim_reading: 'D' is not known"),
        ({"events": [{"date": "2024-02-30", "event": "left"}]}, r"events: date: a day like|events\.date: a day like"),
        ({"events": [{"date": "2024-02-20", "event": "gone"}]}, "'gone' is not known"),
        ({"events": [{"event": "left"}]}, "date: is needed"),
        ({"events": [{"date": "2024-02-20", "event": None}]}, "event: is needed"),
        ({"events": {}}, "events: a list is needed"),
        ({"event": []}, "no such fact; nearest allowed: events"),
        ({"id": []}, "id: a string or a number is needed"),
    ],
)
def test_what_cannot_be_read_is_named(given: dict[str, Any], message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        Case.from_json(given)


def test_a_case_without_events_is_read_and_has_no_days() -> None:
    assert case("health").events == ()
    assert span("health") == (None, None)
