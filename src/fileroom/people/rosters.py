"""Who could be named in a text: everybody of the district, for the engine that takes people out of texts.

It is kept in this process's memory for some minutes, for a class of texts is asked about at a time; never on disk.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.db.models import Q

from fileroom.hosting import current_district, district_transaction
from fileroom.people.models import Contact, Employee, Enrolment, School, Student
from fileroom.people.models.rows import in_force
from fileroom.screening.deidentifying import Kind, Person, Roster

REMEMBERED_S = 300.0
_remembered: dict[str, tuple[float, Roster]] = {}


def roster(*, on: date) -> Roster:
    """Students past and present, their families, employees past and present, and the schools."""
    district, now = current_district(), time.monotonic()
    kept = _remembered.get(district)
    if kept is not None and kept[0] > now:
        return kept[1]
    with district_transaction():
        schools = dict(School.objects.values_list("id", "name"))
        made = Roster([*_students(schools, on), *_families(), *_staff()], schools.values())
    _remembered[district] = now + REMEMBERED_S, made
    return made


def forget() -> None:
    """Read it anew at the next question."""
    _remembered.clear()


def _students(schools: dict[UUID, str], on: date) -> Iterator[Person]:
    here: Q = in_force(on, begins="entered_on", ends="left_on")
    now_at = dict(Enrolment.objects.filter(here).values_list("student_id", "school_id"))
    names = "legal_given", "legal_middle", "preferred_given", "legal_family", "preferred_family"
    own = "id", "ssid", "source_id", "birth_on", "grade"
    for id_, ssid, local_id, born, grade, *said in Student.objects.values_list(*own, *names):
        given, middle, preferred, family, other = said
        yield Person(
            Kind.STUDENT, _each(given, middle), _each(family), ssid or "", born,
            grade if id_ in now_at else "", schools.get(at, "") if (at := now_at.get(id_)) else "",
            local_id or "",
        )  # fmt: skip
        called = preferred or given, other or family
        if called != (given, family):  # an entry apart: nothing shows that both names are one person's
            yield Person(Kind.PERSON, _each(called[0]), _each(called[1]))


def _families() -> Iterator[Person]:
    for given, middle, family in Contact.objects.values_list("given", "middle", "family"):
        yield Person(Kind.FAMILY, _each(given, middle), _each(family))


def _staff() -> Iterator[Person]:
    for given, family, local_id in Employee.objects.values_list("given", "family", "source_id"):
        yield Person(Kind.STAFF, _each(given), _each(family), local_id=local_id or "")


def _each(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, names)))
