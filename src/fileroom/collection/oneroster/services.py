"""Import a OneRoster bundle: read, check, write, and note it, in one transaction. All of it, or nothing."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from pathlib import Path

from django.db import connection

from fileroom.collection import gate
from fileroom.collection.oneroster import writing
from fileroom.collection.oneroster.faults import BundleRefused, Problem
from fileroom.collection.oneroster.known import known_to_district
from fileroom.collection.oneroster.manifest import Manifest
from fileroom.collection.oneroster.people_checks import REACHES_EVERY_SCHOOL
from fileroom.collection.oneroster.reaching import file_reached
from fileroom.collection.oneroster.reading import Reading, nothing_to_show, read_bundle
from fileroom.collection.oneroster.references import Known
from fileroom.collection.oneroster.refusals import kept_out
from fileroom.collection.oneroster.report import Report, Tally, Written
from fileroom.collection.oneroster.staging import clear, stage
from fileroom.collection.oneroster.survey import Progress
from fileroom.hosting import durable
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.screening import Category

PURPOSE = "enrolment"
PART = "oneroster"


class _DryRun(Exception):
    """Carries the report out of a transaction that must not commit."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.report = report


def import_bundle(
    path: Path, *, by: Actor, at: datetime, dry_run: bool = False, progress: Progress = nothing_to_show
) -> Report:
    """Import a folder or zip into the district being served.

    A fault of a file is a report whose `whole` is false, and nothing is written but the law's own refusals. Raises
    FileNotFoundError. A dry run does everything but seal and log, and undoes it: its counts are true but for how
    families are reached.
    """
    try:
        with durable(), read_bundle(path, on=district_day(at), known=_one_at_a_time, progress=progress) as reading:
            report = _write(reading, by=by, at=at, dry_run=dry_run)
            if dry_run:
                raise _DryRun(report)
    except _DryRun as undone:
        return undone.report
    except BundleRefused as refused:
        if not dry_run:
            with durable():
                _note_refusals(kept_out(path), by=by, at=at)
        tally = Tally(read=refused.read, refused=refused.read, problems=refused.problems)
        return Report(tally, Written(), dry_run=dry_run, whole=False)
    return report


def _one_at_a_time(manifest: Manifest) -> Known:
    """What the district holds, once no other import is under way there: two would each miss what the other writes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || ' import', 0))")
    return known_to_district(manifest)


def _write(reading: Reading, *, by: Actor, at: datetime, dry_run: bool) -> Report:
    stage(reading)
    reading.refuse_the_rest()
    with writing.set_based():
        effects = writing.write_rows(reading, on=district_day(at))
        writing.returned()
    if by_hand := writing.outside_schools():
        says = f"{by_hand} employees are kept without the role that is named for them. {REACHES_EVERY_SCHOOL}"
        reading.tally.remarks.append(Problem("users.csv", 0, "role", "role_by_hand", says))
    filed = 0 if dry_run else _note(reading, by=by, at=at)
    new, changed = writing.outcome()
    written = Written(
        new=new,
        changed=changed,
        unchanged=reading.tally.kept - new - changed,
        left=effects.left,
        staff_left=effects.staff_left,
        waiting=writing.waiting(),
        ended=effects.ended,
        filed=filed,
    )
    clear()
    return Report(reading.tally, written, dry_run=dry_run)


def _note(reading: Reading, *, by: Actor, at: datetime) -> int:
    """File the records the bundle brought, and tell the ledger: of the bundle, and of every row the law refused."""
    tally = reading.tally
    filed, held = file_reached(reading, by=by, at=at)
    tally.remarks += [
        Problem("users.csv", row, "", "held_back", "How to reach this person was held back: the sieve found something.")
        for row in held
    ]
    _note_refusals(tally.refused_by_law, by=by, at=at)
    ledger.write(ledger.event(Act.BUNDLE_IMPORTED, part=PART, by=by, purpose=PURPOSE, at=at))
    return filed


def _note_refusals(found: Counter[Category], *, by: Actor, at: datetime) -> None:
    """An entry for each row, with the law's answer: it is asked once for each kind of thing that was found."""
    on = district_day(at)
    decided = {category: gate.decide_brought(gate.KINDS[category], on=on) for category in found}
    ledger.write_many(
        ledger.event(Act.COLLECTION_REFUSED, part=PART, by=by, purpose=PURPOSE, decision=decided[category], at=at)
        for category in found.elements()
    )
