"""The addresses of a household that stand in its children's files are written over with the one on its card.

Each is opened by the statement that notes it, under seal: what it said goes nowhere but into a keyed hash. A parent who
lives elsewhere keeps their own address.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from fileroom.collection.cards.guard import HOME, OWN
from fileroom.law.catalogue import CATALOGUE
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.bound import may_be_one_person
from fileroom.people.facts import StudentFacts
from fileroom.people.models import AddressCard, Contact
from fileroom.people.names import person_name
from fileroom.people.signed_in import SignedIn
from fileroom.records import addresses
from fileroom.records import contents as shelf
from fileroom.records import queries as shelves
from fileroom.records.addresses import FIELDS, Mark
from fileroom.records.models import Record, Version


@dataclass(frozen=True)
class Covered:
    """Whose addresses are written over, with which; `lives`: where they live, as far as anybody has said."""

    card: AddressCard
    adults: frozenset[UUID]
    given_out: Mapping[str, str]
    lives: Mapping[str, str]
    by: SignedIn
    at: datetime

    def fields(self) -> dict[str, str]:
        """The address on the card, as it is written."""
        return {it: " ".join(str(self.given_out[it]).split()) for it in FIELDS}


@dataclass(frozen=True)
class _Stood:
    """An address on file, opened."""

    record: Record
    version: Version
    fields: dict[str, Any]
    house: Mark | None


def write_over(student: StudentFacts, role: str, covered: Covered) -> list[Mark | None]:
    """Write over the addresses of one child; the houses that stood there. Part of the open transaction."""
    stood = list(_stood(student.id, role, covered))
    names = [person_name(it) for it in Contact.objects.filter(pk__in=covered.adults)]
    lives = addresses.house(covered.lives["street"]) if covered.lives else None
    ours = [it for it in stood if _is_ours(it, covered, names, lives)]
    filings = [
        shelf.Filing(it.record, it.version.number + 1, shelf.Contents.structured(it.fields | covered.fields()))
        for it in ours
    ]
    if not any(it.record.item == OWN for it in ours):
        filings.append(shelf.Filing(_first(student.id, covered), 1, shelf.Contents.structured(covered.fields())))
    shelf.write(filings, by=covered.by.account.id, at=covered.at)
    given_out = addresses.house(covered.given_out["street"])
    elsewhere = {it.house for it in stood if it not in ours} | {given_out}
    return [it.house for it in ours if it.house not in elsewhere]


def _stood(student: UUID, role: str, covered: Covered) -> Iterator[_Stood]:
    for row in shelves.of_student(student).filter(item__in=[OWN, HOME]):
        found = shelves.shelved(row.id)
        if found is None:
            continue
        record, version = found
        event = ledger.event(
            Act.ADDRESS_WRITTEN_OVER, student=student, record=record.id, part=record.item,
            by=covered.by.acting_as(role), purpose=covered.by.purpose.value, sealed=True, at=covered.at,
        )  # fmt: skip
        contents = shelf.open_logged(record, version, event)
        if contents.form == Version.Form.STRUCTURED:
            yield _Stood(record, version, contents.fields, addresses.house(str(contents.fields.get("street", ""))))


def _is_ours(it: _Stood, covered: Covered, names: list[str], lives: Mark | None) -> bool:
    """The child's own address, an adult's of the household, under another row too, nobody's by name, or the house where
    they live."""
    about = it.record.about
    if it.record.item == OWN or about is None or about in covered.adults or (lives is not None and it.house == lives):
        return True
    name = person_name(Contact.objects.get(pk=about))
    return any(may_be_one_person(name, other) for other in names)


def _first(student: UUID, covered: Covered) -> Record:
    """Where the file held no address of the child's: the one on the card is its first."""
    record = Record(
        id=uuid4(), student_id=student, item=OWN, kept_as=CATALOGUE[OWN].class_.value, origin=covered.by.door,
        filed_at=covered.at, filed_by=covered.by.account.id,
    )  # fmt: skip
    record.save(force_insert=True)
    return record
