"""The life of a list that somebody takes away: asked for, agreed to by a second person, handed over once, or stopped.

One table of states for every list, of directory information or of the school's own work (exports.lists).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.disclosure.exports import second_person
from fileroom.disclosure.exports.files import File
from fileroom.disclosure.models import StudentList
from fileroom.duties.services import Over
from fileroom.people.answers import Missing
from fileroom.people.signed_in import SignedIn

State = StudentList.State
GOOD_FOR = timedelta(hours=24)
APPROVE, HAND_OVER, STOP = "approve", "hand_over", "stop"
# What becomes of a list by which verb; what is not here cannot be done.
NEXT = {
    (State.WAITS, APPROVE): State.READY,
    (State.WAITS, STOP): State.STOPPED,
    (State.READY, HAND_OVER): State.HANDED_OVER,
    (State.READY, STOP): State.STOPPED,
}
CHANGED = "changed"  # of a list that was stopped, because it would no longer be the same


@dataclass(frozen=True)
class Prepared:
    """The list is there; `waits`: for a second person."""

    id: UUID
    waits: bool


@dataclass(frozen=True)
class Stopped:
    """It was not handed over: what it rests on has changed since. Whoever wants it prepares it anew."""

    id: UUID
    entry: UUID


@dataclass(frozen=True)
class HandedOver:
    """The file, made now and kept nowhere."""

    id: UUID
    name: str
    file: File


def digest(list_id: UUID, students: Sequence[UUID]) -> bytes:
    """Tells whether a list would be the same: of these students, for this list alone."""
    told = sha256(list_id.bytes)
    for it in sorted(it.bytes for it in students):
        told.update(it)
    return told.digest()


def good_until(at: datetime, *, waits: bool, within: int) -> datetime:
    """Until when it can be taken. `within`: so many business days a second person has who agrees; to a list of Friday
    afternoon nobody comes before Monday."""
    return second_person.waits_until(within, at=at) if waits else at + GOOD_FOR


def taken_up(list_id: UUID, *, source: str) -> StudentList:
    """The list, for nobody else until this transaction ends. Raises Missing."""
    row = StudentList.objects.select_for_update(of=("self",)).filter(pk=list_id, source=source).first()
    if row is None:
        raise Missing
    return row


def move(row: StudentList, verb: str, at: datetime) -> None:
    """Take the next step. Raises ValidationError where it is none."""
    after = NEXT.get((State(row.state), verb))
    if after is None or row.expires_at <= at:
        raise ValidationError("That cannot be done with this list any more. Prepare it anew.")
    row.state = after


def agree(row: StudentList, entry: UUID, *, by: SignedIn, at: datetime) -> None:
    """A second person agrees, by this entry, and from then it can be taken for as long as a list that waits for nobody.
    Raises ValidationError where it waits for nobody, or no longer."""
    move(row, APPROVE, at)
    row.approved_at, row.approved_by, row.approved_entry = at, by.account.id, entry
    row.expires_at = max(row.expires_at, at + GOOD_FOR)
    row.save(update_fields=["state", "approved_at", "approved_by", "approved_entry", "expires_at"])
    second_person.agreed(row, Over(by.account.id, entry, at))


def is_anothers(row: StudentList, by: SignedIn) -> None:
    """Raises ValidationError where whoever agrees has prepared it."""
    if row.prepared_by == by.account.id:
        raise ValidationError("Somebody else approves a list of this size: it is not for whoever prepared it.")


def can_be_taken(row: StudentList, at: datetime) -> None:
    """Raises ValidationError where it cannot be handed over now."""
    if (State(row.state), HAND_OVER) not in NEXT or row.expires_at <= at:
        raise ValidationError("It cannot be handed over: it waits, is over, or was handed over already.")


def close(row: StudentList, verb: str, entry: UUID, *, by: SignedIn, at: datetime) -> None:
    """It is over, by this entry."""
    waited = row.state == State.WAITS
    move(row, verb, at)
    row.closed_at, row.closed_by, row.closed_entry = at, by.account.id, entry
    row.save(update_fields=["state", "form", "closed_at", "closed_by", "closed_entry"])
    if waited:
        second_person.not_wanted(row, Over(by.account.id, entry, at))
