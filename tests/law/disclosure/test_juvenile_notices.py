"""Notices of the juvenile court."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

KINDS = pytest.mark.parametrize("kind", ["juvenile_court_notice", "school_police_notice"])


@KINDS
def test_the_counselor_must_be_told_and_the_principal_may_be(kind: str) -> None:
    assert ask("teacher", requester__kind="counselor", record__kind=kind).outcome is Outcome.MUST
    assert ask("teacher", requester__kind="administrator", record__kind=kind).outcome is Outcome.MAY
    assert ask("teacher", requester__designated=True, record__kind=kind).outcome is Outcome.MAY


@KINDS
@pytest.mark.parametrize("who", ["teacher", "nurse", "employee", "custodian_of_records", "board_member"])
def test_nobody_else_of_the_staff(kind: str, who: str) -> None:
    decision = ask("teacher", requester__kind=who, requester__designated=False, record__kind=kind)
    assert because(decision) == ["disclosure.juvenile_notices.others"]


@KINDS
def test_a_family_goes_through_counsel_and_is_not_refused(kind: str) -> None:
    waiting = ask("parent", record__kind=kind)
    assert waiting.outcome is Outcome.NEEDS_MORE
    assert "counsel_review" in duties(waiting)
    assert ask("parent", record__kind=kind, other__counsel_cleared=True).outcome is Outcome.MAY


@KINDS
def test_no_consent_and_no_subpoena_by_itself_opens_it(kind: str) -> None:
    assert ask("consent", record__kind=kind).outcome is Outcome.NO
    assert ask("court", record__kind=kind).outcome is Outcome.NEEDS_MORE


def test_whoever_reads_it_keeps_it() -> None:
    assert "no_redisclosure_notice" in duties(
        ask("teacher", requester__kind="counselor", record__kind="juvenile_court_notice")
    )


@KINDS
@pytest.mark.parametrize("who", ["counselor", "administrator"])
@pytest.mark.parametrize(
    "past",
    [
        {"age": 18},
        {"age": 17, "graduated": True},
        {"age": 16, "court_jurisdiction_ended": True},
    ],
)
def test_it_opens_to_nobody_of_the_school_after_its_last_day(kind: str, who: str, past: dict[str, object]) -> None:
    decision = ask("teacher", requester__kind=who, record__kind=kind, student={"grade": "12", **past})
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["disclosure.juvenile_notices.past_its_last_day"]


def test_whether_the_student_has_turned_eighteen_is_asked() -> None:
    unknown = ask("teacher", requester__kind="counselor", record__kind="juvenile_court_notice", student__age=None)
    assert "student.age" in missing(unknown)
