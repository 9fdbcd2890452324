"""Teachers are warned, and for how long."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

WARN: dict[str, Any] = {
    "action": "disclose", "record__kind": "discipline", "other__dangerous_conduct": True,
    "requester__interest": "not_stated",
}  # fmt: skip


@pytest.mark.parametrize(("years", "told"), [(0, True), (3, True), (4, False)])
def test_the_warning_reaches_back_three_school_years(years: int, told: bool) -> None:
    decision = ask("teacher", student__school_years_since_conduct=years, **WARN)
    assert decision.granted is told
    if told:
        assert "casework.teacher_warnings.of_the_last_school_years" in because(decision)
        assert "agree_confidentiality" in duties(decision)
        assert "relevant_records_only" in decision.limits


def test_a_teacher_of_others_is_not_warned() -> None:
    decision = ask("teacher", student__school_years_since_conduct=1, requester__has_student=False, **WARN)
    assert decision.outcome is Outcome.NO


@pytest.mark.parametrize("kind", ["volunteer", "pta", "parent"])
def test_the_warning_is_for_teachers(kind: str) -> None:
    decision = ask("teacher", student__school_years_since_conduct=1, requester__kind=kind, **WARN)
    assert "casework.teacher_warnings.of_the_last_school_years" not in because(decision)


def test_the_warning_tells_of_conduct_and_opens_nothing_else() -> None:
    facts = {**WARN, "record__kind": "health", "student__school_years_since_conduct": 1}
    assert not ask("teacher", **facts).granted


def test_the_year_of_the_conduct_is_asked() -> None:
    assert missing(ask("teacher", **WARN)) in (["student.school_years_since_conduct"], ["requester.interest"])


def test_a_private_use_of_the_warning_is_none() -> None:
    assert not ask("teacher", student__school_years_since_conduct=1, purpose="private_interest", **WARN).granted
