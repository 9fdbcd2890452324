"""What is destroyed once counsel has looked."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, duties, missing

MOTHER = {"kind": "parent", "identity": "verified", "relationship": "verified", "legal_custody": True}
GONE: dict[str, Any] = {"age": 17, "former": True, "enrolled": False, "disability": True}


@pytest.mark.parametrize("kind", ["special_education", "iep_or_504_plan"])
def test_a_familys_wish_about_special_education_goes_to_counsel(kind: str) -> None:
    wished = {"record": {"kind": kind, "no_longer_needed": True}, "requester": MOTHER, "student": GONE}
    assert "counsel_review" in duties(ask("destroy", **wished))
    assert "counsel_review" not in duties(ask("destroy", other={"counsel_cleared": True}, **wished))
    assert "counsel_review" not in duties(ask("destroy", record={"kind": "health"}, requester=MOTHER, student=GONE))


@pytest.mark.parametrize("facts", [{"age": 18}, {"age": 17, "graduated": True}])
def test_counsel_says_whether_the_last_day_of_a_police_notice_has_come(facts: dict[str, Any]) -> None:
    notice = {"record": {"kind": "school_police_notice"}, "student": facts}
    waits = ask("destroy", **notice)
    assert missing(waits) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(waits)
    cleared = ask("destroy", other={"counsel_cleared": True}, **notice)
    assert cleared.outcome is Outcome.MAY
    assert "counsel_review" not in duties(cleared)
