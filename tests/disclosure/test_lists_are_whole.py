"""A list of people is cut after the law was asked: whom it hides makes no list shorter, and no "more" untrue."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.conftest import AT

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from fileroom.disclosure.facts import Asked
    from fileroom.disclosure.searching import Results
    from fileroom.people.models import Student
    from fileroom.people.signed_in import SignedIn


def quills(town: make.Town, number: int) -> list[Student]:
    """So many students of one name of letters, in the order of their first names."""
    made = [make.student(f"Kim{it:02}", "Quill") for it in range(number)]
    for it in made:
        make.enrolment(it, town.school)
    return made


def hide(*students: Student) -> None:
    """From the registrar, whose namesake an order binds at these students."""
    for it in students:
        make.order(it, make.contact("Registrar", "Abara"))


def searched(town: make.Town) -> Results:
    from fileroom.disclosure.searching import search

    return search("Quill", by=town.registrar.by, at=AT)


def test_a_search_shows_all_whom_the_law_leaves_where_the_first_of_them_are_hidden(town: make.Town) -> None:
    made = quills(town, 30)
    hide(*made[:6])
    found = searched(town)
    assert [it.id for it in found.students] == [it.id for it in made[6:]]
    assert not found.more


@pytest.mark.parametrize(("number", "hidden", "more"), [(26, 1, False), (26, 0, True), (31, 5, True), (31, 6, False)])
def test_that_there_are_more_is_said_of_those_the_searcher_may_open_and_of_no_other(
    town: make.Town, number: int, hidden: int, more: bool
) -> None:
    hide(*quills(town, number)[:hidden])
    found = searched(town)
    assert (len(found.students), found.more) == (25, more)


def test_students_of_one_name_are_each_found_once(town: make.Town) -> None:
    made = [make.student("Kim", "Quill") for _ in range(60)]
    for it in made:
        make.enrolment(it, town.school)
    by_id = sorted(made, key=lambda it: it.id)
    hide(*by_id[:40])
    assert [it.id for it in searched(town).students] == [it.id for it in by_id[40:]]


def test_an_order_is_filed_while_a_search_is_on_its_second_page(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page lets go of its students before the next is asked of: else each could wait for the other."""
    from threading import Thread

    from django.db import connections

    from fileroom.disclosure.facts import asked_of_each
    from fileroom.hosting import durable, serving
    from fileroom.people.facts import Touch, student_facts

    made = quills(town, 30)
    hide(*made[:6])
    held: list[bool] = []

    def changes_the_first() -> None:
        with serving("alder_creek"), durable():
            held.append(student_facts(made[0].id, AT.date(), Touch.CHANGES) is not None)
        connections.close_all()

    def watched(ids: list[UUID], by: SignedIn, on: date) -> dict[UUID, Asked]:
        if made[29].id in ids:
            order = Thread(target=changes_the_first)
            order.start()
            order.join(10)
            assert held == [True], "the order does not wait for the page before"
        return asked_of_each(ids, by, on)

    monkeypatch.setattr("fileroom.disclosure.searching.asked_of_each", watched)
    assert len(searched(town).students) == 24


def test_those_with_claims_beyond_the_first_are_reached_by_name(town: make.Town) -> None:
    made = quills(town, 40)
    for it in made:
        make.relationship(it, make.contact("Pat", "Quill"), verified=False)
    hide(*made[:3])
    pages = browser(town.registrar.by)
    page = words(pages.get("/students/?waiting").content.decode())
    assert "More than 25 students with somebody on file" in page
    assert "Kim03 Quill" in page and "Kim02" not in page and "Kim39" not in page
    assert 'name="waiting"' in pages.get("/students/?waiting").content.decode()
    narrowed = words(pages.get("/students/", {"waiting": "yes", "q": "kim39"}).content.decode())
    assert "1 student for “ kim39 ” with somebody on file" in narrowed and "Kim39 Quill" in narrowed
    assert "No student for “ torres ”" in words(pages.get("/students/?waiting&q=torres").content.decode())


def test_of_whoever_can_settle_no_claim_the_law_is_not_asked_for_each_student(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A teacher's first screen counts nothing, and walks through nobody's students for it."""
    from fileroom.disclosure.facts import asked_of_each

    make.related("claims", town.ana, verified=False)
    asked: list[str] = []

    def watched(ids: list[UUID], by: SignedIn, on: date) -> dict[UUID, Asked]:
        asked.append(by.account.sign_in_name)
        return asked_of_each(ids, by, on)

    monkeypatch.setattr("fileroom.disclosure.searching.asked_of_each", watched)
    for who in (town.teacher, town.registrar, town.principal):
        browser(who.by).get("/")
        browser(who.by).get("/students/?waiting")
    assert asked == ["registrar"] * 2 + ["principal"] * 2


def test_the_list_of_claims_is_for_those_who_may_settle_them(town: make.Town) -> None:
    from fileroom.disclosure.searching import search, with_claims

    make.related("claims", town.ana, verified=False)
    assert [it.name for it in with_claims(by=town.registrar.by, at=AT).students] == ["Ana Torres"]
    assert with_claims(by=town.teacher.by, at=AT).students == ()
    assert [it.name for it in search("Ana", by=town.teacher.by, at=AT).students] == ["Ana Torres"]


def test_absent_students_and_employees_are_listed_behind_those_the_law_hides(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.collection import absences
    from fileroom.collection.models import Absence
    from fileroom.people.models import Enrolment

    monkeypatch.setattr(absences, "MOST", 4)
    elsewhere, since = make.school("Mesa Middle"), make.TODAY - timedelta(days=9)
    students = [make.student(f"Kim{it:02}", "Quill") for it in range(9)]
    for it in students:
        spell: Enrolment = make.enrolment(it, town.school)
        make.keep(Absence(student=it, enrolment=spell, noticed_on=since, state="waiting"))
    hide(*students[:5])
    for number in range(9):
        colleague = make.employee(f"Lee{number:02}", "Moss")
        make.assignment(colleague, "teacher", elsewhere if number < 6 else town.school)
        make.keep(Absence(employee=colleague, noticed_on=since, state="waiting"))
    of = absences.absent(by=town.registrar.by, at=AT)
    assert [it.name for it in of.students] == [f"Kim{it:02} Quill" for it in range(5, 9)]
    assert [it.name for it in of.employees] == ["Lee06 Moss", "Lee07 Moss", "Lee08 Moss"]
    assert not of.more
