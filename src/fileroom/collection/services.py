"""The verbs of the gate in. Everything kept about a student came through here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from fileroom.collection import gate, opened
from fileroom.collection.cards.guard import SAYS as ANOTHER_ADDRESS
from fileroom.collection.cards.guard import Guard, told
from fileroom.collection.cards.guard import decided as address_decided
from fileroom.collection.checks import LONGEST_LOOKED_INTO, checked_document, checked_fields, looked_into
from fileroom.collection.items import CONSENT, OF_AN_ORIGINATOR, OF_ONE_PERSON, form_of
from fileroom.hosting import durable_transaction
from fileroom.law import Decision
from fileroom.law.catalogue import CATALOGUE, MAY_TELL_OF_OTHERS, Others
from fileroom.law.days import district_day
from fileroom.law.facts import RecordKind
from fileroom.law.marks import tells
from fileroom.ledger import queries as entries
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import milestones, queries
from fileroom.people.answers import FormUsed, Missing, Refused
from fileroom.people.facts import RequesterFacts, StudentFacts, Touch, requester_facts, student_facts
from fileroom.people.signed_in import SignedIn
from fileroom.records import contents as shelf
from fileroom.records import places
from fileroom.records.models import Record, Version
from fileroom.screening import Finding
from fileroom.screening.screened import Screened

NOT_READ = "not_read"
RESTRICTION = RecordKind.DIRECTORY_RESTRICTION.value  # what a family refuses, on paper


@dataclass(frozen=True)
class Document:
    """A file as it was handed in. The name is looked at and not kept: names of files are full of names of children."""

    name: str
    body: bytes

    @cached_property
    def read(self) -> opened.Read | None:
        """It, opened and read; None where it is not opened. The first to ask waits."""
        return opened.read(self.name, self.body)

    @property
    def seen(self) -> Screened | None:
        """What the sieve sees in it; None where it is not opened."""
        return self.read.screened if self.read else None


@dataclass(frozen=True)
class Collected:
    """A record is on the shelf, and the ledger knows."""

    record: UUID
    version: UUID
    kept_as: str
    entry: UUID
    decision: Decision


@dataclass(frozen=True)
class RefusedByGate(Refused):
    """Refused because of what was found in it; `findings` say where and why, never what."""

    findings: tuple[Finding, ...] = ()


def student_and_requester(
    student_id: UUID, by: SignedIn, at: datetime, touch: Touch = Touch.LOOKS
) -> tuple[StudentFacts, RequesterFacts]:
    """The student and what the account's holder is towards them, on the day. Raises Missing."""
    on = district_day(at)
    student = student_facts(student_id, on, touch)
    if student is None:
        raise Missing
    return student, requester_facts(by.account, student, on)


def sieved(given: Mapping[str, Any] | Document) -> list[Finding]:
    """What the sieve finds in what is handed in, readable or not; what cannot be kept anyway it does not open."""
    if not isinstance(given, Document):
        return gate.findings(looked_into(given))
    return opened.findings(given.name, given.seen)


def unread(given: Mapping[str, Any] | Document) -> str:
    """Why nobody knows whole what a document holds, and what to do; empty where that is known."""
    return opened.unread(given.seen) if isinstance(given, Document) else ""


def held_back(given: Mapping[str, Any]) -> frozenset[str]:
    """Fields that a page shown again leaves empty: the sieve finds something in them, or does not look into them."""
    return frozenset(
        name for name, value in given.items() if len(str(value)) > LONGEST_LOOKED_INTO or gate.findings({name: value})
    )


def readable(item: str, given: Mapping[str, Any] | Document) -> shelf.Contents:
    """The contents to shelve. ValidationError names the field and the reason, and repeats no value."""
    if isinstance(given, Document):
        if form_of(item):
            raise ValidationError({"file": "This item has a form: fill it in. The paper itself is not kept."})
        return shelf.Contents.document(given.body, checked_document(given.name, given.body).media_type)
    return shelf.Contents.structured(checked_fields(item, given))


@dataclass(frozen=True)
class Unread:
    """What was not kept, and the ledger knows: a document of which nobody knows whole what it holds; or (`field`) an
    address where the file has one."""

    says: str
    field: str = "file"


def collect(
    student_id: UUID,
    item: str,
    given: Mapping[str, Any] | Document,
    *,
    by: SignedIn,
    at: datetime,
    about: UUID | None = None,
    others: Others | None = None,
    once: UUID | None = None,
) -> Collected | RefusedByGate:
    """File one record of one student, or say which law keeps it out. A document is read before anything is asked.

    `about`: the contact whose telephone or address it is; None for the student's own, and for all other records.
    `others`: whether it tells of other students; None where nobody has said, and of items that tell of nobody else.
    `once`: the id the record will have. The second call with it, even at the same moment, answers as the first did and
    files nothing. Raises Missing (no such student, or the filer is not staff), FormUsed (the id is that of another
    record, or of one that says something else) and ValidationError (no such item; a field or file that cannot be read;
    a graduation that is still to come; a contact that is not this student's; an item that tells of nobody else).
    """
    found = sieved(given)
    # Before the transaction too, which holds the student: it goes over every word.
    said: dict[str, Any] = {"about": about, "others": others, "once": once, "told": words_tell(given)}
    answer = _collect(student_id, item, given, found, by=by, at=at, **said)
    if isinstance(answer, Unread):
        raise ValidationError({answer.field: answer.says})  # only now: its entry is committed
    return answer


@durable_transaction
def _collect(
    student_id: UUID,
    item: str,
    given: Mapping[str, Any] | Document,
    found: list[Finding],
    *,
    by: SignedIn,
    at: datetime,
    about: UUID | None,
    others: Others | None,
    once: UUID | None,
    told: frozenset[str],
) -> Collected | RefusedByGate | Unread:
    """All of it that is one transaction: the facts, the law's answer, the entry, the shelf."""
    if not gate.is_taken(item):
        raise ValidationError({"item": _not_taken(item)})
    graduates = item == milestones.RECORD
    # A graduation changes what later answers rest on; so does a family's refusal on paper, which no list overtakes.
    touch = Touch.CHANGES if graduates or item == RESTRICTION else Touch.LOOKS
    student, requester = student_and_requester(student_id, by, at, touch)
    if requester.has_student is None:
        raise Missing  # a family hands its paper to the office; filing it is an act of the office
    on, purpose = district_day(at), by.purpose
    asked: dict[str, Any] = {"requester": requester, "student": student, "purpose": purpose, "on": on}
    decision = gate.decide(item, found, **asked)
    filer = gate.acting(RecordKind(item), requester=requester, purpose=purpose, on=on)
    noted: dict[str, Any] = {"part": item, "by": by.acting_as(filer.role), "purpose": purpose.value, "at": at}
    noted |= {"student": student_id, "decision": decision}
    if not decision.granted:
        return _refused(decision, found, noted)
    contents = readable(item, given)
    if item in OF_AN_ORIGINATOR and not (added := gate.adds(item, contents.fields, **asked)).granted:
        return _refused(added, found, noted)
    if kept_out := _another_address(student_id, item, given, contents, about, noted):
        return kept_out
    if says := unread(given):
        noted |= {"decision": None, "sealed": decision.sealed}  # the law has kept nothing out
        ledger.write(ledger.event(Act.COLLECTION_REFUSED, outcome=NOT_READ, **noted))
        return Unread(says)
    graduated_on = _read_graduated_on(contents, on) if graduates else None
    _check_about(about, item, student_id)
    _check_others(others, item)
    said = {"student_id": student_id, "item": item, "about": about, "filed_by": by.account.id, "others": others}
    kept_as = CATALOGUE[item].class_.value
    # Its row first: the primary key makes a second post of the same form wait here, and then find it.
    record, new = Record.objects.get_or_create(
        said | {"kept_as": kept_as, "origin": by.door, "filed_at": at}, id=once or uuid4()
    )
    if not new:
        return _filed_already(record, said, contents, decision)
    entry = ledger.write(ledger.event(Act.RECORD_COLLECTED, record=record.id, **noted))
    filing = shelf.Filing(record, 1, contents, told)
    (version,) = shelf.write([filing], by=noted["by"], purpose=purpose.value, at=at)
    if graduated_on:
        milestones.graduated(student_id, on=graduated_on, by=by.account.id, entry=entry)
    return Collected(record.id, version.id, kept_as, entry, decision)


def _refused(decision: Decision, found: list[Finding], noted: Mapping[str, Any]) -> RefusedByGate:
    """Kept out, with its entry: an open line would tell whom of the office an order binds."""
    event = ledger.event(Act.COLLECTION_REFUSED, **{**noted, "decision": decision, "sealed": decision.silent})
    return RefusedByGate(decision, ledger.write(event), tuple(found))


def _another_address(
    student: UUID, item: str, given: Mapping[str, Any] | Document, contents: shelf.Contents, about: UUID | None,
    noted: Mapping[str, Any],
) -> Unread | None:  # fmt: skip
    """The answer to whoever brings an address of a family that has one on its card; a person is told."""
    guard = Guard.of([student], [about])
    document = isinstance(given, Document)
    fields = {str(at): text for at, text in enumerate(_texts(given))} if document else contents.fields
    card = guard.against(student, "" if document else item, fields, about)
    if card is None:
        return None
    said = {**noted, "decision": address_decided(district_day(noted["at"])), "sealed": True}
    told(card, ledger.write(ledger.event(Act.COLLECTION_REFUSED, **said)), noted["at"])
    return Unread(ANOTHER_ADDRESS, "file" if document else "street")


def words_tell(given: Mapping[str, Any] | Document) -> frozenset[str]:
    """By which of its own words it tells of a family's status. What is not read is not asked."""
    if isinstance(given, Document):
        return given.read.tells if given.read is not None else frozenset()
    return tells(_texts(given))


def _texts(given: Mapping[str, Any] | Document) -> list[str]:
    """Every text a document was opened into; or what the fields of a form say."""
    if isinstance(given, Document):
        return [part.text for part in given.read.parts] if given.read else []
    return list(looked_into(given).values())


def _read_graduated_on(contents: shelf.Contents, on: date) -> date:
    """The day of the graduation. ValidationError where it is still to come."""
    day = date.fromisoformat(contents.fields["graduated_on"])
    if day > on:
        raise ValidationError({"graduated_on": "This day has not come yet. File it when the student has graduated."})
    return day


def _not_taken(item: str) -> str:
    if item == CONSENT:
        return gettext("A consent stays on paper, in the student’s paper folder: this system takes none yet.")
    if item in CATALOGUE:
        return f"{CATALOGUE[item].title.en}: this comes by a procedure of its own, and is filed by nobody's hand."
    return f"{item!r} is not in the catalogue of 5 CCR 432. Choose one of its items."


def _check_about(contact: UUID | None, item: str, student_id: UUID) -> None:
    """ValidationError where a record of this item is about nobody but the student, or this is no contact of theirs."""
    if contact and not (item in OF_ONE_PERSON and queries.is_contact_of(student_id, contact)):
        raise ValidationError({"about": "Choose one of the people on this student's file."})


def _check_others(others: Others | None, item: str) -> None:
    """ValidationError where a record of this item tells of nobody else."""
    if others and item not in MAY_TELL_OF_OTHERS:
        raise ValidationError({"others": "A record of this item tells of nobody else."})


def _filed_already(record: Record, said: Mapping[str, Any], contents: shelf.Contents, decision: Decision) -> Collected:
    """The answer of the first time, where this is the same act. Raises FormUsed."""
    first = Version.objects.get(record=record, number=1)
    same = all(getattr(record, name) == value for name, value in said.items())
    if not same or bytes(first.fingerprint) != places.fingerprint(record, contents):
        raise FormUsed
    entry = entries.entry_of(record.student_id, record.id, Act.RECORD_COLLECTED, record.filed_at)
    assert entry, "a record and its entry are committed together"
    return Collected(record.id, first.id, record.kept_as, entry, decision)
