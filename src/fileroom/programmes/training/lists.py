"""Somebody's own courses: which they owe, which of them count and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import Q

from fileroom.duties import queries as duties
from fileroom.hosting import district_transaction
from fileroom.law.days import district_day
from fileroom.people.answers import Missing
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.delegations.designees import Programme, may_act
from fileroom.programmes.training import facts
from fileroom.programmes.training.courses import COURSES, Course
from fileroom.programmes.training.facts import Held
from fileroom.programmes.training.noting import ROOM
from fileroom.programmes.training.owing import owing


class State(StrEnum):
    """How a course stands with somebody."""

    OPEN = "open"
    EXPIRED = "expired"
    ENDING = "ending"
    CURRENT = "current"
    NOT_OWED = "not_owed"


@dataclass(frozen=True)
class Mine:
    """A course and how it stands with whoever asks. `rule`: of the law that asks it of them, or none; `due`: by when,
    once the night has said so; `completion`: the one that counts the longest."""

    course: Course
    state: State
    rule: str
    due: date | None
    late: bool
    until_on: date | None
    passed_on: date | None
    completion: UUID | None


@dataclass(frozen=True)
class Own:
    """Somebody's courses; `designee`: they also see how the district stands."""

    courses: tuple[Mine, ...]
    designee: bool


def own(*, by: SignedIn, at: datetime) -> Own:
    """The courses of whoever asks: those that are open first. Raises Missing (of no employee)."""
    employee, on = by.account.employee_id, district_day(at)
    if employee is None:
        raise Missing
    with district_transaction():
        person = next(iter(facts.staff(on, Q(pk=employee))), None)
        if person is None:
            raise Missing
        rules, held = owing(on).owed(person.offices), facts.completions([employee])
        due = {it.of: it for it in duties.of_employees(ROOM, at=at, employee=employee)}
        designee = may_act(Programme.TRAINING, by=by, at=at)
    made = [
        _mine(course, rules.get(name, ""), held.get((employee, name)), due.get(course.id), on)
        for name, course in COURSES.items()
    ]
    order = list(State)
    return Own(tuple(sorted(made, key=lambda it: (order.index(it.state), it.course.title))), designee)


def _mine(course: Course, rule: str, has: Held | None, owed: duties.Personal | None, on: date) -> Mine:
    return Mine(
        course,
        _state(rule, has, on, owed=owed is not None),
        rule,
        owed.due if owed else None,
        owed is not None and owed.late,
        has.until_on if has else None,
        has.passed_on if has else None,
        has.id if has else None,
    )


def _state(rule: str, has: Held | None, on: date, *, owed: bool) -> State:
    if has is not None and has.current(on):
        return State.ENDING if owed else State.CURRENT
    if not rule:
        return State.NOT_OWED
    return State.OPEN if has is None else State.EXPIRED
