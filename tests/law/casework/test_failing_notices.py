"""The notice that a student may fail."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

NOTICE: dict[str, Any] = {"action": "disclose", "record__kind": "progress_notice"}


@pytest.mark.parametrize("age", [9, 17, 18, 19])
def test_the_notice_goes_to_the_parent_whatever_the_students_age(age: int) -> None:
    assert ask("parent", student__age=age, **NOTICE).outcome is Outcome.MUST


@pytest.mark.parametrize("kind", ["marks_and_credits", "discipline", "cumulative_file"])
def test_nothing_else_goes_to_the_parent_of_an_adult(kind: str) -> None:
    refused = ask("parent", action="disclose", student__age=18, record__kind=kind)
    assert because(refused) == ["disclosure.parents.the_student_is_adult"]


def test_the_notice_is_sent_and_the_parent_of_an_adult_does_not_come_for_more() -> None:
    assert ask("parent", action="inspect", student__age=18, record__kind="progress_notice").outcome is Outcome.NO


def test_a_parent_who_is_not_proved_one_is_asked() -> None:
    assert missing(ask("parent", student__age=18, requester__identity="claimed", **NOTICE)) == ["requester.identity"]
    assert ask("parent", student__age=18, requester__relationship="refuted", **NOTICE).outcome is Outcome.NO


def test_counsel_says_how_the_two_laws_meet_unless_the_student_is_a_dependent() -> None:
    assert "counsel_review" in duties(ask("parent", student__age=18, **NOTICE))
    assert "counsel_review" not in duties(ask("parent", student__age=17, **NOTICE))
    dependent = ask("parent", student__age=18, requester__tax_dependency="proved", **NOTICE)
    assert "counsel_review" not in duties(dependent)


def test_the_notice_in_the_file_brings_the_word_to_the_parent() -> None:
    assert "notify_parent_after" in duties(ask("add", record={"kind": "progress_notice"}))
    assert "notify_parent_after" not in duties(ask("add"))
