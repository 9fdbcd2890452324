"""What a value of OneRoster may be: listed words, lists of ids, and what identifiers and grades say."""

from __future__ import annotations

import re
from functools import lru_cache

from fileroom.collection.oneroster.layouts import Release

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
def ids(text: str) -> tuple[str, ...]:
    """The ids of a list: `"a,b"` -> ("a", "b")."""
    return tuple(part for part in (piece.strip() for piece in text.split(",")) if part)


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
