"""What was judged disposable when a student left, and the student has come back."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

BACK = {"age": 15, "enrolled": True, "came_back": True}


def here_again(years: int | None = 5, *, of_use: bool | None = True, **student: Any) -> dict[str, Any]:
    record = {"kind": "health", "no_longer_needed": None if of_use is None else not of_use}
    return {"record": record, "student": {**BACK, "school_years_since_classified": years, **student}}


def test_what_is_of_use_to_a_student_who_came_back_waits_for_counsel() -> None:
    decision = ask("destroy", **here_again())
    assert decision.outcome is Outcome.NEEDS_MORE
    assert missing(decision) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(decision)
    assert ask("destroy", other__counsel_cleared=True, **here_again()).outcome is Outcome.MUST
    refused = ask("destroy", other__counsel_cleared=False, **here_again())
    assert refused.outcome is Outcome.NO
    assert because(refused) == ["retention.returned_students.judged_before_the_return"]


def test_and_is_kept_meanwhile() -> None:
    assert ask("retain", **here_again()).outcome is Outcome.MAY


def test_whether_it_is_of_use_is_asked() -> None:
    assert ask("destroy", **here_again(of_use=None)).outcome is Outcome.NEEDS_MORE
    assert missing(ask("retain", **here_again(of_use=None))) == ["record.no_longer_needed"]


@pytest.mark.parametrize("facts", [here_again(of_use=False), here_again(enrolled=False, former=True)])
def test_what_is_of_no_use_or_of_one_who_has_left_again_goes_by_its_years(facts: dict[str, Any]) -> None:
    assert ask("destroy", **facts).outcome is Outcome.MUST
    assert ask("retain", **facts).outcome is Outcome.NO


def test_a_student_who_never_left_is_not_asked_about() -> None:
    assert ask("destroy", **here_again(came_back=False)).outcome is Outcome.MUST


def test_no_return_makes_a_record_older() -> None:
    assert not ask("destroy", other__counsel_cleared=True, **here_again(2)).granted


WON = {"other__challenge_decision": "sustained", "other__removal_ordered": True}


@pytest.mark.parametrize("cleared", [True, False, None])
@pytest.mark.parametrize("years", [None, 0, 2, 5])
def test_what_a_sustained_challenge_removes_waits_for_nobodys_years(years: int | None, cleared: bool | None) -> None:
    decision = ask("destroy", **WON, other__counsel_cleared=cleared, **here_again(years))
    assert decision.outcome is Outcome.MUST
    assert "casework.corrections.removed_after_a_sustained_challenge" in because(decision)
    assert "counsel_review" not in duties(decision)


@pytest.mark.parametrize("decided", ["denied", "pending"])
def test_a_challenge_that_was_not_sustained_moves_nothing(decided: str) -> None:
    decision = ask("destroy", other__challenge_decision=decided, **here_again())
    assert decision.outcome is Outcome.NEEDS_MORE
    assert missing(decision) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(decision)


def test_a_hold_stops_even_what_a_challenge_removes() -> None:
    held = here_again()
    held["record"]["on_hold"] = True
    assert ask("destroy", **WON, **held).outcome is Outcome.NO
