"""Whoever gives roles says whom a nurse or counselor works with beside their sections; it opens files, and ends."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

import pytest

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


def adds(by: Any, who: make.Staffed, whole: str, reason: str = WHY) -> Any:
    return browser(by).post(f"{page(who)}add/", form(whole=whole, reason=reason))


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
    (address,) = re.findall(r'action="([^"]+/end/)"', browser(head.by).get(page(nurse)).content.decode())
    assert browser(head.by).post(address).status_code == 302
    assert not opens(nurse, town.ana.id)
    assert [it.act.value for it in entries() if it.act.value.startswith("caseload:")] == [
        "caseload:given", "caseload:ended",
    ]  # fmt: skip


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
    given = [it for it in entries() if it.act.value == "caseload:given"]
    assert len(given) == (1 if case == "twice" else 0)


def test_nobody_but_who_gives_roles_finds_the_page(town: make.Town, nurse: make.Staffed) -> None:
    for by in (town.principal.by, town.registrar.by, nurse.by):
        assert browser(by).get(page(nurse)).status_code == 404
        assert adds(by, nurse, f"{town.school.id}/").status_code == 404
    assert not opens(nurse, town.ana.id)
