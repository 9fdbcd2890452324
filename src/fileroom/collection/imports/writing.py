"""Put the staged rows into the district: set-based sentences in an order that keeps every reference whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from fileroom.collection.imports import upserts
from fileroom.collection.imports.gone import SIGN, Gone, employees_gone, reopened, students_gone, taken_back
from fileroom.collection.imports.sentences import sentence
from fileroom.collection.imports.upserts import Upsert
from fileroom.collection.imports.waiting_tables import LONGEST_SEARCH_NAME
from fileroom.people.names import search_key

SCHOOLS = (upserts.SCHOOLS, upserts.ORGS, upserts.TERMS, upserts.COURSES)
PEOPLE = (upserts.STUDENTS, upserts.EMPLOYEES, upserts.CONTACTS)
PLACES = (upserts.SECTION_STUDENTS, upserts.SECTION_TEACHERS)
# A name that changed is searched by another key, which only Python works out.
SEARCHED = {
    "people_student": "legal_given, legal_middle, legal_family, preferred_given, preferred_family",
    "people_contact": "given, middle, family",
}


@dataclass(frozen=True)
class Whole:
    """Of what the bundle tells everything there is: whom or what it does not name is then absent, or over.

    `places`: of students; `assignments`: of employees. `dated`: the bundle says on which day a student left a school.
    `all_dated`: and lacks no place of theirs that is not over; else whom it gives a last day waits for a person.
    `sections`: None where it says nothing of who sits in which section, false where it tells of changes only.
    """

    students: bool = False
    employees: bool = False
    contacts: bool = False
    places: bool = False
    assignments: bool = False
    dated: bool = False
    all_dated: bool = True
    sections: bool | None = None


@dataclass(frozen=True)
class Effects:
    """What followed from the rows beside themselves."""

    gone: Gone
    ended: int


@contextmanager
def set_based() -> Iterator[None]:
    """Statements over whole files: no plan of theirs takes one row after another, whatever the statistics say.

    The bundle's tables are empty between imports. Where the server has counted them then, it takes a file for one row
    and walks another once for each of its rows: what takes seconds took many minutes. The application's role may not
    have them counted anew.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_nestloop TO off")
        yield
        cursor.execute("SET LOCAL enable_nestloop TO DEFAULT")


def write_rows(whole: Whole, *, on: date) -> Effects:
    """Write every staged row. The tables `bundle_…` must have been filled in this transaction."""
    gone = Gone()
    _say("absent", whole=whole.students)
    students_gone(SIGN.ABSENT, gone, on=on)
    _say("absent_adults", on=on, employees=whole.employees, contacts=whole.contacts)
    _say("adopted_schools")
    _upsert(*SCHOOLS)
    _say("class_terms")
    _upsert(upserts.SECTIONS)
    _say("term_schools")
    _upsert(*PEOPLE)
    _search_names()
    _say("birth_dates")
    employees_gone(gone, on=on)
    _upsert(*PLACES)
    _say("places")
    _say("spells", on=on)
    reopened(gone, on=on)
    if whole.dated:
        _say("exits", on=on)
        students_gone(SIGN.EXIT, gone, on=on, few_leave=whole.all_dated)
    ended = _moves(whole, gone, on)
    _say("entered", on=on)
    if whole.dated:
        _say("past_spells", on=on)
    _say("relationships")
    _say("claims", on=on)
    if whole.sections is not None:
        ended += _count("ended_sections", on=on, whole=whole.sections)
    return Effects(gone, ended)


def _moves(whole: Whole, gone: Gone, on: date) -> int:
    """End what the bundle's people no longer have: a school, an assignment. Only where it says all their places."""
    _say("assignments", on=on)
    if whole.places:
        taken_back(gone, on=on)
        _say("moved")
        students_gone(SIGN.ELSEWHERE, gone, on=on)
        _say("opened")
    return gone.moved() + len(gone.back) + (_say("unassigned", on=on) if whole.assignments else 0)


def returned() -> None:
    """Whoever is named again is no longer absent."""
    _say("returned")


def outside_schools() -> int:
    """Rows of users that name a role of an employee where there is no school. The role is not taken from them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(DISTINCT b.row) FROM bundle_place p JOIN bundle_users b ON b.source_id = p.user_source_id "
            "WHERE p.file = 'users' AND b.employee AND p.school_id IS NULL"
        )
        return int(cursor.fetchone()[0])


def of_who_runs_the_systems(on: date) -> list[tuple[str, int]]:
    """The rows, by file and number, that name a role at a school for whoever runs the systems. None is taken."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT p.file, p.row FROM bundle_place p "
            "JOIN people_employee e ON e.source_id = p.user_source_id "
            "JOIN people_assignment t ON t.employee_id = e.id WHERE t.role = 'it_lead' "
            "AND (t.to_on IS NULL OR t.to_on >= %(on)s) AND p.school_id IS NOT NULL ORDER BY 1, 2",
            {"on": on},
        )
        return [(str(file), int(row)) for file, row in cursor.fetchall()]


def restricted() -> int:
    """Relationships of the bundle that say their contact is restricted."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM bundle_relationship WHERE restricted")
        return int(cursor.fetchone()[0])


def outcome(*, numbered_throughout: bool) -> tuple[int, int]:
    """Rows that brought something new, and rows that changed something."""
    with connection.cursor() as cursor:
        cursor.execute(sentence("outcome"), {"throughout": numbered_throughout})
        new, changed = cursor.fetchone()
    return int(new), int(changed)


def waiting() -> int:
    """Students and employees of whom nobody has said yet what became of them. From a contact a roster takes nothing."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM collection_absence WHERE state = 'waiting' AND contact_id IS NULL")
        return int(cursor.fetchone()[0])


def _upsert(*tables: Upsert) -> None:
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(table.change())
            cursor.execute(table.add())


def _say(name: str, **values: Any) -> int:
    """Carry out one file of statements; returns the rows of the last."""
    with connection.cursor() as cursor:
        cursor.execute(sentence(name), values)
        return int(cursor.rowcount)


def _count(name: str, **values: Any) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sentence(name), values)
        return int(cursor.fetchone()[0])


def _search_names() -> None:
    with connection.cursor() as cursor:
        for table, names in SEARCHED.items():
            cursor.execute(
                f"SELECT t.id, t.search_name, {names} FROM {table} t JOIN bundle_users b ON b.source_id = t.source_id "
                "JOIN bundle_outcome o ON o.file = 'users' AND o.row = b.row AND o.what = 'changed'"
            )
            keys = [(row[0], row[1], search_key(*row[2:])[:LONGEST_SEARCH_NAME]) for row in cursor.fetchall()]
            cursor.execute(
                f"UPDATE {table} t SET search_name = n.key "
                "FROM unnest(%s::uuid[], %s::text[]) AS n (id, key) WHERE n.id = t.id",
                [[id_ for id_, was, key in keys if was != key], [key for _, was, key in keys if was != key]],
            )
