"""Carry out an import: read, check, write, and note it, in one transaction. All of it, or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from django.db import connection

from fileroom.collection import gate
from fileroom.collection.imports import another, done, writing
from fileroom.collection.imports.faults import BundleRefused, Problem, UnderWay, first_few
from fileroom.collection.imports.gone import Gone
from fileroom.collection.imports.reaching import file_reached
from fileroom.collection.imports.report import Report, Tally, Written
from fileroom.collection.imports.waiting_tables import clear
from fileroom.collection.imports.writing import Whole
from fileroom.collection.models import Absence
from fileroom.hosting import durable
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.screening import Category

PURPOSE = "enrolment"
RUNS_THE_SYSTEMS = (
    "The employee is kept without this role: whoever runs the systems opens no student’s file by any"
    " (docs/decisions/0082). End their role as IT lead first, or have the sender take this one out."
)
ON_A_PAGE = "web"  # the door of the actor
LOCK = "hashtextextended(current_schema() || ' import', 0)"
TAKEN_BACK = "taken_back"  # as the entry of a spell says that it ends with the word of the file that opened it


@dataclass(frozen=True)
class Errand:
    """One import: what the ledger calls it, who carries it out, when, and whether it is only tried."""

    part: str
    by: Actor
    at: datetime
    dry_run: bool

    @property
    def on(self) -> date:
        """The district's day."""
        return district_day(self.at)


@dataclass(frozen=True)
class Kept:
    """The kept rows of a bundle, staged; and what is said of them besides.

    `reached`: a row of `bundle_users` and how its person is reached, for `reaching`. `noticed`: asked once they are
    written, for what shows only then. `place_of`: file and line of such a row. `numbered_throughout`: rows are numbered
    through all files, so that one row of a file may stand in several tables; else anew in each.
    """

    tally: Tally
    whole: Whole
    reached: Iterator[tuple[int, tuple[str, ...]]]
    place_of: Callable[[int], tuple[str, int]]
    noticed: Callable[[], Iterable[Problem]] = tuple
    numbered_throughout: bool = False


class _DryRun(Exception):
    """Carries the report out of a transaction that must not commit."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.report = report


def carry_out(take: Callable[[], Report], kept_out: Callable[[], Counter[Category]], errand: Errand) -> Report:
    """Take a bundle in one transaction; a dry run does everything but seal and log, and undoes it.

    A fault of a file is a report whose `whole` is false, and nothing is written but the law's own refusals, which
    `kept_out` counts.
    """
    try:
        with durable():
            report = take()
            if errand.dry_run:
                raise _DryRun(report)
    except _DryRun as undone:
        return undone.report
    except BundleRefused as refused:
        if not errand.dry_run:
            with durable():
                note_refusals(kept_out(), errand)
        tally = Tally(read=refused.read, refused=refused.read, problems=refused.problems)
        return Report(tally, Written(), dry_run=errand.dry_run, whole=False)
    return report


def one_at_a_time(by: Actor) -> None:
    """Be the only import of the district until the transaction ends: two would each miss what the other writes.

    The command waits until no other is under way; whoever stands before a page is told. Raises UnderWay.
    """
    with connection.cursor() as cursor:
        if by.door != ON_A_PAGE:
            cursor.execute(f"SELECT pg_advisory_xact_lock({LOCK})")
            return
        cursor.execute(f"SELECT pg_try_advisory_xact_lock({LOCK})")
        if cursor.fetchone() != (True,):
            raise UnderWay


def write(kept: Kept, errand: Errand) -> Report:
    """Write what is staged, seal what families are reached by, and tell the ledger."""
    tally = kept.tally
    with writing.set_based():
        another.set_apart(tally, kept.place_of, numbered_throughout=kept.numbered_throughout)
        effects = writing.write_rows(kept.whole, on=errand.on)
        writing.returned()
    tally.remarks += [*kept.noticed(), *_of_who_runs_the_systems(kept, errand)]
    filed = file_reached(kept.reached, by=errand.by, at=errand.at, dry_run=errand.dry_run)
    for row, fault in filed.held_back:
        tally.name(Problem(*kept.place_of(row), fault.column, fault.code, fault.says))
    if not errand.dry_run:
        _note(tally, effects.gone, errand)
    new, changed = writing.outcome(numbered_throughout=kept.numbered_throughout)
    written = Written(
        new=new,
        changed=changed,
        unchanged=tally.kept - new - changed,
        left=effects.gone.left(),
        staff_left=effects.gone.employees,
        waiting=writing.waiting(),
        ended=effects.ended,
        filed=filed.records,
    )
    clear()
    report = Report(tally, written, dry_run=errand.dry_run)
    if not errand.dry_run:
        done.note(report, part=errand.part, purpose=PURPOSE, by=errand.by, at=errand.at)
    return report


def _of_who_runs_the_systems(kept: Kept, errand: Errand) -> list[Problem]:
    places = [
        kept.place_of(row) if kept.numbered_throughout else (f"{file}.csv", row)
        for file, row in writing.of_who_runs_the_systems(errand.on)
    ]
    return first_few([Problem(*place, "role", "role_by_hand", RUNS_THE_SYSTEMS) for place in places])


def _note(tally: Tally, gone: Gone, errand: Errand) -> None:
    """Tell the ledger: whom it took from which school or gave back, and of every row the law refused.

    Of an employee the entry names the absence: it is no student's.
    """
    note_refusals(tally.refused_by_law, errand)
    taken = [*((student, sign.value) for student, sign in gone.students), *((it, TAKEN_BACK) for it in gone.back)]
    said = partial(ledger.event, by=errand.by, purpose=PURPOSE, at=errand.at)
    ledger.write_many(
        [
            *(said(Act.ABSENCE_NOTED, student=student, part=part) for student, part in taken),
            *(said(Act.ABSENCE_NOTED, record=it, part=Absence.Sign.OFF.value) for it in gone.ended),
            *(said(Act.ABSENCE_RETURNED, student=student) for student in gone.returned),
            *(said(Act.ABSENCE_RETURNED, record=it) for it in gone.restored),
        ]
    )


def note_refusals(found: Counter[Category], errand: Errand) -> None:
    """An entry for each row, with the law's answer: it is asked once for each kind of thing that was found."""
    decided = {category: gate.decide_brought(gate.KINDS[category], on=errand.on) for category in found}
    ledger.write_many(
        ledger.event(
            Act.COLLECTION_REFUSED,
            part=errand.part,
            by=errand.by,
            purpose=PURPOSE,
            decision=decided[category],
            at=errand.at,
        )
        for category in found.elements()
    )
