"""Why no letter is given: the plainest sentence for each case."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because

FORMER = {"kind": "former_student", "identity": "verified"}


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"student__enrolled": True}, "the_student_is_here"),
        ({"student__days_since_left_lea": 59}, "too_soon"),
        ({"student__days_since_left_lea": 59, "requester": FORMER}, "too_soon"),
        ({"other__ccpa_excluded": False}, "under_the_ccpa"),
        ({"requester": FORMER}, "a_minor_alone"),
        ({"student__age": 18}, "the_former_student_is_18"),
        ({"requester": {"kind": "nurse", "designated": False}}, "not_the_superintendent_or_designee"),
        ({"requester": {"kind": "vendor"}, "papers": []}, "the_familys_request_first"),
        ({"requester": {"kind": "attorney", "identity": "verified"}}, "nobody_else"),
        ({"requester__rights_terminated": True}, "nobody_else"),
    ],
)
def test_each_refusal_has_its_sentence(facts: dict[str, Any], why: str) -> None:
    decision = ask("letter", **facts)
    assert decision.outcome is Outcome.NO
    assert because(decision) == [f"programmes.operators_limits.{why}"]
