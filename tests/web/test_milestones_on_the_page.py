"""The page of people: where the office enters what a paper shows, and says when it is over."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.disclosure.asking import entries

HEADING = "College, emancipation, graduation"
SINCE = {"paper": "declaration_of_emancipation", "from_on": "2026-10-01"}


def page(desk: Any, town: make.Town) -> str:
    return str(desk.get(f"/students/{town.ana.id}/people/").content.decode())


def enters(desk: Any, town: make.Town, **changes: str) -> Any:
    return desk.post(f"/students/{town.ana.id}/milestones/", SINCE | changes)


def ends(desk: Any, town: make.Town, day: str = "2026-10-02") -> Any:
    (address,) = re.findall(r'action="(/students/[^"]+/milestones/[^"]+/end/)"', page(desk, town))
    return desk.post(address, {"over_on": day})


def test_what_a_paper_shows_is_entered_and_ended_on_the_page_with_what_the_law_says_of_it(town: make.Town) -> None:
    desk = browser(town.registrar.by)
    assert "No roster tells of these" in page(desk, town)
    assert enters(desk, town).status_code == 302
    shown = words(page(desk, town))
    assert "Emancipated since" in shown and "A court’s declaration of emancipation. Entered by Registrar" in shown
    assert "The student is emancipated: counsel says whose the rights are in this case. Fam. Code 7050(e)" in shown
    assert "Holds the rights today ask counsel" in shown
    assert ends(desk, town).status_code == 302
    shown = words(page(desk, town))
    assert "Over since" in shown and "ended by Registrar" in shown and "Fam. Code 7050(e)" not in shown
    assert "Holds the rights today Mother Torres" in shown


def test_only_those_who_settle_it_are_told_or_asked(town: make.Town) -> None:
    enters(browser(town.registrar.by), town)
    teacher = browser(town.teacher.by)
    assert HEADING not in page(teacher, town) and "emancipat" not in page(teacher, town).lower()
    assert enters(teacher, town, paper="college_enrolment").status_code == 403
    assert enters(browser(town.mother.by), town, paper="college_enrolment").status_code == 404
    assert [it.act.value for it in entries()].count("milestone:entered") == 1


@pytest.mark.parametrize(
    ("changes", "field", "says"),
    [
        ({"paper": ""}, "paper", "Choose what was shown."),
        ({"paper": "library_card"}, "paper", "Select a valid choice"),
        ({"from_on": ""}, "from_on", "Give the day from which it is so."),
        ({"from_on": "2999-01-01"}, "from_on", "cannot be right"),
        ({"paper": "counsels_finding"}, "paper", "Enter the college first."),
    ],
)
def test_an_error_names_its_field(town: make.Town, changes: dict[str, str], field: str, says: str) -> None:
    answer = enters(browser(town.registrar.by), town, **changes)
    assert answer.status_code == 422
    text = answer.content.decode()
    (line,) = re.findall(rf'<a href="#id_milestone_{field}">[^<]+</a>: ([^<]+)<', text)
    assert says in line and f'id="id_milestone_{field}"' in text


def test_an_end_that_cannot_be_is_shown_again_where_it_stands(town: make.Town) -> None:
    desk = browser(town.registrar.by)
    enters(desk, town)
    answer = ends(desk, town, day="2026-09-30")
    assert answer.status_code == 422
    assert "<summary>End it</summary>" in answer.content.decode().split('<details class="inline" open>')[1]


ENDS_TOO = "Counsel’s finding ends with it. If you only correct a day, enter the finding again."


def test_whoever_ends_a_college_is_told_that_counsels_finding_ends_with_it_and_then_that_it_has(
    town: make.Town,
) -> None:
    desk = browser(town.registrar.by)
    enters(desk, town, paper="college_enrolment")
    assert ENDS_TOO not in words(page(desk, town))
    enters(desk, town, paper="counsels_finding")
    before = page(desk, town)
    assert words(before).count(ENDS_TOO) == 1
    college = before.split("Attends a college</b>")[1].split("</form>")[0]
    assert ENDS_TOO in college
    (address,) = re.findall(r'action="([^"]+/end/)"', college)
    done = desk.post(address, {"over_on": "2026-10-02"})
    after = words(desk.get(done["Location"]).content.decode())
    assert "Ended Attends a college, over since" in after
    assert "Counsel has found that the rights have passed to the student, over since" in after
    assert "Counsel’s finding has ended. If you only correct a day, enter the finding again." in after
    assert ENDS_TOO not in after
    assert "Ended Attends" not in words(page(desk, town)), "the next look says nothing of an act"


def test_what_ended_alone_is_said_without_a_word_of_counsel(town: make.Town) -> None:
    desk = browser(town.registrar.by)
    enters(desk, town)
    after = words(desk.get(ends(desk, town)["Location"]).content.decode())
    assert "Ended Emancipated, over since" in after and "Counsel’s finding" not in after


@pytest.mark.parametrize("named", ["", "no id", "7f1d0a7e-0000-4000-8000-000000000000"])
def test_an_address_that_names_no_milestone_that_is_over_says_of_none_that_it_ended(
    town: make.Town, named: str
) -> None:
    desk = browser(town.registrar.by)
    enters(desk, town)
    assert "Ended" not in words(desk.get(f"/students/{town.ana.id}/people/?said&ended={named}").content.decode())


def test_a_milestone_of_another_student_is_not_there(town: make.Town) -> None:
    desk = browser(town.registrar.by)
    enters(desk, town)
    (address,) = re.findall(r'action="(/students/[^"]+/end/)"', page(desk, town))
    other = address.replace(str(town.ana.id), str(town.ben.id))
    assert desk.post(other, {"over_on": "2026-10-02"}).status_code == 404


def test_the_office_reads_what_was_noted_and_the_family_that_something_was(town: make.Town) -> None:
    enters(browser(town.registrar.by), town, paper="college_enrolment")
    office = words(browser(town.principal.by).get(f"/students/{town.ana.id}/looked/").content.decode())
    assert "Noted from a paper: Attends a college" in office
    home = browser(town.mother.by)
    own = words(home.get(f"/family/{town.ana.id}/looked/").content.decode())
    assert "Noted from a paper something on which the rights depend" in own and "college" not in own
    home.cookies["django_language"] = "es"
    own = words(home.get(f"/family/{town.ana.id}/looked/").content.decode())
    assert "algo de lo que dependen los derechos" in own


@pytest.mark.usefixtures("remembered")
def test_the_page_takes_no_more_statements_for_many_than_for_one(town: make.Town, server: Any) -> None:
    from tests.house.statements import APPLICATION, statements

    desk, today = browser(town.registrar.by), timezone.localdate()

    def costs() -> int:
        page(desk, town)
        with server[0].log_path.open("rb") as log:
            log.seek(0, 2)
            page(desk, town)
            return len(statements(log.read().decode(), APPLICATION))

    def past(number: int) -> None:
        row = make.milestone(town.ana, "attends_postsecondary", since=today - timedelta(days=2 * number))
        make.over(row, today - timedelta(days=2 * number - 1))

    past(1)
    few = costs()
    for number in range(2, 9):
        past(number)
    assert costs() == few
