"""Employees over several rosters: who has left, who is back, and which places a file gives or ends."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import psycopg
import pytest

from fileroom.collection.oneroster.layouts import Release
from tests import factories as make
from tests.collection.conftest import Import, Rows
from tests.collection.oneroster_bundles import Roster, gone, lacking
from tests.conftest import AT
from tests.disclosure.asking import entries

TODAY = AT.date()

PLACES = "SELECT to_on FROM people_sectionteacher UNION ALL SELECT to_on FROM people_assignment"


def test_an_employee_missing_from_a_whole_file_waits_and_has_the_places_it_no_longer_names_no_longer(
    bring: Import, rows: Rows
) -> None:
    bring(Roster())
    report = bring(lacking(Roster(), "t1"), days=1)
    assert (report.written.waiting, report.written.ended) == (1, 2)
    assert rows(PLACES) == [(TODAY,), (TODAY,)]
    assert rows("SELECT left_on FROM people_employee") == [(None,)]
    assert bring(lacking(Roster(), "t1"), days=2).written.ended == 0
    assert bring(Roster(), days=3).written.waiting == 0
    assert rows(PLACES) == [(date(2026, 12, 18),), (None,)]


GONE = ("deleted", "disabled", "disabled in a whole file")


@pytest.mark.parametrize("how", GONE)
def test_an_employee_whom_the_file_says_is_gone_has_left_the_same_day_and_is_not_deleted(
    bring: Import, rows: Rows, how: str
) -> None:
    bring(Roster())
    report = bring(gone(how), days=1)
    assert report.written.staff_left == 1
    assert "1 employee has left: the file says so" in report.in_words()
    assert report.to_json()["staff_left"] == 1
    assert rows("SELECT left_on FROM people_employee") == [(TODAY,)], "yesterday was the last day"
    assert rows(PLACES) == [(TODAY,), (TODAY,)]
    assert rows("SELECT state, noticed_on FROM collection_absence") == [("left", TODAY + timedelta(days=1))]
    assert (report.written.changed, report.written.waiting) == (1, 0)
    again = bring(gone(how), days=2)
    assert (again.written.staff_left, again.written.changed, again.written.new) == (0, 0, 0)
    assert rows("SELECT left_on FROM people_employee") == [(TODAY,)]


def test_in_release_1_2_where_the_role_stands_in_a_file_of_its_own_it_is_the_same(bring: Import, rows: Rows) -> None:
    bring(Roster(Release.V1_2))
    roster = Roster(Release.V1_2)
    row = roster.row("users", "t1") | {"enabledUser": "false"}
    roster = roster.without("orgs", "academicSessions", "courses", "classes", "roles", "demographics", "enrollments")
    roster.delta("users", [row])
    assert bring(roster, days=1).written.staff_left == 1
    assert rows(f"SELECT left_on FROM people_employee UNION ALL {PLACES}") == [(TODAY,)] * 3


@pytest.mark.parametrize("how", GONE)
def test_an_employee_who_left_by_a_file_is_back_by_a_file(bring: Import, rows: Rows, how: str) -> None:
    bring(Roster())
    bring(gone(how), days=1)
    bring(Roster(), days=2)
    assert rows("SELECT left_on FROM people_employee") == [(None,)]
    assert rows(PLACES) == [(date(2026, 12, 18),), (None,)]
    ((absence, state),) = rows("SELECT id, state FROM collection_absence")
    assert state == "returned"
    noted = [it for it in entries() if it.act.value.startswith("absence:")]
    assert [(it.act.value, it.student, it.record, it.part) for it in noted] == [
        ("absence:noted", None, absence, "off"),
        ("absence:returned", None, absence, ""),
    ]


def test_what_was_given_by_hand_ends_with_the_employment_and_does_not_come_back_long_after(
    bring: Import, rows: Rows, owner: psycopg.Connection[Any]
) -> None:
    bring(Roster())
    for statement in (
        "INSERT INTO people_assignment (id, employee_id, role) SELECT gen_random_uuid(), id, 'registrar'"
        " FROM people_employee",
        "INSERT INTO people_custodian (id, employee_id, acting, designated_by, from_on)"
        f" SELECT gen_random_uuid(), id, false, id, '{TODAY}' FROM people_employee",
        "INSERT INTO people_caseload (id, employee_id, student_id, grade, reason, role)"
        " SELECT gen_random_uuid(), e.id, s.id, '', '', '' FROM people_employee e, people_student s",
    ):
        owner.execute(statement)
    by_hand = (
        "SELECT to_on FROM people_assignment WHERE role = 'registrar' UNION ALL SELECT to_on FROM people_custodian "
        "UNION ALL SELECT to_on FROM people_caseload"
    )
    bring(gone("deleted"), days=1)
    assert rows(by_hand) == [(TODAY,)] * 4
    bring(Roster(), days=40)
    assert rows(by_hand) == [(TODAY,)] * 4


def test_an_employee_who_comes_switched_off_is_known_and_has_no_place(bring: Import, rows: Rows) -> None:
    report = bring(gone("disabled in a whole file"))
    assert report.written.staff_left == 1
    assert rows("SELECT given, left_on FROM people_employee") == [("Dana", TODAY - timedelta(days=1))]
    assert rows("SELECT count(*) FROM people_assignment") == [(0,)]
    assert rows("SELECT count(*) FROM people_sectionteacher") == [(0,)]


def test_a_role_outside_a_school_is_not_taken_from_a_file(bring: Import, rows: Rows) -> None:
    roster = Roster()
    roster.row("users", "t1").update(orgSourcedIds="D", role="administrator")
    roster.files["enrollments"].pop()
    report = bring(roster)
    assert rows("SELECT count(*) FROM people_assignment") == [(0,)]
    assert rows("SELECT given FROM people_employee") == [("Dana",)]
    assert [remark.code for remark in report.tally.remarks] == ["role_by_hand"]


def test_an_assignment_a_file_brought_ends_with_it_and_one_made_by_hand_does_not(
    bring: Import, rows: Rows, owner: psycopg.Connection[Any]
) -> None:
    bring(Roster())
    owner.execute(
        "INSERT INTO people_assignment (id, employee_id, school_id, role) "
        "SELECT gen_random_uuid(), e.id, c.id, 'registrar' FROM people_employee e, people_school c "
        "WHERE c.source_id = 'S1'"
    )
    roster = Roster()
    roster.row("users", "t1")["orgSourcedIds"] = "S2"
    bring(roster, days=1)
    assert rows("SELECT role, c.source_id, to_on FROM people_assignment a JOIN people_school c ON c.id = a.school_id "
                "ORDER BY 1, 2") == [
        ("registrar", "S1", None),
        ("teacher", "S1", TODAY),
        ("teacher", "S2", None),
    ]  # fmt: skip


@pytest.mark.parametrize("takes_id_over", ["the row is closed", "somebody else of the id"])
def test_an_employee_switched_off_under_another_name_has_left_and_gives_nobody_the_account(
    takes_id_over: str, bring: Import, rows: Rows
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Employee

    bring(Roster())
    with district_transaction():
        make.account("dana", employee=Employee.objects.get(source_id="t1"))
    roster = Roster()
    new = {"givenName": "Terminated", "familyName": "Employee", "email": ""}
    if takes_id_over != "the row is closed":
        new = {"givenName": "Omar", "familyName": "Haddad", "email": "omar@district.example"}
    roster.row("users", "t1").update(new, enabledUser="False")
    report = bring(roster, days=1)
    assert (report.tally.problems, report.written.staff_left) == ([], 1)
    held = [("Dana", "Ruiz", "dana@district.example", TODAY)]
    assert rows("SELECT given, family, email, left_on FROM people_employee") == held
    roster.row("users", "t1")["enabledUser"] = "true"
    assert "another_person" in [it.code for it in bring(roster, days=2).tally.problems]
    assert rows("SELECT given, family, email, left_on FROM people_employee") == held
    bring(Roster(), days=3)
    assert rows("SELECT left_on FROM people_employee") == [(None,)]


@pytest.mark.parametrize("value", ["Da\tna", "x" * 5000, "x" * 255], ids=["a tab", "long", "as an address"])
def test_a_deletion_stands_whatever_else_its_row_says(value: str, bring: Import, rows: Rows) -> None:
    bring(Roster())
    roster = gone("deleted")
    roster.row("users", "t1").update(dict.fromkeys(("givenName", "email", "middleName"), value))
    report = bring(roster, days=1)
    assert (report.tally.problems, report.written.staff_left) == ([], 1)
    assert rows("SELECT given, left_on FROM people_employee") == [("Dana", TODAY)]


def test_a_deletion_by_an_id_that_nobody_can_bear_ends_nothing(bring: Import, rows: Rows) -> None:
    bring(Roster())
    roster = gone("deleted")
    roster.row("users", "t1")["sourcedId"] = "t\t1"
    assert [it.code for it in bring(roster, days=1).tally.problems] == ["control_character"]
    assert rows("SELECT left_on FROM people_employee") == [(None,)]


def test_no_file_gives_a_role_that_opens_files_to_whoever_runs_the_systems(
    bring: Import, rows: Rows, owner: psycopg.Connection[Any]
) -> None:
    roster = Roster()
    bring(lacking(roster, "t1"))
    owner.execute(
        "WITH who AS (INSERT INTO people_employee (id, source_id, given, family, email, certificated)"
        " VALUES (gen_random_uuid(), 't1', 'Dana', 'Ito', '', false) RETURNING id) INSERT INTO people_assignment"
        f" (id, employee_id, role, from_on) SELECT gen_random_uuid(), id, 'it_lead', '{TODAY + timedelta(days=9)}'"
        " FROM who"
    )
    report = bring(Roster(), days=1)
    assert rows("SELECT role FROM people_assignment") == [("it_lead",)]
    line = 2 + [it["sourcedId"] for it in Roster().files["users"]].index("t1")
    assert [(it.file, it.row, it.code) for it in report.tally.remarks] == [("users.csv", line, "role_by_hand")]
    assert "End their role as IT lead first" in report.tally.remarks[0].says
