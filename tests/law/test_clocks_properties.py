"""What holds of every clock, whatever day starts it and whatever the district's calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from fileroom.law.clocks import COUNTED, YEARLY, due, shortest
from fileroom.law.days import Calendar, calendar_from_json
from fileroom.law.figures import EVERY_FIGURE, FIGURES, FIXED_DAYS, Each, Nature, Unit
from tests.law import reference_clocks
from tests.law.worlds import OPEN_EVERY_WEEKDAY

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


OF_A_GRADE = [name for name, day in FIXED_DAYS.items() if day.each is Each.SCHOOL_YEAR]  # missed, it is past
OF_HOURS = [kind for kind in COUNTED if FIGURES[kind].unit is Unit.HOURS]


@settings(max_examples=600, deadline=None)
@given(st.sampled_from(OF_DAYS), DAYS, calendars())
def test_every_clock_of_days_ends_where_a_clerk_crossing_off_days_ends(
    kind: str, start: date, calendar: Calendar
) -> None:
    assert due(kind, [start], calendar).on == reference_clocks.due_on(kind, start, calendar)


@settings(max_examples=300)
@given(st.sampled_from(OF_HOURS), st.datetimes(datetime(2024, 1, 1), datetime(2029, 12, 1)))  # noqa: DTZ001
@example("closed_session_election", datetime(2024, 11, 1, 8))  # noqa: DTZ001  it ends in the hour that comes twice
def test_every_clock_of_hours_ends_where_universal_time_says(kind: str, start: datetime) -> None:
    found = due(kind, [start.replace(tzinfo=UTC)], OPEN_EVERY_WEEKDAY).on
    expected = reference_clocks.hours_on(start.replace(tzinfo=UTC), FIGURES[kind].value)
    assert isinstance(found, datetime)
    # As instants: Python holds a wall clock's repeated hour equal to no other zone's time, not even its own instant.
    assert found.astimezone(UTC) == expected.astimezone(UTC)
    assert found.utcoffset() == expected.utcoffset()


@settings(max_examples=300, deadline=None)
@given(st.sampled_from((*COUNTED, *YEARLY)), st.datetimes(datetime(2024, 1, 1), datetime(2029, 12, 1)), calendars())  # noqa: DTZ001
def test_nothing_falls_due_before_it_starts_nor_before_its_early_safe_day(
    kind: str, start: datetime, calendar: Calendar
) -> None:
    found = due(kind, [start], calendar)
    figure = EVERY_FIGURE[kind]
    assert found.early_safe_on <= found.on
    assert found.within == figure.within
    if kind not in OF_HOURS:
        assert found.on >= start.date() or kind in OF_A_GRADE
        assert calendar.is_open(found.on) or not EVERY_FIGURE[kind].rolls_on
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
    assert calendar.is_open(found.on) or not FIGURES[kind].rolls_on


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(OF_DAYS), min_size=1, max_size=4), DAYS, calendars())
def test_of_several_clocks_the_first_to_end_governs(kinds: list[str], start: date, calendar: Calendar) -> None:
    governs = shortest(kinds, [start], calendar)
    assert governs.on == min(due(kind, [start], calendar).on for kind in kinds)
