"""What many rows say at once, or a few each night, waits for a person: nobody is taken off a school by a bad file."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any

import psycopg
import pytest

from tests import factories as make
from tests.attacks.browsing import browser
from tests.collection import edfi_bundles as edfi
from tests.collection.absences import listed, settles
from tests.collection.conftest import Import, Rows
from tests.collection.oneroster_bundles import Roster, crowd, gone, lacking
from tests.conftest import AT
from tests.disclosure.asking import entries

TODAY = AT.date()
OPEN = "SELECT count(*) FROM people_enrolment WHERE left_on IS NULL"


def those(number: int, first: int = 0) -> list[str]:
    """Ids of so many of a crowd."""
    return [f"x{it}" for it in range(first, first + number)]


def test_whoever_waits_does_not_leave_because_fewer_are_missing(bring: Import, rows: Rows) -> None:
    bring(crowd(600))
    assert bring(lacking(crowd(600), *those(11)), days=1).written.waiting == 11
    report = bring(lacking(crowd(600), *those(10)), days=2)
    assert (report.written.left, report.written.waiting) == (0, 10)
    assert rows(OPEN) == [(600,)]


def test_a_few_fewer_each_night_are_many(bring: Import, rows: Rows) -> None:
    bring(crowd(600))
    assert bring(lacking(crowd(600), *those(10)), days=1).written.left == 10
    report = bring(lacking(crowd(600), *those(16)), days=2)
    assert (report.written.left, report.written.waiting) == (0, 6)
    report = bring(lacking(crowd(600), *those(16), *those(8, 20)), days=20)
    assert (report.written.left, report.written.waiting) == (0, 14), (
        "of those who wait nobody goes, so many are missing"
    )
    bring(lacking(crowd(600), *those(10)), days=21)
    assert bring(lacking(crowd(600), *those(12)), days=22).written.left == 2, "what is weeks old counts no more"


def elsewhere(size: int, *moved: str) -> Roster:
    """A crowd of which these are named at the other school."""
    roster = crowd(size)
    for id_ in moved:
        roster.row("users", id_)["orgSourcedIds"] = "S2"
    return roster


def test_a_school_that_a_file_names_elsewhere_is_not_emptied(bring: Import, rows: Rows) -> None:
    bring(crowd(100))
    report = bring(elsewhere(100, *those(90)), days=1)
    assert (report.written.left, report.written.ended, report.written.waiting) == (0, 0, 90)
    at = "SELECT count(*) FROM people_enrolment e JOIN people_school s ON s.id = e.school_id WHERE s.source_id = 'S1' "
    assert rows(f"{at} AND left_on IS NULL") == [(100,)]
    report = bring(elsewhere(100, *those(2)), days=2)
    assert (report.written.ended, report.written.waiting) == (88, 2), "what it takes back ends; those who wait do not"
    assert rows(f"{at} AND left_on IS NULL") == [(100,)]
    assert bring(crowd(100), days=3).written.waiting == 0


def test_a_file_taken_back_ends_the_spells_that_it_opened_and_no_others_and_says_so(
    bring: Import, rows: Rows, owner: psycopg.Connection[Any]
) -> None:
    bring(crowd(100))
    # One of them has been at the other school all along, by no word of that file.
    owner.execute(
        "INSERT INTO people_enrolment (id, student_id, school_id, entered_on) SELECT gen_random_uuid(), p.id, s.id, %s "
        "FROM people_student p, people_school s WHERE p.source_id = 'x0' AND s.source_id = 'S2'",
        [TODAY],
    )
    bring(elsewhere(100, *those(90)), days=1)
    before = len(entries())
    report = bring(crowd(100), days=3)
    assert report.written.ended == report.written.changed == 90
    assert rows("SELECT count(*) FROM people_enrolment WHERE left_on IS NOT NULL") == [(90,)]
    noted = Counter(it.part for it in entries()[before:] if it.act.value == "absence:noted")
    assert noted == {"taken_back": 89, "elsewhere": 1}


def test_the_offices_word_that_a_student_is_here_outlives_a_file_that_names_another_school(
    bring: Import, owner: psycopg.Connection[Any], rows: Rows
) -> None:
    bring(crowd(100))
    bring(elsewhere(100, *those(3)), days=1)
    owner.execute("UPDATE collection_absence SET state = 'settled'")
    assert bring(elsewhere(100, *those(3)), days=2).written.waiting == 0
    assert rows("SELECT count(*) FROM people_enrolment WHERE left_on IS NOT NULL") == [(0,)]


def test_of_whoever_waits_the_page_says_what_the_file_says(bring: Import) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import School

    bring(crowd(100))
    bring(elsewhere(100, *those(3)), days=1)
    with district_transaction():
        school = School.objects.get(source_id="S1")
    pages = browser(make.staffed("registrar", "registrar", school).by)
    assert pages.get("/absent/").content.decode().count("The roster names another school only") == 3


def test_a_student_moved_by_mistake_is_back_in_the_same_spell(bring: Import, rows: Rows) -> None:
    bring(crowd(100))
    assert bring(elsewhere(100, "x1"), days=1).written.ended == 1
    bring(crowd(100), days=2)
    spells = (
        "SELECT left_on FROM people_enrolment e JOIN people_student s ON s.id = e.student_id "
        "JOIN people_school c ON c.id = e.school_id WHERE s.source_id = 'x1' AND c.source_id = 'S1'"
    )
    assert rows(spells) == [(None,)]


def staffed(size: int, *, off: int = 0) -> Roster:
    """A roster with so many teachers, of whom the first few have their sign-in off."""
    roster = Roster()
    for number in range(size):
        new = {**roster.row("users", "t1"), "sourcedId": f"t-{number}", "username": f"t{number}"}
        roster.files["users"].append(new | {"enabledUser": "false" if number < off else "true"})
    return roster


EMPLOYED = "SELECT count(*) FROM people_employee WHERE left_on IS NULL"


def test_a_file_that_switches_all_sign_ins_off_waits_for_a_person(bring: Import, rows: Rows) -> None:
    bring(staffed(41))
    report = bring(staffed(41, off=41), days=1)
    assert (report.written.staff_left, report.written.waiting) == (0, 41)
    assert rows(EMPLOYED) == [(42,)]
    assert rows("SELECT count(*) FROM people_assignment WHERE to_on IS NOT NULL") == [(0,)]
    assert bring(staffed(41), days=2).written.waiting == 0


def test_a_few_employees_each_night_are_many(bring: Import, rows: Rows) -> None:
    bring(staffed(41))
    assert bring(staffed(41, off=10), days=1).written.staff_left == 10
    report = bring(staffed(41, off=12), days=2)
    assert (report.written.staff_left, report.written.waiting) == (0, 2)


BY_HAND = (
    "INSERT INTO people_assignment (id, employee_id, role) SELECT gen_random_uuid(), id, 'registrar'"
    " FROM people_employee",
    "INSERT INTO people_custodian (id, employee_id, acting, designated_by, from_on)"
    f" SELECT gen_random_uuid(), id, false, id, '{TODAY}' FROM people_employee",
)
PLACES = "SELECT to_on FROM people_assignment WHERE role = 'registrar' UNION ALL SELECT to_on FROM people_custodian"


@pytest.mark.parametrize(("back", "given"), [(15, True), (16, False)])
def test_a_file_mended_soon_gives_back_what_was_given_by_hand_and_one_mended_late_does_not(
    bring: Import, rows: Rows, owner: psycopg.Connection[Any], back: int, given: bool
) -> None:
    bring(Roster())
    for statement in BY_HAND:
        owner.execute(statement)
    bring(gone("disabled"), days=1)
    assert rows(PLACES) == [(TODAY,)] * 2
    bring(Roster(), days=back)
    assert rows("SELECT left_on FROM people_employee") == [(None,)]
    assert rows(PLACES) == [(None,) if given else (TODAY,)] * 2


def test_an_office_that_somebody_else_holds_by_now_is_not_given_back(
    bring: Import, rows: Rows, owner: psycopg.Connection[Any]
) -> None:
    bring(Roster())
    owner.execute(BY_HAND[1])
    bring(gone("disabled"), days=1)
    owner.execute(
        "INSERT INTO people_employee (id, given, family, email, certificated) "
        "VALUES (gen_random_uuid(), 'E', 'F', '', true)"
    )
    owner.execute(
        "INSERT INTO people_custodian (id, employee_id, acting, designated_by, from_on) SELECT gen_random_uuid(), id, "
        f"false, id, '{TODAY + timedelta(days=1)}' FROM people_employee WHERE given = 'E'"
    )
    bring(Roster(), days=2)
    assert rows("SELECT count(*) FROM people_custodian WHERE to_on IS NULL") == [(1,)]
    assert rows("SELECT left_on FROM people_employee WHERE given = 'Dana'") == [(None,)]


def test_a_last_day_that_a_file_names_for_a_whole_school_waits_and_is_kept_for_the_office(
    edfi_bring: Import, rows: Rows
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import School

    edfi_bring(edfi.crowd(60))
    report = edfi_bring(edfi.crowd(60, leaving=30), days=1)
    assert (report.written.left, report.written.waiting) == (0, 30)
    assert rows("SELECT DISTINCT sign, last_on FROM collection_absence") == [("exit", date(2026, 10, 16))]
    with district_transaction():
        school = School.objects.get(source_id="11")
    office = make.staffed("registrar", "registrar", school)
    page = browser(office.by).get("/absent/").content.decode()
    assert page.count("as the last day") == 30
    (first, *_) = listed(office.by, at=AT + timedelta(days=2)).students
    settles(office.by, first.id, left=True, at=AT + timedelta(days=2))
    known = "SELECT left_on, left_by FROM people_enrolment WHERE left_on IS NOT NULL"
    assert rows(known) == [(date(2026, 10, 16), "office")]
    assert edfi_bring(edfi.crowd(60, leaving=1), days=3).written.waiting <= 1


def test_a_last_day_says_how_it_is_known_and_each_has_its_entry(bring: Import, rows: Rows) -> None:
    bring(crowd(200))
    roster = elsewhere(200, "x1")
    bring(lacking(roster, "x2"), days=1)
    known = (
        "SELECT s.source_id, e.left_by FROM people_enrolment e JOIN people_student s ON s.id = e.student_id "
        "WHERE e.left_on IS NOT NULL ORDER BY 1"
    )
    assert rows(known) == [("x1", "file"), ("x2", "absence")]
    entries = (
        "SELECT s.source_id, l.part FROM ledger_event l JOIN people_student s ON s.id = l.student "
        "WHERE l.act = 'absence:noted' ORDER BY 1"
    )
    assert rows(entries) == [("x1", "elsewhere"), ("x2", "absent")]
    bring(crowd(200), days=2)
    assert rows(known) == [("x1", "file")], "the other school's spell is over"
