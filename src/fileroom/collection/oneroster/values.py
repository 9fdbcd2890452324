"""What a value may be: days, listed words, ids, lengths, and numbers shaped like what may not be kept."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from fileroom.collection.oneroster.layouts import Release

LONGEST_VALUE = 300
LONGEST_ID = 255
LONGEST_EMAIL = 254
EARLIEST_YEAR = 1900
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# Line ends and tabs inside quotes are let pass by CSV; no name holds them. NUL cannot be stored at all.
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
# Area 000, 666 and 9xx, group 00 and serial 0000 were never issued.
SSN_DIGITS = re.compile(r"(?<!\d)(?!000|666|9\d\d)\d{3}([- ]?)(?!00)\d{2}\1(?!0000)\d{4}(?!\d)")
SSN_LABEL = re.compile(r"\b(?:ssn|ss|soc(?:ial)?\W{0,2}sec(?:urity)?\w*)\b[^:]{0,60}:", re.I)
SSID = re.compile(r"\{\s*(?:SSID|State ?ID|StateStudentID|CALPADS ?ID|CALPADS ?SSID)\s*:\s*(\d{10})\s*\}", re.I)

# The standard's grade codes (CEDS) that the law's facts spell otherwise.
GRADES = {"KG": "K", "PR": "PK"}
LONGEST_GRADE = 8
MOST_DIGITS_OF_GRADE = 2

BOOLEAN = ("true", "false")
SESSION_TYPES = ("gradingPeriod", "semester", "schoolYear", "term")
ORG_TYPES = ("department", "school", "district", "local", "state", "national")
CLASS_TYPES = ("homeroom", "scheduled")
ENROLLMENT_ROLES = ("administrator", "proctor", "student", "teacher")
SEX = {Release.V1_1: ("male", "female"), Release.V1_2: ("male", "female", "unspecified", "other")}
ROLE_TYPES = ("primary", "secondary")

# What a person of each role is to the district: a student, an employee or a contact.
STUDENT, EMPLOYEE, CONTACT = "student", "employee", "contact"
ROLES: dict[Release, dict[str, str]] = {
    Release.V1_1: {
        "administrator": EMPLOYEE,
        "aide": EMPLOYEE,
        "guardian": CONTACT,
        "parent": CONTACT,
        "proctor": EMPLOYEE,
        "relative": CONTACT,
        "student": STUDENT,
        "teacher": EMPLOYEE,
    },
    Release.V1_2: {
        "aide": EMPLOYEE,
        "counselor": EMPLOYEE,
        "districtAdministrator": EMPLOYEE,
        "guardian": CONTACT,
        "parent": CONTACT,
        "principal": EMPLOYEE,
        "proctor": EMPLOYEE,
        "relative": CONTACT,
        "siteAdministrator": EMPLOYEE,
        "student": STUDENT,
        "systemAdministrator": EMPLOYEE,
        "teacher": EMPLOYEE,
    },
}
# Roles that Fileroom has no word for: a proctor of tests, a machine's keeper, an administrator "enrolled" in a class;
# and the one that would open every school's files on the word of a nightly file.
ROLES_WITHOUT_PLACE = frozenset({"districtadministrator", "proctor", "systemadministrator"})
ENROLLED_WITHOUT_PLACE = frozenset({"administrator", "proctor"})


@lru_cache(maxsize=4096)
def day(text: str) -> date | None:
    """The day of an ISO date (2021-08-23), or None where there is no such day or none after 1900."""
    if not DAY.fullmatch(text):
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found.year >= EARLIEST_YEAR else None


@lru_cache(maxsize=4096)
def ids(text: str) -> tuple[str, ...]:
    """The ids of a list: `"a,b"` -> ("a", "b")."""
    return tuple(part for part in (piece.strip() for piece in text.split(",")) if part)


def ssn_shaped(text: str) -> bool:
    """Whether an identifier holds nine digits that could be a Social Security number, or says that it is one."""
    return SSN_DIGITS.search(text) is not None or SSN_LABEL.search(text) is not None


def ssid(user_ids: str) -> str:
    """The statewide student identifier (10 digits) that `userIds` names as one, or an empty text."""
    match = SSID.search(user_ids)
    return match.group(1) if match else ""


def is_grade(text: str) -> bool:
    """Whether a text can be a grade's code. The standard leaves the list to each state; none counts to a hundred."""
    return sum(map(str.isdigit, text)) <= MOST_DIGITS_OF_GRADE


def grade(grades: str) -> str:
    """The grade a student is in, as the law's facts spell it: "09" -> "9", "KG" -> "K". Of several, the first."""
    first = next(iter(ids(grades)), "").upper()[:LONGEST_GRADE]
    return GRADES.get(first, first.lstrip("0") if first.isdigit() else first)
