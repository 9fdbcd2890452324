"""A list of employees leaves by the same way as one of students: for a purpose, marked, once, for whom its page is."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.law.facts import Purpose
from fileroom.people.answers import Missing
from tests import factories as make
from tests.attacks.browsing import browser, form
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.disclosure.exports.taking import agrees, rows, takes
from tests.programmes.training.steps import night

LATER = AT + timedelta(days=40)


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    """A designee; somebody who is overdue later has a name that a spreadsheet would run."""
    make.change(town.teacher.row, given="=1+1")
    night()
    return make.staffed("pat", "administrator", None)


def prepares(by: Any, *, code: str = "overdue", purpose: Any = None, above: int = 30) -> Any:
    from fileroom.disclosure.exports.asking import Asks
    from fileroom.disclosure.exports.lists import prepare
    from fileroom.disclosure.exports.sources import StaffWork
    from fileroom.programmes.office_lists import SOURCES

    asks = Asks(SOURCES[code], "", purpose or StaffWork.REMINDER)
    return prepare(uuid4(), asks, second_above=above, by=by, at=LATER)


def test_the_overdue_go_by_the_one_way_with_a_line_each_and_a_second_person_where_they_are_many(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.disclosure.exports.lists import approve
    from fileroom.programmes.office_lists import SOURCES

    made = prepares(office.by, above=1)
    assert made.waits
    with pytest.raises(Missing):
        agrees(town.principal.by, made, "overdue")
    other = make.staffed("quinn", "administrator", None)
    approve(made.id, SOURCES["overdue"], by=other.by, at=LATER)
    before = len(entries())
    file = takes(office.by, made, "overdue", at=LATER, above=1)
    told = rows(file)
    assert any(row[0] == "'=1+1 Abara" for row in told), "a cell that would be run is text"
    assert all("Pat Abara" in row[-1] and file.name[5:19] in row[-1] for row in told)
    noted = entries()[before:]
    people = {it.record for it in noted if it.act == "employee:listed"}
    assert town.teacher.row.id in people and all(it.student is None for it in noted)
    (handed,) = [it for it in noted if it.act == "list:handed_over"]
    assert (handed.part, handed.outcome, handed.purpose) == ("overdue/csv", str(len(people)), "staff_reminder")
    with pytest.raises(ValidationError):
        takes(office.by, made, "overdue", at=LATER, above=1)


def test_whoever_may_not_see_the_page_may_not_take_its_list_and_no_pupils_purpose_fits(
    town: make.Town, office: make.Staffed
) -> None:
    for by in (town.principal.by, town.teacher.by, town.mother.by):
        for code in ("overdue", "delegates"):
            with pytest.raises(Missing):
                prepares(by, code=code)
            assert browser(by).get(f"/lists/new/?list={code}").status_code in (403, 404)
    with pytest.raises(ValidationError):
        prepares(office.by, purpose=Purpose.EDUCATIONAL_INTEREST)
    with pytest.raises(ValidationError):
        prepares(office.by, code="delegates")  # nobody acts by delegation here
    desk = browser(office.by)
    assert "It names employees and no student" in desk.get("/lists/new/?list=overdue").content.decode()
    assert desk.post("/lists/new/", form(list="overdue", purpose="educational_interest")).status_code == 422


def test_who_acts_as_designee_is_listed_with_what_and_until_when(town: make.Town, office: make.Staffed) -> None:
    from fileroom.programmes.delegations.register import Given, give

    given = Given(town.registrar.row.id, ("training", "social_media"), LATER.date(), None)
    give(uuid4(), given, by=office.by, at=LATER)
    file = takes(office.by, prepares(office.by, code="delegates"), "delegates", at=LATER)
    assert [row[:2] for row in rows(file)] == [["Registrar Abara", "training, social media"]]


def test_who_signs_in_here_is_listed_with_each_role_for_a_review_of_access(
    town: make.Town, office: make.Staffed
) -> None:
    make.change(town.principal.by.account, password="pbkdf2_sha256$1$salt$hash")  # chosen, as of whoever signs in
    desk = browser(office.by).get("/district/accounts/").content.decode()
    assert "/lists/new/?list=accounts" in desk
    with pytest.raises(Missing):
        prepares(town.principal.by, code="accounts")
    file = takes(office.by, prepares(office.by, code="accounts"), "accounts", at=LATER)
    mine = [row for row in rows(file) if row[0] == "Principal Abara"]
    assert {row[2] for row in mine} == {"principal", "custodian of records"}
    assert {row[3] for row in mine} == {town.school.name}
