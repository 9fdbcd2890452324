"""F-1 students of a certified school."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, duties, missing

F_1: dict[str, Any] = {
    "purpose": "sevis", "record__kind": "immigration_document", "student__visa": "F-1", "requester__designated": True,
}  # fmt: skip


@pytest.mark.parametrize("kind", ["immigration_document", "citizenship_status", "birth_country"])
def test_the_designated_official_keeps_the_listed_data_of_an_f_1_student(kind: str) -> None:
    decision = ask("collect", **{**F_1, "record__kind": kind})
    assert decision.outcome is Outcome.MUST
    assert decision.limits == ("fixed_list_only", "kept_apart")
    assert "collect_separately" in duties(decision)


@pytest.mark.parametrize(
    "change",
    [
        {"student__visa": "none"},
        {"requester__designated": False},
        {"purpose": "enrolment"},
        {"record__kind": "national_origin"},
        {"record__kind": "ssn"},
        {"action": "require_for_enrolment"},
    ],
)
def test_of_anyone_else_by_anyone_else_or_for_anything_else_it_is_refused(change: dict[str, Any]) -> None:
    assert ask("collect", **{**F_1, **change}).outcome is Outcome.NO


def test_what_is_not_said_is_asked() -> None:
    bare = ask("collect", purpose="sevis", record={"kind": "immigration_document"})
    assert set(missing(bare)) == {"student.visa", "requester.designated"}


def test_of_an_f_1_students_parents_nothing_is_taken_in() -> None:
    for kind in ("citizenship_status", "immigration_document", "birth_country"):
        f_1 = {"purpose": "sevis", "requester": {"kind": "employee", "designated": True}, "student__visa": "F-1"}
        assert ask("collect", record={"kind": kind}, **f_1).outcome is Outcome.MUST
        for whose in ("parent", "employee"):
            assert ask("collect", record={"kind": kind, "whose": whose}, **f_1).outcome is Outcome.NO
