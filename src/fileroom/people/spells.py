"""Spells at schools: where students are on a day, and since when a student is at none."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import F

from fileroom.people.models import Enrolment
from fileroom.people.models.rows import in_force


def schools_of(students: Iterable[UUID], *, on: date) -> list[UUID]:
    """The schools at which any of these students is enrolled on this day."""
    here = in_force(on, begins="entered_on", ends="left_on")
    return sorted(set(Enrolment.objects.filter(here, student_id__in=students).values_list("school_id", flat=True)))


def gone_since(student_id: UUID, *, on: date) -> date | None:
    """The student's last day in any school of the district; None: there is one at which they still are, or nobody has
    confirmed a last day (Enrolment.Known): no letter rests on an absence."""
    spells = Enrolment.objects.filter(student_id=student_id, entered_on__lte=on)
    last = spells.order_by(F("left_on").desc(nulls_first=True)).values_list("left_on", "left_by").first()
    if last is None or last[0] is None or last[1] in (None, Enrolment.Known.ABSENCE):
        return None
    return last[0]


def last_days(students: Iterable[UUID], *, on: date) -> dict[UUID, date]:
    """Of those who are at no school of the district, by id: their last day at any, whoever has said that they left.

    For a last day that a statute sets: it does not wait until somebody confirms the leaving.
    """
    last: dict[UUID, date | None] = {}
    spells = Enrolment.objects.filter(student_id__in=list(students), entered_on__lte=on)
    for student, left_on in spells.values_list("student_id", "left_on"):
        before = last.get(student, date.min)
        last[student] = None if before is None or left_on is None else max(before, left_on)
    return {student: day for student, day in last.items() if day is not None and day < on}
