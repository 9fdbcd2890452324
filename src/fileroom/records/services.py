"""Verbs of the shelves for the rooms that keep them: from loss, and from the shredder. No gate: they open nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import islice
from uuid import UUID

from django.db.models import QuerySet

from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.people.facts import Touch, student_facts
from fileroom.records import contents
from fileroom.records.models import Hold

AT_ONCE = 2000


def hold(student_id: UUID, *, record_id: UUID | None = None, reason: str, by: UUID | None, at: datetime) -> Hold:
    """Let nothing of a student, or of one record, be destroyed. What is being destroyed just now is waited for.

    Part of the open transaction, where there is one: the act that needs the hold is what the ledger tells of.
    """
    with district_transaction():
        student_facts(student_id, district_day(at), Touch.CHANGES)
        placed = Hold(student_id=student_id, record_id=record_id, reason=reason, placed_at=at, placed_by=by)
        placed.save(force_insert=True)
    return placed


def lift(standing: QuerySet[Hold], *, at: datetime) -> int:
    """Let what these holds kept be destroyed again; returns how many. Part of the open transaction, of the act that the
    ledger tells of."""
    return standing.filter(lifted_at=None).update(lifted_at=at)


def finish_destructions(*, at: datetime) -> int:
    """Destroy the keys of what was destroyed when the server stopped half-way; returns how many."""
    return contents.finish_destructions(at=at)


@durable_transaction
def replay_destructions(destroyed: Iterable[tuple[UUID, datetime]]) -> int:
    """Make the shelves of a restored backup show what was destroyed since, by data key and time; returns how many."""
    rest, cleared = iter(destroyed), 0
    while batch := dict(islice(rest, AT_ONCE)):
        cleared += contents.clear_destroyed(batch)
    return cleared
