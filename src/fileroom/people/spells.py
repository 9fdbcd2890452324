"""Spells at schools: where students are on a day, and since when a student is at none."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import F, Q

from fileroom.people.models import Enrolment
from fileroom.people.models.rows import in_force


def schools_of(students: Iterable[UUID], *, on: date) -> list[UUID]:
    """The schools at which any of these students is enrolled on this day."""
    here = in_force(on, begins="entered_on", ends="left_on")
    return sorted(set(Enrolment.objects.filter(here, student_id__in=students).values_list("school_id", flat=True)))


def keepers_of(students: Iterable[UUID], *, on: date) -> dict[UUID, set[UUID]]:
    """By student the schools that keep their file: where they are enrolled on this day, or, of who is at none, the one
    they left last (people.leavers). Who never was at any has none."""
    here: dict[UUID, set[UUID]] = {}
    left: dict[UUID, tuple[date, date, UUID]] = {}
    spells = Enrolment.objects.filter(student_id__in=list(students), entered_on__lte=on)
    for student, school, entered, gone in spells.values_list("student_id", "school_id", "entered_on", "left_on"):
        if gone is None or gone >= on:
            here.setdefault(student, set()).add(school)
        else:
            left[student] = max(left.get(student, (date.min, date.min, school)), (gone, entered, school))
    return {student: {school} for student, (_, _, school) in left.items()} | here


def gone_since(student_id: UUID, *, on: date) -> date | None:
    """The student's last day in any school of the district; None: there is one at which they still are, or of which
    nobody has confirmed that they left (Enrolment.Known): no letter rests on an absence, whatever was left later. Nor
    is who has a place that begins later gone: a summer between two schools is no leaving."""
    fields = ("school", "left_on", "left_by")
    enrolments = Enrolment.objects.filter(student_id=student_id)
    if enrolments.filter(_begins_after(on)).exists():
        return None
    spells = list(enrolments.filter(entered_on__lte=on).values_list(*fields))
    left = [(school, last, by not in (None, Enrolment.Known.ABSENCE)) for school, last, by in spells if last]
    confirmed = {
        school: max(last for at, last, sure in left if sure and at == school) for school, _, sure in left if sure
    }
    doubted = any(not sure and confirmed.get(school, date.min) < last for school, last, sure in left)
    if not left or len(left) < len(spells) or doubted:
        return None
    days: list[date] = [last for _, last, _ in left]
    return max(days)


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


def days_gone(student_id: UUID, *, on: date) -> int | None:
    """For how many days this student has been at no school of the district. None: they are at one, or never were."""
    left = last_days([student_id], on=on).get(student_id)
    return (on - left).days if left else None


def gone(students: Iterable[UUID], *, on: date) -> dict[UUID, date]:
    """The same of those who have left the district: whoever has a place that begins later only goes from one school of
    it to another, and nobody outside is told that they are gone."""
    last = last_days(students, on=on)
    places = Enrolment.objects.filter(_begins_after(on), student_id__in=last)
    later = set(places.values_list("student_id", flat=True))
    return {student: day for student, day in last.items() if student not in later}


def _begins_after(on: date) -> Q:
    """A place that begins later, and was not given back before it began; student.sql (enters_later) says the same."""
    return Q(entered_on__gt=on) & (Q(left_on=None) | Q(left_on__gt=F("entered_on")))
