"""Entries are written here, and by `insert_sql` in the statement of whoever must not act without one."""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID, uuid4

from django.db import connection, transaction

from fileroom import law
from fileroom.hosting import current_district, district_transaction
from fileroom.hosting.faults import kind_and_place
from fileroom.ledger import sql
from fileroom.ledger.acts import Act
from fileroom.ledger.events import SALT, Actor, Event, as_values, canonical, mac
from fileroom.seal import AlreadyUsed
from fileroom.seal.store import key_store

logger = logging.getLogger(__name__)
PAUSE = 1.0  # seconds between two tries: an act that comes in between is refused at once


class NoReceipts(RuntimeError):
    """The key store takes no receipts, and no act goes on without one."""


@dataclass
class _Debt:
    """Committed entries whose receipts this process could not leave. While there are any it writes no others."""

    at: datetime
    ids: list[UUID] = field(default_factory=list)
    tried: float = 0.0

    def pay(self, district: str) -> None:
        """Leave them now. Raises NoReceipts."""
        says, now = "The key store takes no receipts. Nothing is done until it does.", time.monotonic()
        if now - self.tried < PAUSE:
            raise NoReceipts(says)
        self.tried = now
        try:
            key_store().confirm(district, self.ids, self.at)
        except Exception as error:
            raise NoReceipts(says) from error


_debts: dict[str, _Debt] = {}  # by district; empty while all is well


class Reason(Protocol):
    """One rule that decided."""

    @property
    def rule(self) -> str: ...


class Decided(Protocol):
    """What an event keeps of a decision: the rules that decided, the outcome, which head it goes to."""

    @property
    def because(self) -> Sequence[Reason]: ...

    @property
    def outcome(self) -> str: ...

    @property
    def sealed(self) -> bool: ...


def event(
    act: Act,
    *,
    student: UUID | None = None,
    record: UUID | None = None,
    part: str = "",
    by: Actor,
    purpose: str = "",
    outcome: str = "",
    decision: Decided | None = None,
    at: datetime,
    sealed: bool = False,
) -> Event:
    """A fresh event. A decision lends it its rules, its outcome (unless given), its seal and the rulebook's digest."""
    rules = tuple(dict.fromkeys(reason.rule for reason in decision.because)) if decision else ()
    return Event(
        id=uuid4(),
        act=act,
        student=student,
        record=record,
        part=part,
        actor=by,
        purpose=purpose,
        outcome=outcome or (str(decision.outcome) if decision else ""),
        rules=rules,
        law_digest=law.digest() if decision else "",
        at=at,
        sealed=sealed or (decision is not None and decision.sealed),
    )


def _columns(event: Event, key: bytes) -> list[Any]:
    """The event's row in the order of `sql.COLUMNS`, with a fresh salt and its MAC."""
    salt, who = secrets.token_bytes(SALT), event.actor
    proof = mac(key, salt, canonical(as_values(event), salt))
    return [
        event.id, event.act.value, event.student, event.record, event.part, who.account, who.role, who.door,
        who.client, event.purpose, event.outcome, ",".join(event.rules), event.law_digest, event.at, event.sealed,
        salt, proof,
    ]  # fmt: skip


def _mac_key() -> bytes:
    """The key of the MACs, for entries that can have receipts. Raises NoReceipts."""
    district = current_district()
    if debt := _debts.get(district):
        debt.pay(district)
        _debts.pop(district, None)
    return key_store().secret(district, "event-mac")


def insert_sql(event: Event) -> tuple[str, list[Any]]:
    """`INSERT … RETURNING id` and its parameters, for `records.contents` to make part of its own statement.

    Whoever uses it releases a key against the event's id, which leaves the receipt.
    """
    return sql.INSERT_EVENT, _columns(event, _mac_key())


def insert_many_sql(events: Sequence[Event]) -> tuple[str, list[list[Any]]]:
    """The same of many events, whose columns are arrays; the rows come back in no order."""
    key = _mac_key()
    return sql.INSERT_EVENTS, [list(column) for column in zip(*(_columns(it, key) for it in events), strict=True)]


def write(event: Event) -> UUID:
    """Note an act in the current transaction (or one of its own); returns the entry's id."""
    with district_transaction(), connection.cursor() as cursor:
        cursor.execute(*insert_sql(event))
        _owe_receipts([event.id], event.at)
    return event.id


def write_many(events: Iterable[Event]) -> int:
    """Note many acts with one COPY; returns how many."""
    key, ids, at = _mac_key(), [], None
    with district_transaction(), connection.cursor() as cursor:
        with cursor.copy(sql.COPY_EVENTS) as copy:
            for event in events:
                copy.write_row(_columns(event, key))
                ids.append(event.id)
                at = event.at
        if at:
            _owe_receipts(ids, at)
    return len(ids)


class _Receipts:
    """Leaves the receipts of one transaction's entries in the key store, once it has committed.

    Before the commit would be too early: a server killed in between would leave receipts of entries that never
    were, which nobody could tell from entries that were removed. After it, an entry waits for its receipt a few
    milliseconds; where that was not to be, the sequencer leaves it before it gives the entry its number, and this
    process writes nothing more until it has been left.
    """

    def __init__(self, district: str, ids: list[UUID], at: datetime) -> None:
        self.district, self.ids, self.at = district, list(ids), at

    def __call__(self) -> None:
        try:
            _note(self.district, self.ids, self.at)
        except Exception as error:  # the entries are committed: no failure here may make them look undone
            says = "Receipts of %d ledger entries could not be left in the key store: %s."
            logger.error(says, len(self.ids), kind_and_place(error))
            _debts.setdefault(self.district, _Debt(self.at)).ids.extend(self.ids)


def _note(district: str, ids: list[UUID], at: datetime) -> None:
    """COPY them; where the sequencer was faster, leave those that are still lacking."""
    try:
        key_store().note(district, ids, at)
    except AlreadyUsed:
        key_store().confirm(district, ids, at)


def _owe_receipts(ids: list[UUID], at: datetime) -> None:
    """Leave receipts when the transaction commits: one visit to the key store for all of its entries."""
    here = set(connection.savepoint_ids)
    for savepoints, hook in (waiting[:2] for waiting in connection.run_on_commit):
        if isinstance(hook, _Receipts) and savepoints == here:
            hook.ids += ids
            return
    transaction.on_commit(_Receipts(current_district(), ids, at))
