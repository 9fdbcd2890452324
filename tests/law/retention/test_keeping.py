"""Keeping a record beyond its time."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because


@pytest.mark.parametrize("kind", ["transcript", "legal_name", "consent_form", "name_gender_change", "access_log"])
def test_what_is_kept_for_ever_must_be_kept(kind: str) -> None:
    assert ask("retain", record={"kind": kind}).outcome is Outcome.MUST


def test_a_log_that_describes_nothing_any_longer_goes_with_its_class() -> None:
    assert ask("retain", record={"kind": "access_log", "describes_nothing_kept": True}).outcome is Outcome.NO


def test_an_interim_record_that_went_to_the_next_school_is_on_that_schools_schedule() -> None:
    assert ask("retain", record={"kind": "health", "forwarded": True}).outcome is Outcome.MAY
    assert ask("retain", record={"kind": "health"}).outcome is Outcome.NO


@pytest.mark.parametrize("flag", ["on_hold", "pending_request"])
@pytest.mark.parametrize("kind", ["health", "disciplinary_notice"])
def test_what_is_held_or_asked_for_must_be_kept(flag: str, kind: str) -> None:
    assert ask("retain", record={"kind": kind, flag: True}).outcome is Outcome.MUST


def test_a_permitted_record_has_no_last_day() -> None:
    assert ask("retain", record={"kind": "disciplinary_notice"}, student__months_since_left=600).outcome is Outcome.MAY


def test_what_no_rule_keeps_is_not_kept_beyond_its_time() -> None:
    assert because(ask("retain", record={"kind": "transcript"}, requester__kind="public")) == [
        "retention.keeping.only_as_the_regulations_say"
    ]
