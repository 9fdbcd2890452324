"""Receipts as they are read: what the key store knows of each event, inside the transaction of the caller."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from psycopg import Connection

from fileroom.seal.schema import within

WITHIN = "(%(after)s::uuid IS NULL OR event_id > %(after)s) AND (%(upto)s::uuid IS NULL OR event_id <= %(upto)s)"
EACH = f"""
    SELECT event_id, data_key_id, cancelled_at IS NOT NULL, at FROM {{release}} WHERE {WITHIN} ORDER BY event_id"""
CANCELLED = "SELECT event_id FROM {release} WHERE event_id = ANY(%s) AND cancelled_at IS NOT NULL"
ONE = "SELECT event_id, data_key_id, cancelled_at IS NOT NULL, at FROM {release} WHERE event_id = %s"
SUM = f"""
    SELECT count(*), count(*) FILTER (WHERE cancelled_at IS NOT NULL AND data_key_id IS NOT NULL),
        coalesce(string_agg(replace(event_id::text, '-', ''), '' ORDER BY event_id)
            FILTER (WHERE cancelled_at IS NULL), '')
    FROM {{release}} WHERE {WITHIN}"""
# The database's clock: a rollback has no instant of its own, and this one is read by nobody but an auditor.
CANCEL = "UPDATE {release} SET cancelled_at = clock_timestamp() WHERE event_id = ANY(%s) AND cancelled_at IS NULL"
# For those events that have none yet: whoever comes first leaves the receipt, and the other finds it there.
CONFIRM = """
    INSERT INTO {release} (event_id, at)
    SELECT event.id, %s FROM unnest(%s::uuid[]) event(id)
    WHERE NOT EXISTS (SELECT FROM {release} r WHERE r.event_id = event.id) ON CONFLICT DO NOTHING"""
BATCH = 5000


class Receipt(NamedTuple):
    """An event the key store knows of: with the key it released, or None where it opened nothing; noted `at`."""

    event: UUID
    data_key: UUID | None
    cancelled: bool
    at: datetime


class Sum(NamedTuple):
    """Receipts of a range in short: how many, how many cancelled with a key, and the ids (hex, joined) that stand."""

    number: int
    cancelled_with_key: int
    standing: str


class Range(NamedTuple):
    """Event ids behind `after`, up to `upto`; None: no bound."""

    after: UUID | None = None
    upto: UUID | None = None


ALL = Range()


def each(connection: Connection, district: str, among: Range) -> Iterator[Receipt]:
    """Receipts in order of event id, streamed."""
    with connection.cursor(name="receipts") as cursor:
        cursor.itersize = BATCH
        cursor.execute(within(district, EACH), among._asdict())
        for row in cursor:
            yield Receipt(*row)


def one(connection: Connection, district: str, event: UUID) -> Receipt | None:
    """The receipt of one event, or None."""
    row = connection.execute(within(district, ONE), (event,)).fetchone()
    return Receipt(*row) if row else None


def cancelled(connection: Connection, district: str, events: list[UUID]) -> set[UUID]:
    """Those of the events whose receipt was cancelled."""
    return {event for (event,) in connection.execute(within(district, CANCELLED), (events,))}


def sum_of(connection: Connection, district: str, among: Range) -> Sum:
    """A range in short: to be held against the ledger's own ids at once."""
    row = connection.execute(within(district, SUM), among._asdict()).fetchone()
    assert row is not None, "an aggregate without groups has one row"
    return Sum(*row)
