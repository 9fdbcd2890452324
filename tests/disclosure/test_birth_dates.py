"""The date of birth is shown, and searched by, only for those whose work or right needs it, and each time noted."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests import factories as make
from tests.attacks.browsing import browser
from tests.conftest import AT
from tests.disclosure.asking import entries, last_entry

if TYPE_CHECKING:
    from fileroom.disclosure.searching import Results
    from fileroom.people.models import Student

BORN = date(2017, 3, 2)


@pytest.fixture
def town(district: str) -> make.Town:
    town = make.town()
    make.change(town.ana, birth_on=BORN)
    return town


def page_of(by: make.Staffed, who: Student) -> str:
    return browser(by.by).get(f"/students/{who.id}/").content.decode()


def found(words: str, *, by: make.Staffed) -> Results:
    from fileroom.disclosure.searching import search

    return search(words, by=by.by, at=AT)


def names(words: str, *, by: make.Staffed) -> list[str]:
    return [it.name for it in found(words, by=by).students]


def test_the_date_is_not_on_the_page_until_it_is_asked_for(town: make.Town) -> None:
    address = f"/students/{town.ana.id}/birth-date/"
    page = page_of(town.registrar, town.ana)
    assert f'action="{address}"' in page and "2 March 2017" not in page
    shown = browser(town.registrar.by).post(address).content.decode()
    assert "2 March 2017" in shown and f'action="{address}"' not in shown


def test_showing_it_is_an_act_with_its_own_line_and_rules(town: make.Town) -> None:
    browser(town.registrar.by).post(f"/students/{town.ana.id}/birth-date/")
    event = last_entry()
    assert (event.act, event.part, event.student) == ("record:inspected", "birth_date", town.ana.id)
    assert (event.record, event.outcome, event.actor.role) == (None, "must", "registrar")
    assert event.rules and event.law_digest


def test_a_role_whose_work_does_not_need_it_gets_neither_the_link_nor_the_date(town: make.Town) -> None:
    assert "birth-date" not in page_of(town.teacher, town.ana)
    answer = browser(town.teacher.by).post(f"/students/{town.ana.id}/birth-date/")
    assert answer.status_code == 403 and "2 March 2017" not in answer.content.decode()
    event = last_entry()
    assert (event.act, event.part) == ("disclosure:refused", "birth_date")


def test_no_address_shows_it_by_being_followed(town: make.Town) -> None:
    office = browser(town.registrar.by)
    assert office.get(f"/students/{town.ana.id}/birth-date/").status_code == 405
    assert "2 March 2017" not in office.get(f"/students/{town.ana.id}/?born=1").content.decode()


def test_a_date_narrows_a_search_for_those_who_may_see_it(town: make.Town) -> None:
    make.change(town.ben, birth_on=date(2016, 3, 2))
    assert names("2017-03-02", by=town.registrar) == ["Ana Torres"]
    assert names("2017-3-2 torr", by=town.registrar) == ["Ana Torres"]
    assert names("torres 2016-03-02", by=town.registrar) == []
    assert last_entry().part == "birth_date"


def test_a_search_is_narrowed_by_no_date_the_searcher_may_not_see(town: make.Town) -> None:
    assert names("ana 2017-03-02", by=town.teacher) == []
    assert names("ana", by=town.teacher) == ["Ana Torres"]


def test_a_list_of_results_shows_no_part_of_a_birth_date_and_tells_two_of_one_name_apart(town: make.Town) -> None:
    namesake = make.student("Ana", "Torres", birth_on=date(2016, 3, 2), grade="5")
    make.enrolment(namesake, town.school)
    for staff in (town.teacher, town.registrar, town.principal):
        said = text_of(browser(staff.by).get("/students/?q=ana").content.decode())
        assert "Ana Torres" in said
        assert not re.search("2016|2017|Born", said)
    hits = browser(town.registrar.by).get("/students/?q=ana").content.decode().split('<li class="hit">')[1:]
    told = {re.sub(r"\s+", " ", text_of(hit).partition("Elementary")[0]).strip() for hit in hits}
    assert told == {"Ana Torres Grade 4 Alder Creek", "Ana Torres Grade 5 Alder Creek"}


def text_of(page: str) -> str:
    return re.sub("<[^>]+>", " ", page)


@pytest.mark.parametrize(
    "words",
    ["ana 3/2/2017", "02.03.2017", "2-3-17", "ana 2017/03/02", "2017-13-01", "2017-02-30", "2017-03-02 2017-03-03"],
)
def test_a_date_that_can_be_read_two_ways_is_asked_back_and_not_guessed(town: make.Town, words: str) -> None:
    answer = found(words, by=town.registrar)
    assert answer.students == () and answer.unread and answer.unread in words
    page = browser(town.registrar.by).get("/students/", {"q": words}).content.decode()
    assert "Write it as 2015-03-02" in page
    assert sum(event.act == "student:searched" for event in entries()) == 2


def test_a_name_with_numbers_in_it_is_still_a_name(town: make.Town) -> None:
    assert found("ana 2017", by=town.registrar).unread == ""
    assert found("10999990100001", by=town.registrar).unread == ""
