"""Completions come in by another system's list and by sign-in sheets, all of a paper or nothing, and people without an
account count too."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.training.steps import CYBERSECURITY, INFORMATION, TOPICS, imported, night, owes, own, sheet

TODAY = AT.date()


@pytest.fixture
def designee(town: make.Town) -> make.Staffed:
    return make.staffed("administrator", "administrator", None)


@pytest.fixture
def nurse(town: make.Town) -> UUID:
    """She has no account."""
    row = make.employee("Nora", "Vance")
    make.change(row, email="nora@example.org", source_id="E-77")
    make.assignment(row, "nurse", town.school)
    return row.id


def count() -> int:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import TrainingCompletion

    with district_transaction():
        return TrainingCompletion.objects.count()


def test_a_list_names_people_by_id_or_mail_and_ends_their_duties(town: make.Town, nurse: UUID, tmp_path: Path) -> None:
    make.change(town.teacher.row, email="Teacher@Example.org")
    night()
    text = "employee_id,email,course,completed_on\nE-77,,student_information,2026-09-01\n"
    text += f",teacher@example.org,{INFORMATION},2026-09-02\n{town.registrar.row.id},,Cybersecurity,2026-09-02\n"
    report = imported(tmp_path, text.replace("Cybersecurity", "cybersecurity"))
    assert (report.whole, report.written.new, report.tally.kept, report.tally.set_aside) == (True, 3, 3, 0)
    assert INFORMATION not in owes(town.teacher.by) and CYBERSECURITY not in owes(town.registrar.by)
    assert own(town.teacher.by)[INFORMATION].until_on == TODAY.replace(year=2027, month=9, day=2)
    again = imported(tmp_path, text.replace("Cybersecurity", "cybersecurity"))
    assert (again.written.new, again.written.unchanged, count()) == (0, 3, 3)


def test_what_has_expired_already_ends_no_duty(town: make.Town, tmp_path: Path) -> None:
    night()
    imported(tmp_path, f"employee_id,course,completed_on\n{town.teacher.row.id},{INFORMATION},2024-09-01\n")
    assert count() == 1 and INFORMATION in owes(town.teacher.by)
    assert own(town.teacher.by)[INFORMATION].state == "expired"


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ("E-99,,student_information,2026-09-01", "dangling_id", "employee_id"),
        ("999999,nora@example.org,student_information,2026-09-01", "dangling_id", "employee_id"),
        (",,student_information,2026-09-01", "empty_required", "employee_id"),
        ("E-77,registrar@example.org,student_information,2026-09-01", "another_person", "email"),
        ("E-77,,knitting,2026-09-01", "bad_enum", "course"),
        ("E-77,,student_information,9/1/2026", "impossible_date", "completed_on"),
        ("E-77,,student_information,2026-10-20", "impossible_date", "completed_on"),
        ("E-77,,student_information", "impossible_date", "completed_on"),
    ],
)
def test_a_row_that_cannot_be_is_named_and_the_others_are_kept(
    town: make.Town, nurse: UUID, tmp_path: Path, row: str, code: str, column: str
) -> None:
    make.change(town.registrar.row, email="registrar@example.org")
    report = imported(tmp_path, f"employee_id,email,course,completed_on\nE-77,,cybersecurity,2026-09-01\n\n{row}\n")
    assert [(it.row, it.code, it.column) for it in report.tally.problems] == [(4, code, column)]
    assert (report.written.new, report.tally.set_aside, count()) == (1, 1, 1)


def test_two_people_of_one_mail_are_told_apart_by_their_ids(town: make.Town, nurse: UUID, tmp_path: Path) -> None:
    make.change(town.registrar.row, email="nora@example.org")
    text = "employee_id,email,course,completed_on\n{},nora@example.org,cybersecurity,2026-09-01\n"
    assert imported(tmp_path, text.format("")).tally.set_aside == 1
    assert imported(tmp_path, text.format("E-77")).written.new == 1


@pytest.mark.parametrize(
    ("id_", "email", "name", "aside"),
    [
        ("E-77", "contractor@else.org", "", "email"),
        ("E-77", "Nora+work@Example.org", "", None),
        ("", "N.ora@example.org", "Vance, Nora", None),
        ("E-77", "nora@example.org", "N. Vance", None),
        ("E-77", "", "Rosa Quill", "name"),
        ("", "nora@example.org", "Rosa Quill", "name"),
        ("E-78", "nora@example.org", "", "email"),
        ("E-78", "new@example.org", "", None),
    ],
)
def test_a_training_is_nobodys_whose_mailbox_or_name_the_row_does_not_say(
    town: make.Town, nurse: UUID, tmp_path: Path, id_: str, email: str, name: str, aside: str | None
) -> None:
    make.change(town.registrar.row, source_id="E-78", email="")
    text = f'employee_id,email,name,course,completed_on\n{id_},{email},"{name}",{INFORMATION},2026-09-01\n'
    report = imported(tmp_path, text)
    assert [(it.code, it.column) for it in report.tally.problems] == ([("another_person", aside)] if aside else [])
    assert count() == (0 if aside else 1)


@pytest.mark.parametrize("head", ["employee_id,completed_on", "course,completed_on", "employee_id,course", ""])
def test_a_file_without_its_columns_is_taken_not_at_all(town: make.Town, tmp_path: Path, head: str) -> None:
    report = imported(tmp_path, f"{head}\nE-77,x,2026-09-01\n")
    assert not report.whole and count() == 0
    assert [it.code for it in report.tally.problems] == ["unknown_layout"]


def test_a_dry_run_says_what_would_be_and_writes_nothing(town: make.Town, nurse: UUID, tmp_path: Path) -> None:
    before = len(entries())
    report = imported(tmp_path, "email,course,completed_on\nnora@example.org,cybersecurity,2026-09-01\n", dry_run=True)
    assert (report.written.new, report.dry_run, count(), len(entries())) == (1, True, 0, before)


def test_an_import_is_on_the_list_of_imports_and_each_completion_has_its_entry(
    town: make.Town, nurse: UUID, tmp_path: Path
) -> None:
    imported(tmp_path, "email,course,completed_on\nnora@example.org,cybersecurity,2026-09-01\n")
    told = [(it.act.value, it.outcome or it.part) for it in entries()]
    assert told == [("training:completed", "imported:2026-09-01"), ("bundle:imported", "training")]


def test_the_designee_enters_a_sheet_for_several_at_once_also_without_account(
    town: make.Town, designee: make.Staffed, nurse: UUID
) -> None:
    from fileroom.programmes.training.sheets import Entered

    night()
    people = {nurse, town.teacher.row.id}
    assert sheet(designee.by, INFORMATION, people, on=TODAY) == Entered(2, 0)
    assert sheet(designee.by, INFORMATION, people, on=TODAY) == Entered(0, 2)
    assert INFORMATION not in owes(town.teacher.by)
    told = [(it.outcome, it.actor.role) for it in entries() if it.act.value == "training:completed"]
    assert told == [("sheet:2026-10-19", "administrator")] * 2


def test_a_course_that_did_not_cover_all_is_refused_by_the_laws_word(town: make.Town, designee: make.Staffed) -> None:
    from fileroom.people.answers import Refused

    done = sheet(designee.by, INFORMATION, {town.teacher.row.id}, on=TODAY, topics=TOPICS[:2])
    assert isinstance(done, Refused) and count() == 0
    assert done.decision.because[0].rule == "programmes.training_content.information_lacking"
    assert entries()[-1].act.value == "training:refused"


def test_a_sheet_is_entered_by_nobody_else_and_says_nothing_impossible(town: make.Town, designee: make.Staffed) -> None:
    from fileroom.people.answers import Missing

    teacher = town.teacher.row.id
    for by in (town.teacher.by, town.principal.by, town.registrar.by, town.mother.by):
        with pytest.raises(Missing):
            sheet(by, INFORMATION, {teacher}, on=TODAY)
    for people, on in (
        (set(), TODAY),
        ({teacher}, TODAY + timedelta(days=1)),
        ({teacher}, TODAY - timedelta(days=1200)),
        ({teacher, town.mother.row.id}, TODAY),
    ):
        with pytest.raises(ValidationError):
            sheet(designee.by, INFORMATION, people, on=on)
    assert count() == 0


def test_a_sheet_of_many_takes_no_more_statements_than_one_of_few(town: make.Town, designee: make.Staffed) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    many = [make.employee(f"T{number}", "Many") for number in range(40)]
    for it in many:
        make.assignment(it, "teacher", town.school)
    night()
    taken = []
    for people in ({it.id for it in many[:2]}, {it.id for it in many[2:]}):
        with CaptureQueriesContext(connection) as asked:
            sheet(designee.by, INFORMATION, people, on=TODAY)
        taken.append(len(asked))
    assert taken[1] <= taken[0] + 1 and count() == 40
    assert discharged(INFORMATION) == 40


def discharged(course: str) -> int:
    """How many have done it, each shown by an entry of their own."""
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    with district_transaction():
        done = Duty.objects.filter(part=course, done_at__isnull=False)
        return done.values("evidence").distinct().count()


def test_on_a_page_a_list_is_tried_in_words_first_and_taken_as_it_was_tried_by_nobody_else(
    town: make.Town, designee: make.Staffed, nurse: UUID
) -> None:
    page, desk = "/training/list/", browser(designee.by)
    text = "employee_id\tcourse\tcompleted_on\nE-77\tcybersecurity\t2026-09-01\nE-77\tknitting\t2026-09-01\n"
    text += f"{designee.row.id}\tcybersecurity\t2026-09-01\nE-77\tenforcement\t2024-09-01\n"
    assert "See what it would do" in desk.get(page).content.decode()
    assert [
        browser(town.principal.by).get(page).status_code,
        browser(town.teacher.by).post(page, {"rows": text}).status_code,
    ] == [404] * 2
    tried = desk.post(page, {"rows": text}).content.decode()
    assert "nothing was written" in tried and "<b>2</b> new" in tried and count() == 0
    assert (
        "No course of this name" in tried
        and "Nobody brings their own training" in tried
        and "too old to count" in tried
    )
    seen = re.findall(r'name="seen" value="(\w+)"', tried)[0]
    other = desk.post(page, {"rows": text + "E-77\tcustodians\t2026-09-01\n", "seen": seen}).content.decode()
    assert "nothing was written" in other and count() == 0, "another list than was tried is tried itself"
    taken = desk.post(page, {"rows": text, "seen": seen}).content.decode()
    assert "What was done" in taken and count() == 2
    last = entries()[-1]
    assert (last.act, last.part, last.actor.role, last.actor.account) == (
        "bundle:imported",
        "training",
        "administrator",
        designee.by.account.id,
    )
    assert desk.post(page, {"rows": " "}).status_code == 422
