"""People over several rosters: who left, who waits, who came back, and what a file may not overwrite."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import psycopg
import pytest

from fileroom.collection.oneroster.layouts import Release
from tests.collection.conftest import Import, Rows
from tests.collection.oneroster_bundles import Roster
from tests.conftest import AT

TODAY = AT.date()


def crowd(size: int) -> Roster:
    """A roster whose first school has this many students."""
    roster = Roster()
    roster.files["users"] += [
        {**roster.row("users", "u2"), "sourcedId": f"x{number}", "userIds": "", "username": f"x{number}"}
        for number in range(size - 2)
    ]
    return roster


def lacking(roster: Roster, *gone: str) -> Roster:
    """The roster without these people, and without what leans on them."""
    for file, column in (("users", "sourcedId"), ("demographics", "sourcedId"), ("enrollments", "userSourcedId")):
        roster.files[file] = [row for row in roster.files[file] if row[column] not in gone]
    return roster


def test_a_few_students_missing_from_a_whole_file_have_left_and_none_is_deleted(bring: Import, rows: Rows) -> None:
    bring(crowd(100))
    report = bring(lacking(crowd(100), "x1", "u2"), days=1)
    assert report.written.left == 2
    assert report.in_words().startswith("2 left, 0 new,")
    left_on = TODAY + timedelta(days=1)
    assert rows(
        "SELECT s.source_id, e.left_on FROM people_enrolment e JOIN people_student s ON s.id = e.student_id "
        "WHERE e.left_on IS NOT NULL ORDER BY 1"
    ) == [("u2", left_on), ("x1", left_on)]
    assert rows("SELECT count(*) FROM people_student") == [(100,)]
    assert rows("SELECT to_on FROM people_sectionstudent WHERE source_id = 'e2'") == [(TODAY,)]


@pytest.mark.parametrize(("size", "missing"), [(100, 3), (600, 11)])
def test_more_than_ten_or_two_in_a_hundred_wait_for_a_person(
    bring: Import, rows: Rows, size: int, missing: int
) -> None:
    bring(crowd(size))
    gone = [f"x{number}" for number in range(missing)]
    report = bring(lacking(crowd(size), *gone), days=1)
    assert (report.written.left, report.written.waiting) == (0, missing)
    assert rows("SELECT count(*) FROM people_enrolment WHERE left_on IS NOT NULL") == [(0,)]
    assert bring(lacking(crowd(size), *gone), days=2).written.waiting == missing
    assert bring(crowd(size), days=3).written.waiting == 0


def test_places_in_sections_of_students_who_wait_are_left_alone(bring: Import, rows: Rows) -> None:
    bring(Roster())
    report = bring(lacking(Roster(), "u2"), days=1)
    assert (report.written.left, report.written.waiting, report.written.ended) == (0, 1, 0)
    assert rows("SELECT to_on FROM people_sectionstudent WHERE source_id = 'e2'") == [(date(2026, 12, 18),)]


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


def gone(how: str) -> Roster:
    """A bundle that says the teacher is gone: deleted by a delta, or a sign-in switched off in either mode."""
    roster = Roster()
    row = roster.row("users", "t1")
    row["enabledUser"] = "FALSE" if how != "deleted" else "true"
    if how == "disabled in a whole file":
        return roster
    roster = roster.without("orgs", "academicSessions", "courses", "classes", "demographics", "enrollments")
    roster.delta("users", [row | ({"status": "tobedeleted"} if how == "deleted" else {})])
    return roster


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
    assert rows("SELECT state FROM collection_absence") == [("returned",)]


def test_what_was_given_by_hand_ends_with_the_employment_and_does_not_come_back_with_it(
    bring: Import, rows: Rows, owner: psycopg.Connection[Any]
) -> None:
    bring(Roster())
    for statement in (
        "INSERT INTO people_assignment (id, employee_id, role) SELECT gen_random_uuid(), id, 'registrar'"
        " FROM people_employee",
        "INSERT INTO people_custodian (id, employee_id, acting, designated_by, from_on)"
        f" SELECT gen_random_uuid(), id, false, id, '{TODAY}' FROM people_employee",
        "INSERT INTO people_caseload (id, employee_id, student_id) SELECT gen_random_uuid(), e.id, s.id"
        " FROM people_employee e, people_student s",
    ):
        owner.execute(statement)
    by_hand = (
        "SELECT to_on FROM people_assignment WHERE role = 'registrar' UNION ALL SELECT to_on FROM people_custodian "
        "UNION ALL SELECT to_on FROM people_caseload"
    )
    bring(gone("deleted"), days=1)
    assert rows(by_hand) == [(TODAY,)] * 4
    bring(Roster(), days=2)
    assert rows(by_hand) == [(TODAY,)] * 4


def test_a_student_or_a_contact_whose_sign_in_is_switched_off_has_not_left(bring: Import, rows: Rows) -> None:
    bring(Roster())
    roster = Roster()
    for person in ("u1", "p1"):
        roster.row("users", person)["enabledUser"] = "false"
    report = bring(roster, days=1)
    assert (report.written.left, report.written.staff_left, report.written.changed) == (0, 0, 0)
    assert rows("SELECT count(*) FROM people_enrolment WHERE left_on IS NOT NULL") == [(0,)]


def test_an_employee_who_comes_switched_off_is_known_and_has_no_place(bring: Import, rows: Rows) -> None:
    report = bring(gone("disabled in a whole file"))
    assert report.written.staff_left == 1
    assert rows("SELECT given, left_on FROM people_employee") == [("Dana", TODAY - timedelta(days=1))]
    assert rows("SELECT count(*) FROM people_assignment") == [(0,)]
    assert rows("SELECT count(*) FROM people_sectionteacher") == [(0,)]


def test_a_student_whose_row_is_set_aside_is_not_absent(bring: Import) -> None:
    bring(crowd(100))
    roster = crowd(100)
    roster.row("users", "x1")["familyName"] = ""
    report = bring(roster, days=1)
    assert (report.written.left, report.written.waiting) == (0, 0)


def test_a_student_named_again_is_enrolled_again_in_the_same_spell(bring: Import, rows: Rows) -> None:
    bring(crowd(100))
    bring(lacking(crowd(100), "u1"), days=1)
    bring(crowd(100), days=2)
    assert rows(
        "SELECT e.entered_on, e.left_on FROM people_enrolment e JOIN people_student s ON s.id = e.student_id "
        "WHERE s.source_id = 'u1'"
    ) == [(date(2026, 8, 13), None)]
    assert rows("SELECT state FROM collection_absence") == [("returned",)]


def test_a_spell_an_employee_ended_is_not_reopened_by_a_slow_sender(
    bring: Import, rows: Rows, owner: psycopg.Connection[Any]
) -> None:
    bring(Roster())
    owner.execute("UPDATE people_enrolment SET left_on = '2026-10-01'")
    bring(Roster(), days=1)
    assert rows("SELECT count(*) FROM people_enrolment WHERE left_on IS NULL") == [(0,)]
    roster = Roster()
    roster.row("enrollments", "e1")["beginDate"] = "2026-10-15"
    bring(roster, days=2)
    assert rows("SELECT entered_on FROM people_enrolment WHERE left_on IS NULL") == [(date(2026, 10, 15),)]


def test_a_student_whom_the_file_names_at_another_school_has_moved(bring: Import, rows: Rows) -> None:
    bring(Roster())
    roster = Roster()
    roster.row("users", "u2")["orgSourcedIds"] = "S2"
    report = bring(roster, days=1)
    assert report.written.left == 0
    assert rows(
        "SELECT c.name, e.left_on FROM people_enrolment e JOIN people_school c ON c.id = e.school_id "
        "JOIN people_student s ON s.id = e.student_id WHERE s.source_id = 'u2' ORDER BY 1"
    ) == [("Alder Creek High", TODAY + timedelta(days=1)), ("Bay Tree Elementary", None)]


def test_a_claim_from_a_file_never_overwrites_what_an_employee_has_said(
    bring: Import, rows: Rows, owner: psycopg.Connection[Any]
) -> None:
    bring(Roster())
    for standing in ("verified", "refuted"):
        owner.execute(
            "UPDATE people_relationship SET standing = %s, kind = 'stepparent', verified_on = %s, "
            "verified_by = student_id",
            [standing, TODAY],
        )
        bring(Roster(), days=1)
        assert rows("SELECT kind, standing FROM people_relationship") == [("stepparent", standing)]


def test_a_preferred_name_entered_here_outlives_a_file_that_has_none(
    bring: Import, rows: Rows, owner: psycopg.Connection[Any]
) -> None:
    bring(Roster(Release.V1_2))
    owner.execute("UPDATE people_student SET preferred_given = 'Robin' WHERE source_id = 'u2'")
    for release in Release:
        bring(Roster(release), days=1)
        assert rows("SELECT preferred_given FROM people_student WHERE source_id = 'u2'") == [("Robin",)]


def test_a_column_the_sender_left_out_leaves_what_is_here_and_a_blank_one_does_not(bring: Import, rows: Rows) -> None:
    bring(Roster())
    roster = Roster()
    roster.headers["users"].remove("middleName")
    bring(roster, days=1)
    assert rows("SELECT legal_middle FROM people_student WHERE source_id = 'u1'") == [("Ines",)]
    roster = Roster()
    roster.row("users", "u1")["middleName"] = ""
    bring(roster, days=2)
    assert rows("SELECT legal_middle FROM people_student WHERE source_id = 'u1'") == [("",)]


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


def test_a_number_held_by_a_student_entered_by_hand_is_not_taken_over(
    bring: Import, rows: Rows, owner: psycopg.Connection[Any]
) -> None:
    owner.execute(
        "INSERT INTO people_student (id, ssid, legal_given, legal_middle, legal_family, preferred_given, "
        "preferred_family, search_name, grade) "
        "VALUES (gen_random_uuid(), '1234567890', 'A', '', 'B', '', '', 'a b', '')"
    )
    report = bring(Roster())
    assert (report.tally.problems[0].row, report.tally.problems[0].code) == (2, "number_taken")
    assert rows("SELECT source_id FROM people_student WHERE ssid IS NOT NULL") == [(None,)]
