"""Former students, at the office that keeps their file: the one of the last school.

A school's office works with its students of today; of somebody who left, it takes what the family brings, and looks
nothing up. Found is whom the family names in full with the day of birth, and nobody else.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, Subquery

from fileroom.law.offices import OFFICES
from fileroom.people.models import Account, Contact, Enrolment, Relationship, Student
from fileroom.people.names import called, search_key
from fileroom.people.owed import offices_held


def keeps_file_of(account: Account, student_id: UUID, *, on: date) -> str | None:
    """The office in which this employee keeps the file of somebody who left their school; None: they do not."""
    last = _last_school(student_id, on)
    if account.employee_id is None or last is None:
        return None
    return next(iter(_keeping(account.employee_id, {last}, on)), None)


def files_kept_by(employee_id: UUID, *, on: date) -> Q:
    """The former students of whom keeps_file_of holds, as a filter."""
    held = offices_held(employee_id, on=on)
    schools = {school for role, school in held if school and _keeps_records(role)}
    begun = Enrolment.objects.filter(student=OuterRef("pk"), entered_on__lte=on)
    last = begun.order_by(F("left_on").desc(), "-entered_on").values("school")[:1]
    gone = Enrolment.objects.filter(school__in=schools, left_on__lt=on).values("student")
    there = Student.objects.filter(~Exists(begun.filter(_still_there(on))), pk__in=gone).annotate(last=Subquery(last))
    return Q(pk__in=there.filter(last__in=schools).values("pk"))


def found_leaver(
    account: Account, *, given: str, family: str, born_on: date, on: date
) -> UUID | None:  # fmt: skip
    """The former student of this name and day of birth whose file this employee's office keeps; None: none, or two."""
    if account.employee_id is None:
        return None
    named = [
        it.id
        for it in Student.objects.filter(birth_on=born_on, search_name__contains=search_key(family))
        if called(it, given, family) and keeps_file_of(account, it.id, on=on)
    ]
    return named[0] if len(named) == 1 else None


def named_so(*, given: str, family: str, born_on: date | None) -> list[UUID]:
    """Every student, of today or former, of this full name; with a day of birth, those alone who have it."""
    found = Student.objects.filter(search_name__contains=search_key(family))
    found = found.filter(birth_on=born_on) if born_on else found
    return [it.id for it in found if called(it, given, family)]


def contact_named(student_id: UUID, name: str) -> UUID | None:
    """The one contact of the student of this full name; None: none, or two."""
    related = Relationship.objects.filter(student_id=student_id).values("contact")
    found = [
        it.id
        for it in Contact.objects.filter(pk__in=related)
        if search_key(name) in (search_key(it.given, it.family), search_key(it.given, it.middle, it.family))
    ]
    return found[0] if len(found) == 1 else None


def _last_school(student_id: UUID, on: date) -> UUID | None:
    """The school the student left last; None of whoever is enrolled today, or never was."""
    spells = Enrolment.objects.filter(student_id=student_id, entered_on__lte=on)
    if spells.filter(_still_there(on)).exists():
        return None
    return spells.order_by(F("left_on").desc(), "-entered_on").values_list("school_id", flat=True).first()


def _still_there(on: date) -> Q:
    return Q(left_on=None) | Q(left_on__gte=on)


def _keeping(employee_id: UUID, schools: Collection[UUID], on: date) -> list[str]:
    held = offices_held(employee_id, on=on)
    return [role for role, school in held if school in schools and _keeps_records(role)]


def _keeps_records(role: str) -> bool:
    return role in OFFICES.offices and OFFICES.offices[role].keeps_records
