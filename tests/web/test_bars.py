"""Counts minute by minute as bars: as high as their number, at their minute, and told in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from fileroom.hosting.embedded import Urls

AT, MINUTE = datetime(2026, 9, 2, 15, 30, tzinfo=UTC), timedelta(minutes=1)


def test_each_bar_is_as_high_as_its_number_and_stands_at_its_minute(installation: Urls) -> None:
    from fileroom.web.bars import EDGE, FOOT, HEIGHT, bars

    made = bars({AT: 10, AT + 2 * MINUTE: 30, AT + 3 * MINUTE: 0})
    assert made is not None
    (first, low), (second, high) = [(x, height) for x, _, _, height in made.bars]
    assert high == HEIGHT - FOOT - EDGE and abs(low * 3 - high) < 0.5
    assert second > first
    assert (made.begins, made.ends) == ("8:30 a.m.", "8:32 a.m.")
    assert "busiest minute 30 students, 13.3 a minute" in made.says


def test_where_nothing_was_counted_there_is_no_chart(installation: Urls) -> None:
    from fileroom.web.bars import bars

    assert bars({}) is None
    assert bars({AT: 0}) is None
