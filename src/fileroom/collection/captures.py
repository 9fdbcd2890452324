"""What is gathered from a student's social media comes in here and by no other road: the program shows where it stands.

It is words and no picture: a screenshot shows other people too (docs/decisions/0063).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError

from fileroom.collection import gate
from fileroom.collection.checks import LONGEST, looked_into
from fileroom.collection.services import Collected, RefusedByGate
from fileroom.law import Decision
from fileroom.law.catalogue import SEPARATE
from fileroom.law.days import district_day
from fileroom.law.facts import RecordKind
from fileroom.law.marks import tells
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import Missing
from fileroom.people.facts import RequesterFacts, StudentFacts
from fileroom.people.signed_in import SignedIn
from fileroom.records import contents as shelf
from fileroom.records import queries as shelves
from fileroom.records.models import Record
from fileroom.screening import Finding

ITEM = "social_media_information"
# What each capture has, in its order, and how long it may be; `correction` is what a family writes of one.
LONGEST_OF = MappingProxyType(
    {"captured_on": 10, "reason": 24, "pertains": 300, "found_at": 200, "said": LONGEST, "correction": LONGEST}
)
CAPTURE = ("captured_on", "reason", "pertains", "found_at", "said")


def readable(given: Mapping[str, str], names: tuple[str, ...]) -> dict[str, str]:
    """The fields, each there and of a fit length. ValidationError by field; it repeats nothing."""
    fields = {name: given.get(name, "").strip() for name in names}
    faults = {name: "Fill this in." for name, text in fields.items() if not text}
    faults |= {
        name: f"At most {LONGEST_OF[name]:,} characters."
        for name, text in fields.items()
        if len(text) > LONGEST_OF[name]
    }
    if faults:
        raise ValidationError(faults)
    return fields


def sieved(fields: Mapping[str, str]) -> tuple[Finding, ...]:
    """What the sieve finds in it. Before a transaction: it takes its time."""
    return tuple(gate.findings(looked_into(fields)))


def take_in(
    of: StudentFacts,
    requester: RequesterFacts,
    fields: Mapping[str, str],
    found: tuple[Finding, ...],
    *,
    under: gate.Under,
    by: SignedIn,
    at: datetime,
) -> Collected | RefusedByGate:
    """File one capture, or say which law keeps it out; the ledger knows either way. Part of the open transaction.

    Raises Missing: the filer is not staff.
    """
    if requester.has_student is None:
        raise Missing
    on, purpose = district_day(at), by.purpose
    kind = RecordKind.SOCIAL_MEDIA_INFORMATION
    # First, may they open such a record of this student at all? Else the refusal would tell whom an order keeps out.
    decision = gate.opens(kind, requester=requester, student=of, purpose=purpose, on=on)
    if decision.granted:
        decision = gate.decide(ITEM, found, requester=requester, student=of, purpose=purpose, on=on, under=under)
    role = gate.acting(kind, requester=requester, purpose=purpose, on=on).role
    noted: dict[str, Any] = {"part": ITEM, "by": by.acting_as(role), "purpose": purpose.value, "at": at}
    noted |= {"student": of.id, "decision": decision}
    if not decision.granted:
        entry = ledger.write(ledger.event(Act.COLLECTION_REFUSED, sealed=decision.silent, **noted))
        return RefusedByGate(decision, entry, found, serves=bool(requester.offices))
    return file(of.id, fields, decision, role, by=by, at=at)


def file(
    student: UUID, fields: Mapping[str, str], decision: Decision, role: str, *, by: SignedIn, at: datetime
) -> Collected:
    """Put on the shelf what a decision has let in. Part of the open transaction."""
    kept_as = SEPARATE[ITEM].class_.value
    record = Record(
        id=uuid4(), student_id=student, item=ITEM, kept_as=kept_as, origin=by.door, filed_at=at, filed_by=by.account.id
    )
    record.save(force_insert=True)
    event = ledger.event(
        Act.RECORD_COLLECTED, student=student, record=record.id, part=ITEM, by=by.acting_as(role),
        purpose=by.purpose.value, decision=decision, at=at,
    )  # fmt: skip
    entry = ledger.write(event)
    contents = shelf.Contents.structured(dict(fields))
    filing = shelf.Filing(record, 1, contents, tells(fields.values()))
    (version,) = shelf.write([filing], by=event.actor, purpose=event.purpose, at=at)
    return Collected(record.id, version.id, kept_as, entry, decision)


def write_anew(
    words_id: UUID, fields: Mapping[str, str], decision: Decision, role: str, *, by: SignedIn, at: datetime
) -> UUID | None:
    """Whoever wrote these words writes others, which stand in their place; the entry. None: they are the same words.

    The older words go with the newer, when they are answered. Part of the open transaction. Raises Missing.
    """
    kept = shelves.shelved(words_id)
    if kept is None:
        raise Missing
    record, version = kept
    said: dict[str, Any] = {"student": record.student_id, "record": words_id, "part": ITEM, "decision": decision}
    said |= {"by": by.acting_as(role), "purpose": by.purpose.value, "at": at}
    looked = ledger.event(Act.RECORD_INSPECTED, **said)
    if shelf.open_logged(record, version, looked).fields == fields:
        return None
    entry = ledger.write(ledger.event(Act.RECORD_COLLECTED, **said))
    filing = shelf.Filing(record, version.number + 1, shelf.Contents.structured(dict(fields)), tells(fields.values()))
    shelf.write([filing], by=said["by"], purpose=said["purpose"], at=at)
    return entry


def put_right(record_id: UUID, words_id: UUID, decision: Decision, role: str, *, by: SignedIn, at: datetime) -> UUID:
    """The words that a family wrote (`words_id`) stand in the place of what was gathered; the entry of it.

    Both are opened by the statement that notes it. Part of the open transaction. Raises Missing: one is destroyed.
    """
    kept, theirs = shelves.shelved(record_id), shelves.shelved(words_id)
    if kept is None or theirs is None:
        raise Missing
    (record, version), (words, its_version) = kept, theirs
    said: dict[str, Any] = {"student": record.student_id, "part": ITEM, "by": by.acting_as(role), "at": at}
    said |= {"purpose": by.purpose.value, "decision": decision}
    looked = ledger.event(Act.RECORD_INSPECTED, record=words.id, **said)
    corrected = ledger.event(Act.SOCIAL_MEDIA_CORRECTED, record=record.id, **said)
    correction = shelf.open_logged(words, its_version, looked).fields["correction"]
    fields = shelf.open_logged(record, version, corrected).fields | {"said": correction}
    filing = shelf.Filing(record, version.number + 1, shelf.Contents.structured(fields), tells(fields.values()))
    shelf.write([filing], by=said["by"], purpose=said["purpose"], at=at)
    return corrected.id
