"""Import one file by a map that was made on a page: look at it, try it, take it. The map is kept; the file never is.

A roster reaches every school, so whoever imports one keeps the records of the whole district.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from fileroom.collection.imports.importers import importer
from fileroom.collection.imports.report import Report
from fileroom.collection.imports.values import DayOrder
from fileroom.collection.models import SavedMap
from fileroom.collection.rosters.csv_services import import_file
from fileroom.collection.rosters.mapping import Column, columns_of, file_of, map_of
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.signed_in import SignedIn

UNREAD = "sha256:"


@dataclass(frozen=True)
class Said:
    """What a person says of a file: column -> fact, the order of its days, and whether it names every student."""

    takes: Mapping[str, str]
    days: DayOrder
    everybody: bool


def saved_map(columns: Collection[str], *, by: SignedIn, at: datetime) -> Said | None:
    """The map that was saved for a file of these columns, or of all but a few of them; None where there is none.

    Raises Missing.
    """
    importer(by=by, at=at)
    known = {_unread(it) for it in columns}
    with district_transaction():
        saved = [it for it in SavedMap.objects.order_by("-saved_on", "-id") if _columns(it.takes) <= known]
    row = max(saved, key=lambda it: len(it.takes), default=None)
    return Said(_taken(row.takes), DayOrder(row.days), row.everybody) if row else None


def _unread(column: str) -> str:
    """What stands for the name of a column, by which it is known again and not read."""
    return UNREAD + hashlib.sha256(column.encode()).hexdigest()[:16]


def _columns(takes: Mapping[str, str]) -> set[str]:
    """All the columns of a map's file, as they are known again."""
    return {it if it.startswith(UNREAD) else _unread(it) for it in takes}


def _taken(takes: Mapping[str, str]) -> dict[str, str]:
    return {column: fact for column, fact in takes.items() if fact}


def look(name: str, body: bytes, *, by: SignedIn, at: datetime) -> tuple[Column, ...]:
    """The columns of a file and its first ten rows, covered where the law keeps out. Raises Missing, BundleRefused."""
    importer(by=by, at=at)
    return columns_of(file_of(name, body))


def import_one(
    name: str, body: bytes, said: Said, *, dry_run: bool, by: SignedIn, at: datetime, ids_are_no_ssn: bool = False
) -> Report:
    """Take the file by this map, as `fileroom import csv --map` does. Raises Missing and BundleRefused."""
    actor = importer(by=by, at=at)
    file = file_of(name, body)
    # The map is kept, so it names columns of the file and nothing else that was sent.
    columns = columns_of(file)
    there = {it.name for it in columns}
    said = replace(said, takes={column: fact for column, fact in said.takes.items() if column in there})
    how = map_of(file, said.takes, days=said.days, everybody=said.everybody)
    report = import_file(file, how, by=actor, at=at, dry_run=dry_run, ids_are_no_ssn=ids_are_no_ssn)
    if report.whole and not dry_run:
        _save(said, [it.name for it in columns if not it.banned], actor, at)
    return report


@durable_transaction
def _save(said: Said, columns: Collection[str], actor: Actor, at: datetime) -> None:
    """The next file of these columns is suggested the same; once, however often it is said.

    A column that is dropped is kept with no fact: by its columns a file of students is told from one of parents. Its
    name is not kept: where a file has no head, it is what stands in the first row.
    """
    takes = {_unread(it): "" for it in columns if it not in said.takes} | dict(said.takes)
    kept: dict[str, Any] = {"takes": takes, "days": said.days.value, "everybody": said.everybody}
    if SavedMap.objects.filter(**kept).exists():
        return
    ledger.write(ledger.event(Act.MAP_SAVED, by=actor, at=at))
    of_these = [it.pk for it in SavedMap.objects.all() if _columns(it.takes) == _columns(takes)]
    SavedMap.objects.filter(pk__in=of_these).delete()
    SavedMap.objects.create(**kept, saved_on=district_day(at))
