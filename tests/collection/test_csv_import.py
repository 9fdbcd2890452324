"""Folders of CSV: School Data Sync, Clever-like, and a system's own export by a map."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from fileroom.collection.imports.report import Report
from tests.collection.conftest import Rows
from tests.collection.edfi_bundles import folder
from tests.collection.samples import sample
from tests.conftest import AT

Bring = Callable[..., Report]

V2 = {
    "orgs.csv": "sourcedId,name,type\nD,Alder Creek Unified,district\nS1,Alder Creek High,school\n",
    "users.csv": "sourcedId,username,givenName,familyName,phone,email\n"
    "u1,amal,Amal,Okafor,(950) 336 6601,\np1,chi,Chi,Okafor,(950) 336 6602,chi@example.org\nt1,dana,Dana,Ruiz,,\n",
    "roles.csv": "userSourcedId,orgSourcedId,role,grade,roleStartDate\nu1,S1,student,09,2026-08-13\nt1,S1,teacher,,\n",
    "relationships.csv": "userSourcedId,relationshipUserSourcedId,relationshipRole\nu1,p1,parent\n",
    "classes.csv": "sourcedId,orgSourcedId,title\nC1,S1,Algebra I\n",
    "enrollments.csv": "classSourcedId,userSourcedId,role\nC1,u1,student\nC1,t1,teacher\n",
    "demographics.csv": "userSourcedId,birthDate,birthCountry,raceWhite\nu1,2011-05-30,MX,true\n",
}
V1 = {
    "School.csv": "SIS ID,Name,State ID\nS1,Alder Creek High,10621661030840\n",
    "Student.csv": "SIS ID,School SIS ID,First Name,Last Name,State ID,Grade,Username,Password,Birthdate\n"
    "u1,S1,Amal,Okafor,1234567890,9,amal,secret,05/30/2011\n",
    "Teacher.csv": "SIS ID,School SIS ID,First Name,Last Name,Username\nt1,S1,Dana,Ruiz,dana\n",
    "Section.csv": "SIS ID,School SIS ID,Section Name\nC1,S1,Algebra I\n",
    "StudentEnrollment.csv": "Section SIS ID,SIS ID\nC1,u1\n",
    "TeacherRoster.csv": "Section SIS ID,SIS ID\nC1,t1\n",
}
CLEVER = {
    "schools.csv": "School_id,School_name,State_id\nS1,Alder Creek High,10-62166-1030840\n",
    "students.csv": "School_id,Student_id,State_id,Last_name,First_name,Grade,DOB,Race,Hispanic_Latino\n"
    "S1,u1,1234567890,Okafor,Amal,9,05/30/2011,W,N\n",
    "teachers.csv": "School_id,Teacher_id,Teacher_email,First_name,Last_name\nS1,t1,dana@district.example,Dana,Ruiz\n",
    "sections.csv": "School_id,Section_id,Teacher_id,Name\nS1,C1,t1,Algebra I\n",
    "enrollments.csv": "School_id,Section_id,Student_id\nS1,C1,u1\n",
}
MAP = """
name = "Alder Creek's own"
days = "d/m/y"
whole = ["student", "enrolment"]
needs = ["students.csv"]

[[records]]
of = "schools.csv"
[[records.entry]]
is = "school"
id = "No"
name = "Site"

[[records]]
of = "students.csv"
[[records.entry]]
is = "student"
id = "Perm ID"
given = "First"
family = "Last"
born_on = "DOB"
grade = "Gr"
telephone = "Phone"
[[records.entry]]
is = "enrolment"
student = "Perm ID"
school = "School"
entered_on = "Enter"
[[records.entry]]
is = "contact"
id = {of = "Perm ID", also = "parent 1"}
given = "P1 First"
family = "P1 Last"
mobile = "P1 Cell"
[[records.entry]]
is = "relationship"
student = "Perm ID"
contact = {of = "Perm ID", also = "parent 1"}
relation = {always = "parent"}
"""
OWN = {
    "schools.csv": "No,Site\n1,Alder Creek High\n",
    "students.csv": "Perm ID,First,Last,DOB,Gr,Phone,School,Enter,P1 First,P1 Last,P1 Cell,State ID,Birth Country\n"
    "u1,Amal,Okafor,03/04/2011,9,555 0101,1,13/08/2026,Chi,Okafor,555 0102,1234567890,MX\n"
    "u2,Bo,Lindqvist,01/02/2010,10,,1,13/08/2026,,,,,\n",
}


@pytest.fixture
def bring(district: str, tmp_path: Path) -> Bring:
    """Import these files, by this map where one is given."""
    from fileroom.collection.rosters.csv_services import import_mapped, import_sds
    from fileroom.ledger.services import Actor

    made = 0

    def bring(files: dict[str, str] | Path, *, how: str = "", days: int = 0, **options: Any) -> Report:
        nonlocal made
        made += 1
        path = files if isinstance(files, Path) else folder(tmp_path / f"bundle-{made}", files)
        known: dict[str, Any] = {"by": Actor(None, "system", "cli"), "at": AT + timedelta(days=days), **options}
        if not how:
            return import_sds(path, **known)
        map_file = tmp_path / f"map-{made}.toml"
        map_file.write_text(how, encoding="utf-8")
        return import_mapped(path, map_file=map_file, **known)

    return bring


def codes(report: Report) -> list[tuple[str, int, str, str]]:
    return [(it.file, it.row, it.column, it.code) for it in report.tally.problems]


def dropped(report: Report) -> dict[str, tuple[int, str]]:
    return {it.column: (it.rows, it.citation) for it in report.tally.dropped}


def people(rows: Rows) -> list[tuple[Any, ...]]:
    return rows("SELECT legal_given, legal_family, birth_on, grade FROM people_student ORDER BY source_id")


@pytest.mark.parametrize("files", [V1, V2, CLEVER], ids=["v1", "v2.1", "clever"])
def test_a_known_layout_comes_in_whole_and_again_changes_nothing(
    bring: Bring, rows: Rows, files: dict[str, str]
) -> None:
    report = bring(files)
    assert codes(report) == []
    assert people(rows) == [("Amal", "Okafor", date(2011, 5, 30), "9")]
    assert rows("SELECT role FROM people_assignment") == [("teacher",)]
    assert rows("SELECT count(*) FROM people_sectionstudent") == [(1,)]
    assert rows("SELECT count(*) FROM people_sectionteacher") == [(1,)]
    assert rows("SELECT count(*) FROM people_enrolment WHERE left_on IS NULL") == [(1,)]
    again = bring(files, days=1).written
    assert (again.new, again.changed, again.left, again.ended, again.filed) == (0, 0, 0, 0, 0)


def test_relationships_of_school_data_sync_are_claimed(bring: Bring, rows: Rows) -> None:
    report = bring(V2)
    assert rows("SELECT kind, standing FROM people_relationship") == [("parent", "claimed")]
    assert report.written.filed == 2
    assert dropped(report)["birthCountry"] == (1, "Ed. Code 234.7(a)")


def test_race_of_a_clever_folder_is_dropped_and_counted_by_its_law(bring: Bring) -> None:
    found = dropped(bring(CLEVER))
    assert found["Race"] == found["Hispanic_Latino"] == (1, "Gov. Code 8310.3")


def test_the_sample_of_school_data_sync_comes_in_and_says_that_it_has_no_names(bring: Bring, rows: Rows) -> None:
    report = bring(sample("sds-min"))
    assert codes(report) == []
    assert rows("SELECT count(*) FROM people_school") == [(2,)]
    assert rows("SELECT legal_given, legal_family FROM people_student WHERE source_id = '13001'") == [("", "OKlein")]
    assert [it.code for it in report.tally.remarks if it.code == "no_names"] == ["no_names"]
    again = bring(sample("sds-min"), days=1).written
    assert (again.new, again.changed, again.left, again.ended, again.filed) == (0, 0, 0, 0, 0)


def test_an_export_comes_in_by_its_map_and_days_are_read_by_the_maps_word(bring: Bring, rows: Rows) -> None:
    report = bring(OWN, how=MAP)
    assert codes(report) == []
    assert people(rows) == [
        ("Amal", "Okafor", date(2011, 4, 3), "9"),
        ("Bo", "Lindqvist", date(2010, 2, 1), "10"),
    ]
    assert rows("SELECT given, standing FROM people_relationship r JOIN people_contact c ON c.id = r.contact_id") == [
        ("Chi", "claimed")
    ]
    assert report.written.filed == 2
    assert dropped(report)["Birth Country"] == (1, "Ed. Code 234.7(a)")
    assert [(it.column, it.code) for it in report.tally.remarks] == [("State ID", "column_not_mapped")]
    again = bring(OWN, how=MAP, days=1).written
    assert (again.new, again.changed, again.left, again.ended, again.filed) == (0, 0, 0, 0, 0)


def test_a_day_in_another_order_than_the_maps_is_a_fault_and_never_guessed(bring: Bring) -> None:
    report = bring(OWN | {"students.csv": OWN["students.csv"].replace("03/04/2011", "05/30/2011")}, how=MAP)
    assert codes(report) == [("students.csv", 2, "DOB", "impossible_date")]
    assert "05/30" not in report.in_words()


@pytest.mark.parametrize(
    ("was", "becomes", "code"),
    [
        ('grade = "Gr"', 'grade = "SSN"', "banned_column"),
        ('grade = "Gr"', 'grade = "Country of birth"', "banned_column"),
        ('grade = "Gr"', 'citizenship = "Cit"', "banned_column"),
        ('family = "Last"\nborn', 'family = "Password"\nborn', "banned_column"),
        ('family = "Last"\nborn', 'family = "Place of Birth"\nborn', "banned_column"),
        ('grade = "Gr"', 'graed = "Gr"', "bad_enum"),
        ('days = "d/m/y"', 'days = "guess"', "bad_enum"),
        ('family = "Last"\nborn', "born", "missing"),
        ("[[records]]", "[[records", "unreadable"),
    ],
)
def test_a_map_that_asks_for_what_it_may_not_is_refused(
    bring: Bring, rows: Rows, was: str, becomes: str, code: str
) -> None:
    report = bring(OWN, how=MAP.replace(was, becomes, 1))
    assert not report.whole
    assert code in {it.code for it in report.tally.problems}
    assert rows("SELECT count(*) FROM people_student") == [(0,)]


@pytest.mark.parametrize(
    ("name", "body", "code"),
    [
        ("students.csv", "Perm ID,First,DOB,School\nu1,Amal,01/02/2010,1\n", "missing_column"),
        ("students.csv", "u1,Amal,Okafor,03/04/2011,9,555 0101\n", "no_header"),
        ("students.csv", 'Perm ID,First,Last,School\nu1,"Amal,Okafor,1\n', "unreadable"),
        ("students.csv", "Perm ID,First,Last,Last,School\nu1,Amal,Okafor,Okafor,1\n", "column_twice"),
        ("students.csv", "Perm ID,First,Last,School,Note\n401226613,Amal,Okafor,1,x\n", "ids_like_ssn"),
        ("students.csv", "Perm ID,First,Last,School\nu1,Amal,Okafor,1\nu1,Bo,Okafor,1\n", "duplicate_id"),
    ],
)
def test_a_fault_of_a_file_refuses_the_bundle(bring: Bring, rows: Rows, name: str, body: str, code: str) -> None:
    report = bring(OWN | {name: body}, how=MAP)
    assert not report.whole
    assert [it.code for it in report.tally.problems] == [code]
    assert rows("SELECT count(*) FROM people_school") == [(0,)]


def test_two_columns_of_a_name_that_nobody_takes_are_no_fault(bring: Bring) -> None:
    body = "Perm ID,First,Last,School,Note,Note\nu1,Amal,Okafor,1,x,y\n"
    report = bring(OWN | {"students.csv": body}, how=MAP)
    assert report.whole and dropped(report)["Note"][0] == 1


def test_a_person_says_of_numbers_like_ssns_that_they_are_the_senders(bring: Bring, rows: Rows) -> None:
    body = "Perm ID,First,Last,School\n401226613,Amal,Okafor,1\n"
    assert bring(OWN | {"students.csv": body}, how=MAP, ids_are_no_ssn=True).whole
    assert rows("SELECT source_id FROM people_student") == [("401226613",)]


def test_a_fault_of_a_row_sets_it_aside_and_what_leans_on_it(bring: Bring, rows: Rows) -> None:
    files = V2 | {"users.csv": V2["users.csv"].replace("u1,amal,Amal,Okafor", f"u1,amal,Amal,{'x' * 301}")}
    report = bring(files)
    assert {it.code for it in report.tally.problems} == {"too_long", "dangling_id"}
    assert report.tally.read == report.tally.kept + report.tally.set_aside + report.tally.refused
    assert rows("SELECT count(*) FROM people_student") == [(0,)]
    assert rows("SELECT count(*) FROM people_contact") == [(1,)]


def test_a_number_the_law_keeps_out_refuses_its_row_and_stands_nowhere(bring: Bring, rows: Rows) -> None:
    files = OWN | {"students.csv": OWN["students.csv"].replace("u2,Bo,Lindqvist", "078-05-1120,Bo,SSN 078-05-1120")}
    report = bring(files, how=MAP)
    assert report.tally.refused == 1
    assert [it.code for it in report.tally.problems] == ["ssn_shape"]
    assert "078-05" not in str(report.to_json())
    assert rows("SELECT count(*) FROM ledger_event WHERE act = 'collection:refused'") == [(1,)]


def test_an_encoding_is_the_maps_word(bring: Bring, tmp_path: Path, rows: Rows) -> None:
    path = folder(tmp_path / "latin", OWN)
    body = OWN["students.csv"].replace("Amal,Okafor", "Amál,Okafor").encode("cp1252")
    (path / "students.csv").write_bytes(body)
    assert [it.code for it in bring(path, how=MAP).tally.problems] == ["not_utf8"]
    assert bring(path, how='encoding = "windows-1252"\n' + MAP).whole
    assert people(rows)[0][0] == "Amál"


@pytest.mark.parametrize("what", ["Perm ID", "Site"])
def test_what_is_too_long_to_be_kept_sets_its_row_aside(bring: Bring, what: str) -> None:
    name, was = {"Perm ID": ("students.csv", "u2,Bo"), "Site": ("schools.csv", "Alder Creek High")}[what]
    files = OWN | {name: OWN[name].replace(was, f"{'9' * 301},Bo" if what == "Perm ID" else "x" * 301)}
    assert "too_long" in {it.code for it in bring(files, how=MAP).tally.problems}


def test_a_schools_code_that_another_has_sets_the_school_aside(bring: Bring, rows: Rows) -> None:
    files = CLEVER | {"schools.csv": CLEVER["schools.csv"] + "S2,Bay Tree,10621661030840\n"}
    assert codes(bring(files)) == [("schools.csv", 3, "State_id", "number_taken")]
    assert rows("SELECT name FROM people_school") == [("Alder Creek High",)]


def test_a_student_whose_number_is_anothers_is_set_aside_with_what_leans_on_it(bring: Bring, rows: Rows) -> None:
    more = {"students.csv": "S1,u2,1234567890,Lindqvist,Bo,9,05/30/2011,W,N\n", "enrollments.csv": "S1,C1,u2\n"}
    files = CLEVER | {name: CLEVER[name] + added for name, added in more.items()}
    assert {it[3] for it in codes(bring(files))} == {"number_taken", "dangling_id"}
    assert people(rows) == [("Amal", "Okafor", date(2011, 5, 30), "9")]


def test_students_missing_from_a_whole_export_wait_above_a_few(bring: Bring) -> None:
    everyone = [f"x{n},Kim,Quill,01/02/2010,9,,1,13/08/2026,,,,," for n in range(600)]

    def whom(number: int) -> dict[str, str]:
        return OWN | {"students.csv": "\n".join([OWN["students.csv"].split("\n")[0], *everyone[:number], ""])}

    bring(whom(600), how=MAP)
    few = bring(whom(590), how=MAP, days=1).written
    assert (few.left, few.waiting) == (10, 0)
    many = bring(whom(560), how=MAP, days=2).written
    assert (many.left, many.waiting) == (0, 30)
