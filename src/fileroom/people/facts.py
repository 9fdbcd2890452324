"""Rows in, frozen facts out: what the law asks about a student and about the person who asks.

Nothing is decided here. An unknown stays None: an order whose school has not signed for its paper orders, an order
past its end that nobody has lifted, a grade history nobody entered.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any
from uuid import UUID

from django.db import connection

from fileroom.law.days import age_on
from fileroom.people.models import Account

SITE_WIDE = ("registrar", "principal", "administrator")
FAMILY_KINDS = {"guardian": "parent", "other": "public"}
STAFF_KINDS = {"registrar": "employee", "aide": "employee", "principal": "administrator"}
RANK = ("administrator", "counselor", "nurse", "teacher", "employee")


@dataclass(frozen=True)
class StudentFacts:
    """A student on one day."""

    id: UUID
    name: str
    birth_on: date | None
    age: int | None
    grade: str | None
    enrolled: bool
    former: bool
    completed_grade_10: bool | None
    attends_postsecondary: bool
    adjudged_incompetent: bool
    orders_known: bool
    schools: tuple[UUID, ...]


@dataclass(frozen=True)
class RequesterFacts:
    """The holder of an account, towards one student, on one day. None means not known."""

    kind: str
    role: str
    identity: str | None
    relationship: str | None = None
    legal_custody: bool | None = None
    holds_education_rights: bool | None = None
    rights_terminated: bool | None = None
    restrained_from_records: bool | None = None
    has_student: bool | None = None
    orders: tuple[str, ...] | None = None


@cache
def _sql(name: str) -> str:
    return files("fileroom.people").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")


def _one(name: str, **values: Any) -> dict[str, object] | None:
    with connection.cursor() as cursor:
        cursor.execute(_sql(name), values)
        row = cursor.fetchone()
        return dict(zip((column.name for column in cursor.description), row, strict=True)) if row else None


def _completed_grade_10(stated: object, grade: str) -> bool | None:
    """As the grade history says; where nobody entered it, only a grade up to 9 answers the question."""
    if stated is not None:
        return bool(stated)
    return False if not grade.isdigit() or int(grade) <= 9 else None


def student_facts(student_id: UUID, on: date) -> StudentFacts | None:
    """The student on this day, or None where there is no such student."""
    row = _one("student", student=student_id, on=on)
    if row is None:
        return None
    grade = str(row["grade"])
    birth_on = row["birth_on"] if isinstance(row["birth_on"], date) else None
    schools: tuple[UUID, ...] = tuple(row["schools"])  # type: ignore[arg-type]
    return StudentFacts(
        id=student_id,
        name=str(row["name"]),
        birth_on=birth_on,
        age=age_on(birth_on, on) if birth_on else None,
        grade=grade or None,
        enrolled=bool(schools),
        former=bool(row["ever_enrolled"]) and not schools,
        completed_grade_10=_completed_grade_10(row["completed_grade_10"], grade),
        attends_postsecondary=bool(row["attends_postsecondary"]),
        adjudged_incompetent=bool(row["adjudged_incompetent"]),
        orders_known=bool(row["orders_known"]),
        schools=schools,
    )


def requester_facts(account: Account, student: StudentFacts, on: date) -> RequesterFacts:
    """The account's holder towards this student."""
    identity = "verified" if account.identity_verified_on and account.identity_verified_on <= on else "claimed"
    if account.employee_id:
        return _staff(account.employee_id, student.id, on)
    if account.contact_id:
        return contact_facts(account.contact_id, student, identity, on)
    if account.student_id == student.id:
        kind = "former_student" if student.former else "student"
        return RequesterFacts(kind, kind, identity, "verified", orders=() if student.orders_known else None)
    return RequesterFacts("public", "student", identity)


def _staff(employee_id: UUID, student_id: UUID, on: date) -> RequesterFacts:
    row = _one("staff", employee=employee_id, student=student_id, on=on, site_wide=list(SITE_WIDE)) or {}
    roles: list[str] = list(row["roles"])  # type: ignore[call-overload]
    kinds = [STAFF_KINDS.get(role, role) for role in roles]
    kind = "custodian_of_records" if row["custodian"] else next((k for k in RANK if k in kinds), "employee")
    serves = bool(row["employed"]) and bool(row["custodian"] or row["serves_site"] or row["serves"])
    role = "custodian" if row["custodian"] else (roles[0] if roles else "employee")
    return RequesterFacts(kind, role, "verified", has_student=serves, restrained_from_records=False, orders=())


def contact_facts(contact_id: UUID, student: StudentFacts, identity: str, on: date) -> RequesterFacts:
    """A contact towards this student; `identity` is what has been checked of the person who now stands there."""
    row = _one("family", contact=contact_id, student=student.id, on=on) or {}
    if row["kind"] is None:
        return RequesterFacts("public", "contact", identity)
    in_force: list[bool] | None = row["restraints_in_force"]  # type: ignore[assignment]
    restrained = _restrained(in_force, student.orders_known)
    # Where a restraint is not known, a complete list of orders would answer for it: so the list is not known either.
    known = student.orders_known and restrained is not None
    return RequesterFacts(
        kind=FAMILY_KINDS.get(str(row["kind"]), str(row["kind"])),
        role=str(row["kind"]),
        identity=identity,
        relationship=str(row["standing"]),
        legal_custody=row["legal_custody"],  # type: ignore[arg-type]
        holds_education_rights=row["education_rights"],  # type: ignore[arg-type]
        rights_terminated=bool(row["rights_terminated"]),
        restrained_from_records=restrained,
        orders=tuple(row["orders"]) if known else None,  # type: ignore[arg-type]
    )


def _restrained(in_force: list[bool] | None, orders_known: bool) -> bool | None:
    """True under an order in force. An end that passed unlifted, or paper orders not yet entered: not known."""
    if in_force:
        return True if any(in_force) else None
    return False if orders_known else None
