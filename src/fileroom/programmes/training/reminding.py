"""An employee whose training ends within 30 days, within a week, or has ended is written to: once each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from fileroom.casework.outgoing import Reminder, queue_reminders
from fileroom.duties import queries as open_duties
from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.people.models import Account
from fileroom.programmes.models import TrainingCompletion
from fileroom.programmes.training.assigning import ITSELF, PRESSING, REMINDED
from fileroom.programmes.training.courses import COURSES
from fileroom.programmes.training.noting import ROOM

SOON, HURRY, OVER = "training_30", "training_7", "training_over"
KINDS = (SOON, HURRY, OVER)
LAPSED_FOR = timedelta(days=30)  # an end of longer ago was told, or was before there was a mail server


@durable_transaction
def remind(*, at: datetime) -> int:
    """Queue what is due of everybody who owes a course that they have had before; how many were new."""
    owed = [(it.employee, it.of) for it in open_duties.of_employees(ROOM, at=at)]
    employees = {employee for employee, _ in owed}
    ends, on = _ends(employees), district_day(at)
    speaks = dict(Account.objects.filter(employee__in=employees).values_list("employee_id", "language"))
    wanted = (
        Reminder(kind, employee, course, ends[employee, course].isoformat(), speaks[employee] or "en")
        for employee, course in owed
        if employee in speaks and (employee, course) in ends
        for kind in _kind(ends[employee, course], on)
    )
    return queue_reminders(wanted, by=ITSELF, at=at)


def _ends(employees: set[UUID]) -> dict[tuple[UUID, UUID], date]:
    """The last day on which each course of each of them counts, or counted."""
    ids = {name: course.id for name, course in COURSES.items()}
    rows = TrainingCompletion.objects.filter(employee__in=employees, course__in=ids).order_by("until_on")
    return {(employee, ids[name]): day for employee, name, day in rows.values_list("employee_id", "course", "until_on")}


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
