"""Records that an import brings: sealed, shelved and logged in batches, unchanged ones left alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any
from uuid import UUID

from fileroom.collection import gate
from fileroom.collection.cards.guard import Guard, told
from fileroom.collection.cards.guard import decided as address_decided
from fileroom.law import Decision
from fileroom.law.catalogue import CATALOGUE
from fileroom.law.days import district_day
from fileroom.law.facts import Purpose
from fileroom.law.marks import tells
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor, Event
from fileroom.people.answers import Missing
from fileroom.records import contents as shelf
from fileroom.records import places
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
class Batched:
    """What became of a batch. `held_back`: positions of records that the law keeps out, for what they are or hold.

    `filed`: positions of those that are new or say something else than before.
    """

    new: int
    changed: int
    unchanged: int
    held_back: tuple[int, ...]
    filed: tuple[int, ...]


def collect_many(batch: Sequence[Brought], *, by: Actor, at: datetime, dry_run: bool = False) -> Batched:
    """Shelve a batch inside the import's own transaction. The sieve sees every value; what the law keeps out stays out.

    The law is asked once for each kind of record in the batch and of thing found in it, and each entry carries its
    answer. A dry run neither seals nor logs, and counts the same. Raises Missing (the catalogue has no such item, or it
    comes by a procedure of its own).
    """
    asked = [_asked(it) for it in batch]
    decided = {
        kind: gate.decide_brought(kind, on=district_day(at)) for kind in {kind for each in asked for kind in each}
    }
    refused: dict[int, Decision] = {}
    for position, kinds in enumerate(asked):
        no = next((decided[kind] for kind in kinds if not decided[kind].granted), None)
        refused |= {position: no} if no else {}
    guard = Guard.of({it.student for it in batch}, {it.about for it in batch})
    cards = {
        position: card for position, it in enumerate(batch)
        if position not in refused and (card := guard.against(it.student, it.item, it.fields, it.about))
    }  # fmt: skip
    refused |= dict.fromkeys(cards, address_decided(district_day(at))) if cards else {}
    wanted = {position: it for position, it in enumerate(batch) if position not in refused}
    known = _known({it.student for it in wanted.values()}, {it.item for it in wanted.values()})
    placed: dict[int, shelf.Filing] = {}
    for position, it in wanted.items():
        if filing := _filing(it, known.get((it.student, it.item, it.about)), by, at):
            placed[position] = filing
    filings = list(placed.values())
    new = sum(filing.number == 1 for filing in filings)
    batched = Batched(new, len(filings) - new, len(wanted) - len(filings), tuple(refused), tuple(placed))
    if dry_run:
        return batched
    filed = (_filed(filing.record, decided[filing.record.item], by, at) for filing in filings)
    kept_out = {
        position: _refusal(batch[position], decision, by, at, sealed=position in cards)
        for position, decision in refused.items()
    }
    ledger.write_many(chain(filed, kept_out.values()))
    for position, card in cards.items():
        told(card, kept_out[position].id, at)
    Record.objects.bulk_create([filing.record for filing in filings if filing.number == 1], batch_size=2000)
    shelf.write(filings, by=by, purpose=Purpose.ENROLMENT.value, at=at)
    return batched


def _asked(it: Brought) -> tuple[str, ...]:
    """What the law is asked about for one record: each thing the sieve finds in it, then the item."""
    if not gate.is_taken(it.item):
        raise Missing
    return (*dict.fromkeys(gate.KINDS[found.category].value for found in gate.findings(it.fields)), it.item)


def _filed(record: Record, decision: Decision, by: Actor, at: datetime) -> Event:
    purpose = Purpose.ENROLMENT.value
    return ledger.event(
        Act.RECORD_COLLECTED, student=record.student_id, record=record.id, part=record.item, by=by, purpose=purpose,
        decision=decision, at=at,
    )  # fmt: skip


def _refusal(it: Brought, decision: Decision, by: Actor, at: datetime, *, sealed: bool) -> Event:
    """`sealed`: an open line would tell that the file keeps an address out."""
    purpose = Purpose.ENROLMENT.value
    return ledger.event(
        Act.COLLECTION_REFUSED, student=it.student, part=it.item, by=by, purpose=purpose, decision=decision,
        sealed=sealed, at=at,
    )  # fmt: skip


Known = tuple[Record, int, bytes]


def _known(students: set[UUID], items: set[str]) -> dict[tuple[UUID, str, UUID | None], Known]:
    """The newest version of each record an import made before, by student, item and whom it is about."""
    rows = (
        Version.objects.filter(record__student_id__in=students, record__item__in=items, record__origin=ORIGIN)
        .select_related("record")
        .order_by("record_id", "number")
    )
    return {
        (record.student_id, record.item, record.about): (record, row.number, bytes(row.fingerprint))
        for row in rows
        if (record := row.record)
    }


def _filing(it: Brought, known: Known | None, by: Actor, at: datetime) -> shelf.Filing | None:
    """The version to write, or None where the newest one says the same."""
    contents = shelf.Contents.structured(it.fields)
    if known is None:
        record = Record(
            student_id=it.student, item=it.item, kept_as=CATALOGUE[it.item].class_.value,
            about=it.about, origin=ORIGIN, filed_at=at, filed_by=by.account,
        )  # fmt: skip
        return shelf.Filing(record, 1, contents, tells(map(str, it.fields.values())))
    record, number, fingerprint = known
    if places.fingerprint(record, contents) == fingerprint:
        return None
    return shelf.Filing(record, number + 1, contents, tells(map(str, it.fields.values())))
