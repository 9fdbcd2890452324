"""A copy given out for an audit or a study goes when that is done; the record itself stays on its schedule."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.each import each
from tests.law.worlds import ask, because, duties, missing

WHO = ["auditor", "researcher", "state_agency", "federal_agency", "county_placing_agency"]


@pytest.mark.parametrize("kind", WHO)
def test_nothing_is_kept_that_the_audit_or_study_no_longer_needs(kind: str) -> None:
    done = {"kind": "study_copy", "no_longer_needed": True}
    refused = ask("retain", requester={"kind": kind}, record=done)
    assert because(refused) == ["retention.recipients.no_longer_needed_for_the_audit_or_study"]
    going_on = ask("retain", requester={"kind": kind}, record={**done, "no_longer_needed": False})
    assert going_on.outcome is Outcome.MAY
    assert "destroy_when_done" in duties(going_on)


@pytest.mark.parametrize("kind", WHO)
def test_whoever_audits_or_studies_destroys_its_own_copy_and_never_the_districts_record(kind: str) -> None:
    copy = {"kind": "study_copy", "no_longer_needed": True}
    assert ask("destroy", requester={"kind": kind}, record=copy).outcome is Outcome.MUST
    assert ask("destroy", requester={"kind": kind}, record={**copy, "no_longer_needed": False}).outcome is Outcome.NO
    for theirs in ("transcript", "test_results"):
        refused = ask("destroy", requester={"kind": kind}, record={**copy, "kind": theirs})
        assert "retention.keepers.by_nobody_else" in because(refused)


@each("kind", WHO)
@each("theirs", ["transcript", "test_results", "discipline", "health"])
def test_whatever_they_have_in_hand_is_such_a_copy_and_no_year_of_the_districts_is_asked(
    kind: str, theirs: str
) -> None:
    by = {"requester": {"kind": kind}, "student": {"age": 20, "former": True}}
    assert missing(ask("retain", record={"kind": theirs}, **by)) == ["record.no_longer_needed"]
    assert ask("retain", record={"kind": theirs, "no_longer_needed": True}, **by).outcome is Outcome.NO
    assert ask("retain", record={"kind": theirs, "no_longer_needed": False}, **by).outcome is Outcome.MAY
    assert ask("destroy", record={"kind": theirs}, **by).outcome is Outcome.NO


def test_nobody_else_destroys_the_copy_of_a_study() -> None:
    copy = {"kind": "study_copy", "no_longer_needed": True}
    for kind in ("parent", "teacher", "volunteer", "vendor"):
        assert "retention.keepers.by_nobody_else" in because(ask("destroy", requester={"kind": kind}, record=copy))


def test_a_copy_on_hold_waits_though_the_study_is_done() -> None:
    held = {"kind": "study_copy", "no_longer_needed": True, "on_hold": True}
    assert ask("destroy", requester={"kind": "researcher"}, record=held).outcome is Outcome.NO


def test_the_districts_own_record_is_not_touched_by_the_studys_end() -> None:
    record = {"kind": "test_results", "no_longer_needed": True}
    assert ask("retain", record=record, student__school_years_since_classified=1).outcome is Outcome.MAY
