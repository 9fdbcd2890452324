"""A list of the office leaves for a purpose, of whom the law grants, once, marked; who is left out leaves no trace."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.law.facts import Purpose
from fileroom.people.answers import FormUsed, Missing
from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.disclosure.exports.taking import agrees, asks, names, prepares, rows, takes


@pytest.fixture(autouse=True)
def of_one_name(town: make.Town) -> None:
    """Ben is a Torres too: one search finds both."""
    named(town.ben, "Ben")


def named(who: object, given: str) -> None:
    from fileroom.people.names import search_key

    make.change(who, legal_given=given, legal_family="Torres", search_name=search_key(given, "Torres"))  # type: ignore[arg-type]


def test_each_student_on_it_has_a_line_and_the_list_has_one_and_no_line_says_which_list_it_was(town: make.Town) -> None:
    made = prepares(town.registrar.by)
    before = len(entries())
    file = takes(town.registrar.by, made)
    assert sorted(names(file)) == ["Ana Torres", "Ben Torres"]
    noted = entries()[before:]
    lines = {it.student: (it.act.value, it.part, it.sealed) for it in noted if it.student}
    assert lines == dict.fromkeys((town.ana.id, town.ben.id), ("student:listed", "", False))
    assert [(it.act.value, it.part, it.outcome) for it in noted if not it.student] == [
        ("list:handed_over", "students/csv", "2")
    ]


def test_the_mark_stands_in_each_row_and_its_code_is_found_where_anyone_checks_a_paper(town: make.Town) -> None:
    made = prepares(town.registrar.by)
    file = takes(town.registrar.by, made)
    code = file.name[5:19]
    assert all(code in row[-1] and "Registrar" in row[-1] and "2026-10-19" in row[-1] for row in rows(file))
    page = words(browser().post("/check/", {"code": code}).content.decode())
    assert "Torres" not in page
    assert page != words(browser().post("/check/", {"code": "AAAA-BBBB-CCCC"}).content.decode())


def test_a_name_that_an_office_program_would_run_is_text(town: make.Town) -> None:
    named(town.ana, "=cmd|' /C calc'!A0")
    file = takes(town.registrar.by, prepares(town.registrar.by))
    assert any(name.startswith("'=cmd") for name in names(file))
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in [names(file)] for cell in row)


def test_a_teacher_gets_only_those_they_serve_and_a_stranger_nobody(town: make.Town) -> None:
    assert names(takes(town.teacher.by, prepares(town.teacher.by))) == ["Ana Torres"]
    stranger = make.staffed("stranger", "teacher", make.school("Mesa Middle"))
    with pytest.raises(ValidationError, match="nobody here"):
        prepares(stranger.by)


def test_another_schools_students_are_not_on_it(town: make.Town) -> None:
    other = make.school("Mesa Middle")
    cal = make.student("Cal", "Torres")
    make.enrolment(cal, other)
    assert "Cal Torres" not in names(takes(town.registrar.by, prepares(town.registrar.by)))
    there = make.staffed("there", "registrar", other)
    assert names(takes(there.by, prepares(there.by))) == ["Cal Torres"]


def test_an_order_that_came_between_asking_and_taking_is_obeyed_and_nothing_says_which_student(town: make.Town) -> None:
    from fileroom.disclosure.exports.lifecycle import Stopped

    made = prepares(town.registrar.by)
    make.order(town.ana, make.contact(town.registrar.row.given, town.registrar.row.family))
    before = len(entries())
    assert isinstance(takes(town.registrar.by, made), Stopped)
    (entry,) = entries()[before:]
    assert (entry.act.value, entry.student, entry.outcome) == ("list:stopped", None, "changed")
    again = takes(town.registrar.by, prepares(town.registrar.by))
    assert names(again) == ["Ben Torres"]


def test_a_long_list_waits_for_a_second_person_who_keeps_these_records_and_never_for_the_first(town: make.Town) -> None:
    made = prepares(town.principal.by, above=1)
    assert made.waits
    with pytest.raises(ValidationError):
        takes(town.principal.by, made)
    with pytest.raises(ValidationError, match="Somebody else"):
        agrees(town.principal.by, made)
    with pytest.raises(Missing):
        agrees(town.teacher.by, made)
    agrees(town.registrar.by, made)
    with pytest.raises(Missing):
        takes(town.registrar.by, made)
    assert len(names(takes(town.principal.by, made))) == 2


def test_it_is_taken_once_and_within_a_day(town: make.Town) -> None:
    made = prepares(town.registrar.by)
    with pytest.raises(ValidationError):
        takes(town.registrar.by, made, at=AT + timedelta(days=1))
    takes(town.registrar.by, made)
    with pytest.raises(ValidationError):
        takes(town.registrar.by, made)


def test_the_same_form_twice_is_one_list_and_with_other_words_none(town: make.Town) -> None:
    once = uuid4()
    assert prepares(town.registrar.by, once=once) == prepares(town.registrar.by, once=once)
    with pytest.raises(FormUsed):
        prepares(town.registrar.by, words="ana", once=once)


def test_it_has_a_purpose_that_the_criteria_leave_to_whoever_asks(town: make.Town) -> None:
    from fileroom.disclosure.exports.lists import prepare

    for purpose in (Purpose.ENROLMENT, Purpose.IMMIGRATION_ENFORCEMENT, Purpose.REGISTRY, Purpose.NONE_STATED):
        with pytest.raises(ValidationError):
            prepare(uuid4(), asks("students", "torres", purpose), second_above=30, by=town.teacher.by, at=AT)
    with pytest.raises(Missing):
        prepares(town.mother.by)


def test_students_with_an_order_are_listed_by_a_custodian_alone_and_their_lines_lie_under_seal(town: make.Town) -> None:
    make.order(town.ana, make.contact("Al", "Quill"))
    for by in (town.teacher.by, town.registrar.by):
        with pytest.raises(ValidationError):
            prepares(by, "orders", "")
    made = prepares(town.principal.by, "orders", "")
    before = len(entries())
    assert names(takes(town.principal.by, made, "orders")) == ["Ana Torres"]
    assert [it.sealed for it in entries()[before:] if it.student] == [True]
    assert "Named" not in words(browser(town.mother.by).get(f"/family/{town.ana.id}/looked/").content.decode())


def test_no_list_of_the_office_says_what_may_show_a_status() -> None:
    from fileroom.law.marks import TELLING_KINDS
    from fileroom.programmes.office_lists import SOURCES

    assert len(SOURCES) >= 6
    for source in (it for it in SOURCES.values() if not it.of_staff):
        assert source.heads == ("Name", "Grade", "School") and source.kind not in TELLING_KINDS


def test_the_pages_say_the_size_first_and_hand_it_over_and_keep_its_register(town: make.Town) -> None:
    client = browser(town.registrar.by)
    assert "Take this list" in client.get("/students/?q=torres").content.decode()
    sent = form(list="students", words="torres", purpose="educational_interest")
    page = client.get(client.post("/lists/new/", sent)["Location"])
    assert "It names 2 students" in words(page.content.decode())
    address = str(page.request["PATH_INFO"])
    answer = client.post(f"{address}file/", {"form": "csv"})
    assert b"Ana Torres" in b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    register = words(client.get("/lists/").content.decode())
    assert "Students found" in register and "Ana" not in register and "torres" not in register
    assert browser(town.mother.by).get("/lists/").status_code in (403, 404)
    assert client.post("/lists/new/", form(list="students", words="torres")).status_code == 422
