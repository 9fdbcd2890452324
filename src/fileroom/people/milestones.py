"""Milestones of a student: entered by the office that keeps the file, with the paper it saw, and ended by it.

The law that says who settles, by the papers seen, who is related to a student says who settles this too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import queries
from fileroom.people.answers import Missing, Refused
from fileroom.people.facts import Touch
from fileroom.people.models import Milestone
from fileroom.people.models.milestones import PAPERS
from fileroom.people.services import EARLIEST, Done, may_settle
from fileroom.people.signed_in import SignedIn

__all__ = [
    "COLLEGE",
    "FINDING",
    "PAPERS",
    "RECORD",
    "Changed",
    "Noted",
    "end_milestone",
    "enter_milestone",
    "graduated",
    "of_student",
]

RECORD = "graduation_date"  # of the catalogue: its filing is the paper
COLLEGE, FINDING = Milestone.Kind.ATTENDS_POSTSECONDARY, Milestone.Kind.RIGHTS_PASSED


@dataclass(frozen=True)
class Noted:
    """A milestone as the page of people shows it; the names are of the employees who entered and ended it."""

    id: UUID
    kind: str
    paper: str
    from_on: date
    over_on: date | None
    entered_by: str
    ended_by: str


@dataclass(frozen=True)
class Changed(Done):
    """The milestone is entered or ended. `ended`: every one that is over by this act, counsel's finding too."""

    ended: tuple[UUID, ...] = ()


def of_student(student_id: UUID) -> list[Noted]:
    """Every one of a student, those that are over too, the oldest first. Joins an open transaction."""
    rows = list(Milestone.objects.filter(student_id=student_id).order_by("from_on", "kind"))
    names = queries.account_names([account for it in rows for account in (it.entered_by, it.ended_by)])
    return [
        Noted(it.id, it.kind, it.paper, it.from_on, it.over_on, names.get(it.entered_by, ""), _name(it.ended_by, names))
        for it in rows
    ]


def _name(account: UUID | None, names: Mapping[UUID, str]) -> str:
    return names.get(account, "") if account else ""


def enter_milestone(student_id: UUID, *, paper: str, from_on: date, by: SignedIn, at: datetime) -> Changed | Refused:
    """Note what a paper shows of a student, from a day on. The same once more is the same milestone.

    A finding that has outlived its college ends where another college begins.

    Raises Missing (no such student, or none this account may know of) and ValidationError (no such paper, a day that
    cannot be, one of its kind that holds already, or counsel's finding of somebody who attends no college).
    """
    if paper not in PAPERS:
        raise ValidationError({"paper": "Choose which paper was shown."})
    if not EARLIEST <= from_on <= district_day(at):
        raise ValidationError({"from_on": f"{from_on} cannot be right. Give the day from which it is so."})
    return _known(_enter(student_id, paper, from_on, by, at))


def end_milestone(
    student_id: UUID, milestone_id: UUID, *, over_on: date, by: SignedIn, at: datetime
) -> Changed | Refused:
    """From this day on it holds no longer; on its first day, it never held. The same once more is the same end.

    Counsel's finding ends with the college it was made for.

    Raises Missing (this student has no such milestone, or none this account may know of) and ValidationError (a day
    that cannot be, or it is over already, from another day).
    """
    return _known(_end(student_id, milestone_id, over_on, by, at))


def graduated(student_id: UUID, *, on: date, by: UUID, entry: UUID) -> None:
    """The date of graduation was filed, by this entry: where none is entered, the milestone is too. Joins an open
    transaction."""
    first = {"paper": RECORD, "from_on": on, "entered_by": by, "entry": entry}
    Milestone.objects.get_or_create(first, student_id=student_id, kind=Milestone.Kind.GRADUATED, over_on=None)


def _known(done: Changed | Refused | None) -> Changed | Refused:
    """Whoever does not serve the student is told nothing; the entry of their try is committed."""
    if done is None:
        raise Missing
    return done


@durable_transaction
def _enter(student_id: UUID, paper: str, from_on: date, by: SignedIn, at: datetime) -> Changed | Refused | None:
    kind = PAPERS[paper]
    noted = _decided(student_id, kind, by, at)
    if not isinstance(noted, dict):
        return noted
    held = {row.kind: row for row in Milestone.objects.filter(student_id=student_id, over_on=None)}
    if (row := held.get(kind)) is not None:
        if (row.paper, row.from_on, row.entered_by) != (paper, from_on, by.account.id):
            raise ValidationError({"paper": "This is entered already. Where it was wrong, end it first."})
        return Changed(row.id, row.entry)
    if kind == FINDING and (COLLEGE not in held or held[COLLEGE].from_on > from_on):
        raise ValidationError({"paper": "Counsel finds this of a minor at a college. Enter the college first."})
    outlived = held.get(FINDING) if kind == COLLEGE else None
    if outlived:  # counsel found it of an earlier college, and not of this one
        _write_end(outlived, max(from_on, outlived.from_on), by, noted)
    entry = ledger.write(ledger.event(Act.MILESTONE_ENTERED, **noted))
    row = Milestone.objects.create(
        student_id=student_id, kind=kind, paper=paper, from_on=from_on, entered_by=by.account.id, entry=entry
    )
    return Changed(row.id, entry, (outlived.id,) if outlived else ())


@durable_transaction
def _end(student_id: UUID, milestone_id: UUID, over_on: date, by: SignedIn, at: datetime) -> Changed | Refused | None:
    noted = _decided(student_id, "", by, at)
    if not isinstance(noted, dict):
        return noted
    # Only now: whoever else ends it has ended it, or waits.
    row = Milestone.objects.filter(pk=milestone_id, student_id=student_id).first()
    if row is None:
        return None
    if row.ended_entry:
        if (row.over_on, row.ended_by) != (over_on, by.account.id):
            raise ValidationError({"over_on": "It is over already, from another day."})
        return _ended(row)
    if not row.from_on <= over_on <= district_day(at):
        raise ValidationError({"over_on": f"{over_on} cannot be right. Give the first day on which it was not so."})
    _write_end(row, over_on, by, noted)
    if row.kind == COLLEGE:  # counsel found it of this college, and of no later one
        finding = Milestone.objects.filter(student_id=student_id, kind=FINDING, over_on=None).first()
        if finding:
            _write_end(finding, max(over_on, finding.from_on), by, noted)
    return _ended(row)


def _write_end(row: Milestone, over_on: date, by: SignedIn, noted: dict[str, Any]) -> None:
    row.ended_entry = ledger.write(ledger.event(Act.MILESTONE_ENDED, **noted | {"part": row.kind}))
    row.over_on, row.ended_by = over_on, by.account.id
    row.save(update_fields=["over_on", "ended_by", "ended_entry"])


def _ended(row: Milestone) -> Changed:
    """The answer to whoever ended this one, the first time and again."""
    assert row.over_on and row.ended_entry, "it is over"
    findings = Milestone.objects.filter(student_id=row.student_id, kind=FINDING, ended_by=row.ended_by)
    with_it = [it.id for it in findings if it.over_on == max(row.over_on, it.from_on)] if row.kind == COLLEGE else []
    return Changed(row.id, row.ended_entry, (row.id, *with_it))


def _decided(student_id: UUID, kind: str, by: SignedIn, at: datetime) -> dict[str, Any] | Refused | None:
    """What the entry of the act says, where the law lets this account do it. None: they do not serve the student."""
    decision, who = may_settle(student_id, by, at, Touch.CHANGES)
    noted: dict[str, Any] = {
        "student": student_id, "part": kind, "by": by.acting_as(who.role), "purpose": by.purpose.value,
        "decision": decision, "at": at,
    }  # fmt: skip
    if decision.granted:
        return noted
    # A line in the open log would tell who of the family tried, or whom an order binds.
    sealed = by.account.employee_id is None or decision.silent
    entry = ledger.write(ledger.event(Act.MILESTONE_REFUSED, sealed=sealed, **noted))
    return Refused(decision, entry) if who.offices else None
