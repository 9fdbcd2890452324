"""A completion is noted: the law is asked whether it counts, an entry is written, the duty is over. One way for all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from fileroom.duties import services as duties
from fileroom.law import Decision
from fileroom.law.days import add_months, district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people import trained
from fileroom.programmes.models import TrainingCompletion
from fileroom.programmes.training.courses import COURSES, Course, Rhythm
from fileroom.programmes.training.facts import alone_with, completions

ROOM = "training"


@dataclass(frozen=True)
class Told:
    """That somebody has completed a course, on which day. `id`: the id its row will have."""

    employee: UUID
    course: Course
    passed_on: date
    id: UUID


def told(employee: UUID, course: Course, passed_on: date) -> Told:
    """The same with an id of its own."""
    return Told(employee, course, passed_on, uuid4())


@dataclass(frozen=True)
class Noting:
    """By whom, when, how it is known, and by course what the law says of it."""

    how: str
    by: Actor
    purpose: str
    at: datetime
    decisions: dict[str, Decision | None]


def note(these: Sequence[Told], noting: Noting, rhythm: Rhythm) -> list[TrainingCompletion]:
    """Note those that are not known yet; the rows that were made. Part of the open transaction.

    What somebody else tells is of the edition of its day, and known whatever its edition: a list that is sent again
    after a new edition makes nobody current. Who takes the course here has read the edition there is.
    """
    employees = {it.employee for it in these}
    alone_with(employees)
    here = noting.how == TrainingCompletion.How.HERE
    theirs = TrainingCompletion.objects.filter(employee_id__in=employees)
    known = {
        (employee, course, day, version if here else None)
        for employee, course, day, version in theirs.values_list("employee_id", "course", "passed_on", "version")
    }
    fresh = {
        (it.employee, it.course.name, it.passed_on, it.course.version if here else None): it for it in reversed(these)
    }
    rows = [_row(it, noting, rhythm) for key, it in fresh.items() if key not in known]
    events = [_event(row, noting) for row in rows]
    for row, event in zip(rows, events, strict=True):
        row.entry = event.id
    ledger.write_many(events)
    TrainingCompletion.objects.bulk_create(rows)
    say_until_when(employees, district_day(noting.at))
    _discharge(rows, noting)
    return rows


def say_until_when(employees: Collection[UUID], on: date) -> None:
    """Write for the gates until when each training of these counts. Part of the open transaction."""
    until: dict[bool, dict[tuple[UUID, str], date]] = {True: {}, False: {}}
    for pair, it in completions(employees).items():
        until[it.counts][pair] = it.until_on
    trained.keep(employees, until[True], until[False], on=on)


def _row(it: Told, noting: Noting, rhythm: Rhythm) -> TrainingCompletion:
    here = noting.how == TrainingCompletion.How.HERE
    version = it.course.version if here else it.course.edition_on(it.passed_on)
    return TrainingCompletion(
        id=it.id, employee_id=it.employee, course=it.course.name, version=version, passed_on=it.passed_on,
        until_on=add_months(it.passed_on, rhythm.months), how=noting.how, noted_at=noting.at,
        noted_by=noting.by.account,
    )  # fmt: skip


def _event(row: TrainingCompletion, noting: Noting) -> ledger.Event:
    """The entry names the completion, its course and edition, its day, and how it is known."""
    return ledger.event(
        Act.TRAINING_COMPLETED, record=row.id, part=f"{row.course}/{row.version}", by=noting.by,
        purpose=noting.purpose, outcome=f"{row.how}:{row.passed_on}", decision=noting.decisions[row.course],
        at=noting.at,
    )  # fmt: skip


def _discharge(rows: Sequence[TrainingCompletion], noting: Noting) -> None:
    """What is owed is done, but where this is over already, or of an edition that counts no more: one statement for
    each course."""
    done: dict[str, dict[UUID, UUID]] = defaultdict(dict)
    for row in rows:
        if row.until_on >= district_day(noting.at) and row.version >= COURSES[row.course].oldest:
            done[row.course][row.employee_id] = row.entry
    for course, entries in done.items():
        duties.discharge_each(ROOM, COURSES[course].id, entries, by=noting.by.account, at=noting.at)
