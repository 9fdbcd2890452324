"""Whoever gives roles says whom a nurse or counselor works with beside their sections; it opens files, and ends."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.disclosure.asking import entries

WHY = "Nurse of the whole school"


@pytest.fixture
def head(town: make.Town) -> make.Staffed:
    return make.staffed("head", "administrator", None)


@pytest.fixture
def nurse(town: make.Town) -> make.Staffed:
    return make.staffed("nurse", "nurse", town.school)


def page(who: make.Staffed) -> str:
    return f"/district/accounts/{who.by.account.id}/caseload/"


def adds(by: Any, who: make.Staffed, whole: str, reason: str = WHY, role: str = "nurse") -> Any:
    return browser(by).post(f"{page(who)}add/", form(whole=whole, reason=reason, role=role))


def ends(by: Any, who: make.Staffed) -> list[str]:
    """Where each caseload that the page shows is ended."""
    return re.findall(r'action="([^"]+/end/)"', browser(by).get(page(who)).content.decode())


def acts() -> list[str]:
    return [it.act.value.removeprefix("caseload:") for it in entries() if it.act.value.startswith("caseload:")]


def offices(who: make.Staffed, student: UUID) -> tuple[str, ...]:
    """Those in which they serve this student, to the law."""
    from fileroom.hosting import district_transaction
    from fileroom.people.facts import requester_facts, student_facts

    with district_transaction():
        found = student_facts(student, timezone.localdate())
        assert found is not None
        return requester_facts(who.by.account, found, timezone.localdate()).offices


def opens(who: make.Staffed, student: UUID) -> bool:
    return bool(browser(who.by).get(f"/students/{student}/").status_code == 200)


def test_a_nurse_opens_the_files_of_her_school_once_somebody_says_so_and_until_it_ends(
    town: make.Town, head: make.Staffed, nurse: make.Staffed
) -> None:
    assert not opens(nurse, town.ana.id)
    assert adds(head.by, nurse, f"{town.school.id}/").status_code == 302
    shown = words(browser(head.by).get(page(nurse)).content.decode())
    assert f"Everybody at {town.school.name}" in shown and WHY in shown
    assert opens(nurse, town.ana.id)
    (address,) = ends(head.by, nurse)
    assert browser(head.by).post(address).status_code == 302
    assert not opens(nurse, town.ana.id)
    assert acts() == ["given", "ended"]


def test_a_grade_is_that_grade_alone_and_who_comes_later_is_on_it(
    town: make.Town, head: make.Staffed, nurse: make.Staffed
) -> None:
    make.change(town.ana, grade="7")
    assert adds(head.by, nurse, f"{town.school.id}/7").status_code == 302
    assert opens(nurse, town.ana.id)
    make.change(town.ana, grade="8")
    assert not opens(nurse, town.ana.id)
    make.change(town.ana, grade="7")
    make.change(nurse.role, school=make.school("Mesa Middle"))
    assert not opens(nurse, town.ana.id), "it counts while she holds a role there"


@pytest.mark.parametrize(
    ("case", "says"),
    [
        ("no_reason", "Fill this in."),
        ("elsewhere", "Select a valid choice"),
        ("twice", "already, or it waits"),
        ("oneself", "Nobody gives a role to themselves"),
    ],
)
def test_what_may_not_be_is_said_and_nothing_opens(
    town: make.Town, head: make.Staffed, nurse: make.Staffed, case: str, says: str
) -> None:
    if case == "twice":
        adds(head.by, nurse, f"{town.school.id}/")
    who = nurse
    if case == "oneself":
        who = head
        make.assignment(head.row, "nurse", town.school)
    whole = f"{make.school('Mesa Middle').id}/" if case == "elsewhere" else f"{town.school.id}/"
    answer = adds(head.by, who, whole, "" if case == "no_reason" else WHY)
    assert answer.status_code in (403, 422) and says in words(answer.content.decode())
    assert acts().count("given") == (1 if case == "twice" else 0)


def test_nobody_but_who_gives_roles_finds_the_page(town: make.Town, nurse: make.Staffed) -> None:
    for by in (town.principal.by, town.registrar.by, nurse.by):
        assert browser(by).get(page(nurse)).status_code == 404
        assert adds(by, nurse, f"{town.school.id}/").status_code == 404
    assert not opens(nurse, town.ana.id)


def test_it_is_served_in_its_role_and_in_no_other_that_they_hold_there_or_elsewhere(
    town: make.Town, head: make.Staffed
) -> None:
    """An aide of the school is a nurse of another: their caseload here opens no health record."""
    aide = make.staffed("aide", "aide", town.school)
    make.assignment(aide.row, "nurse", make.school("Mesa Middle"))
    assert "do not hold this role" in words(adds(head.by, aide, f"{town.school.id}/").content.decode())
    assert adds(head.by, aide, f"{town.school.id}/", role="aide").status_code == 302
    assert offices(aide, town.ana.id) == ("aide",)
    make.assignment(aide.row, "nurse", town.school)
    assert offices(aide, town.ana.id) == ("aide",)
    assert adds(head.by, aide, f"{town.school.id}/").status_code == 302
    assert offices(aide, town.ana.id) == ("nurse", "aide")


def test_one_that_names_no_role_is_served_in_those_held_there(town: make.Town) -> None:
    from fileroom.people.models import Caseload

    aide = make.staffed("aide", "aide", town.school)
    make.assignment(aide.row, "nurse", make.school("Mesa Middle"))
    make.keep(Caseload(employee=aide.row, school=town.school, from_on=make.TODAY))
    assert offices(aide, town.ana.id) == ("aide",)


def test_a_role_that_ended_and_is_given_anew_brings_no_caseload_with_it(
    town: make.Town, head: make.Staffed, nurse: make.Staffed
) -> None:
    account = f"/district/accounts/{nurse.by.account.id}/"
    adds(head.by, nurse, f"{town.school.id}/")
    desk = browser(head.by)
    assert desk.post(f"{account}end/", {"place": str(nurse.role.id)}).status_code == 302
    assert acts() == ["given", "ended"]
    again = form(role="nurse", place=str(town.school.id), from_on=timezone.localdate().isoformat(), reason=WHY)
    assert desk.post(f"{account}role/", again).status_code == 302
    assert not opens(nurse, town.ana.id) and not ends(head.by, nurse)


def test_one_whose_role_ran_out_opens_nothing_is_called_so_and_does_not_come_back_with_the_role(
    town: make.Town, head: make.Staffed, nurse: make.Staffed
) -> None:
    adds(head.by, nurse, f"{town.school.id}/")
    make.change(nurse.role, from_on=make.TODAY - make.YEAR, to_on=timezone.localdate() - timedelta(days=1))
    assert "Opens nothing" in words(browser(head.by).get(page(nurse)).content.decode())
    again = form(role="nurse", place=str(town.school.id), from_on=timezone.localdate().isoformat(), reason=WHY)
    assert browser(head.by).post(f"/district/accounts/{nurse.by.account.id}/role/", again).status_code == 302
    assert acts() == ["given", "ended"] and not opens(nurse, town.ana.id)


def test_an_account_that_was_closed_comes_back_without_what_a_person_gave(town: make.Town, head: make.Staffed) -> None:
    """The roster's role stays, as the roster says it; the caseload was a person's word."""
    from fileroom.collection.models import ImportedAssignment
    from fileroom.programmes.accounts.joining import close_account

    counselor = make.staffed("counselor", "counselor", town.school)
    make.change(counselor.row, source_id="t-1")
    make.keep(ImportedAssignment(assignment=counselor.role))
    adds(head.by, counselor, f"{town.school.id}/", role="counselor")
    assert offices(counselor, town.ana.id) == ("counselor",)
    close_account(counselor.by.account.id, by=head.by, at=timezone.now())
    assert acts() == ["given", "ended"] and offices(counselor, town.ana.id) == ()


def test_a_form_is_one_act_for_one_person_and_a_caseload_ends_on_its_holders_page(
    town: make.Town, head: make.Staffed, nurse: make.Staffed
) -> None:
    other, desk = make.staffed("other", "nurse", town.school), browser(head.by)
    sent = form(whole=f"{town.school.id}/", reason=WHY, role="nurse")
    assert [desk.post(f"{page(nurse)}add/", sent).status_code for _ in range(2)] == [302, 302]
    assert acts() == ["given"]
    again = desk.post(f"{page(other)}add/", sent)
    assert again.status_code == 422 and "used already" in words(again.content.decode())
    (address,) = ends(head.by, nurse)
    elsewhere = address.replace(str(nurse.by.account.id), str(other.by.account.id))
    assert desk.post(elsewhere).status_code == 404
    assert opens(nurse, town.ana.id) and acts() == ["given"]


@pytest.mark.usefixtures("remembered")
def test_the_page_asks_of_all_schools_at_once_and_has_the_youngest_grade_first(
    town: make.Town, head: make.Staffed
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    nurse = make.staffed("nurse", "nurse", None)
    for grade in ("10", "9", "K"):
        child = make.student(f"Child {grade}")
        make.change(child, grade=grade)
        make.enrolment(child, town.school)
    desk = browser(head.by)
    with CaptureQueriesContext(connection) as few:
        shown = words(desk.get(page(nurse)).content.decode())
    places = [shown.index(f"{town.school.name}, grade {grade}") for grade in ("K", "9", "10")]
    assert places == sorted(places)
    for number in range(3):
        make.enrolment(make.student(f"Other {number}"), make.school(f"School {number}"))
    with CaptureQueriesContext(connection) as many:
        assert "School 2" in words(desk.get(page(nurse)).content.decode())
    assert len(many) == len(few)
