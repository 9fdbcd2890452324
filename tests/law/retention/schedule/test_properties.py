"""What holds of the schedule whatever happened, and that it says what the rules say."""

from __future__ import annotations

import ast
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from fileroom.law import Outcome, decide
from fileroom.law.days import school_year, school_year_begins, school_year_ends
from fileroom.law.facts import Action
from fileroom.law.retention import schedule as folder
from fileroom.law.retention.schedule import Case, Event, asked, schedule
from tests.law.retention.schedule.cases import DAYS, OPENINGS, cases, of
from tests.law.worlds import OPEN_EVERY_WEEKDAY

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # other work may run beside
LATE = date(2100, 1, 1)
RETAINABLE: tuple[dict[str, str], ...] = (
    {"kind": "health"}, {"kind": "interim_record"}, {"kind": "attendance", "class": "interim"}, {"kind": "discipline"},
    {"kind": "transcript"}, {"kind": "consent_form"}, {"kind": "access_log"}, {"kind": "name_gender_change"},
    {"kind": "business_record", "district_class": "class_1"}, {"kind": "business_record", "district_class": "class_3"},
    {"kind": "social_media_information"}, {"kind": "juvenile_court_notice"}, {"kind": "challenge_file"},
)  # fmt: skip


def days_of(given: dict[str, Any]) -> tuple[date, date]:
    """The first and last day, with a far day for none."""
    made = schedule(Case.from_json(given))
    return made.earliest_on or LATE, made.latest_on or LATE


def last_event(case: Case) -> date:
    return max(it.date_ for it in case.events)


@UNHURRIED
@given(cases())
def test_the_first_day_is_never_after_the_last(given_case: dict[str, Any]) -> None:
    made = schedule(Case.from_json(given_case))
    if made.earliest_on and made.latest_on:
        assert made.earliest_on <= made.latest_on
    assert made.basis and made.citation
    if made.earliest_on is None:
        assert made.blocked_by


@UNHURRIED
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_in_which_events_are_told_does_not_matter(given_case: dict[str, Any], chance: Any) -> None:
    shuffled = list(given_case["events"])
    chance.shuffle(shuffled)
    assert schedule(Case.from_json(given_case)) == schedule(Case.from_json({**given_case, "events": shuffled}))


@UNHURRIED
@given(cases(), DAYS)
def test_a_further_hold_never_lets_a_record_go_earlier(given_case: dict[str, Any], day: date) -> None:
    hold = {"date": day.isoformat(), "event": "hold_placed"}
    first, last = days_of(given_case)
    with_hold = days_of({**given_case, "events": [*given_case["events"], hold]})
    assert with_hold[0] >= first
    assert with_hold[1] >= last


@UNHURRIED
@given(cases(), DAYS, st.integers(0, 900), st.sampled_from(["hold", "inspection", "suit"]))
def test_a_hold_that_has_ended_never_let_a_record_go_earlier_either(
    given_case: dict[str, Any], day: date, length: int, kind: str
) -> None:
    opening, ending = next(pair for pair in zip(OPENINGS[::2], OPENINGS[1::2], strict=True) if pair[0].startswith(kind))
    if given_case["record"]["kind"] == "challenge_file":
        assume(kind != "suit")  # a suit filed in time has its own rule there
    pair = [
        {"date": day.isoformat(), "event": opening},
        {"date": (day + timedelta(length)).isoformat(), "event": ending},
    ]
    before = given_case["events"]
    assume(not any(it["event"] in (opening, ending) for it in before))
    first, last = days_of(given_case)
    held = days_of({**given_case, "events": [*before, *pair]})
    assert held[0] >= first
    assert held[1] >= last


@UNHURRIED
@given(cases(({"kind": "health"},), never=(Event.CLASSIFIED_DISPOSABLE,)), st.integers(1, 2000))
def test_reading_a_is_the_latest_where_the_record_was_classified_after_all_else(
    given_case: dict[str, Any], later: int
) -> None:
    day = last_event(Case.from_json(given_case)) + timedelta(later)
    events = [*given_case["events"], {"date": day.isoformat(), "event": "classified_disposable"}]

    def first(reading: str) -> date | None:
        board = {"interim_reading": reading}
        return schedule(Case.from_json({**given_case, "events": events, "district": board})).earliest_on

    last = first("A")
    assert last is None or all(last >= (first(reading) or date.min) for reading in "BC")


@UNHURRIED
@given(DAYS)
def test_the_third_school_year_after_classification_is_one_whole_school_year(day: date) -> None:
    made = of("health", classified_disposable=day.isoformat())
    assert made.earliest_on is not None and made.latest_on is not None
    assert made.earliest_on == school_year_begins(school_year(day) + 3)
    assert made.latest_on == school_year_ends(school_year(day) + 3)
    assert school_year(made.earliest_on) == school_year(made.latest_on)
    assert school_year(made.latest_on + timedelta(1)) == school_year(day) + 4


@settings(UNHURRIED, max_examples=500)
@given(cases(), st.integers(0, 4000))
@example({"record": {"kind": "juvenile_court_notice"}, "events": [{"date": "2008-02-29", "event": "born"}]}, 6574)
@example(
    {
        "record": {"kind": "challenge_file"},
        "events": [
            {"date": "2015-01-01", "event": "board_decision"},
            {"date": "2020-02-29", "event": "suit_filed"},  # years too late
        ],
    },
    0,
)
def test_what_the_schedule_allows_on_a_day_the_rules_grant_and_the_reverse(given_case: dict[str, Any], on: int) -> None:
    case = Case.from_json(given_case)
    day = max(last_event(case) + timedelta(on), date(2026, 1, 1))
    decision = decide(asked(case, day), OPEN_EVERY_WEEKDAY)
    assert decision.granted is schedule(case).allows(day), (decision.because, decision.missing)


@settings(UNHURRIED, max_examples=300)
@given(cases(RETAINABLE, never=(Event.TRANSFERRED,)), st.integers(0, 4000))
@example(
    {
        "record": {"kind": "challenge_file"},
        "events": [
            {"date": "2026-01-05", "event": "board_decision"},
            {
                "date": "2026-06-05",
                "event": "superintendent_decision",
            },  # the board.s year governs
        ],
    },
    250,
)
@example(
    {
        "record": {"kind": "health"},
        "events": [
            {"date": "2020-02-29", "event": "left"},
            {"date": "2020-03-01", "event": "hold_placed"},
            {"date": "2026-02-02", "event": "hold_lifted"},
        ],
    },
    0,
)
def test_what_may_still_be_kept_by_the_schedule_no_rule_forbids_to_keep(given_case: dict[str, Any], on: int) -> None:
    case = Case.from_json(given_case)
    made = schedule(case)
    day = max(last_event(case) + timedelta(on), date(2026, 1, 1))
    decision = decide(asked(case, day, Action.RETAIN), OPEN_EVERY_WEEKDAY)
    if made.latest_on is not None:
        # What was held beyond its last day goes on the day on which it is free, which the schedule names: it may be
        # destroyed on it, and no rule lets it be kept on it.
        goes_at_once = made.earliest_on == made.latest_on == day
        assert decision.granted is (day <= made.latest_on) or goes_at_once, (day, decision.because)
    elif made.blocked_by == ("kept for ever",):
        assert decision.outcome is Outcome.MUST


def test_no_file_of_the_schedule_holds_a_number_of_the_law() -> None:
    for path in Path(str(folder.__file__)).parent.glob("*.py"):
        numbers = [
            node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)
        ]
        assert {number for number in numbers if type(number) in (int, float)} <= {0, 1, 2, 12}, path.name
