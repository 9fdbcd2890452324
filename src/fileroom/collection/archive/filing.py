"""Screened documents onto the shelves, in lots: logged, sealed, and left alone where the same is there already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fileroom.collection import gate
from fileroom.collection.batches import ORIGIN
from fileroom.collection.cards.guard import Guard, told
from fileroom.collection.cards.guard import decided as address_decided
from fileroom.law import Decision
from fileroom.law.catalogue import CATALOGUE
from fileroom.law.facts import Purpose
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor, Event
from fileroom.people.models import AddressCard
from fileroom.records import contents as shelf
from fileroom.records import places
from fileroom.records.models import Record, Version

PLAIN = ("text/", "application/json")


@dataclass(frozen=True, slots=True)
class Ready:
    """A document that may be filed: whose, as what, the day it bears where one is known, its contents, and whether
    their words tell of a family's status.

    `once`: the item as which it was filed when it was younger, where its age has since made another of it.
    """

    student: UUID
    item: str
    dated_on: date | None
    contents: shelf.Contents
    tells: frozenset[str]
    once: str = ""


def file_documents(
    batch: Sequence[Ready], *, by: Actor, at: datetime, on: date, seen: set[bytes], dry_run: bool = False
) -> tuple[set[int], set[int]]:
    """File a lot inside the import's own transaction. Returns the positions of what is new, and of what is refused.

    A dry run files and logs nothing, and counts the same. `seen`: what earlier lots brought, and now this one.

    A document that an import brought before, to the letter, is not filed anew, not even once it has been destroyed.
    """
    decided = {item: gate.decide_brought(item, on=on) for item in {it.item for it in batch}}
    no = {place: decided[it.item] for place, it in enumerate(batch) if not decided[it.item].granted}
    cards = _another_address(batch)
    no |= dict.fromkeys(cards, address_decided(on)) if cards else {}
    refused = set(no)
    known = set(
        Version.objects.filter(
            record__student_id__in={it.student for it in batch},
            record__item__in={*decided, *(it.once for it in batch)},
            record__origin=ORIGIN,
            form=Version.Form.DOCUMENT,
        ).values_list("fingerprint", flat=True)
    )
    seen |= {bytes(it) for it in known}
    filings: dict[int, shelf.Filing] = {}
    for place, it in enumerate(batch):
        record = Record(
            student_id=it.student, item=it.item, kept_as=CATALOGUE[it.item].class_.value, origin=ORIGIN,
            dated_on=it.dated_on, filed_at=at, filed_by=by.account,
        )  # fmt: skip
        said = places.fingerprint(record, it.contents)
        younger = places.fingerprint(Record(student_id=it.student, item=it.once), it.contents) if it.once else said
        if place in refused or said in seen or younger in seen:
            continue
        seen.add(said)
        filings[place] = shelf.Filing(record, 1, it.contents, it.tells)
    if dry_run:
        return set(filings), refused
    new = list(filings.values())
    noted = [_event(Act.RECORD_COLLECTED, it.record, decided[it.record.item], by, at) for it in new]
    kept_out = {
        it: _refusal(batch[it].student, batch[it].item, no[it], by=by, at=at, sealed=it in cards)
        for it in sorted(refused)
    }
    ledger.write_many([*noted, *kept_out.values()])
    for place, card in cards.items():
        told(card, kept_out[place].id, at)
    Record.objects.bulk_create([it.record for it in new])
    shelf.write(new, by=by, purpose=Purpose.ENROLMENT.value, at=at)
    return set(filings), refused


def _event(act: Act, record: Record, decision: Decision, by: Actor, at: datetime) -> Event:
    return ledger.event(
        act, student=record.student_id, record=record.id, part=record.item, by=by, purpose=Purpose.ENROLMENT.value,
        decision=decision, at=at,
    )  # fmt: skip


def _another_address(batch: Sequence[Ready]) -> dict[int, AddressCard]:
    """The plain texts among these that name the house of a family with a card, and the card; of a scan nobody knows."""
    guard = Guard.of({it.student for it in batch})
    found = {}
    for place, it in enumerate(batch):
        if guard.minds(it.student) and it.contents.media_type.startswith(PLAIN):
            text = it.contents.body.decode(errors="replace")
            if card := guard.against(it.student, "", {"text": text}, None):
                found[place] = card
    return found


def _refusal(student: UUID, item: str, decision: Decision, *, by: Actor, at: datetime, sealed: bool) -> Event:
    """The entry of a document that the law keeps out, for what it is or what was found in it. `sealed`: an open line
    would tell that the file keeps an address out."""
    return ledger.event(
        Act.COLLECTION_REFUSED, student=student, part=item, by=by, purpose=Purpose.ENROLMENT.value, decision=decision,
        sealed=sealed, at=at,
    )  # fmt: skip
