"""A student who comes from another school."""

from __future__ import annotations

from tests.law.worlds import ask, duties

THREE = {"request_records_from_last_school", "request_discipline_records", "notify_parent_after"}


def test_both_requests_go_out_and_the_parent_is_told() -> None:
    assert duties(ask("office", action="enrol", student__from_another_school=True)) >= THREE


def test_a_first_school_asks_nobody() -> None:
    first = duties(ask("office", action="enrol", student__from_another_school=False))
    assert "request_discipline_records" not in first
    assert "request_discipline_records" not in duties(ask("office", action="enrol"))
