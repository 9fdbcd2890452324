"""Rows in, facts out: who is employed, in which offices, at which schools, and which trainings of theirs count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from fileroom.law.offices import OFFICES
from fileroom.people.facts import CUSTODIAN
from fileroom.people.models import Account, Assignment, Custodian, Employee
from fileroom.people.models.rows import held
from fileroom.programmes.models import TrainingCompletion
from fileroom.programmes.training.courses import COURSES

Site = UUID | None  # a school; None: the district's own office


@dataclass(frozen=True)
class Person:
    """An employee on one day. `offices`: each with the day from which it is held, where that is known; `sites`: where;
    `has_account`: they can sign in here, and so take a course here."""

    id: UUID
    name: str
    offices: Mapping[str, date | None]
    sites: frozenset[Site]
    has_account: bool


@dataclass(frozen=True)
class Held:
    """A completion of a course. `counts`: its edition does."""

    id: UUID
    until_on: date
    passed_on: date
    counts: bool

    def current(self, on: date) -> bool:
        """Does it count on this day?"""
        return self.counts and self.until_on >= on


def alone_with(employees: Iterable[UUID]) -> None:
    """Until the transaction ends nobody else notes a training of these employees, or says that they owe one."""
    rows = Employee.objects.select_for_update(no_key=True).filter(pk__in=list(employees)).order_by("id")
    list(rows.values_list("id", flat=True))


def staff(on: date, these: Q | None = None) -> list[Person]:
    """Everybody who is employed on this day, or those of them, by name; with an account or without."""
    employed = Q(left_on=None) | Q(left_on__gte=on)
    rows = list(Employee.objects.filter(employed, these or Q()).order_by("family", "given", "id"))
    ids = [row.id for row in rows]
    offices: dict[UUID, dict[str, date | None]] = defaultdict(dict)
    sites: dict[UUID, set[Site]] = defaultdict(set)
    for employee, school, role, since in _places(ids, on):
        known = offices[employee].get(role, since)
        offices[employee][role] = min(known, since) if known and since else None
        sites[employee].add(school)
    accounts = Account.objects.filter(is_active=True, employee_id__in=ids)
    signing = set(accounts.values_list("employee_id", flat=True))
    return [
        Person(it.id, f"{it.given} {it.family}", offices[it.id], frozenset(sites[it.id]), it.id in signing)
        for it in rows
    ]


def _places(employees: Iterable[UUID], on: date) -> Iterable[tuple[UUID, Site, str, date | None]]:
    """Who, at which site, in which office, since when."""
    there = Q(held(on), employee_id__in=list(employees))
    roles = Assignment.objects.filter(there, role__in=OFFICES.offices)
    yield from roles.values_list("employee_id", "school_id", "role", "from_on")
    for employee, school, since in Custodian.objects.filter(there).values_list("employee_id", "school_id", "from_on"):
        yield employee, school, CUSTODIAN, since


def completions(employees: Iterable[UUID]) -> dict[tuple[UUID, str], Held]:
    """The one of each person and course that counts the longest; where none counts, the one that did."""
    rows = TrainingCompletion.objects.filter(employee_id__in=list(employees)).order_by("until_on", "passed_on")
    held = sorted(((row, _held(row)) for row in rows), key=lambda it: it[1].counts)
    return {(row.employee_id, row.course): it for row, it in held}


def _held(row: TrainingCompletion) -> Held:
    course = COURSES.get(row.course)
    return Held(row.id, row.until_on, row.passed_on, counts=course is not None and row.version >= course.oldest)
