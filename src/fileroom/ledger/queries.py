"""Lists and counts from the log: the open one, but where a name says otherwise. Who may read them is asked at the gate
out, before it calls these.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from fileroom.hosting import current_district, district_transaction
from fileroom.ledger import sql
from fileroom.ledger.events import Act, Actor, Event, label
from fileroom.ledger.standing import last_checkpoint
from fileroom.ledger.streams import row, rows
from fileroom.ledger.tables import OPEN
from fileroom.seal.store import key_store


@dataclass(frozen=True)
class Noted:
    """An entry of one log; number (per student) and position (in that log) are None until it is sequenced."""

    event: Event
    number: int | None
    position: int | None


@dataclass(frozen=True)
class State:
    """The open log: entries numbered, entries waiting, the newest checkpoint (None before the first) and its time."""

    entries: int
    pending: int
    checkpoint: str | None
    signed_at: datetime | None


def entries_of(student: UUID, *, filings: bool | None = None, limit: int | None = None) -> list[Noted]:
    """The open log's entries about one student, newest first, at most `limit`."""
    with district_transaction():
        return list(_noted(rows(sql.ENTRIES_OF_STUDENT, (student, False, filings, filings, limit))))


def sealed_entries_of(student: UUID) -> list[Noted]:
    """The sealed log's entries about one student, newest first."""
    with district_transaction():
        return list(_noted(rows(sql.ENTRIES_OF_STUDENT, (student, True, None, None, None))))


def sealed_entries_of_no_student(*, limit: int) -> list[Noted]:
    """The sealed log's entries that are apart from every student, newest first."""
    with district_transaction():
        return list(_noted(rows(sql.SEALED_OF_NO_STUDENT, (limit,))))


def _noted(found: list[tuple[object, ...]]) -> Iterator[Noted]:
    for values in found:
        id_, act, student, record, part, account, role, door, client, *rest = values
        purpose, outcome, rules, law_digest, at, sealed, number, position = rest
        actor = Actor(account, role, door, client)  # type: ignore[arg-type]  # columns in their order
        codes = tuple(filter(None, str(rules).split(",")))
        event = Event(
            id_, Act(act), student, record, part, actor, purpose, outcome, codes, law_digest, at, sealed,  # type: ignore[arg-type]
        )  # fmt: skip
        yield Noted(event, number, position)  # type: ignore[arg-type]


def last_number(student: UUID, *, log: str = OPEN) -> int:
    """The number of the student's newest leaf in a log's tree, which stands whatever became of its event; or 0."""
    name = label(key_store().secret(current_district(), "student-label"), str(student).encode())
    with district_transaction():
        found = row(sql.LAST_NUMBER, (log, name))
    return int(found[0]) if found else 0


def is_numbered(entry: UUID) -> bool:
    """Whether an entry has its place in a log."""
    with district_transaction():
        return row(sql.LEAF_OF, (entry,)) is not None


def state() -> State:
    """How the open log stands. Counts what is waiting, and nothing of the sealed log."""
    with district_transaction():
        last = last_checkpoint()
        waiting = row(sql.COUNT_PENDING, (last.arrived if last else 0,))
    pending = int(waiting[0]) if waiting else 0
    if last is None:
        return State(0, pending, None, None)
    return State(last.entries, pending, last.note, last.at.astimezone(UTC))
