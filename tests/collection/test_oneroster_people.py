"""People over several rosters: who left, who waits, who came back, and what a file may not overwrite."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import psycopg
import pytest

from fileroom.collection.oneroster.layouts import Release
from tests.collection.conftest import Import, Rows
from tests.collection.oneroster_bundles import Roster, crowd, lacking
from tests.conftest import AT
from tests.disclosure.asking import entries

TODAY = AT.date()


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


def test_a_student_or_a_contact_whose_sign_in_is_switched_off_has_not_left(bring: Import, rows: Rows) -> None:
    bring(Roster())
    roster = Roster()
    for person in ("u1", "p1"):
        roster.row("users", person)["enabledUser"] = "false"
    report = bring(roster, days=1)
    assert (report.written.left, report.written.staff_left, report.written.changed) == (0, 0, 0)
    assert rows("SELECT count(*) FROM people_enrolment WHERE left_on IS NOT NULL") == [(0,)]


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
    noted = [(it.act.value, it.student) for it in entries() if it.act.value.startswith("absence:")]
    ((child,),) = rows("SELECT id FROM people_student WHERE source_id = 'u1'")
    assert noted == [("absence:noted", child), ("absence:returned", child)]
    bring(crowd(100), days=3)
    assert len([it for it in entries() if it.act.value.startswith("absence:")]) == 2


def test_in_release_1_2_a_student_whose_only_role_is_over_has_left_that_day(bring: Import, rows: Rows) -> None:
    bring(Roster(Release.V1_2))
    roster = Roster(Release.V1_2)
    roster.row("roles", "r-u2")["endDate"] = "2026-10-17"  # the first day after
    report = bring(roster, days=1)
    assert (report.tally.problems, report.written.left, report.written.waiting) == ([], 1, 0)
    assert rows(
        "SELECT s.source_id, e.left_on FROM people_enrolment e JOIN people_student s ON s.id = e.student_id "
        "WHERE e.left_on IS NOT NULL"
    ) == [("u2", date(2026, 10, 16))]


def test_a_role_that_a_delta_deletes_takes_nobody_from_a_school(bring: Import, rows: Rows) -> None:
    bring(Roster(Release.V1_2))
    roster = Roster(Release.V1_2)
    role = roster.row("roles", "r-u2") | {"endDate": "2026-10-17", "status": "tobedeleted"}
    roster = roster.without("orgs", "academicSessions", "courses", "classes", "users", "demographics", "enrollments")
    roster.delta("roles", [role])
    bring(roster, days=1)
    assert rows("SELECT count(*) FROM people_enrolment WHERE left_on IS NOT NULL") == [(0,)]


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


def reused() -> Roster:
    """The roster of a sender who gives the id of a student who is here to another child, of another family."""
    roster = Roster()
    roster.row("users", "u1").update(userIds="{SSID:2345678901}", givenName="Kim", middleName="", familyName="Baez")
    roster.row("users", "p1").update(agentSourcedIds="u1", givenName="Lou", familyName="Baez")
    roster.row("demographics", "u1")["birthDate"] = "2013-03-03"
    return roster


@pytest.mark.parametrize("mode", ["bulk", "delta"])
def test_another_child_under_a_known_id_is_not_put_into_the_first_ones_file(
    bring: Import, rows: Rows, mode: str
) -> None:
    who = "SELECT ssid, legal_given, legal_family, birth_on, search_name FROM people_student WHERE source_id = 'u1'"
    bring(Roster())
    before = rows(who)
    roster = reused()
    if mode == "delta":
        roster.delta("users", roster.files["users"])
    report = bring(roster, days=1)
    assert [(it.file, it.row, it.column, it.code) for it in report.tally.problems] == [
        ("users.csv", 2, "userIds", "number_changed"),
        ("demographics.csv", 2, "sourcedId", "dangling_id"),
        ("enrollments.csv", 2, "userSourcedId", "dangling_id"),
    ]
    assert "2345678901" not in report.in_words() and "1234567890" not in report.in_words()
    assert rows(who) == before
    assert rows("SELECT left_on FROM people_enrolment e JOIN people_student s ON s.id = student_id "
                "WHERE s.source_id = 'u1'") == [(None,)], "whose place it was is not taken off either"  # fmt: skip


def test_nobody_claims_the_first_child_by_an_id_that_was_used_again(bring: Import, rows: Rows) -> None:
    bring(Roster())
    roster = reused()
    new = roster.row("users", "p1") | {"sourcedId": "p2", "username": "lou.b"}
    roster.files["users"].append(new)
    bring(roster, days=1)
    assert rows("SELECT c.source_id FROM people_relationship JOIN people_contact c ON c.id = contact_id") == [("p1",)]


def test_a_student_here_without_a_number_is_given_the_one_that_comes(bring: Import, rows: Rows) -> None:
    bring(Roster())
    roster = Roster()
    roster.row("users", "u2")["userIds"] = "{SSID:2345678901}"
    roster.row("users", "u1")["userIds"] = ""
    assert bring(roster, days=1).tally.problems == []
    assert rows("SELECT source_id, ssid FROM people_student ORDER BY 1") == [("u1", "1234567890"), ("u2", "2345678901")]
