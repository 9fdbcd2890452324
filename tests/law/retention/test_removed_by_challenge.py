"""What a sustained challenge ordered removed is destroyed, and not kept."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

REMOVED: dict[str, Any] = {"challenge_decision": "sustained", "removal_ordered": True}
NOTICE = {"kind": "disciplinary_notice"}
NOT_KEPT = "retention.removed_by_challenge.not_kept"


@pytest.mark.parametrize("kind", ["disciplinary_notice", "behaviour_report", "rejoinder"])
@pytest.mark.parametrize("other", [REMOVED, {"removal_ordered": True}])
def test_what_was_ordered_removed_is_not_kept_and_goes(kind: str, other: dict[str, Any]) -> None:
    in_time = {"record": {"kind": kind}, "student__school_years_since_classified": 1}
    kept = ask("retain", **in_time, other=other)
    assert because(kept) == [NOT_KEPT]
    assert "secure_destruction" in duties(kept)
    assert ask("destroy", **in_time, other=other).outcome is Outcome.MUST


def test_what_was_ordered_corrected_is_kept_and_not_destroyed_for_that() -> None:
    corrected = {"challenge_decision": "sustained", "removal_ordered": False}
    assert ask("retain", record=NOTICE, other=corrected).outcome is Outcome.MAY
    here = {"student": {"age": 12, "enrolled": True}, "record": {**NOTICE, "no_longer_needed": False}}
    assert ask("destroy", **here, other=corrected).outcome is Outcome.NO


def test_who_keeps_it_is_asked_what_was_ordered_and_who_destroys_it_has_said_so() -> None:
    won = {"challenge_decision": "sustained"}
    asked = ask("retain", record=NOTICE, other=won)
    assert asked.outcome is Outcome.NEEDS_MORE
    assert missing(asked) == ["other.removal_ordered"]
    assert "secure_destruction" not in duties(asked)
    assert ask("destroy", record=NOTICE, other=won).outcome is Outcome.MUST


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
