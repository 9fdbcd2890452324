"""What a sustained challenge ordered removed is destroyed, and not kept."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

REMOVED: dict[str, Any] = {"challenge_decision": "sustained", "removal_ordered": True}
NOTICE = {"kind": "disciplinary_notice"}
HERE: dict[str, Any] = {"student": {"age": 12, "enrolled": True}, "record": {**NOTICE, "no_longer_needed": False}}
NOT_KEPT = "retention.removed_by_challenge.not_kept"


@pytest.mark.parametrize("kind", ["disciplinary_notice", "behaviour_report", "rejoinder"])
def test_what_was_ordered_removed_is_not_kept_and_goes(kind: str) -> None:
    in_time = {"record": {"kind": kind}, "student__school_years_since_classified": 1}
    kept = ask("retain", **in_time, other=REMOVED)
    assert because(kept) == [NOT_KEPT]
    assert "secure_destruction" in duties(kept)
    assert ask("destroy", **in_time, other=REMOVED).outcome is Outcome.MUST


def test_what_was_ordered_corrected_is_kept_and_not_destroyed_for_that() -> None:
    corrected = {"challenge_decision": "sustained", "removal_ordered": False}
    assert ask("retain", record=NOTICE, other=corrected).outcome is Outcome.MAY
    here = {"student": {"age": 12, "enrolled": True}, "record": {**NOTICE, "no_longer_needed": False}}
    assert ask("destroy", **here, other=corrected).outcome is Outcome.NO


@pytest.mark.parametrize("action", ["retain", "destroy"])
@pytest.mark.parametrize("unsaid", ["removal_ordered", "challenge_decision"])
def test_whoever_keeps_it_or_destroys_it_is_asked_what_was_ordered(action: str, unsaid: str) -> None:
    asked = ask(action, **HERE, other={**REMOVED, unsaid: None})
    assert asked.outcome is Outcome.NEEDS_MORE
    assert missing(asked) == [f"other.{unsaid}"]
    assert not {"secure_destruction", "notify_parent_after"} & duties(asked)


@pytest.mark.parametrize("record", [NOTICE, {"kind": "health"}, {"kind": "health", "forwarded": True}])
@pytest.mark.parametrize(
    "other",
    [
        {"challenge_decision": "sustained", "removal_ordered": False},
        {"challenge_decision": "denied", "removal_ordered": True},
        {"challenge_decision": "pending", "removal_ordered": True},
    ],
)
def test_nothing_is_destroyed_by_a_correction_or_a_denial(record: dict[str, Any], other: dict[str, Any]) -> None:
    student = {"age": 12, "enrolled": True, "school_years_since_classified": 1}
    here = {"student": student, "record": {**record, "no_longer_needed": False}}
    assert ask("destroy", **here, other=other).outcome is Outcome.NO
    assert ask("retain", **here, other=other).outcome is Outcome.MAY


def test_what_was_forwarded_and_corrected_does_not_go_by_the_years_either() -> None:
    corrected = {"challenge_decision": "sustained", "removal_ordered": False}
    decision = ask("destroy", record={"kind": "health", "forwarded": True}, other=corrected)
    assert decision.outcome is Outcome.NO
    assert "notify_parent_after" not in duties(decision)


@pytest.mark.parametrize("decided", ["pending", "denied", None])
def test_no_challenge_that_was_not_sustained_removes_anything(decided: str | None) -> None:
    assert ask("retain", record=NOTICE, other={"challenge_decision": decided}).outcome is Outcome.MAY


@pytest.mark.parametrize("flag", ["on_hold", "pending_request"])
def test_a_hold_or_a_request_comes_first(flag: str) -> None:
    held = ask("retain", record={**NOTICE, flag: True}, other=REMOVED)
    assert held.outcome is Outcome.MUST
    assert "secure_destruction" not in duties(held)


@pytest.mark.parametrize("kind", ["transcript", "access_log"])
def test_the_permanent_record_and_the_log_stay(kind: str) -> None:
    assert ask("retain", record={"kind": kind}, other=REMOVED).outcome is Outcome.MUST
    assert ask("destroy", record={"kind": kind}, other=REMOVED).outcome is Outcome.NO
