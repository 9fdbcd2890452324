"""The police hear of any inquiry about a missing child first, and whoever asks learns nothing of it."""

from __future__ import annotations

import pytest

from tests.law.worlds import ask, duties

BASES = ["parent", "student", "teacher", "transfer", "log", "caregiver", "passing_on", "officer"]


@pytest.mark.parametrize("base", BASES)
def test_any_inquiry_alerts_the_police_first_whatever_the_answer(base: str) -> None:
    assert "alert_police_first" in duties(ask(base, student__missing_child_flag=True))
    assert "alert_police_first" not in duties(ask(base))


@pytest.mark.parametrize("base", BASES)
def test_the_alert_comes_before_anything_goes_out_and_nobodys_word_shows_it_as_done(base: str) -> None:
    assert "alert_police_first" in {duty.code for duty in ask(base, student__missing_child_flag=True).first}


@pytest.mark.parametrize("base", ["parent", "transfer", "caregiver", "school"])
def test_the_flag_changes_nothing_that_whoever_asks_can_see(base: str) -> None:
    plain, flagged = ask(base), ask(base, student__missing_child_flag=True)
    assert (flagged.outcome, flagged.says, flagged.because) == (plain.outcome, plain.says, plain.because)
    assert (flagged.missing, flagged.limits, flagged.deadline) == (plain.missing, plain.limits, plain.deadline)
