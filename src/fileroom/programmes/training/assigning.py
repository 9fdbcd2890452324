"""Who owes a course is told so, night by night: when they are hired or get an office, and when a training has expired.

So is whose training ends within REMINDED days: the duty is due on its last day, and lies open on Today until the course
is taken again. Whose office has gone, or who has left, owes it no more. Of each course there is one entry a night in
which anything changed; the duties name it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from fileroom.duties import queries as open_duties
from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.hosting import durable_transaction
from fileroom.law import default_calendar
from fileroom.law.days import PACIFIC, district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.calendars import calendar
from fileroom.programmes.training import facts
from fileroom.programmes.training.courses import COURSES, Rhythm
from fileroom.programmes.training.facts import Held, Person
from fileroom.programmes.training.noting import ROOM, say_until_when
from fileroom.programmes.training.owing import owing

ONE = timedelta(days=1)
REMINDED, PRESSING = timedelta(days=30), timedelta(days=7)  # before a training ends: told, and told to hurry
ITSELF = Actor(account=None, role="system", door="cli")


@dataclass(frozen=True)
class Assigned:
    """How many duties a night has entered, and how many it has let go."""

    owed: int
    let_go: int


@durable_transaction
def assign(*, rhythm: Rhythm, at: datetime) -> Assigned:
    """Bring the register of duties to what is owed today. A night that was missed is made up for by the next."""
    on = district_day(at)
    people, law = facts.staff(on), owing(on)
    facts.alone_with(it.id for it in people)
    held = facts.completions(it.id for it in people)
    say_until_when([it.id for it in people], on)
    already = {(it.employee, it.of) for it in open_duties.of_employees(ROOM, at=at)}
    due: dict[str, list[Owed]] = defaultdict(list)
    wanted: set[tuple[UUID, UUID]] = set()
    for person in people:
        for name, rule in law.owed(person.offices).items():
            course, has = COURSES[name], held.get((person.id, name))
            if has is not None and has.current(on + REMINDED + ONE):
                continue
            wanted.add((person.id, course.id))
            if (person.id, course.id) not in already:
                due[name].append(_owed(person, name, rule, has, rhythm, on))
    return Assigned(_enter(due, at), _let_go(already - wanted, at))


def _since(person: Person, course: str, has: Held | None) -> date | None:
    """The day after a training's last; else the first day in an office of which the course is asked, where known."""
    if has is not None:
        return has.until_on + ONE
    days = [since for office, since in person.offices.items() if office in COURSES[course].offices]
    return min((day for day in days if day), default=None)


def _owed(person: Person, course: str, rule: str, has: Held | None, rhythm: Rhythm, on: date) -> Owed:
    """It is due so many days after it began. Of what began longer ago nobody had told them: it begins today. What still
    counts is taken again by its last day."""
    grace, since = timedelta(days=rhythm.days), _since(person, course, has)
    begins = since if since is not None and on - grace < since <= on else on
    due = has.until_on if has is not None and has.current(on) else begins + grace
    began_at = datetime.combine(begins, datetime.min.time(), PACIFIC)
    return Owed(rule, ROOM, COURSES[course].id, began_at, employee=person.id, part=course, due_on=due)


def _enter(due: dict[str, list[Owed]], at: datetime) -> int:
    days = calendar() or default_calendar()
    for course, owed in due.items():
        entry = _noted(Act.TRAINING_ASSIGNED, COURSES[course].id, course, len(owed), at)
        duties.owe(owed, calendar=days, caused_by=entry)
    return sum(map(len, due.values()))


def _let_go(these: Iterable[tuple[UUID, UUID]], at: datetime) -> int:
    by_course: dict[UUID, list[UUID]] = defaultdict(list)
    for employee, course in these:
        by_course[course].append(employee)
    for course, employees in by_course.items():
        entry = _noted(Act.TRAINING_LET_GO, course, "", len(employees), at)
        for employee in employees:
            duties.let_go(ROOM, course, Over(None, entry, at), employee=employee)
    return sum(map(len, by_course.values()))


def _noted(act: Act, course: UUID, part: str, number: int, at: datetime) -> UUID:
    return ledger.write(ledger.event(act, record=course, part=part, by=ITSELF, outcome=str(number), at=at))
