"""A record of what was held back, filed as it was to be; what lies in quarantine goes in the same transaction.

The gate is that of every other road: the law is asked for each student, and where a family with a card lives stays out.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection import gate
from fileroom.collection.cards.guard import Guard, told
from fileroom.collection.cards.guard import decided as address_decided
from fileroom.collection.opened import Read
from fileroom.collection.quarantine.deciding import but_for_holds
from fileroom.collection.quarantine.gathering import (
    Asked,
    Group,
    Settled,
    gathered,
    noted,
    refused,
    settled,
)
from fileroom.hosting import durable_transaction
from fileroom.law import Decision
from fileroom.law.catalogue import CATALOGUE, Others
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Event
from fileroom.people.answers import Refused
from fileroom.people.models import AddressCard
from fileroom.people.signed_in import SignedIn
from fileroom.records import contents as shelf
from fileroom.records import places
from fileroom.records.models import Quarantined, Record, Version

OF_NOBODY = "It was brought for no student, so there is no file to keep it in."


@dataclass(frozen=True)
class Paper:
    """What is filed of one of them: its bytes, the texts that are looked at for an address, and by which words it tells
    of a family's status (law.marks)."""

    body: bytes = field(repr=False)
    texts: tuple[str, ...] = field(repr=False)
    tells: frozenset[str]

    @classmethod
    def of(cls, body: bytes, read: Read) -> Paper:
        """As it was read. It goes over every word: no transaction is open meanwhile."""
        return cls(body, tuple(part.text for part in read.parts), read.tells)


@dataclass(frozen=True)
class Outcome:
    """What the act is called in the ledger, what it says of why, and what becomes of what was held.

    `lawful`: lets those go on of which the law lets this become, where it is asked besides whether they may be filed.
    """

    act: Act
    state: Quarantined.State
    why: str = ""
    lawful: Callable[[Group], Group] = lambda group: group


@durable_transaction
def opened_to_file(
    held_id: UUID, asked: Asked, *, by: SignedIn, at: datetime, may: Callable[[Group], None] | None = None
) -> list[tuple[Version, bytes]] | Refused | None:
    """Those that may be filed, opened: an entry for each. `may` raises ValidationError where they may not."""
    group = gathered(held_id, asked, by=by, at=at)
    if not isinstance(group, Group):
        return group
    if may:
        may(group)
    group = but_for_holds(group, by.purpose, on=district_day(at))
    if not group.versions:
        return refused(group, by, at)
    return [(it, _body(group, it, by, at)) for it in group.versions]


def _body(group: Group, version: Version, by: SignedIn, at: datetime) -> bytes:
    held = version.held
    own = group.answers[held.student_id]
    event = ledger.event(
        Act.QUARANTINE_READ_AGAIN, student=held.student_id, record=held.id, part=held.item,
        by=by.acting_as(own.role), purpose=by.purpose.value, decision=own.decision, at=at,
    )  # fmt: skip
    return shelf.open_held(held, version, event).body


@durable_transaction
def file(
    held_id: UUID, papers: Mapping[UUID, Paper], outcome: Outcome, *, by: SignedIn, at: datetime
) -> Settled | Refused | None:
    """File those that still wait, each by the law's own answer to filing such a record, and let what was held go.

    `papers`: by the version that was held.
    """
    group = gathered(held_id, Asked(of=papers), by=by, at=at)
    if not isinstance(group, Group):
        return group
    free = outcome.lawful(but_for_holds(group, by.purpose, on=district_day(at)))
    if not free.versions:
        return refused(free, by, at)
    cards = _another_address(free.versions, papers)
    lawful = free.answered(
        {it: _filing(free, it, cards, by, at) for it in {it.held.student_id for it in free.versions}}
    )
    _ask_whence(cards, free, by, at)
    if not lawful.versions:
        return refused(lawful, by, at)
    filings = _but_twice([_filed(it, papers[it.id], by, at) for it in lawful.versions])
    event = noted(outcome.act, replace(lawful, answers=free.answers), len(lawful.versions), by, at)
    # Sealed by its own rule: what is something else by that which lets it be filed, what is redacted as a look is.
    event = replace(event, outcome=outcome.why or event.outcome)
    ledger.write_many([event, *(_collected(it.record, lawful, by, at) for it in filings)])
    Record.objects.bulk_create([it.record for it in filings])
    shelf.write(filings, by=by.acting_as(lawful.own.role), purpose=by.purpose.value, at=at)
    gone = shelf.shred_held(lawful.versions, event)
    return settled(lawful, [it.held.id for it in gone], outcome.state, event.id, by, at)


def _another_address(versions: Collection[Version], papers: Mapping[UUID, Paper]) -> dict[UUID, AddressCard]:
    """The students of whose papers one names a house that a card keeps out of their file, and the card."""
    of = {it: it.held.student_id for it in versions if it.held.student_id}
    guard = Guard.of(set(of.values()))
    found = {}
    for version, student in of.items():
        texts = {str(place): text for place, text in enumerate(papers[version.id].texts)}
        if card := guard.against(student, "", texts, None):
            found[student] = card
    return found


def _filing(
    group: Group, student_id: UUID | None, cards: Mapping[UUID, AddressCard], by: SignedIn, at: datetime
) -> Decision:
    """May the custodian file such a record of this student, now that nothing is found in it?"""
    own, on = group.answers[student_id], district_day(at)
    if student_id is None or own.student is None or own.requester is None:
        raise ValidationError({"choice": OF_NOBODY})
    if student_id in cards:
        return address_decided(on)
    return gate.decide(group.head.item, [], on=on, requester=own.requester, student=own.student, purpose=by.purpose)


def _ask_whence(cards: Mapping[UUID, AddressCard], group: Group, by: SignedIn, at: datetime) -> None:
    """For each address that was kept out an entry, under seal, and a person who asks where it comes from."""
    for student, card in cards.items():
        event = ledger.event(
            Act.COLLECTION_REFUSED, student=student, part=group.head.item, by=by.acting_as(group.answers[student].role),
            purpose=by.purpose.value, decision=address_decided(district_day(at)), sealed=True, at=at,
        )  # fmt: skip
        told(card, ledger.write(event), at)


def _filed(version: Version, paper: Paper, by: SignedIn, at: datetime) -> shelf.Filing:
    held = version.held
    assert held.student_id, "what is nobody's is filed for nobody"
    record = Record(
        student_id=held.student_id, item=held.item, kept_as=CATALOGUE[held.item].class_.value, about=held.about,
        origin=held.road, dated_on=held.dated_on, filed_at=at, filed_by=by.account.id,
    )  # fmt: skip
    record.others = Others(held.others) if held.others else None
    return shelf.Filing(record, 1, shelf.Contents.document(paper.body, version.media_type), paper.tells)


def _but_twice(filings: Sequence[shelf.Filing]) -> list[shelf.Filing]:
    """Without what the student's file has to the letter: it was brought again, or filed by another road meanwhile."""
    said = {places.fingerprint(it.record, it.contents): it for it in filings}
    there = Version.objects.filter(fingerprint__in=list(said), record__isnull=False, destruction=None)
    known = {bytes(it) for it in there.values_list("fingerprint", flat=True)}
    return [it for mark, it in said.items() if mark not in known]


def _collected(record: Record, group: Group, by: SignedIn, at: datetime) -> Event:
    own = group.answers[record.student_id]
    return ledger.event(
        Act.RECORD_COLLECTED, student=record.student_id, record=record.id, part=record.item,
        by=by.acting_as(own.role), purpose=by.purpose.value, decision=own.decision, at=at,
    )  # fmt: skip
