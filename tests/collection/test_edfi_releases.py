"""The same district, in the words of each release of the Data Standard, comes in as the same people."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tests.collection import edfi_bundles as edfi
from tests.collection.conftest import Import, Rows
from tests.collection.oneroster_bundles import zip_of

STUDENTS = "SELECT source_id, ssid, legal_given, legal_family, birth_on, grade FROM people_student ORDER BY 1"
FAMILY = (
    "SELECT s.source_id, c.given, c.family, r.kind, r.standing FROM people_relationship r "
    "JOIN people_student s ON s.id = r.student_id JOIN people_contact c ON c.id = r.contact_id"
)
PEOPLE = [
    ("s1", edfi.SSID, "Amal", "Okafor", date(2011, 5, 30), "9"),
    ("s2", None, "Bo", "Lindqvist", date(2010, 2, 1), "10"),
]
IDENTITY = "<StudentIdentity><StudentUniqueId>s1</StudentUniqueId></StudentIdentity>"
REFERENCE = f"<StudentReference>{IDENTITY}</StudentReference>"


def in_words_of_2(body: str) -> str:
    """A parent for a contact, and a descriptor's word in an element of its own."""
    for descriptor, word in (
        ("RelationDescriptor#Mother", "Mother"),
        ("GradeLevelDescriptor#Ninth grade", "Ninth grade"),
        ("GradeLevelDescriptor#Tenth grade", "Tenth grade"),
        ("StaffClassificationDescriptor#Teacher", "Teacher"),
        ("SystemDescriptor#State", "State"),
        ("SystemDescriptor#SSN", "SSN"),
    ):
        body = body.replace(f"uri://ed-fi.org/{descriptor}", f"<CodeValue>{word}</CodeValue>")
    return body.replace("Contact", "Parent")


def test_parents_and_descriptors_of_release_2_are_read(edfi_bring: Import, rows: Rows) -> None:
    files = {
        "EducationOrganization.xml": edfi.interchange("EducationOrganization", edfi.SCHOOLS, "0220"),
        "Student.xml": edfi.interchange("Student", edfi.AMAL + edfi.BO, "0220"),
        "StudentEnrollment.xml": edfi.interchange(
            "StudentEnrollment", in_words_of_2(edfi.ENROLMENTS + edfi.ABOUT), "0220"
        ),
        "StudentParent.xml": edfi.interchange("StudentParent", in_words_of_2(edfi.CONTACTS), "0220"),
        "StaffAssociation.xml": edfi.interchange("StaffAssociation", in_words_of_2(edfi.STAFF), "0220"),
    }
    report = edfi_bring(files)
    assert report.tally.problems == []
    assert rows(STUDENTS) == PEOPLE
    assert rows(FAMILY) == [("s1", "Chi", "Okafor", "parent", "claimed")]
    assert rows("SELECT role FROM people_assignment") == [("teacher",)]
    assert "078-05" not in str(report.to_json())


def test_what_release_6_has_moved_into_records_of_its_own_is_read_and_dropped_there(
    edfi_bring: Import, rows: Rows
) -> None:
    about = f"""
      <StudentDemographic>{REFERENCE}<BirthData><BirthDate>2011-05-30</BirthDate>
        <BirthCountry>uri://ed-fi.org/CountryDescriptor#MX</BirthCountry></BirthData>
        <Race>uri://ed-fi.org/RaceDescriptor#White</Race>
        <CitizenshipStatus>uri://ed-fi.org/CitizenshipStatusDescriptor#Resident alien</CitizenshipStatus>
        <Visa>uri://ed-fi.org/VisaDescriptor#F1</Visa></StudentDemographic>
      <StudentIdentificationCode>{REFERENCE}<IdentificationCode>{edfi.SSID}</IdentificationCode>
        <StudentIdentificationSystem>uri://ed-fi.org/S#State</StudentIdentificationSystem></StudentIdentificationCode>
      <StudentIdentificationCode>{REFERENCE}<IdentificationCode>{edfi.SSN}</IdentificationCode>
        <StudentIdentificationSystem>uri://ed-fi.org/S#SSN</StudentIdentificationSystem></StudentIdentificationCode>
      <StudentDirectory>{REFERENCE}<Telephone><TelephoneNumber>(950) 336 6601</TelephoneNumber>
        <TelephoneNumberType>uri://ed-fi.org/T#Home</TelephoneNumberType></Telephone></StudentDirectory>
    """
    files = edfi.district()
    amal = re.sub(r"<BirthData>.*</BirthData>", "", edfi.AMAL, flags=re.S)
    files["Student.xml"] = edfi.interchange("Student", amal + edfi.BO, "6.1.0")
    files["StudentEnrollment.xml"] = edfi.interchange("StudentEnrollment", edfi.ENROLMENTS + about, "6.1.0")
    report = edfi_bring(files)
    assert report.tally.problems == []
    assert rows(STUDENTS) == PEOPLE
    assert report.written.filed == 2
    dropped = {(it.file, it.column): (it.rows, it.citation) for it in report.tally.dropped}
    laws = {citation for (file, _), (_, citation) in dropped.items() if file == "StudentEnrollment.xml" and citation}
    assert laws == {"Ed. Code 234.7(a)", "Ed. Code 49076.7", "Gov. Code 8310.3"}
    assert "078-05" not in str(report.to_json())


@pytest.mark.parametrize("inside", ["", "Export 2026/"])
def test_a_zip_with_or_without_a_folder_of_its_own_is_read(
    edfi_bring: Import, rows: Rows, tmp_path: Path, inside: str
) -> None:
    path = tmp_path / "edfi.zip"
    path.write_bytes(zip_of({f"{inside}{name}": body for name, body in edfi.district().items()}))
    assert edfi_bring(path).tally.problems == []
    assert rows(STUDENTS) == PEOPLE
