"""Rows in, frozen facts out: what the law asks about a student and about the person who asks.

Nothing is decided here. An unknown stays None: an order whose school has not signed for its paper orders, an order
past its end that nobody has lifted, a grade history nobody entered.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
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
    restrained_contact_only: bool | None = None
    has_student: bool | None = None
    orders: tuple[str, ...] | None = None


# Read as the module is: a worker that is running never meets the SQL of another version.
SQL = {
    name: files("fileroom.people").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
    for name in ("family", "staff", "student")
}


def _one(name: str, **values: Any) -> dict[str, object] | None:
    with connection.cursor() as cursor:
        cursor.execute(SQL[name], values)
        row = cursor.fetchone()
        return dict(zip((column.name for column in cursor.description), row, strict=True)) if row else None


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
        completed_grade_10=None if row["completed_grade_10"] is None else bool(row["completed_grade_10"]),
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
    return RequesterFacts(
        kind,
        role,
        "verified",
        has_student=serves,
        restrained_from_records=False,
        restrained_contact_only=False,
        orders=(),
    )


def contact_facts(contact_id: UUID, student: StudentFacts, identity: str, on: date) -> RequesterFacts:
    """A contact towards this student; `identity` is what has been checked of the person who now stands there."""
    row = _one("family", contact=contact_id, student=student.id, on=on) or {}
    if row["kind"] is None:
        return RequesterFacts("public", "contact", identity)
    own: tuple[str, ...] = tuple(row["orders"])  # type: ignore[arg-type]
    known = student.orders_known and not row["in_doubt"]
    return RequesterFacts(
        kind=FAMILY_KINDS.get(str(row["kind"]), str(row["kind"])),
        role=str(row["kind"]),
        identity=identity,
        relationship=str(row["standing"]),
        legal_custody=row["legal_custody"],  # type: ignore[arg-type]
        # A right entered for somebody whose tie nobody has verified is not known to be this person's.
        holds_education_rights=row["education_rights"] if row["standing"] == "verified" else None,  # type: ignore[arg-type]
        # What a custody row does not say, the orders may: the law presumes from them.
        rights_terminated=True if row["rights_terminated"] else None,
        restrained_from_records=_bound("records_order_6323_5", own, known),
        restrained_contact_only=_bound("stay_away_no_records_clause", own, known),
        orders=own if known or _closed(own) else None,
    )


def _bound(kind: str, own: tuple[str, ...], known: bool) -> bool | None:
    """True under such an order in force. While any order is in doubt, or paper ones are not entered: not known."""
    if kind in own:
        return True
    return False if known else None


def _closed(own: tuple[str, ...]) -> bool:
    """A records order in force answers by itself, whatever else is not known."""
    return "records_order_6323_5" in own
