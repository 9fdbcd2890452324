"""Captures of social media on their way into a file."""

from __future__ import annotations

from fileroom.law import Outcome
from tests.law.worlds import ask, duties, missing

CAPTURE = {"record": {"kind": "social_media_information"}}


def test_a_capture_enters_a_file_through_counsel_alone() -> None:
    waits = ask("add", **CAPTURE)
    assert missing(waits) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(waits)
    assert ask("add", other__counsel_cleared=True, **CAPTURE).outcome is Outcome.MAY
    assert ask("add", other__counsel_cleared=False, **CAPTURE).outcome is Outcome.NO


def test_the_copy_moves_no_last_day_of_the_capture() -> None:
    kept = ask("retain", other__counsel_cleared=True, **CAPTURE)
    assert kept.outcome is Outcome.NO
