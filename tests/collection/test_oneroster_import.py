"""A roster in the district: what it brings, what it changes, what it never touches, and what the ledger says of it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from fileroom.collection.imports.report import Report
from fileroom.collection.oneroster.layouts import Release
from tests.collection.conftest import Import, Rows
from tests.collection.oneroster_bundles import Roster
from tests.conftest import AT

if TYPE_CHECKING:
    from fileroom.hosting.embedded import Urls

TODAY = AT.date()


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
    # What tells of the imports themselves grows by each.
    quiet = sorted(name for name in tables if not name.startswith(("ledger_", "collection_import")))
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
    held = [
        name
        for (name,) in tables
        if rows(f"SELECT 1 FROM \"{name}\" t WHERE t::text ~ '336 660|chi@example|amal@example'")
    ]
    assert held == []


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


def test_a_telephone_taken_back_is_taken_back_here(bring: Import) -> None:
    bring(Roster())
    roster = Roster()
    roster.row("users", "p1").update(phone="", email="")
    assert bring(roster, days=1).written.filed == 1
    assert bring(roster, days=2).written.filed == 0


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


def test_a_place_with_a_first_day_and_no_last_one_is_not_over_on_its_first_day(bring: Import, rows: Rows) -> None:
    roster = Roster(Release.V1_2)
    for role in roster.files["roles"]:
        role["beginDate"] = "2026-08-13"
    roster.row("enrollments", "e2")["beginDate"] = "2026-08-14"
    bring(roster)
    assert rows("SELECT from_on, to_on FROM people_sectionstudent WHERE source_id = 'e2'") == [
        (date(2026, 8, 14), date(2026, 12, 18))
    ]
    assert rows("SELECT role, from_on, to_on FROM people_assignment") == [("teacher", date(2026, 8, 13), None)]
    assert rows("SELECT count(*) FROM people_enrolment WHERE left_on IS NULL") == [(2,)]
