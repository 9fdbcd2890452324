"""Acts to write into a ledger under test."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import psycopg

from fileroom.ledger import services as ledger

AT = datetime(2026, 10, 19, 17, 30, tzinfo=UTC)
LATER = AT + timedelta(minutes=20)
ANA, BEN, CAI, DEE = (UUID(int=number) for number in (0xA1, 0xB2, 0xC3, 0xD4))
TEACHER = ledger.Actor(UUID(int=0x7EAC), "teacher", "web", "192.0.2.7")


def act(
    student: UUID | None = ANA,
    second: int = 0,
    *,
    sealed: bool = False,
    what: ledger.Act = ledger.Act.RECORD_INSPECTED,
) -> ledger.Event:
    """An act on a student so many seconds after AT."""
    at = AT + timedelta(seconds=second)
    return ledger.event(
        what, student=student, record=uuid4(), by=TEACHER, purpose="teaching", outcome="may", at=at, sealed=sealed
    )


def acts(count: int, *, first: int = 0, sealed_each: int = 0) -> list[ledger.Event]:
    """Acts on four students in turn, a second apart; every so-manieth sealed."""
    people = (ANA, BEN, CAI, DEE)
    return [
        act(people[number % 4], number, sealed=bool(sealed_each) and number % sealed_each == 0)
        for number in range(first, first + count)
    ]


def written(count: int, *, first: int = 0, sealed_each: int = 0) -> list[ledger.Event]:
    """The same, written and committed."""
    events = acts(count, first=first, sealed_each=sealed_each)
    ledger.write_many(events)
    return events


def sequenced(count: int, *, first: int = 0, sealed_each: int = 0) -> list[ledger.Event]:
    """The same, numbered and signed."""
    events = written(count, first=first, sealed_each=sealed_each)
    assert ledger.sequence(at=LATER) == count
    return events


def leaves(owner: psycopg.Connection, log: str = "open") -> list[tuple[int, UUID | None, int | None]]:
    """Position, event and number of each leaf."""
    found = owner.execute("SELECT position, event, number FROM ledger_leaf WHERE log = %s ORDER BY position", [log])
    return [(position, event, number) for position, event, number in found]


def forget_the_log(owner: psycopg.Connection) -> None:
    """Take away everything that was made of the events, as a superuser can."""
    owner.execute("TRUNCATE ledger_leaf, ledger_tile, ledger_checkpoint")
