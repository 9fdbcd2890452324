"""The state's request for fingerprints."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing


def of(whose: str | None) -> dict[str, Any]:
    return {"purpose": "fingerprinting", "record": {"kind": "ssn", "whose": whose}}


@pytest.mark.parametrize("action", ["collect", "solicit"])
def test_who_will_work_here_gives_the_number_on_that_form(action: str) -> None:
    decision = ask("collect", action=action, **of("employee"))
    assert decision.outcome is Outcome.MAY
    assert because(decision) == ["collection.fingerprint_forms.of_who_will_work_here"]
    assert decision.limits == ("on_that_form_only",)


def test_a_parent_who_helps_waits_for_counsel() -> None:
    waits = ask("collect", **of("parent"))
    assert waits.outcome is Outcome.NEEDS_MORE
    assert missing(waits) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(waits)
    assert ask("collect", **of("parent"), other={"counsel_cleared": True}).outcome is Outcome.MAY
    assert ask("collect", **of("parent"), other={"counsel_cleared": False}).outcome is Outcome.NO


def test_no_student_is_fingerprinted_even_if_counsel_agrees() -> None:
    for cleared in (None, True, False):
        assert ask("collect", **of("student"), other={"counsel_cleared": cleared}).outcome is Outcome.NO


def test_whose_number_it_is_must_be_said() -> None:
    assert missing(ask("collect", **of(None)))[0] == "record.whose"


def test_it_is_no_condition_of_enrolment() -> None:
    assert ask("collect", action="require_for_enrolment", **of("employee")).outcome is Outcome.NO
