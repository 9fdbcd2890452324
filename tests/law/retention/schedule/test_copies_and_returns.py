"""A vendor's copy, and the student who comes back."""

from __future__ import annotations

from datetime import date

from tests.law.retention.schedule.cases import of, span


def test_whoever_came_back_is_under_a_reading_that_counsel_is_asked_of() -> None:
    stayed = {"created": "2024-01-01", "born": "2010-03-02", "left": "2025-06-10"}
    assert of("social_media_information", **stayed).citation == "Ed. Code 49073.6(c)(3)"
    back = of("social_media_information", **stayed, enrolled="2025-08-12")
    assert back.citation == "Ed. Code 49073.6(c)(3)(A)"
    assert back.latest_on == date(2029, 3, 2)


def test_a_vendors_copy_of_whatever_kind_runs_by_its_contract() -> None:
    for kind in ("marks_and_credits", "health", "consent_form", "discipline"):
        running = of(kind, record={"held_by": "vendor"}, created="2024-01-01")
        assert (running.earliest_on, running.blocked_by) == (None, ("the contract runs",))
        day = "2026-06-30"
        assert span(kind, record={"held_by": "vendor"}, contract_satisfied=day) == (day, day)
