"""Corrected at the student's wish, at any age."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, missing

GATHERED: dict[str, Any] = {"action": "amend", "purpose": "correction", "record": {"kind": "social_media_information"}}


@pytest.mark.parametrize("age", [6, 11, 15, 18])
def test_the_student_corrects_it_at_any_age(age: int) -> None:
    assert ask("student", student={"age": age, "enrolled": True}, **GATHERED).outcome is Outcome.MUST
    deleted = GATHERED | {"action": "destroy"}
    assert ask("student", student={"age": age, "enrolled": True}, **deleted).outcome is Outcome.MUST


def test_who_is_not_known_shows_who_they_are_first() -> None:
    assert missing(ask("student", requester__identity="claimed", **GATHERED)) == ["requester.identity"]
    assert ask("student", requester__identity="refuted", **GATHERED).outcome is Outcome.NO


def test_a_parent_may_ask_for_a_minor_and_a_restrained_one_may_not() -> None:
    assert ask("parent", **GATHERED).outcome is Outcome.MAY
    assert ask("parent", student__age=18, **GATHERED).outcome is Outcome.NO
    assert ask("parent", orders=["records_order_6323_5"], **GATHERED).outcome is Outcome.NO


def test_no_other_record_is_changed_that_way() -> None:
    other = GATHERED | {"record": {"kind": "discipline"}}
    assert ask("student", **other).outcome is Outcome.NO
    assert ask("teacher", **GATHERED).outcome is Outcome.NO
