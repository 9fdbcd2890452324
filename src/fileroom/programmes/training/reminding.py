"""An employee whose training ends within 30 days, within a week, or has ended is written to: once each. So is, once
for all of them, whoever owes courses that they never took."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import chain
from uuid import UUID

from fileroom.casework.outgoing import Reminder, queue_reminders
from fileroom.duties import queries as open_duties
from fileroom.duties.queries import Personal
from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.people.models import Account
from fileroom.programmes.models import TrainingCompletion
from fileroom.programmes.training.assigning import ITSELF, PRESSING, REMINDED
from fileroom.programmes.training.courses import COURSES
from fileroom.programmes.training.noting import ROOM

NEW, SOON, HURRY, OVER = "training_new", "training_30", "training_7", "training_over"
AGAIN = (SOON, HURRY, OVER)
SAYS = ("employee_id", "language", "employee__email")
LAPSED_FOR = timedelta(days=30)  # an end of longer ago was told, or was before there was a mail server


@durable_transaction
def remind(*, at: datetime) -> int:
    """Queue what is due of everybody who owes a course; how many were new."""
    owed = open_duties.of_employees(ROOM, at=at)
    ends, on = _ends({it.employee for it in owed}), district_day(at)
    rows = Account.objects.filter(employee__in={it.employee for it in owed})
    speaks = {of: (language or "en", mail) for of, language, mail in rows.values_list(*SAYS)}
    again = (
        Reminder(kind, it.employee, it.of, ends[it.employee, it.of].isoformat(), speaks[it.employee][0])
        for it in owed
        if it.employee in speaks and (it.employee, it.of) in ends
        for kind in _kind(ends[it.employee, it.of], on)
    )
    new = (
        Reminder(NEW, employee, employee, first_on.isoformat(), speaks[employee][0])
        for employee, first_on in _first_days(owed, ends).items()
        if employee in speaks and speaks[employee][1]  # who has no address at work reads it on Today
    )
    return queue_reminders(chain(again, new), by=ITSELF, at=at)


def _first_days(owed: Iterable[Personal], ends: Container[tuple[UUID, UUID]]) -> dict[UUID, date]:
    """By which day each of them is to take the first of the courses that they never took."""
    first: dict[UUID, date] = {}
    for it in owed:
        if it.due and (it.employee, it.of) not in ends:
            first[it.employee] = min(it.due, first.get(it.employee, it.due))
    return first


def _ends(employees: set[UUID]) -> dict[tuple[UUID, UUID], date]:
    """The last day on which each course of each of them counts, or counted. Of an edition that counts no more there is
    none: to whoever took that one the course is new."""
    rows = TrainingCompletion.objects.filter(employee__in=employees, course__in=COURSES).order_by("until_on")
    return {
        (employee, COURSES[name].id): day
        for employee, name, version, day in rows.values_list("employee_id", "course", "version", "until_on")
        if version >= COURSES[name].oldest
    }


def _kind(until_on: date, on: date) -> Iterator[str]:
    """The most pressing that is due: who is first seen three days before the end gets one mail, and not two."""
    left = until_on - on
    if left < timedelta():
        yield from [OVER] if -left <= LAPSED_FOR else []
    elif left <= REMINDED:
        yield HURRY if left <= PRESSING else SOON


def still_so(employee: UUID, course: UUID, until_on: str, at: datetime) -> bool:
    """Do they still owe it, with this last day? Who has taken it meanwhile is not written to."""
    open_ = {it.of for it in open_duties.of_employees(ROOM, at=at, employee=employee)}
    last = _ends({employee}).get((employee, course))
    return course in open_ and last is not None and last.isoformat() == until_on


def still_new(employee: UUID, _about: UUID, first_on: str, at: datetime) -> bool:
    """Is this still the day by which they are to take a course for the first time?"""
    day = _first_days(open_duties.of_employees(ROOM, at=at, employee=employee), _ends({employee})).get(employee)
    return day is not None and day.isoformat() == first_on
