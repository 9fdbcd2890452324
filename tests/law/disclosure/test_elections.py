"""Elections officials."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, duties

COUNTY = {"requester__kind": "elections_official", "purpose": "voter_registration", "student__age": 18}


def test_voters_may_be_found_and_the_list_is_passed_on_to_nobody() -> None:
    decision = ask("directory", **COUNTY)
    assert decision.outcome is Outcome.MAY
    assert {"no_redisclosure_notice", "log_request", "log_release"} <= duties(decision)


@pytest.mark.parametrize(
    "lack",
    [
        {"purpose": "news"},
        {"record": {"kind": "transcript"}},
        {"choices": ["directory_refused"]},
        {"student__homeless": True},
        {"district__directory_recipients": ["media"]},
        {"district__directory_fields": []},
    ],
)
def test_each_condition_counts(lack: dict[str, object]) -> None:
    assert ask("directory", **{**COUNTY, **lack}).outcome is Outcome.NO


def test_who_refused_is_left_out_in_silence() -> None:
    assert ask("directory", **COUNTY, choices=["directory_refused"]).silent
