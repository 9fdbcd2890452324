"""An employee or a student leaves, or an employee is still here after all: places end, and nothing is deleted.

Who says so is asked by the caller: a roster (collection.oneroster) or the office (collection.absences).
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import F, Model, Q
from django.db.models.functions import Greatest

from fileroom.people.models import Assignment, Caseload, Custodian, Employee, Enrolment, SectionStudent, SectionTeacher

PLACES: tuple[type[Model], ...] = (Assignment, Caseload, Custodian, SectionTeacher)


def note_left(employees: Collection[UUID], *, last_on: date) -> None:
    """These employees have left; `last_on` was their last day. What they held ends with it, an office of custodian too.

    A place that was to begin later ends on the day it begins: whoever has left is shown nothing by it.
    """
    Employee.objects.filter(pk__in=employees).update(left_on=last_on)
    for places in PLACES:
        still = places._default_manager.filter(Q(to_on=None) | Q(to_on__gt=last_on), employee_id__in=employees)
        still.update(to_on=Greatest(F("from_on"), last_on))


def note_here(employee: UUID) -> None:
    """The employee is here after all. Their places come with the next roster, or by hand: none is given back unseen."""
    Employee.objects.filter(pk=employee).update(left_on=None)


def note_student_left(spell: Enrolment, *, last_on: date) -> None:
    """The student has left this school: the spell ends on this day, and with it the seats in the school's sections."""
    last_on = max(last_on, spell.entered_on)
    Enrolment.objects.filter(pk=spell.pk, left_on=None).update(left_on=last_on)
    seats = SectionStudent.objects.filter(student=spell.student_id, section__school=spell.school_id)
    seats.filter(Q(to_on=None) | Q(to_on__gt=last_on)).update(to_on=Greatest(F("from_on"), last_on))
