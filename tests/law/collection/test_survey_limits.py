"""What no survey does, and what families are told."""

from __future__ import annotations

from typing import Any

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties

YES: list[dict[str, Any]] = [{"kind": "consent", "by": "parent_with_custody", "form": "written", "signed": True}]


def test_a_family_that_said_no_is_not_asked_whatever_paper_lies_there() -> None:
    decision = ask("survey", other__consent_refused=True, papers=YES)
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["collection.survey_limits.permission_refused"]
    assert ask("survey", other__consent_refused=True, other__survey_protected_areas=False).granted


def test_a_state_test_never_asks_even_with_permission() -> None:
    assert ask("survey", other__part_of_state_test=True, papers=YES).outcome is Outcome.NO
    assert ask("survey", other__part_of_state_test=True, other__survey_protected_areas=False).granted


def test_parents_are_told_first_and_an_opt_out_is_honored() -> None:
    assert "notify_parent_before" in duties(ask("survey", other__parents_notified=False))
    assert "notify_parent_before" not in duties(ask("survey", other__parents_notified=True))
    assert "honor_opt_out" in duties(ask("survey", papers=YES))
    assert "honor_opt_out" not in duties(ask("survey", other__survey_protected_areas=False))


def test_a_study_of_health_that_waits_for_counsel_is_sent_to_counsel() -> None:
    study = {"survey_protected_areas": True, "survey_required": False, "anonymous": True, "parents_notified": True}
    assert "counsel_review" in duties(ask("survey", student={"age": 14, "grade": "8"}, other=study))
    assert "counsel_review" not in duties(ask("survey", student={"age": 9, "grade": "4"}, other=study))
    named = study | {"anonymous": False}
    assert "counsel_review" not in duties(ask("survey", student={"age": 14, "grade": "8"}, other=named))
