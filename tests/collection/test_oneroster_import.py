"""A roster in the district: what it brings, what it changes, what it never touches, and what the ledger says of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from fileroom.collection.oneroster.layouts import Release
from fileroom.collection.oneroster.report import Report
from tests.collection.oneroster_bundles import Roster
from tests.conftest import AT

if TYPE_CHECKING:
    from fileroom.hosting.embedded import Urls

Import = Callable[..., Report]
Rows = Callable[..., list[tuple[Any, ...]]]
TODAY = AT.date()


@pytest.fixture
def bring(district: str, tmp_path: Path) -> Import:
    """Import a roster, `days` after the first."""
    from fileroom.collection.oneroster.services import import_bundle
    from fileroom.ledger.services import Actor

    made = 0

    def bring(roster: Roster, *, days: int = 0, **options: Any) -> Report:
        nonlocal made
        made += 1
        path = roster.folder(tmp_path / f"bundle-{made}")
        by = Actor(account=None, role="system", door="cli")
        return import_bundle(path, by=by, at=AT + timedelta(days=days), **options)

    return bring


@pytest.fixture
def rows(owner: psycopg.Connection[Any]) -> Rows:
    """Rows of a statement, seen by a superuser looking at the district."""

    def rows(statement: str, *values: object) -> list[tuple[Any, ...]]:
        return owner.execute(statement, values).fetchall()

    return rows


def counts(report: Report) -> dict[str, int]:
    """The numbers of a report."""
    said = report.to_json()
    return {name: said[name] for name in ("new", "changed", "unchanged", "left", "waiting", "ended", "filed")}


NOTHING = {"new": 0, "changed": 0, "left": 0, "waiting": 0, "ended": 0, "filed": 0}


@pytest.mark.parametrize("release", list(Release))
def test_a_roster_becomes_schools_students_families_sections_and_spells(
    bring: Import, rows: Rows, release: Release
) -> None:
    report = bring(Roster(release))
    assert report.tally.kept == report.written.new == report.tally.read
    assert rows("SELECT name, cds_code FROM people_school ORDER BY name") == [
        ("Alder Creek High", "10621661030840"),
        ("Bay Tree Elementary", None),
    ]
    assert rows(
        "SELECT s.legal_given, s.legal_middle, s.ssid, s.birth_on, s.grade, s.search_name, e.entered_on, e.left_on "
        "FROM people_student s JOIN people_enrolment e ON e.student_id = s.id ORDER BY 1"
    ) == [
        ("Amal", "Ines", "1234567890", date(2011, 5, 30), "9", "amal ines okafor", date(2026, 8, 13), None),
        ("Bo", "", None, date(2010, 2, 1), "10", "bo lindqvist", date(2026, 8, 12), None),
    ]
    assert rows(
        "SELECT c.given, r.kind, r.standing FROM people_relationship r JOIN people_contact c ON c.id = r.contact_id"
    ) == [("Chi", "parent", "claimed")]
    assert rows(
        "SELECT given, email, a.role FROM people_employee e JOIN people_assignment a ON a.employee_id = e.id"
    ) == [("Dana", "dana@district.example", "teacher")]
    assert rows(
        "SELECT title, course, t.name FROM people_section s JOIN people_term t ON t.id = s.term_id ORDER BY 1"
    ) == [
        ("Algebra I, period 2", "Algebra I", "Fall"),
        ("English I, period 3", "English I", "Fall"),
    ]


def test_the_end_of_an_enrolment_is_the_first_day_after_and_a_row_without_days_lasts_as_its_term(
    bring: Import, rows: Rows
) -> None:
    bring(Roster())
    assert rows("SELECT source_id, from_on, to_on FROM people_sectionstudent ORDER BY 1") == [
        ("e1", date(2026, 8, 13), date(2026, 12, 17)),
        ("e2", date(2026, 8, 12), date(2026, 12, 18)),
    ]


@pytest.mark.parametrize("release", list(Release))
def test_the_same_bundle_again_changes_nothing(bring: Import, rows: Rows, release: Release) -> None:
    bring(Roster(release))
    tables = [name for (name,) in rows("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")]
    quiet = sorted(name for name in tables if not name.startswith("ledger_"))
    before = {name: rows(f'SELECT * FROM "{name}" ORDER BY 1') for name in quiet}
    report = bring(Roster(release), days=1)
    assert counts(report) == {**NOTHING, "unchanged": report.tally.read}
    assert {name: rows(f'SELECT * FROM "{name}" ORDER BY 1') for name in quiet} == before


def test_each_row_is_counted_by_what_it_did(bring: Import, rows: Rows) -> None:
    bring(Roster())
    roster = Roster()
    roster.row("users", "u1")["familyName"] = "Okafor-Núñez"
    roster.row("demographics", "u2")["birthDate"] = "2010-02-02"
    roster.row("classes", "C2")["title"] = "English I, period 4"
    roster.row("users", "p1")["phone"] = "(950) 336 0000"
    roster.files["users"].append({**roster.row("users", "u2"), "sourcedId": "u3", "givenName": "Cleo", "userIds": ""})
    report = bring(roster, days=1)
    assert counts(report) == {**NOTHING, "new": 1, "changed": 4, "unchanged": 14, "filed": 1}
    assert rows("SELECT search_name FROM people_student WHERE source_id = 'u1'") == [("amal ines okafor-nunez",)]


def test_a_dry_run_says_what_would_be_and_leaves_nothing(bring: Import, rows: Rows) -> None:
    report = bring(Roster(), dry_run=True)
    assert report.written.new == 18
    assert report.in_words().startswith("Would be: 0 left, 18 new,")
    for table in ("people_student", "people_school", "records_record", "ledger_event", "bundle_users"):
        assert rows(f"SELECT count(*) FROM {table}") == [(0,)]


def test_telephones_lie_sealed_and_in_no_table_in_clear(bring: Import, rows: Rows) -> None:
    report = bring(Roster())
    assert report.written.filed == 2
    assert rows("SELECT item, about IS NULL FROM records_record ORDER BY 2") == [
        ("contact_and_household", False),
        ("contact_and_household", True),
    ]
    tables = rows("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
    held = [name for (name,) in tables if rows(f"SELECT 1 FROM \"{name}\" t WHERE t::text ~ '950|chi@|amal@'")]
    assert held == []


def test_every_import_leaves_its_line_and_every_row_the_law_refused_another(bring: Import, rows: Rows) -> None:
    roster = Roster()
    roster.row("users", "u2")["userIds"] = "{SSN:219-09-9999}"
    report = bring(roster)
    assert report.tally.refused == 1
    acts = rows("SELECT act, count(*) FROM ledger_event GROUP BY act ORDER BY act")
    assert acts == [("bundle:imported", 1), ("collection:refused", 1), ("record:collected", 2)]
    assert rows("SELECT count(*) FROM people_student") == [(1,)]


def test_a_bundle_with_a_fault_writes_nothing_at_all(bring: Import, rows: Rows) -> None:
    roster = Roster()
    roster.row("enrollments", "e2")["status"] = "tobedeleted"
    report = bring(roster)
    assert not report.whole
    assert (report.tally.read, report.tally.kept, report.tally.refused) == (18, 0, 18)
    assert rows("SELECT count(*) FROM people_school") == [(0,)]
    assert rows("SELECT count(*) FROM ledger_event") == [(0,)]


EMPTY = ("people_student", "people_school", "records_record", "ledger_event", "bundle_users", "bundle_outcome")


def test_a_database_that_dies_while_rows_stream_in_keeps_nothing_and_the_next_import_is_whole(
    bring: Import, rows: Rows, owner: psycopg.Connection[Any]
) -> None:
    from django.db import connections

    seen = 0

    def kill(looked_at: int) -> None:
        nonlocal seen
        seen += looked_at
        if seen > 30:
            owner.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'fileroom_app'")

    with pytest.raises(psycopg.OperationalError):
        bring(Roster(), progress=kill)
    connections.close_all()
    assert [rows(f"SELECT count(*) FROM {table}") for table in EMPTY] == [[(0,)]] * len(EMPTY)
    assert bring(Roster()).written.new == 18


def test_a_failure_at_the_last_line_of_an_import_leaves_nothing(
    bring: Import, rows: Rows, owner: psycopg.Connection[Any]
) -> None:
    from django.db import IntegrityError

    owner.execute("ALTER TABLE ledger_event ADD CONSTRAINT fails CHECK (act <> 'bundle:imported')")
    try:
        with pytest.raises(IntegrityError):
            bring(Roster())
    finally:
        owner.execute("ALTER TABLE ledger_event DROP CONSTRAINT fails")
    assert [rows(f"SELECT count(*) FROM {table}") for table in EMPTY] == [[(0,)]] * len(EMPTY)


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


def test_places_in_sections_of_those_who_wait_are_left_alone(bring: Import, rows: Rows) -> None:
    bring(Roster())
    report = bring(lacking(Roster(), "u2", "t1"), days=1)
    assert (report.written.left, report.written.waiting, report.written.ended) == (0, 2, 0)
    assert rows("SELECT to_on FROM people_sectionstudent WHERE source_id = 'e2'") == [(date(2026, 12, 18),)]
    assert rows("SELECT to_on FROM people_sectionteacher") == [(date(2026, 12, 18),)]


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


def test_a_telephone_taken_back_is_taken_back_here(bring: Import) -> None:
    bring(Roster())
    roster = Roster()
    roster.row("users", "p1").update(phone="", email="")
    assert bring(roster, days=1).written.filed == 1
    assert bring(roster, days=2).written.filed == 0


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


def test_a_delta_points_to_what_is_here_and_ends_what_it_says(bring: Import, rows: Rows) -> None:
    bring(Roster())
    delta = Roster().without("orgs", "academicSessions", "courses", "classes", "users", "demographics")
    delta.delta("enrollments", [dict(row) for row in delta.files["enrollments"]])
    delta.row("enrollments", "e1")["status"] = "tobedeleted"
    delta.row("enrollments", "e3")["classSourcedId"] = "C2"
    report = bring(delta, days=1)
    assert counts(report) == {**NOTHING, "changed": 2, "unchanged": 1, "ended": 1}
    assert rows("SELECT source_id, to_on FROM people_sectionstudent ORDER BY 1") == [
        ("e1", TODAY),
        ("e2", date(2026, 12, 18)),
    ]
    delta.row("enrollments", "e2")["userSourcedId"] = "nobody"
    assert [p.code for p in bring(delta, days=2).tally.problems] == ["dangling_id"]


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


def test_a_class_named_by_its_code_is_known_by_its_id_until_it_is_mended(bring: Import, rows: Rows) -> None:
    crossed = Roster()
    crossed.row("classes", "C1").update(title="MA-101", classCode="Algebra I")
    assert bring(crossed).tally.set_aside == 1
    assert rows("SELECT title FROM people_section WHERE source_id = 'C1'") == [("C1",)]
    assert rows("SELECT count(*) FROM people_sectionstudent") == [(2,)]
    bring(Roster(), days=1)
    bring(crossed, days=2)
    assert rows("SELECT title FROM people_section WHERE source_id = 'C1'") == [("Algebra I, period 2",)]


@pytest.mark.parametrize("name", ["ﷺ" * 300, "👩🏽‍🎓 Zoë", "‏יעל‏", "ß" * 300])
def test_a_long_name_of_any_script_is_kept_whole_and_can_be_searched(bring: Import, rows: Rows, name: str) -> None:
    roster = Roster()
    roster.row("users", "u1").update(givenName=name, middleName=name, familyName=name)
    roster.row("users", "p1").update(givenName=name, middleName=name, familyName=name)
    bring(roster)
    assert rows(
        "SELECT legal_family, length(search_name) BETWEEN 1 AND 900 FROM people_student WHERE source_id = 'u1'"
    ) == [(name, True)]


def test_one_districts_roster_is_nothing_to_another(
    bring: Import, district: str, owner: psycopg.Connection[Any], installation: Urls
) -> None:
    from fileroom.hosting import serving

    bring(Roster())
    with serving("mesa_verde"):
        roster = Roster()
        roster.row("users", "u1")["givenName"] = "Other"
        assert bring(roster).written.new == 18
    names = owner.execute(
        "SELECT a.legal_given, b.legal_given FROM alder_creek.people_student a "
        "JOIN mesa_verde.people_student b USING (source_id) WHERE source_id = 'u1'"
    ).fetchall()
    assert names == [("Amal", "Other")]


def test_the_command_says_it_in_json_alone_and_by_exit_status(
    district: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from argparse import ArgumentParser

    from fileroom.cli import import_

    parser = ArgumentParser()
    import_.register(parser.add_subparsers())

    def run(*arguments: str) -> int:
        args = parser.parse_args(["import", "oneroster", *arguments])
        return int(args.run(args))

    good = str(Roster().folder(tmp_path / "good"))
    assert run(good, "--json") == 0
    out, err = capsys.readouterr()
    assert (json.loads(out)["kept"], err) == (18, "")
    bad = Roster()
    bad.headers["users"].remove("role")
    assert run(str(bad.folder(tmp_path / "bad"))) == 4
    assert "users.csv, row 1, role: The required column role is not there." in capsys.readouterr().out
    assert run(str(tmp_path / "nowhere"), "--json") == 5
    assert capsys.readouterr().out == ""
