"""The office of the school that somebody left last finds their letters by what the family brings, and opens no file."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.casework.test_letters_are_found_again import letter, office
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.vendors.test_enrolment_end_letters import DAY, asks, issues, leaves

__all__ = ["letter", "office"]
PAGE = "/students/former/letters/"
NOBODY = "No former student of this school is on file under this name and date of birth"


def asked(by: make.Staffed, town: make.Town, **otherwise: str) -> Any:
    born = town.ana.birth_on
    assert born is not None
    said = {"given": "ana", "family": "Torres", "born_on": born.isoformat()} | otherwise
    return browser(by.by).post(PAGE, form(**said))


def finds(by: make.Staffed, town: make.Town, letter: UUID, **otherwise: str) -> bool:
    answer = asked(by, town, **otherwise)
    there = f"/letters/{letter}/" in answer.content.decode()
    assert answer.status_code == (200 if there else 422)
    assert there or NOBODY in words(answer.content.decode())
    return there


def test_the_custodian_and_the_clerk_of_the_school_that_she_left_find_her_letter_and_hand_it_over(
    town: make.Town, letter: UUID
) -> None:
    assert finds(town.principal, town, letter) and finds(town.registrar, town, letter)
    looked = entries()[-1]
    assert (looked.act.value, looked.part, looked.student, looked.outcome, looked.sealed) == (
        "student:listed", "letters", town.ana.id, "1", False,
    )  # fmt: skip
    log = words(browser(town.mother.by).get(f"/family/{town.ana.id}/looked/").content.decode())
    assert "Looked at which letters there are about the student" in log and "on a list" not in log
    client = browser(town.registrar.by)
    assert client.get(f"/students/{town.ana.id}/letters/").status_code == 404, "the file is not opened by it"
    assert client.get(f"/letters/{letter}/").content.startswith(b"%PDF")
    assert client.post(f"/letters/{letter}/handed-over/", form()).status_code == 302
    assert "Handed over" in words(asked(town.registrar, town).content.decode())


def test_it_is_shown_whose_they_are_and_no_letter_of_anybody_else(
    town: make.Town, office: make.Staffed, letter: UUID
) -> None:
    cleo = make.student("Cleo", "Torres")
    leaves(make.enrolment(cleo, town.school))
    father = make.related("father", cleo)
    hers = issues(asks(_of(town, cleo), office, father.row.id).id, office).id
    page = asked(town.registrar, town).content.decode()
    assert f"/letters/{letter}/" in page and f"/letters/{hers}/" not in page
    assert "That a student is not enrolled" in words(page)


def _of(town: make.Town, student: Any) -> make.Town:
    from dataclasses import replace

    return replace(town, ana=student)


def test_whoever_is_named_otherwise_or_is_here_is_found_by_nobody_and_each_try_is_noted(
    town: make.Town, letter: UUID
) -> None:
    for otherwise in ({"given": "Anna"}, {"family": "Tores"}, {"born_on": "2001-01-01"}):
        assert not finds(town.registrar, town, letter, **otherwise)
        last = entries()[-1]
        assert (last.act.value, last.part, last.student) == ("door:refused", "casework.letters_of_former", None)
    make.enrolment(town.ana, town.school, since=AT.date())
    assert not finds(town.registrar, town, letter), "who is back has a file that opens"


def test_nobody_else_finds_them_and_who_had_her_alone_on_a_caseload_least_of_all(town: make.Town, letter: UUID) -> None:
    from fileroom.people.models import Caseload

    aide, elsewhere = make.staffed("aide", "aide", town.school), make.staffed("far", "registrar", make.school("Mesa"))
    make.keep(Caseload(employee=aide.row, student=town.ana, school=town.school, from_on=AT.date() - 90 * DAY))
    for other in (aide, town.teacher, elsewhere, make.staffed("nurse", "nurse", town.school)):
        assert not finds(other, town, letter)
    assert browser(town.mother.by).post(PAGE, form()).status_code == 404


def test_of_who_went_on_to_another_school_of_the_district_that_office_finds_them(town: make.Town, letter: UUID) -> None:
    later = make.school("Mesa Middle")
    leaves(make.enrolment(town.ana, later, since=AT.date() - 59 * DAY), AT.date() - DAY)
    assert not finds(town.registrar, town, letter)
    assert finds(make.staffed("far", "registrar", later), town, letter)


def test_an_employee_whom_an_order_binds_is_answered_as_of_nobody(town: make.Town, letter: UUID) -> None:
    make.order(town.ana, make.related("father", town.ana).row)
    assert finds(town.registrar, town, letter)
    make.change(town.registrar.row, given="Father", family="Torres")
    assert not finds(town.registrar, town, letter)


def test_what_may_not_go_today_is_opened_by_nobody_there_either(town: make.Town, letter: UUID) -> None:
    make.order(town.ana, town.mother.row)
    assert finds(town.registrar, town, letter)
    answer = browser(town.registrar.by).get(f"/letters/{letter}/")
    assert answer.status_code == 403 and not answer.content.startswith(b"%PDF")


@pytest.mark.parametrize("missing", ["given", "family", "born_on"])
def test_each_of_the_three_is_asked_for(town: make.Town, letter: UUID, missing: str) -> None:
    answer = asked(town.registrar, town, **{missing: ""})
    assert answer.status_code == 422 and f"/letters/{letter}/" not in answer.content.decode()
