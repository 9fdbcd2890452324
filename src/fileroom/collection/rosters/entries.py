"""The closed list of what a roster may say, and of what kind each fact is. A map leads to these and to nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Entry(StrEnum):
    """What one record says something of. In this order they lean on each other: later ones point to earlier ones."""

    ORG = "org"
    SCHOOL = "school"
    STUDENT = "student"
    CONTACT = "contact"
    EMPLOYEE = "employee"
    SECTION = "section"
    ABOUT_STUDENT = "about_student"
    ENROLMENT = "enrolment"
    ASSIGNMENT = "assignment"
    RELATIONSHIP = "relationship"
    SECTION_STUDENT = "section_student"
    SECTION_TEACHER = "section_teacher"


class Kind(StrEnum):
    """How a value is read, and how the sieve looks at it."""

    CDS_CODE = "cds_code"
    DAY = "day"
    EMAIL = "email"  # of an employee: how a family is reached is sealed
    FLAG = "flag"  # whether anything is said at all; what is said is not kept
    GRADE = "grade"
    ID = "id"
    NAME = "name"
    REACHED = "reached"  # sealed; it never waits in a table
    RELATION = "relation"
    ROLE = "role"
    SSID = "ssid"
    TEXT = "text"


@dataclass(frozen=True)
class Field:
    """One fact: its kind, whether an entry needs it, and what it points to."""

    kind: Kind
    required: bool = False
    points_to: Entry | None = None


def _id() -> Field:
    return Field(Kind.ID, required=True)


def _to(entry: Entry) -> Field:
    return Field(Kind.ID, required=True, points_to=entry)


_NEEDED_NAME, _NAME = Field(Kind.NAME, required=True), Field(Kind.NAME)
_TEXT, _NEEDED_TEXT, _DAY = Field(Kind.TEXT), Field(Kind.TEXT, required=True), Field(Kind.DAY)
_REACHED = {name: Field(Kind.REACHED) for name in ("telephone", "mobile", "email")}
# `alias`: another id by which records of the same bundle point to this one (the id attribute of Ed-Fi's XML).
_ALIAS = {"alias": Field(Kind.TEXT)}
_SPELL = {"from_on": _DAY, "to_on": _DAY}

FIELDS: Mapping[Entry, Mapping[str, Field]] = MappingProxyType(
    {
        Entry.ORG: {"id": _id(), **_ALIAS, "name": _NEEDED_TEXT, "kind": _TEXT},
        Entry.SCHOOL: {"id": _id(), **_ALIAS, "name": _NEEDED_TEXT, "cds_code": Field(Kind.CDS_CODE)},
        Entry.STUDENT: {
            "id": _id(),
            **_ALIAS,
            "given": _NAME,
            "middle": _NAME,
            "family": _NEEDED_NAME,
            "preferred_given": _NAME,
            "preferred_family": _NAME,
            "born_on": _DAY,
            "grade": Field(Kind.GRADE),
            "ssid": Field(Kind.SSID),
            **_REACHED,
        },
        Entry.CONTACT: {
            "id": _id(),
            **_ALIAS,
            "given": _NAME,
            "middle": _NAME,
            "family": _NEEDED_NAME,
            **_REACHED,
        },
        Entry.EMPLOYEE: {"id": _id(), **_ALIAS, "given": _NAME, "family": _NEEDED_NAME, "email": Field(Kind.EMAIL)},
        Entry.SECTION: {"id": _id(), **_ALIAS, "school": _to(Entry.SCHOOL), "title": _NEEDED_TEXT},
        Entry.ABOUT_STUDENT: {
            "student": _to(Entry.STUDENT),
            "born_on": _DAY,
            "ssid": Field(Kind.SSID),
            **_REACHED,
        },
        Entry.ENROLMENT: {
            "student": _to(Entry.STUDENT),
            "school": _to(Entry.SCHOOL),
            "entered_on": _DAY,
            "left_on": _DAY,
            "grade": Field(Kind.GRADE),
        },
        Entry.ASSIGNMENT: {
            "employee": _to(Entry.EMPLOYEE),
            "school": _to(Entry.SCHOOL),
            "role": Field(Kind.ROLE, required=True),
            **_SPELL,
        },
        Entry.RELATIONSHIP: {
            "student": _to(Entry.STUDENT),
            "contact": _to(Entry.CONTACT),
            "relation": Field(Kind.RELATION),
            "restricted": Field(Kind.FLAG),
        },
        Entry.SECTION_STUDENT: {"section": _to(Entry.SECTION), "student": _to(Entry.STUDENT), **_SPELL},
        Entry.SECTION_TEACHER: {"section": _to(Entry.SECTION), "employee": _to(Entry.EMPLOYEE), **_SPELL},
    }
)

PEOPLE = (Entry.STUDENT, Entry.CONTACT, Entry.EMPLOYEE)
REACHED = ("telephone", "mobile", "email")
# Days that must stand in this order within one entry.
SPELLS = (("entered_on", "left_on"), ("from_on", "to_on"))
