"""Import a OneRoster bundle."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from fileroom.collection.imports import writing
from fileroom.collection.imports.bundles import Source
from fileroom.collection.imports.faults import Problem
from fileroom.collection.imports.kept_out import part_of
from fileroom.collection.imports.progress import Progress, nothing_to_show
from fileroom.collection.imports.report import Report
from fileroom.collection.imports.services import (
    Errand,
    Kept,
    carry_out,
    one_at_a_time,
    write,
)
from fileroom.collection.imports.writing import Whole
from fileroom.collection.oneroster.known import known_to_district
from fileroom.collection.oneroster.layouts import Mode, Release
from fileroom.collection.oneroster.manifest import Manifest
from fileroom.collection.oneroster.people_checks import REACHES_EVERY_SCHOOL
from fileroom.collection.oneroster.reading import Reading, read_bundle
from fileroom.collection.oneroster.references import Known
from fileroom.collection.oneroster.refusals import kept_out
from fileroom.collection.oneroster.staging import stage
from fileroom.ledger.services import Actor

PART = "oneroster"
# The columns in which OneRoster says what `imports.reaching` files.
REACHED = ("phone", "sms", "email")


def import_bundle(
    source: Source,
    *,
    by: Actor,
    at: datetime,
    dry_run: bool = False,
    progress: Progress = nothing_to_show,
    ids_are_no_ssn: bool = False,
) -> Report:
    """Import a folder or zip, at its path or in memory, into the district being served.

    A fault of a file is a report whose `whole` is false, and nothing is written but the law's own refusals. Raises
    FileNotFoundError. A dry run does everything but seal and log, and undoes it: its counts are true.
    `ids_are_no_ssn`: whoever imports it has asked the sender of ids that could be such numbers; the ledger says so.
    """
    errand = Errand(part_of(PART, ids_are_no_ssn=ids_are_no_ssn), by, at, dry_run)

    def take() -> Report:
        said = {"ids_are_no_ssn": ids_are_no_ssn}
        with read_bundle(source, on=errand.on, known=partial(_one_at_a_time, by), progress=progress, **said) as reading:
            return _write(reading, errand)

    return carry_out(take, lambda: kept_out(source), errand)


def _one_at_a_time(by: Actor, manifest: Manifest) -> Known:
    """What the district holds, once no other import is under way there."""
    one_at_a_time(by)
    return known_to_district(manifest)


def _write(reading: Reading, errand: Errand) -> Report:
    stage(reading)
    reading.refuse_the_rest()
    return write(Kept(reading.tally, _whole(reading), _reached(reading), _row_of_users, _roles_by_hand), errand)


def _reached(reading: Reading) -> Iterator[tuple[int, tuple[str, ...]]]:
    return reading.said("users", REACHED) if "users" in reading.taken() else iter(())


def _row_of_users(row: int) -> tuple[str, int]:
    return "users.csv", row


def _whole(reading: Reading) -> Whole:
    """In 1.1 the users' own rows say all their schools; in 1.2 whole roles do, where none was set aside.

    Roles say when one is over, too; not whole ones may lack another at the same school, of a year that is not over.
    """
    users, roles, enrollments = (reading.manifest.mode(file) for file in ("users", "roles", "enrollments"))
    whole = users is Mode.BULK
    all_roles = roles is Mode.BULK and not reading.ground.references.aside.get("roles")
    places = reading.manifest.release is Release.V1_1 or all_roles
    return Whole(
        students=whole,
        employees=whole,
        contacts=whole,
        places=places,
        assignments=places,
        dated=reading.manifest.release is Release.V1_2 and roles is not Mode.ABSENT,
        all_dated=all_roles,
        sections=None if enrollments is Mode.ABSENT else enrollments is Mode.BULK,
    )


def _roles_by_hand() -> list[Problem]:
    by_hand = writing.outside_schools()
    says = f"{by_hand} employees are kept without the role that is named for them. {REACHES_EVERY_SCHOOL}"
    return [Problem("users.csv", 0, "role", "role_by_hand", says)] if by_hand else []
