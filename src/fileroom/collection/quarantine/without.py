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
from fileroom.collection.quarantine.deciding import (
    ON_HOLD,
    Group,
    Settled,
    gathered,
    known,
    noted,
    refused,
    settled,
    with_answer,
)
from fileroom.collection.quarantine.examined import without_what_was_found
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
from fileroom.records.queries import students_on_hold

AT_ONCE = 200
OF_NOBODY = "It was brought for no student, so there is no file to keep it in."
NOT_TRULY = "What was found cannot be taken out of such a document for good. Send it back, or destroy it."


def redact_and_keep(held_id: UUID, *, by: SignedIn, at: datetime) -> Settled | Refused:
    """File each without what was found in it. What still holds something after that waits on.

    Raises Missing, and ValidationError where it cannot truly be redacted.
    """
    answer = _opened(held_id, by, at)
    if not isinstance(answer, list):
        return known(answer)
    made = {id_: text for id_, body in answer if (text := without_what_was_found(body)) is not None}
    if not made:
        raise ValidationError({"choice": NOT_TRULY})
    return known(_file(held_id, made, by, at))


@durable_transaction
def _opened(held_id: UUID, by: SignedIn, at: datetime) -> list[tuple[UUID, bytes]] | Refused | None:
    """A lot of them, opened: each look is an entry of its own."""
    group = gathered(held_id, by=by, at=at, most=AT_ONCE)
    if not isinstance(group, Group):
        return group
    if not group.head.redactable:
        raise ValidationError({"choice": NOT_TRULY})
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
def _file(held_id: UUID, made: Mapping[UUID, bytes], by: SignedIn, at: datetime) -> Settled | Refused | None:
    """File those that still wait, each by the law's own answer to filing such a record, and let what was held go."""
    group = gathered(held_id, by=by, at=at, these=made)
    if not isinstance(group, Group):
        return group
    decision = _filing(group, group.head.student_id, by, at)
    if not decision.granted:
        return refused(with_answer(group, decision), by, at)
    on_hold = students_on_hold(group.answers)
    students = {it.held.student_id for it in group.versions}
    lawful = {it for it in students - on_hold if it and _filing(group, it, by, at).granted}
    going = [it for it in group.versions if it.id in made and it.held.student_id in lawful]
    if not going:
        raise ValidationError({"choice": ON_HOLD})
    filings = [_filed(it, made[it.id], by, at) for it in going]
    kept_out = noted(Act.QUARANTINE_REDACTED, replace(group, versions=going), len(going), by, at)
    ledger.write_many([kept_out, *(_collected(it.record, decision, group, by, at) for it in filings)])
    Record.objects.bulk_create([it.record for it in filings])
    shelf.write(filings, by=by.account.id, at=at)
    gone = shelf.shred_held(going, kept_out)
    return settled(group, [it.held.id for it in gone], Quarantined.State.REDACTED, kept_out.id, by, at)


def _filing(group: Group, student_id: UUID | None, by: SignedIn, at: datetime) -> Decision:
    """May the custodian file such a record of this student, now that nothing is found in it?"""
    own = group.answers[student_id]
    if own.student is None or own.requester is None:
        raise ValidationError({"choice": OF_NOBODY})
    asked: dict[str, Any] = {"requester": own.requester, "student": own.student, "purpose": by.purpose}
    return gate.decide(group.head.item, [], on=district_day(at), **asked)


def _filed(version: Version, body: bytes, by: SignedIn, at: datetime) -> shelf.Filing:
    held = version.held
    assert held.student_id, "what is nobody's is filed for nobody"
    record = Record(
        student_id=held.student_id, item=held.item, kept_as=CATALOGUE[held.item].class_.value, about=held.about,
        origin=held.road, dated_on=held.dated_on, filed_at=at, filed_by=by.account.id,
    )  # fmt: skip
    record.others = Others(held.others) if held.others else None
    return shelf.Filing(record, 1, shelf.Contents.document(body, version.media_type))


def _collected(record: Record, decision: Decision, group: Group, by: SignedIn, at: datetime) -> Event:
    return ledger.event(
        Act.RECORD_COLLECTED, student=record.student_id, record=record.id, part=record.item,
        by=by.acting_as(group.answers[record.student_id].role), purpose=by.purpose.value, decision=decision, at=at,
    )  # fmt: skip
