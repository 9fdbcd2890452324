"""Who is trained in what."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, missing

EMPLOYED = ("employee", "substitute", "administrator", "teacher", "counselor", "nurse", "custodian_of_records")


@pytest.mark.parametrize("kind", ["teacher", "volunteer", "contractor", "board_member"])
def test_whoever_handles_student_information_is_trained_in_it(kind: str) -> None:
    assert ask("trainee", requester__kind=kind).outcome is Outcome.MUST
    free = ask("trainee", requester__kind=kind, training__handles_student_information=False)
    assert because(free) == ["programmes.training.anybody_else"]


@pytest.mark.parametrize("kind", EMPLOYED)
def test_every_employee_is_trained_in_cybersecurity_whatever_they_handle(kind: str) -> None:
    facts = {"training__subject": "cybersecurity", "training__handles_student_information": None}
    assert ask("trainee", requester__kind=kind, **facts).outcome is Outcome.MUST


@pytest.mark.parametrize("kind", ["board_member", "volunteer", "contractor", "parent"])
def test_who_is_no_employee_may_be_trained_in_it_too(kind: str) -> None:
    assert ask("trainee", requester__kind=kind, training__subject="cybersecurity").outcome is Outcome.MAY


def test_federal_law_trains_whoever_uses_what_identifies_students_with_disabilities() -> None:
    special = {"training__subject": "special_education_records"}
    owed = ask("trainee", training__handles_special_education=True, **special)
    assert (owed.outcome, owed.because[0].citation) == (Outcome.MUST, "34 CFR 300.623(c)")
    assert ask("trainee", **special).outcome is Outcome.MAY


def test_what_is_open_is_asked_in_the_words_of_the_duty() -> None:
    open_still = ask("trainee", training__handles_student_information=None)
    assert missing(open_still) == ["training.handles_student_information"]
    assert because(open_still) == ["programmes.training.who_handles_student_information"]
