"""An Ed-Fi bundle in the district: what it brings, what it never brings, and what a second one changes."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fileroom.collection.imports.report import Report
from tests.collection import edfi_bundles as edfi
from tests.collection.conftest import Rows
from tests.collection.samples import sample
from tests.conftest import AT

Bring = Callable[..., Report]


@pytest.fixture
def bring(edfi_bring: Bring) -> Bring:
    """Here a bundle is one of Ed-Fi."""
    return edfi_bring


def dropped(report: Report) -> dict[str, tuple[int, str]]:
    """Path -> rows that held a value, and the law."""
    return {it.column: (it.rows, it.citation) for it in report.tally.dropped}


def codes(report: Report) -> list[tuple[str, str]]:
    return [(it.file, it.code) for it in report.tally.problems]


def test_a_bundle_becomes_schools_students_families_staff_and_spells(bring: Bring, rows: Rows) -> None:
    report = bring(edfi.district())
    assert codes(report) == []
    assert report.tally.read == report.tally.kept == 11
    assert rows("SELECT name, cds_code FROM people_school") == [("Alder Creek High", "10621661030840")]
    assert rows(
        "SELECT s.legal_given, s.legal_middle, s.ssid, s.birth_on, s.grade, s.search_name, e.entered_on, e.left_on "
        "FROM people_student s JOIN people_enrolment e ON e.student_id = s.id ORDER BY 1"
    ) == [
        ("Amal", "Ines", edfi.SSID, date(2011, 5, 30), "9", "amal ines okafor", date(2026, 8, 13), None),
        ("Bo", "", None, date(2010, 2, 1), "10", "bo lindqvist", date(2026, 8, 13), None),
    ]
    assert rows(
        "SELECT c.given, r.kind, r.standing FROM people_relationship r JOIN people_contact c ON c.id = r.contact_id"
    ) == [("Chi", "parent", "claimed")]
    assert rows(
        "SELECT given, email, a.role FROM people_employee e JOIN people_assignment a ON a.employee_id = e.id"
    ) == [("Dana", "dana@district.example", "teacher")]
    assert report.written.filed == 2


def test_the_same_bundle_again_changes_nothing(bring: Bring, rows: Rows) -> None:
    bring(edfi.district())
    tables = [name for (name,) in rows("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")]
    # What tells of the imports themselves grows by each.
    quiet = sorted(name for name in tables if not name.startswith(("ledger_", "collection_import")))
    before = {name: rows(f'SELECT * FROM "{name}" ORDER BY 1') for name in quiet}
    report = bring(edfi.district(), days=1)
    written = report.written
    assert (written.new, written.changed, written.left, written.ended, written.filed) == (0, 0, 0, 0, 0)
    assert written.unchanged == report.tally.kept
    assert {name: rows(f'SELECT * FROM "{name}" ORDER BY 1') for name in quiet} == before


def test_what_the_law_keeps_out_is_dropped_and_counted_by_its_law(bring: Bring) -> None:
    found = dropped(bring(edfi.district()))
    assert found["BirthData/BirthCountry"] == (1, "Ed. Code 234.7(a)")
    assert found["Name/PersonalIdentificationDocument[immigration]"] == (1, "Ed. Code 234.7(a)")
    assert found["CitizenshipStatus"] == found["Visa"] == (1, "Ed. Code 234.7(a)")
    assert found["StudentIdentificationCode[SSN]"] == (1, "Ed. Code 49076.7")
    assert found["Race"] == found["HispanicLatinoEthnicity"] == (1, "Gov. Code 8310.3")


def test_json_of_an_api_says_the_same_as_xml(bring: Bring, rows: Rows) -> None:
    report = bring(edfi.as_json())
    assert codes(report) == []
    assert rows("SELECT legal_given, ssid, grade FROM people_student") == [("Amal", edfi.SSID, "9")]
    assert rows("SELECT kind, standing FROM people_relationship") == [("parent", "claimed")]
    found = dropped(report)
    assert found["IdentificationDocument"] == found["Visa"] == found["BirthCountry"] == (1, "Ed. Code 234.7(a)")
    assert found["StudentIdentificationCode[SSN]"] == (1, "Ed. Code 49076.7")
    assert found["Race"] == (1, "Gov. Code 8310.3")


def test_a_restriction_waits_for_a_person_and_its_words_are_not_kept(bring: Bring, rows: Rows) -> None:
    report = bring(edfi.as_json())
    assert "/possible-orders/" in report.in_words()
    bring(edfi.as_json(), days=1)
    assert rows("SELECT state, noticed_on FROM collection_possibleorder") == [("waiting", AT.date())]


def test_the_last_day_a_file_names_is_the_last_day_of_the_spell(bring: Bring, rows: Rows) -> None:
    bring(edfi.district())
    files = edfi.district()
    gone = "<EntryDate>2026-08-13</EntryDate><ExitWithdrawDate>2026-10-16</ExitWithdrawDate>"
    files["StudentEnrollment.xml"] = files["StudentEnrollment.xml"].replace(
        "<EntryDate>2026-08-13</EntryDate>", gone, 1
    )
    report = bring(files, days=1)
    assert report.written.left == 1
    spells = (
        "SELECT s.source_id, e.left_on FROM people_enrolment e JOIN people_student s ON s.id = e.student_id ORDER BY 1"
    )
    assert rows(spells) == [("s1", date(2026, 10, 16)), ("s2", None)]


def test_a_student_missing_from_a_whole_file_waits_where_many_are_missing(bring: Bring, rows: Rows) -> None:
    bring(edfi.district())
    files = edfi.district()
    files["Student.xml"] = edfi.interchange("Student", edfi.AMAL)
    report = bring(files, days=1)
    assert report.written.left == 0
    assert report.written.waiting == 1
    # Bo's own enrolment points to nobody now; it is named, and nothing of his is ended by it.
    assert codes(report) == [("StudentEnrollment.xml", "dangling_id")]
    assert rows("SELECT count(*) FROM people_enrolment WHERE left_on IS NOT NULL") == [(0,)]


def test_a_dry_run_counts_and_writes_nothing(bring: Bring, rows: Rows) -> None:
    report = bring(edfi.district(), dry_run=True)
    assert report.written.new > 0
    assert rows("SELECT count(*) FROM people_student") == [(0,)]
    assert rows("SELECT count(*) FROM ledger_event WHERE act = 'bundle:imported'") == [(0,)]


def test_the_sample_of_grand_bend_comes_in_and_its_immigration_papers_are_counted(bring: Bring, rows: Rows) -> None:
    """101 contacts with 101 papers, five of them immigration documents; 45 students have no enrolment in the sample."""
    folder = sample("edfi-grand-bend")
    report = bring(folder)
    tally = report.tally
    assert tally.read == tally.kept + tally.set_aside + tally.refused
    assert rows("SELECT count(*) FROM people_school") == [(3,)]
    assert rows("SELECT count(*) FROM people_student") == [(60,)]
    assert rows("SELECT count(*) FROM people_contact") == [(101,)]
    assert rows("SELECT standing, count(*) FROM people_relationship GROUP BY 1") == [("claimed", 101)]
    assert dropped(report)["Name/PersonalIdentificationDocument"] == (96, "Ed. Code 234.7(a)")
    assert dropped(report)["Name/PersonalIdentificationDocument[immigration]"] == (5, "Ed. Code 234.7(a)")
    again = bring(folder, days=1).written
    assert (again.new, again.changed, again.left, again.ended, again.filed) == (0, 0, 0, 0, 0)


@pytest.mark.usefixtures("installation")
def test_every_role_a_map_takes_is_written_or_is_a_persons_to_give() -> None:
    from fileroom.collection.imports.sentences import sentence
    from fileroom.collection.rosters.words import BY_HAND, ROLES

    written = {it for it in ROLES.values() if f"'{it.value}'" in sentence("assignments")}
    assert written | BY_HAND == set(ROLES.values()) and not written & BY_HAND


def test_a_nurse_is_kept_without_the_role_and_the_record_is_named(bring: Bring, rows: Rows) -> None:
    staff = edfi.STAFF.replace("Descriptor#Teacher", "Descriptor#School Nurse")
    report = bring(edfi.district() | {"StaffAssociation.xml": edfi.interchange("StaffAssociation", staff)})
    assert [(it.file, it.row, it.code) for it in report.tally.remarks] == [("StaffAssociation.xml", 8, "role_by_hand")]
    assert rows("SELECT given FROM people_employee") == [("Dana",)]
    assert rows("SELECT count(*) FROM people_assignment") == [(0,)]


def test_the_command_takes_each_format_and_says_what_is_missing(
    district: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from argparse import ArgumentParser

    from fileroom.cli import import_

    parser = ArgumentParser()
    import_.register(parser.add_subparsers())

    def run(*arguments: str) -> int:
        args = parser.parse_args(["import", *arguments])
        return int(args.run(args))

    path = str(edfi.folder(tmp_path / "bundle", edfi.district()))
    assert run("edfi", path, "--json") == 0
    assert json.loads(capsys.readouterr().out)["kept"] == 11
    nowhere = str(tmp_path / "nowhere")
    for wanted in (["edfi", nowhere], ["sds", nowhere], ["csv", path, "--map", nowhere]):
        assert run(*wanted) == 5
    assert run("documents", path, "--index", nowhere) == 5
    assert run("sds", path) == 4
    assert capsys.readouterr().err.count("There is nothing at") == 4


def at_school(grade: str, school: str = "11") -> str:
    """Amal's place at a school."""
    return (
        "<StudentSchoolAssociation><StudentReference><StudentIdentity><StudentUniqueId>s1</StudentUniqueId>"
        f"</StudentIdentity></StudentReference><SchoolReference><SchoolIdentity><SchoolId>{school}</SchoolId>"
        f"</SchoolIdentity></SchoolReference><EntryDate>2026-08-13</EntryDate><EntryGradeLevel>{grade}"
        "</EntryGradeLevel></StudentSchoolAssociation>"
    )


@pytest.mark.parametrize(("grade", "left"), [("Ninth grade", 1), ("no grade at all", 0)])
def test_a_place_in_a_record_set_aside_is_not_over_for_want_of_being_said(
    bring: Bring, rows: Rows, grade: str, left: int
) -> None:
    """Where all places are said, the school that is not named any more is left; where one was set aside, none is."""
    second = "<School><NameOfInstitution>Bay Tree</NameOfInstitution><SchoolId>12</SchoolId></School>"
    files = edfi.district()
    files["EducationOrganization.xml"] = edfi.interchange("EducationOrganization", edfi.SCHOOLS + second)
    both = at_school("Ninth grade") + at_school("Ninth grade", "12")
    files["StudentEnrollment.xml"] = edfi.interchange("StudentEnrollment", both)
    bring(files)
    again = at_school("Ninth grade", "12") + (at_school(grade) if left == 0 else "")
    files["StudentEnrollment.xml"] = edfi.interchange("StudentEnrollment", again)
    bring(files, days=1)
    assert rows("SELECT count(*) FROM people_enrolment WHERE left_on IS NOT NULL") == [(left,)]


def test_a_bundle_with_a_fault_writes_nothing_and_says_how_far_it_was_read(bring: Bring, rows: Rows) -> None:
    files = edfi.district()
    files["Student.xml"] = files["Student.xml"].replace("</InterchangeStudent>", "")
    report = bring(files)
    assert not report.whole
    assert [(it.file, it.code) for it in report.tally.problems] == [("Student.xml", "unreadable")]
    assert report.tally.read == report.tally.refused
    assert rows("SELECT count(*) FROM people_school") == [(0,)]


def test_the_same_record_twice_is_taken_once_and_another_of_its_id_refuses_the_bundle(bring: Bring, rows: Rows) -> None:
    files = edfi.district()
    report = bring(files | {"Student.xml": edfi.interchange("Student", edfi.AMAL + edfi.BO + edfi.BO)})
    assert codes(report) == [("Student.xml", "repeated_row")]
    assert rows("SELECT count(*) FROM people_student") == [(2,)]
    other = edfi.BO.replace("Lindqvist", "Quill")
    report = bring(files | {"Student.xml": edfi.interchange("Student", edfi.AMAL + edfi.BO + other)}, days=1)
    assert not report.whole
    assert codes(report) == [("Student.xml", "duplicate_id")]
    assert "Quill" not in str(report.to_json())


def test_files_that_change_while_they_are_read_write_nothing(
    bring: Bring, rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.collection.edfi import services

    walked = 0
    whole = services.walk

    def shorter(bundle: Any) -> Any:
        nonlocal walked
        walked += 1
        records = list(whole(bundle))
        return iter(records[: len(records) - (walked > 1)])

    monkeypatch.setattr(services, "walk", shorter)
    report = bring(edfi.district())
    assert codes(report) == [("", "changed_while_read")]
    assert rows("SELECT count(*) FROM people_student") == [(0,)]


def test_a_report_in_words_names_the_line_of_xml(bring: Bring) -> None:
    files = edfi.district()
    files["Student.xml"] = files["Student.xml"].replace("2010-02-01", "2010-02-31")
    words = bring(files).in_words()
    assert "Student.xml, line 9, BirthData/BirthDate: What stands there is no day" in words
    assert "2010-02-31" not in words
