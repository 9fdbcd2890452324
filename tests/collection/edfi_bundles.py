"""Ed-Fi bundles made by hand for tests: a small district in order, in XML and as an API answers in JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

SSID = "1234567890"
SSN = "078-05-1120"

SCHOOLS = """
  <LocalEducationAgency id="LEA_1"><NameOfInstitution>Alder Creek Unified</NameOfInstitution>
    <LocalEducationAgencyId>1</LocalEducationAgencyId></LocalEducationAgency>
  <School id="SCH_11"><EducationOrganizationIdentificationCode><IdentificationCode>10621661030840</IdentificationCode>
    <EducationOrganizationIdentificationSystem>uri://ed-fi.org/EducationOrganizationIdentificationSystemDescriptor#SEA
    </EducationOrganizationIdentificationSystem></EducationOrganizationIdentificationCode>
    <NameOfInstitution>Alder Creek High</NameOfInstitution><SchoolId>11</SchoolId></School>
"""
AMAL = """
  <Student id="STU_1"><StudentUniqueId>s1</StudentUniqueId>
    <Name><FirstName>Amal</FirstName><MiddleName>Ines</MiddleName><LastSurname>Okafor</LastSurname></Name>
    <BirthData><BirthDate>2011-05-30</BirthDate>
      <BirthCountry>uri://ed-fi.org/CountryDescriptor#MX</BirthCountry><BirthCity>Oaxaca</BirthCity></BirthData>
  </Student>
"""
BO = """
  <Student><StudentUniqueId>s2</StudentUniqueId>
    <Name><FirstName>Bo</FirstName><LastSurname>Lindqvist</LastSurname></Name>
    <BirthData><BirthDate>2010-02-01</BirthDate></BirthData></Student>
"""
ABOUT = f"""
  <StudentEducationOrganizationAssociation>
    <StudentReference><StudentIdentity><StudentUniqueId>s1</StudentUniqueId></StudentIdentity></StudentReference>
    <StudentIdentificationCode><IdentificationCode>{SSID}</IdentificationCode>
      <StudentIdentificationSystem>uri://ed-fi.org/SystemDescriptor#State</StudentIdentificationSystem>
    </StudentIdentificationCode>
    <StudentIdentificationCode><IdentificationCode>{SSN}</IdentificationCode>
      <StudentIdentificationSystem>uri://ed-fi.org/SystemDescriptor#SSN</StudentIdentificationSystem>
    </StudentIdentificationCode>
    <Race>uri://ed-fi.org/RaceDescriptor#White</Race><HispanicLatinoEthnicity>true</HispanicLatinoEthnicity>
    <CitizenshipStatus>uri://ed-fi.org/CitizenshipStatusDescriptor#Non-resident alien</CitizenshipStatus>
    <Visa>uri://ed-fi.org/VisaDescriptor#F1 - Foreign Student Visa</Visa>
    <Telephone><TelephoneNumber>(950) 336 6601</TelephoneNumber>
      <TelephoneNumberType>uri://ed-fi.org/TelephoneNumberTypeDescriptor#Home</TelephoneNumberType></Telephone>
  </StudentEducationOrganizationAssociation>
"""
ENROLMENTS = """
  <StudentSchoolAssociation>
    <StudentReference><StudentIdentity><StudentUniqueId>s1</StudentUniqueId></StudentIdentity></StudentReference>
    <SchoolReference ref="SCH_11"/><EntryDate>2026-08-13</EntryDate>
    <EntryGradeLevel>uri://ed-fi.org/GradeLevelDescriptor#Ninth grade</EntryGradeLevel></StudentSchoolAssociation>
  <StudentSchoolAssociation>
    <StudentReference><StudentIdentity><StudentUniqueId>s2</StudentUniqueId></StudentIdentity></StudentReference>
    <SchoolReference><SchoolIdentity><SchoolId>11</SchoolId></SchoolIdentity></SchoolReference>
    <EntryDate>2026-08-13</EntryDate>
    <EntryGradeLevel>uri://ed-fi.org/GradeLevelDescriptor#Tenth grade</EntryGradeLevel></StudentSchoolAssociation>
"""
CONTACTS = """
  <Contact id="CON_1"><ContactUniqueId>s1</ContactUniqueId>
    <Name><FirstName>Chi</FirstName><LastSurname>Okafor</LastSurname>
      <PersonalIdentificationDocument><DocumentTitle>K7731904</DocumentTitle><PersonalInformationVerification>
        uri://ed-fi.org/PersonalInformationVerificationDescriptor#Immigration document/visa
      </PersonalInformationVerification></PersonalIdentificationDocument></Name>
    <Telephone><TelephoneNumber>(950) 336 6602</TelephoneNumber>
      <TelephoneNumberType>uri://ed-fi.org/TelephoneNumberTypeDescriptor#Mobile</TelephoneNumberType></Telephone>
  </Contact>
  <StudentContactAssociation>
    <StudentReference><StudentIdentity><StudentUniqueId>s1</StudentUniqueId></StudentIdentity></StudentReference>
    <ContactReference ref="CON_1"/><Relation>uri://ed-fi.org/RelationDescriptor#Mother</Relation>
    <LivesWith>true</LivesWith></StudentContactAssociation>
"""
STAFF = """
  <Staff id="STA_1"><StaffUniqueId>1</StaffUniqueId>
    <Name><FirstName>Dana</FirstName><LastSurname>Ruiz</LastSurname></Name>
    <ElectronicMail><ElectronicMailAddress>dana@district.example</ElectronicMailAddress>
      <ElectronicMailType>uri://ed-fi.org/ElectronicMailTypeDescriptor#Work</ElectronicMailType></ElectronicMail>
  </Staff>
  <StaffEducationOrganizationAssignmentAssociation><StaffReference ref="STA_1"/>
    <EducationOrganizationReference><EducationOrganizationIdentity><EducationOrganizationId>11</EducationOrganizationId>
    </EducationOrganizationIdentity></EducationOrganizationReference>
    <StaffClassification>uri://ed-fi.org/StaffClassificationDescriptor#Teacher</StaffClassification>
    <BeginDate>2026-08-10</BeginDate></StaffEducationOrganizationAssignmentAssociation>
"""


def interchange(name: str, body: str, release: str = "5.2.0") -> str:
    """One file of XML."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<Interchange{name} xmlns="http://ed-fi.org/{release}">{body}'
        f"</Interchange{name}>"
    )


def district() -> dict[str, str]:
    """A district in order: five files."""
    return {
        "EducationOrganization.xml": interchange("EducationOrganization", SCHOOLS),
        "Student.xml": interchange("Student", AMAL + BO),
        "StudentEnrollment.xml": interchange("StudentEnrollment", ENROLMENTS + ABOUT, "6.1.0"),
        "Contact.xml": interchange("Contact", CONTACTS),
        "StaffAssociation.xml": interchange("StaffAssociation", STAFF),
    }


def as_json() -> dict[str, str]:
    """The same students and families as an API answers."""
    uri = "uri://ed-fi.org"
    resources: dict[str, list[dict[str, Any]]] = {
        "schools": [{"schoolId": 11, "nameOfInstitution": "Alder Creek High"}],
        "students": [
            {"id": "a", "studentUniqueId": "s1", "firstName": "Amal", "lastSurname": "Okafor",
             "birthDate": "2011-05-30", "birthCountryDescriptor": f"{uri}/CountryDescriptor#MX", "_etag": "1"},
        ],
        "studentSchoolAssociations": [
            {"studentReference": {"studentUniqueId": "s1", "link": {"href": "/x"}}, "schoolReference": {"schoolId": 11},
             "entryDate": "2026-08-13", "entryGradeLevelDescriptor": f"{uri}/GradeLevelDescriptor#Ninth grade"},
        ],
        "studentEducationOrganizationAssociations": [
            {"studentReference": {"studentUniqueId": "s1"},
             "races": [{"raceDescriptor": f"{uri}/RaceDescriptor#White"}],
             "studentIdentificationCodes": [
                 {"studentIdentificationSystemDescriptor": f"{uri}/S#State", "identificationCode": SSID},
                 {"studentIdentificationSystemDescriptor": f"{uri}/S#SSN", "identificationCode": SSN}],
             "visas": [{"visaDescriptor": f"{uri}/VisaDescriptor#F1"}]},
        ],
        "contacts": [
            {"contactUniqueId": "c1", "firstName": "Chi", "lastSurname": "Okafor",
             "identificationDocuments": [{"documentTitle": "K7731904"}]},
        ],
        "studentContactAssociations": [
            {"studentReference": {"studentUniqueId": "s1"}, "contactReference": {"contactUniqueId": "c1"},
             "relationDescriptor": f"{uri}/RelationDescriptor#Father", "contactRestrictions": "Not to pick up"},
        ],
    }  # fmt: skip
    return {f"{name}.json": json.dumps(rows) for name, rows in resources.items()}


def crowd(size: int, *, leaving: int = 0) -> dict[str, str]:
    """A school of so many students, of whom the first few have a last day."""
    students = [{"studentUniqueId": f"s{n}", "firstName": "Bo", "lastSurname": f"L{n}"} for n in range(size)]
    spells = [
        {"studentReference": {"studentUniqueId": f"s{n}"}, "schoolReference": {"schoolId": 11},
         "entryDate": "2026-08-13", **({"exitWithdrawDate": "2026-10-16"} if n < leaving else {})}
        for n in range(size)
    ]  # fmt: skip
    files = {"schools": [{"schoolId": 11, "nameOfInstitution": "Alder Creek High"}], "students": students}
    files["studentSchoolAssociations"] = spells
    return {f"{name}.json": json.dumps(rows) for name, rows in files.items()}


def folder(path: Path, files: dict[str, str]) -> Path:
    """Write a bundle as a folder."""
    path.mkdir(parents=True, exist_ok=True)
    for name, body in files.items():
        (path / name).write_text(body, encoding="utf-8")
    return path
