"""Redact and keep: of a plain text what was found is taken out for good, and the rest is filed as it was to be.

A lot at a time, for each has to be opened; what was held back goes as soon as the record without it is on the shelf.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection import gate
from fileroom.collection.quarantine.deciding import but_for_holds, known
from fileroom.collection.quarantine.examined import Redacted, without_what_was_found
from fileroom.collection.quarantine.gathering import Asked, Group, Settled, gathered, noted, refused, settled
from fileroom.hosting import durable_transaction
from fileroom.law import Decision
from fileroom.law.catalogue import CATALOGUE, Others
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Event
from fileroom.people.answers import Refused
from fileroom.people.signed_in import SignedIn
from fileroom.records import contents as shelf
from fileroom.records.models import Quarantined, Record, Version

AT_ONCE = 200
OF_NOBODY = "It was brought for no student, so there is no file to keep it in."
NOT_TRULY = "What was found cannot be taken out of such a document for good. Send it back, or destroy it."


def redact_and_keep(held_id: UUID, *, by: SignedIn, at: datetime, until: datetime | None = None) -> Settled | Refused:
    """File each without what was found in it; `until`: none that came later. What still holds something waits on.

    Raises Missing, and ValidationError where it cannot truly be redacted.
    """
    answer = _opened(held_id, Asked(AT_ONCE, until=until, goes=True), by, at)
    if not isinstance(answer, list):
        return known(answer)
    made = {id_: left for id_, body in answer if (left := without_what_was_found(body)) is not None}
    if not made:
        raise ValidationError({"choice": NOT_TRULY})
    return known(_file(held_id, made, by, at))


@durable_transaction
def _opened(held_id: UUID, asked: Asked, by: SignedIn, at: datetime) -> list[tuple[UUID, bytes]] | Refused | None:
    """A lot of them, opened: each look is an entry of its own."""
    group = gathered(held_id, asked, by=by, at=at)
    if not isinstance(group, Group):
        return group
    if not group.head.redactable:
        raise ValidationError({"choice": NOT_TRULY})
    group = but_for_holds(group, by.purpose, on=district_day(at))
    if not group.versions:
        return refused(group, by, at)
    return [(it.id, _body(group, it, by, at)) for it in group.versions]


def _body(group: Group, version: Version, by: SignedIn, at: datetime) -> bytes:
    held = version.held
    own = group.answers[held.student_id]
    event = ledger.event(
        Act.QUARANTINE_LOOKED_AT, student=held.student_id, record=held.id, part=held.item,
        by=by.acting_as(own.role), purpose=by.purpose.value, decision=own.decision, at=at,
    )  # fmt: skip
    return shelf.open_held(held, version, event).body


@durable_transaction
def _file(held_id: UUID, made: Mapping[UUID, Redacted], by: SignedIn, at: datetime) -> Settled | Refused | None:
    """File those that still wait, each by the law's own answer to filing such a record, and let what was held go."""
    group = gathered(held_id, Asked(of=made), by=by, at=at)
    if not isinstance(group, Group):
        return group
    free = but_for_holds(group, by.purpose, on=district_day(at))
    if not free.versions:
        return refused(free, by, at)
    lawful = free.answered({it: _filing(free, it, by, at) for it in {it.held.student_id for it in free.versions}})
    if not lawful.versions:
        return refused(lawful, by, at)
    filings = [_filed(it, made[it.id], by, at) for it in lawful.versions]
    kept_out = noted(Act.QUARANTINE_REDACTED, replace(lawful, answers=free.answers), len(filings), by, at)
    ledger.write_many([kept_out, *(_collected(it.record, lawful, by, at) for it in filings)])
    Record.objects.bulk_create([it.record for it in filings])
    role = lawful.answers[filings[0].record.student_id].role
    shelf.write(filings, by=by.acting_as(role), purpose=by.purpose.value, at=at)
    gone = shelf.shred_held(lawful.versions, kept_out)
    return settled(lawful, [it.held.id for it in gone], Quarantined.State.REDACTED, kept_out.id, by, at)


def _filing(group: Group, student_id: UUID | None, by: SignedIn, at: datetime) -> Decision:
    """May the custodian file such a record of this student, now that nothing is found in it?"""
    own = group.answers[student_id]
    if own.student is None or own.requester is None:
        raise ValidationError({"choice": OF_NOBODY})
    asked: dict[str, Any] = {"requester": own.requester, "student": own.student, "purpose": by.purpose}
    return gate.decide(group.head.item, [], on=district_day(at), **asked)


def _filed(version: Version, left: Redacted, by: SignedIn, at: datetime) -> shelf.Filing:
    held = version.held
    assert held.student_id, "what is nobody's is filed for nobody"
    record = Record(
        student_id=held.student_id, item=held.item, kept_as=CATALOGUE[held.item].class_.value, about=held.about,
        origin=held.road, dated_on=held.dated_on, filed_at=at, filed_by=by.account.id,
    )  # fmt: skip
    record.others = Others(held.others) if held.others else None
    return shelf.Filing(record, 1, shelf.Contents.document(left.body, version.media_type), left.read.tells)


def _collected(record: Record, group: Group, by: SignedIn, at: datetime) -> Event:
    own = group.answers[record.student_id]
    return ledger.event(
        Act.RECORD_COLLECTED, student=record.student_id, record=record.id, part=record.item,
        by=by.acting_as(own.role), purpose=by.purpose.value, decision=own.decision, at=at,
    )  # fmt: skip
