"""Who says what became of somebody whom a roster no longer names."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.phrases import STAFF_KINDS
from tests.law.worlds import ask, because, missing


@pytest.mark.parametrize("kind", STAFF_KINDS)
def test_of_a_student_the_office_that_keeps_the_file_says_it(kind: str) -> None:
    assert ask("absent_student", requester__kind=kind).outcome is Outcome.MAY
    for lacking in ("requester__keeps_records", "requester__has_student"):
        refused = ask("absent_student", requester__kind=kind, **{lacking: False})
        assert refused.outcome is Outcome.NO
        assert because(refused) == ["casework.absences.nobody_else"]


def test_of_a_student_it_is_said_what_for_first() -> None:
    assert missing(ask("absent_student", requester__interest="not_stated")) == ["requester.interest"]
    assert ask("absent_student", requester__interest="stated_and_does_not_fit").outcome is Outcome.NO


@pytest.mark.parametrize("kind", STAFF_KINDS)
def test_of_an_employee_the_office_that_keeps_the_records_where_they_work_says_it(kind: str) -> None:
    assert ask("absent_employee", requester__kind=kind).outcome is Outcome.MAY
    for lacking in ("requester__keeps_records", "requester__designated"):
        refused = ask("absent_employee", requester__kind=kind, **{lacking: False})
        assert refused.outcome is Outcome.NO
        assert because(refused) == ["casework.absences.nobody_else"]


def test_nobody_says_it_of_themselves() -> None:
    refused = ask("absent_employee", other__of_oneself=True)
    assert refused.outcome is Outcome.NO
    assert because(refused) == ["casework.absences.nobody_of_themselves"]


def test_to_work_with_a_student_is_not_to_keep_the_records_where_an_employee_works_nor_the_reverse() -> None:
    assert ask("absent_employee", requester__designated=False, requester__has_student=True).outcome is Outcome.NO
    assert ask("absent_student", requester__has_student=False, requester__designated=True).outcome is Outcome.NO


@pytest.mark.parametrize("kind", ["parent", "student", "volunteer", "public", "immigration_officer", "vendor"])
@pytest.mark.parametrize("base", ["absent_student", "absent_employee"])
def test_nobody_outside_the_office_says_it(base: str, kind: str) -> None:
    assert ask(base, requester__kind=kind).outcome is Outcome.NO


def test_an_employee_whom_an_order_binds_says_nothing_of_the_child() -> None:
    bound = ask("absent_student", orders=["records_order_6323_5"], requester__restrained_from_records=True)
    assert (bound.outcome, bound.silent) == (Outcome.NO, True)
