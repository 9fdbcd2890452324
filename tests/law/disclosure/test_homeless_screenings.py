"""The exception of 2026 for eyes and teeth."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask

EYES = {
    "requester__kind": "nonprofit",
    "purpose": "eye_examination",
    "record__fields": ["name"],
    "student__homeless": True,
    "district__homeless_screenings_in_policy": True,
}


@pytest.mark.parametrize(("on", "outcome"), [("2025-12-31", Outcome.NO), ("2026-01-01", Outcome.MAY)])
def test_it_begins_on_the_first_of_2026(on: str, outcome: Outcome) -> None:
    assert ask("directory", on=on, **EYES).outcome is outcome


@pytest.mark.parametrize(
    "lack",
    [
        {"district__homeless_screenings_in_policy": False},
        {"choices": ["screening_refused"]},
        {"choices": ["directory_refused"]},
        {"purpose": "fundraising"},
        {"requester__kind": "media"},
        {"record__fields": ["telephone"]},
        {"district__directory_recipients": ["media"]},
        {"other__matched_by_ssn": True},
    ],
)
def test_each_condition_counts(lack: dict[str, object]) -> None:
    assert ask("directory", **EYES).outcome is Outcome.MAY
    assert ask("directory", **{**EYES, **lack}).outcome is Outcome.NO


def test_teeth_may_be_looked_at_by_the_county_too_and_eyes_not() -> None:
    county = {**EYES, "requester__kind": "county_agency", "district__directory_recipients": ["county_agency"]}
    assert ask("directory", **{**county, "purpose": "oral_health_assessment"}).outcome is Outcome.MAY
    assert ask("directory", **county).outcome is Outcome.NO


@pytest.mark.parametrize("purpose", ["eye_examination", "oral_health_assessment"])
def test_who_has_a_home_and_refused_the_examination_stands_on_no_list_for_it_either(purpose: str) -> None:
    asked = {"requester__kind": "nonprofit", "purpose": purpose}
    assert ask("directory", **asked).outcome is Outcome.MAY
    assert ask("directory", **asked, choices=["screening_refused"]).outcome is Outcome.NO
    assert ask("directory", choices=["screening_refused"]).outcome is Outcome.MAY
