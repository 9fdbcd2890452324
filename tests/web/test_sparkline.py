"""A year as one line: where it goes, and what it says to whoever does not see it."""

from __future__ import annotations

from datetime import date, timedelta

from fileroom.duties.states import State

FIRST = date(2025, 10, 19)


def line(*numbers: int | None, attention: int = -1) -> object:
    from fileroom.programmes.policy.history import Night
    from fileroom.web.sparkline import sparkline

    nights = [
        Night(FIRST + timedelta(days=day), number, None, State.ATTENTION if day == attention else State.RUNNING)
        for day, number in enumerate(numbers)
    ]
    return sparkline(nights)


def test_it_runs_from_the_first_night_to_the_last_and_from_the_lowest_to_the_highest(district: str) -> None:
    from fileroom.web.sparkline import EDGE, HEIGHT, WIDTH, Sparkline

    it = line(1, 3, 2)
    assert isinstance(it, Sparkline)
    low, high = float(HEIGHT - EDGE), float(EDGE)
    assert it.points == f"{float(EDGE)},{low} {WIDTH / 2},{high} {float(WIDTH - EDGE)},{(low + high) / 2}"
    assert it.last == (WIDTH - EDGE, (low + high) / 2)


def test_it_says_where_it_begins_and_ends_and_how_many_nights_wanted_attention(district: str) -> None:
    from fileroom.web.sparkline import Sparkline

    it = line(1200, 3, 4, attention=1)
    assert isinstance(it, Sparkline)
    assert "From 1,200 on" in it.says and "to 4 on" in it.says and "lowest 3, highest 1,200" in it.says
    assert "Attention on 1 of 3 nights." in it.says and len(it.dots) == 1


def test_one_night_or_nights_without_a_number_are_no_line(district: str) -> None:
    assert line() is None and line(4) is None and line(None, None, 3) is None


def test_a_number_that_never_changes_is_a_level_line(district: str) -> None:
    from fileroom.web.sparkline import Sparkline

    it = line(5, 5, 5)
    assert isinstance(it, Sparkline) and len({point.split(",")[1] for point in it.points.split()}) == 1
