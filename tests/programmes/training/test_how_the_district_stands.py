"""Numbers by school name nobody and are the register's; names are the designee's; the evidence turns when it should."""

from __future__ import annotations

from datetime import datetime, timedelta
from threading import Event
from typing import Any

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.training.steps import CYBERSECURITY, INFORMATION, SPECIAL_EDUCATION, TOPICS, answers, night, sheet

LATER = AT + timedelta(days=31)


@pytest.fixture
def designee(town: make.Town) -> make.Staffed:
    return make.staffed("administrator", "administrator", None)


def by_site(by: Any, at: Any = AT) -> Any:
    from fileroom.programmes.training.desk import by_site

    return by_site(by=by, at=at)


def whole(by: Any) -> dict[str, tuple[int, int, int]]:
    return {it.name: (it.whole.current, it.whole.of, it.without) for it in by_site(by).sites}


def test_each_site_counts_who_is_current_in_all_they_owe_also_without_account(
    town: make.Town, designee: make.Staffed
) -> None:
    nurse = make.employee("Nora", "Vance")
    make.assignment(nurse, "nurse", town.school)
    make.employee("Dan", "Reed")
    for course in (INFORMATION, CYBERSECURITY, "enforcement", SPECIAL_EDUCATION):
        answers(town.teacher.by, course)
        sheet(designee.by, course, {nurse.id}, on=AT.date(), topics=(*TOPICS, "cybersecurity")[:4])
    found = by_site(designee.by)
    here = next(it for it in found.sites if it.name == town.school.name)
    assert (here.whole.current, here.whole.of, here.without) == (1, 4, 1), "her sheet did not cover breaches"
    assert whole(designee.by)["At no school on file"] == (0, 1, 1)
    assert whole(designee.by)["District office"] == (0, 1, 0)
    assert (found.district.whole.current, found.district.whole.of) == (1, 6)


def test_whoever_works_at_two_schools_is_counted_at_each_and_once_for_the_district(
    town: make.Town, designee: make.Staffed
) -> None:
    other = make.school("Mesa Middle")
    make.assignment(town.teacher.row, "teacher", other)
    found = by_site(designee.by)
    assert {it.name: it.whole.of for it in found.sites} == {"District office": 1, town.school.name: 3, other.name: 1}
    assert found.district.whole.of == 4


def test_numbers_and_names_are_for_the_designee_alone(town: make.Town, designee: make.Staffed) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.training.desk import overdue

    for by in (town.teacher.by, town.principal.by, town.registrar.by, town.mother.by):
        for asks in (by_site, lambda by: overdue(by=by, at=AT)):
            with pytest.raises(Missing):
                asks(by)
    pages = ("sites", "overdue", "sheet")
    assert [browser(town.principal.by).get(f"/training/{it}/").status_code for it in pages] == [404, 404, 404]
    assert [browser(designee.by).get(f"/training/{it}/").status_code for it in pages] == [200, 200, 200]


def test_the_page_by_school_names_nobody(town: make.Town, designee: make.Staffed) -> None:
    night()
    page = words(browser(designee.by).get("/training/sites/").content.decode())
    assert "Teacher Abara" not in page and "Registrar Abara" not in page
    assert "0 of 3" in page and town.school.name in page


def test_the_list_of_who_is_overdue_names_them_and_is_noted(town: make.Town, designee: make.Staffed) -> None:
    from fileroom.programmes.training.desk import overdue

    night()
    answers(town.teacher.by, CYBERSECURITY)
    assert overdue(by=designee.by, at=AT) == ()
    late = overdue(by=designee.by, at=LATER)
    assert {it.course for it in late if it.name == "Teacher Abara"} == {
        "Records of students with disabilities",
        "When an officer or agent asks at the counter",
        "Sensitive student information, and what never to ask for",
    }
    assert {it.sites for it in late} == {(town.school.name,), ("District office",)}
    assert entries()[-1].act.value == "training:listed"


def shown(at: datetime) -> tuple[str, str]:
    """What the policy page says of who is trained in student information."""
    from fileroom.duties.states import Asked
    from fileroom.programmes.training.evidence import information

    it = information(Asked(at, 10, 365))
    return it.state.value, f"{it.number} of {it.of}: {it.why}"


def test_it_does_not_run_before_whoever_lacks_the_training_is_told_and_while_anybody_is_late(
    town: make.Town, designee: make.Staffed
) -> None:
    everybody = (town.teacher, town.registrar, town.principal, designee)
    assert shown(AT) == ("attention", "0 of 4: 4 not told of it yet")
    night()
    assert shown(AT) == ("running", "0 of 4: ")
    assert shown(LATER) == ("attention", "0 of 4: 4 overdue")
    for it in everybody:
        answers(it.by, INFORMATION, at=LATER)
    assert shown(LATER) == ("running", "4 of 4: ")
    make.staffed("nina", "nurse", town.school)
    assert shown(LATER) == ("attention", "4 of 5: 1 not told of it yet")


def test_where_nobody_owes_it_nothing_runs_and_a_course_that_there_is_not_is_an_error(district: str) -> None:
    from fileroom.programmes.training.evidence import standing

    assert shown(AT) == ("attention", "0 of 0: nobody on file owes it")
    with pytest.raises(KeyError):
        standing("knitting", AT)


def test_the_task_sees_to_every_district_once_and_ends_when_told(town: make.Town) -> None:
    from datetime import UTC, datetime

    from fileroom.programmes.tasks import run_training
    from tests.programmes.training.steps import owes

    stop = Event()
    stop.set()
    run_training(stop)
    assert INFORMATION in owes(town.teacher.by, datetime.now(UTC))
