"""Records that an import brings: sealed, shelved and logged in batches, unchanged ones left alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from fileroom.collection import gate
from fileroom.law.catalogue import CATALOGUE
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.answers import Missing
from fileroom.records import contents as shelf
from fileroom.records.models import Record, Version

ORIGIN = "import"


@dataclass(frozen=True)
class Brought:
    """One record as an import brings it. `about`: whom it is about where that is a contact of the student."""

    student: UUID
    item: str
    fields: dict[str, Any]
    about: UUID | None = None


@dataclass(frozen=True)
class Tally:
    """What became of a batch. `held_back` are the positions of records in which the sieve found something."""

    new: int
    changed: int
    unchanged: int
    held_back: tuple[int, ...]


def collect_many(batch: Sequence[Brought], *, by: Actor, at: datetime) -> Tally:
    """Shelve a batch inside the import's own transaction. The sieve sees every value; what it finds stays out."""
    held = tuple(i for i, it in enumerate(batch) if gate.findings(it.fields))
    wanted = [it for i, it in enumerate(batch) if i not in set(held)]
    known = _known({it.student for it in wanted}, {it.item for it in wanted})
    filings: list[shelf.Filing] = []
    unchanged = 0
    for it in wanted:
        filing = _filing(it, known.get((it.student, it.item, it.about)), by, at)
        unchanged += filing is None
        filings += [filing] if filing else []
    _shelve(filings, by, at)
    new = sum(filing.number == 1 for filing in filings)
    return Tally(new, len(filings) - new, unchanged, held)


Known = tuple[Record, int, bytes]


def _known(students: set[UUID], items: set[str]) -> dict[tuple[UUID, str, UUID | None], Known]:
    """The newest version of each record an import made before, by student, item and whom it is about."""
    rows = (
        Version.objects.filter(record__student_id__in=students, record__item__in=items, record__origin=ORIGIN)
        .select_related("record")
        .order_by("record_id", "number")
    )
    return {
        (row.record.student_id, row.record.item, row.record.about): (row.record, row.number, bytes(row.fingerprint))
        for row in rows
    }


def _filing(it: Brought, known: Known | None, by: Actor, at: datetime) -> shelf.Filing | None:
    """The version to write, or None where the newest one says the same."""
    if it.item not in CATALOGUE:
        raise Missing
    contents = shelf.Contents.structured(it.fields)
    if known is None:
        record = Record(
            student_id=it.student, item=it.item, kept_as=CATALOGUE[it.item].class_.value,
            about=it.about, origin=ORIGIN, filed_at=at, filed_by=by.account,
        )  # fmt: skip
        return shelf.Filing(record, 1, contents)
    record, number, fingerprint = known
    if shelf.fingerprint(record, contents) == fingerprint:
        return None
    return shelf.Filing(record, number + 1, contents)


def _shelve(filings: Sequence[shelf.Filing], by: Actor, at: datetime) -> None:
    Record.objects.bulk_create([f.record for f in filings if f.number == 1], batch_size=2000)
    shelf.write(filings, by=by.account, at=at)
    ledger.write_many(
        ledger.event(
            Act.RECORD_COLLECTED,
            student=filing.record.student_id,
            record=filing.record.id,
            part=filing.record.item,
            by=by,
            purpose="enrolment",
            outcome="may",
            at=at,
        )
        for filing in filings
    )
