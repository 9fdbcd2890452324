"""The law says who owes a course; each night they are told; what is done, expired or gone is told too."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.training.steps import (
    CUSTODIANS,
    CYBERSECURITY,
    ENFORCEMENT,
    INFORMATION,
    SPECIAL_EDUCATION,
    answers,
    imported,
    night,
    owes,
    own,
)

OF_A_TEACHER = (CYBERSECURITY, ENFORCEMENT, INFORMATION, SPECIAL_EDUCATION)
DUE = AT.date() + timedelta(days=30)
NEXT = timedelta(days=1)


def test_whoever_gathers_or_handles_student_information_owes_it_and_every_employee_cybersecurity(
    town: make.Town,
) -> None:
    driver = make.signed_in(make.account("driver", employee=make.employee("Dan", "Reed")))
    night()
    assert owes(town.teacher.by) == dict.fromkeys(OF_A_TEACHER, DUE)
    assert owes(town.principal.by) == dict.fromkeys((CUSTODIANS, *OF_A_TEACHER), DUE)
    assert owes(driver) == {CYBERSECURITY: DUE}
    assert owes(town.mother.by) == {}


def test_the_rule_of_a_duty_is_the_one_by_which_the_law_asks_for_it(town: make.Town) -> None:
    assert {it.rule for it in own(town.teacher.by).values()} == {
        "",
        "programmes.training.every_employee_in_cybersecurity",
        "programmes.training.who_handles_student_information",
        "programmes.training.who_uses_special_education_records",
    }


def test_a_second_night_owes_nothing_twice_and_writes_nothing(town: make.Town) -> None:
    first = night()
    before = len(entries())
    assert (first.let_go, night().owed, len(entries())) == (0, 0, before)
    assert first.owed == 13


def test_each_course_that_was_assigned_has_one_entry_a_night(town: make.Town) -> None:
    night()
    told = [(it.part, it.outcome) for it in entries() if it.act.value == "training:assigned"]
    of_three = ((it, "3") for it in OF_A_TEACHER)
    assert sorted(told) == sorted([(CUSTODIANS, "1"), *of_three])


def test_who_got_an_office_some_days_ago_has_so_many_days_fewer_and_who_is_long_there_all_of_them(
    town: make.Town,
) -> None:
    make.change(town.teacher.role, from_on=AT.date() - timedelta(days=10))
    make.change(town.registrar.role, from_on=AT.date() - timedelta(days=400))
    night()
    assert owes(town.teacher.by)[INFORMATION] == DUE - timedelta(days=10)
    assert owes(town.registrar.by)[INFORMATION] == DUE


def test_the_district_sets_how_many_days_there_are(town: make.Town) -> None:
    night(days=14)
    assert owes(town.teacher.by)[INFORMATION] == AT.date() + timedelta(days=14)


def test_a_completed_course_is_owed_no_more_until_it_has_expired(town: make.Town) -> None:
    night()
    answers(town.teacher.by, INFORMATION)
    assert INFORMATION not in owes(town.teacher.by)
    night()
    assert INFORMATION not in owes(town.teacher.by)
    last = datetime(2027, 10, 19, 20, tzinfo=UTC)
    night(last - timedelta(days=31))
    assert INFORMATION not in owes(town.teacher.by, last)
    night(last + NEXT)  # nobody was told in its last month: no night has run
    assert owes(town.teacher.by, last + NEXT)[INFORMATION] == last.date() + NEXT + timedelta(days=30)


def test_whose_office_has_gone_or_who_has_left_owes_it_no_more(town: make.Town) -> None:
    night()
    make.change(town.teacher.role, to_on=AT.date())
    make.change(town.registrar.row, left_on=AT.date())
    assert night(AT + NEXT).let_go == 3 + 4
    assert set(owes(town.teacher.by, AT + NEXT)) == {CYBERSECURITY}
    let_go = [it.outcome for it in entries() if it.act.value == "training:let_go"]
    assert sorted(let_go) == ["1", "2", "2", "2"]


def second_edition(monkeypatch: pytest.MonkeyPatch) -> None:
    """The course has changed so that the first edition counts no more."""
    from dataclasses import replace

    from fileroom.programmes.training import courses

    first = courses.COURSES[INFORMATION]
    newer = {**courses.COURSES, INFORMATION: replace(first, version=2, oldest=2, newer_since=(AT.date(),))}
    for module in ("facts", "noting", "services", "owing", "assigning", "lists", "imports"):
        monkeypatch.setattr(f"fileroom.programmes.training.{module}.COURSES", newer, raising=False)
    monkeypatch.setattr("fileroom.programmes.training.services.BY_ID", {it.id: it for it in newer.values()})


def test_an_edition_that_counts_no_more_is_owed_again_and_the_new_one_counts_though_the_old_lasted_longer(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(town.teacher.by, INFORMATION, months=24)
    second_edition(monkeypatch)
    night()
    assert owes(town.teacher.by)[INFORMATION] == DUE and own(town.teacher.by)[INFORMATION].state == "expired"
    answers(town.teacher.by, INFORMATION, months=12)
    assert INFORMATION not in owes(town.teacher.by)
    assert own(town.teacher.by)[INFORMATION].until_on == AT.date().replace(year=2027)
    assert night().owed == 0


def test_a_list_that_is_sent_again_after_a_new_edition_makes_nobody_current(
    town: make.Town, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    head = "employee_id,course,completed_on\n"
    before = f"{town.teacher.row.id},{INFORMATION},2026-10-18\n"
    night()
    imported(tmp_path, head + before)
    assert INFORMATION not in owes(town.teacher.by)
    second_edition(monkeypatch)
    night()
    other = f"{town.registrar.row.id},{INFORMATION},2026-10-18\n"
    again = imported(tmp_path, head + before + other)
    assert (again.written.new, again.written.unchanged) == (1, 1)
    assert INFORMATION in owes(town.teacher.by) and INFORMATION in owes(town.registrar.by)
    assert own(town.registrar.by)[INFORMATION].state == "expired", "that day's edition counts no more"
    imported(tmp_path, head + f"{town.teacher.row.id},{INFORMATION},2026-10-19\n")
    assert INFORMATION not in owes(town.teacher.by) and INFORMATION in owes(town.registrar.by)


def test_today_leads_to_the_course_by_its_title(town: make.Town) -> None:
    from fileroom.programmes.training.courses import COURSES
    from fileroom.web.owed import page

    night()
    shown = {it["title"]: it["link"] for it in page(by=town.teacher.by, at=AT).rows}
    assert shown[COURSES[INFORMATION].title] == f"/training/{COURSES[INFORMATION].id}/"
    assert len(shown) == 4


def test_whoever_opens_no_record_of_special_education_by_their_work_does_not_owe_that_course(town: make.Town) -> None:
    lawyer = make.staffed("lana", "counsel", None)
    night()
    assert SPECIAL_EDUCATION not in owes(lawyer.by) and INFORMATION in owes(lawyer.by)


@pytest.mark.parametrize(("days_before", "told"), [(31, False), (30, True), (7, True), (0, True), (-1, True)])
def test_a_month_before_a_training_ends_it_is_owed_again_by_its_last_day(
    days_before: int, told: bool, town: make.Town
) -> None:
    night()
    last = answers(town.teacher.by, INFORMATION).until_on
    at = AT.replace(year=last.year) - timedelta(days=days_before)
    night(at - timedelta(days=1) if days_before < 0 else at)
    assert owes(town.teacher.by, at).get(INFORMATION) == (last if told else None)
    assert own(town.teacher.by, at)[INFORMATION].state == (
        "current" if not told else "expired" if days_before < 0 else "ending"
    )
    assert own(town.teacher.by, at)[INFORMATION].late == (days_before < 0)
    answers(town.teacher.by, INFORMATION, at=at)
    assert INFORMATION not in owes(town.teacher.by, at) and night(at).owed == 0
