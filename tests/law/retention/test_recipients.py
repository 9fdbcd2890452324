"""Whoever received records for an audit or a study."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties

TIME_LEFT = {"student__school_years_since_classified": 1}


@pytest.mark.parametrize("kind", ["auditor", "researcher", "state_agency", "federal_agency", "county_placing_agency"])
def test_nothing_is_kept_that_the_audit_or_study_no_longer_needs(kind: str) -> None:
    done = {"kind": "test_results", "no_longer_needed": True}
    refused = ask("retain", requester={"kind": kind}, record=done, **TIME_LEFT)
    assert because(refused) == ["retention.recipients.no_longer_needed_for_the_audit_or_study"]
    going_on = ask("retain", requester={"kind": kind}, record={**done, "no_longer_needed": False}, **TIME_LEFT)
    assert going_on.outcome is Outcome.MAY
    assert "destroy_when_done" in duties(going_on)


def test_the_districts_own_record_is_not_touched_by_the_studys_end() -> None:
    record = {"kind": "test_results", "no_longer_needed": True}
    assert ask("retain", record=record, **TIME_LEFT).outcome is Outcome.MAY
