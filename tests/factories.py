"""Makers of rows for tests: small, typed, and nothing that a district could not enter itself.

Models are imported inside: Django is set up by the fixture `installation`, after test modules are collected.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from fileroom.law.facts import Purpose
from tests.conftest import AT

if TYPE_CHECKING:
    from django.db.models import Model

    from fileroom.people import models
    from fileroom.people.signed_in import SignedIn

TODAY = AT.date()
YEAR = timedelta(days=366)


def keep(*rows: Model) -> None:
    """Store new rows in the district being served, in one transaction."""
    from fileroom.hosting import district_transaction

    with district_transaction():
        for row in rows:
            row.save(force_insert=True)


def change(row: Model, **values: object) -> None:
    """Alter a stored row."""
    from fileroom.hosting import district_transaction

    for name, value in values.items():
        setattr(row, name, value)
    with district_transaction():
        row.save(update_fields=list(values))


def drop(row: Model) -> None:
    """Take a stored row away."""
    from fileroom.hosting import district_transaction

    with district_transaction():
        row.delete()


def school(name: str = "Alder Creek Elementary", *, orders_entered_on: date | None = TODAY - YEAR) -> models.School:
    """A school; by default its custodian has signed that all paper orders are entered."""
    from fileroom.people import models

    row = models.School(name=name, orders_entered_on=orders_entered_on)
    keep(row)
    return row


def student(
    given: str = "Ana",
    family: str = "Torres",
    *,
    birth_on: date | None = None,
    grade: str = "4",
    id: UUID | None = None,
) -> models.Student:
    """A student, nine years old where no birth date is given; enrolled nowhere yet."""
    from fileroom.people import models
    from fileroom.people.names import search_key

    row = models.Student(
        id=id or uuid4(), legal_given=given, legal_family=family, search_name=search_key(given, family),
        birth_on=birth_on or TODAY - 9 * YEAR, grade=grade,
    )  # fmt: skip
    keep(row)
    return row


def enrolment(who: models.Student, at: models.School, *, since: date = TODAY - YEAR) -> models.Enrolment:
    """An open spell at a school."""
    from fileroom.people import models

    row = models.Enrolment(student=who, school=at, entered_on=since)
    keep(row)
    return row


def contact(given: str = "Rosa", family: str = "Torres") -> models.Contact:
    """A person around a student, related to nobody yet."""
    from fileroom.people import models
    from fileroom.people.names import search_key

    row = models.Contact(given=given, family=family, search_name=search_key(given, family))
    keep(row)
    return row


def relationship(
    who: models.Student, to: models.Contact, *, kind: str = "parent", verified: bool = True
) -> models.Relationship:
    """A contact's relation to a student, verified or only claimed."""
    from fileroom.people import models

    row = models.Relationship(student=who, contact=to, kind=kind)
    if verified:
        row.standing, row.verified_how = "verified", "birth_record"
        row.verified_on, row.verified_by = TODAY - YEAR, uuid4()
    keep(row)
    return row


def custody(of: models.Relationship, *, legal: bool | None = True, since: date | None = None) -> models.Custody:
    """What the law gives a contact over a student, with no end."""
    from fileroom.people import models

    row = models.Custody(relationship=of, legal_custody=legal, from_on=since)
    keep(row)
    return row


def order(
    child: models.Student,
    against: models.Contact,
    *,
    kind: str = "records_order_6323_5",
    since: date = TODAY - YEAR,
    until: date | None = None,
) -> models.CourtOrder:
    """A court's order on file against a contact, naming one child."""
    from fileroom.people import models

    row = models.CourtOrder(
        kind=kind, restrained=against, from_on=since, to_on=until, received_at=AT, received_by=uuid4()
    )
    keep(row, models.CourtOrderChild(order=row, student=child))
    return row


def milestone(
    who: models.Student, kind: str, *, since: date = TODAY - YEAR, paper: str = "counsels_finding"
) -> models.Milestone:
    """A dated fact of a student's life, with no end."""
    from fileroom.people import models

    row = models.Milestone(student=who, kind=kind, paper=paper, from_on=since, entered_by=uuid4(), entry=uuid4())
    keep(row)
    return row


def over(row: models.Milestone, day: date) -> None:
    """From this day it holds no longer."""
    change(row, over_on=day, ended_by=uuid4(), ended_entry=uuid4())


def employee(given: str = "Maribel", family: str = "Ocampo", *, certificated: bool = True) -> models.Employee:
    """A person employed by the district, with no role yet."""
    from fileroom.people import models

    row = models.Employee(given=given, family=family, certificated=certificated)
    keep(row)
    return row


def assignment(who: models.Employee, role: str, at: models.School | None) -> models.Assignment:
    """A role at a school; in the district office where there is none."""
    from fileroom.people import models

    row = models.Assignment(employee=who, role=role, school=at)
    keep(row)
    return row


def section(at: models.School, title: str = "Grade 4, room 12") -> models.Section:
    """A class as it is taught, without teacher or students."""
    from fileroom.people import models

    row = models.Section(school=at, title=title)
    keep(row)
    return row


def custodian(who: models.Employee, of: models.School | None, *, since: date | None = None) -> models.Custodian:
    """The office of custodian of records: of a school, or of the district; of several, each since a day of its own."""
    from fileroom.hosting import district_transaction
    from fileroom.people import models

    with district_transaction():
        held = timedelta(models.Custodian.objects.count())
    row = models.Custodian(employee=who, school=of, designated_by=uuid4(), from_on=since or TODAY - YEAR - held)
    keep(row)
    return row


def account(
    name: str,
    *,
    employee: models.Employee | None = None,
    contact: models.Contact | None = None,
    student: models.Student | None = None,
    identified: bool = True,
    password: str = "",
) -> models.Account:
    """A way to sign in. `password` is the stored hash; without one nobody signs in by password."""
    from fileroom.hosting import district_transaction
    from fileroom.people import models

    row = models.Account(
        sign_in_name=name, employee=employee, contact=contact, student=student,
        identity_verified_on=TODAY - YEAR if identified else None, password=password or "!",
    )  # fmt: skip
    with district_transaction():
        row.save(force_insert=True)
    return row


WORK = Purpose.EDUCATIONAL_INTEREST


def signed_in(
    row: models.Account, *, door: str = "web", client: str = "192.0.2.7", stated: Purpose | None = WORK
) -> SignedIn:
    """The holder of an account at a door that states, as the office's pages do, what an employee opens a file for."""
    from fileroom.people.signed_in import SignedIn

    return SignedIn(row, door, client, stated if row.employee_id else None)


@dataclass(frozen=True)
class Staffed:
    """An employee at work: the row, the role, the account."""

    row: models.Employee
    role: models.Assignment
    by: SignedIn


def staffed(name: str, role: str, at: models.School | None) -> Staffed:
    """An employee with one role and an account of that name."""
    row = employee(name.capitalize(), "Abara")
    return Staffed(row, assignment(row, role, at), signed_in(account(name, employee=row)))


@dataclass(frozen=True)
class Related:
    """A contact of a student: the row, the relation, the account."""

    row: models.Contact
    relation: models.Relationship | None
    by: SignedIn


def related(name: str, to: models.Student | None, *, verified: bool = True, identified: bool = True) -> Related:
    """A contact with an account of that name, a parent of the student where one is given."""
    row = contact(name.capitalize(), "Torres")
    relation = relationship(to, row, verified=verified) if to else None
    return Related(row, relation, signed_in(account(name, contact=row, identified=identified)))


@dataclass(frozen=True)
class Town:
    """Two students of one school. Ana has a teacher and a mother; Ben sits in no class of this teacher."""

    school: models.School
    ana: models.Student
    ben: models.Student
    spell: models.Enrolment
    registrar: Staffed
    principal: Staffed
    teacher: Staffed
    seat: models.SectionStudent
    teaches: models.SectionTeacher
    mother: Related


def town() -> Town:
    """The usual small world: the principal is the school's custodian of records."""
    from fileroom.hosting import district_transaction
    from fileroom.people import models

    with district_transaction():
        here = school()
        ana, ben = student("Ana", "Torres"), student("Ben", "Ruiz")
        spell = enrolment(ana, here)
        enrolment(ben, here)
        registrar, principal = staffed("registrar", "registrar", here), staffed("principal", "principal", here)
        custodian(principal.row, here)
        teacher, room = staffed("teacher", "teacher", here), section(here)
        teaches = models.SectionTeacher(section=room, employee=teacher.row)
        seat = models.SectionStudent(section=room, student=ana)
        keep(teaches, seat)
        mother = related("mother", ana)
        assert mother.relation is not None
        custody(mother.relation)
    return Town(here, ana, ben, spell, registrar, principal, teacher, seat, teaches, mother)
