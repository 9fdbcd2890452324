"""Numbers the entries, extends both trees, signs: one leader, one transaction, all or nothing.

A checkpoint is due when the open log has news, and on each day's first call. Sealed entries wait for it: if they could
cause one, its place in the open log would betray them.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import connection

from fileroom.hosting import current_district, durable
from fileroom.ledger import sql
from fileroom.ledger.events import SALT, canonical, digest, instant_of, label, mac
from fileroom.ledger.keys import Keys
from fileroom.ledger.standing import Log, Standing, Stored, last_checkpoint, standing
from fileroom.ledger.streams import batches, copy_in, hexed, row
from fileroom.ledger.tree.hashing import leaf_hash
from fileroom.ledger.tree.index import NONE_YET, advance
from fileroom.ledger.tree.leaves import commitment, event_leaf, index_root_leaf
from fileroom.ledger.tree.note import Checkpoint
from fileroom.seal.store import key_store

logger = logging.getLogger(__name__)
# An entry may become visible after entries that arrived later, when its transaction was the longer one. So news are
# looked for from the last arrival of some time ago; each hour's first call looks further back, each day's at all.
LOOK_BACK = timedelta(minutes=10)
LOOK_FAR_BACK = timedelta(days=1)
BEFORE_ALL = -(2**63)


class Memory:
    """What a sequencer keeps between calls, so that it need not read every head again. One per process and loop."""

    def __init__(self) -> None:
        self._kept: dict[str, Standing] = {}

    def take(self, district: str) -> Standing | None:
        """Hand out, and forget: what fails on the way is read afresh next time."""
        return self._kept.pop(district, None)

    def keep(self, district: str, now: Standing) -> None:
        """Remember what has been committed."""
        self._kept[district] = now


def sequence(*, at: datetime, memory: Memory | None = None) -> int:
    """Number what is pending and sign; returns how many entries were numbered (0 if another process leads).

    Raises Inconsistent, and signs nothing, where the stored log is not the one that was signed last.
    """
    district = current_district()
    keys, memory = Keys(district), memory or Memory()
    with durable():
        if not _leads(district):
            return 0
        last = last_checkpoint()
        now = standing(memory.take(district), last, keys.public)
        numbered = _Sequencer(keys, now, last, at).run()
    memory.keep(district, now)
    return numbered


def _leads(district: str) -> bool:
    """Take the district's lock, which ends with the transaction; False where another process holds it."""
    number = sha256(b"fileroom ledger sequencer\n" + district.encode()).digest()[:8]
    found = row(sql.LEAD, (int.from_bytes(number, "big", signed=True),))
    return bool(found and found[0])


def passed_by() -> int:
    """The last arrival behind which the sequencer no longer looks within the hour; in the open transaction.

    What still waits there was not visible in its time.
    """
    last = last_checkpoint()
    return BEFORE_ALL if last is None else _arrived_before(last.at - LOOK_BACK)


def _arrived_before(at: datetime) -> int:
    """The last arrival seen by the newest checkpoint of that time; 0 where there was none yet."""
    found = row(sql.ARRIVED_BEFORE, (at,))
    return int(found[0]) if found else 0


class _Sequencer:
    """One call's work."""

    def __init__(self, keys: Keys, now: Standing, last: Stored | None, at: datetime) -> None:
        self.keys, self.now, self.last, self.at = keys, now, last, at
        self.new_day = last is None or last.instant[:10] != instant_of(at)[:10]
        self.arrived = last.arrived if last else 0
        self._labels: dict[bytes, bytes] = {}

    def run(self) -> int:
        """Number both logs and sign, where a checkpoint is due."""
        since = self._horizon()
        opened = self._number(self.now.open, since)
        if not opened and not self.new_day:
            return 0
        sealed = self._number(self.now.sealed, since)
        self._sign(opened)
        return opened + sealed

    def _horizon(self) -> int:
        """The arrival behind which news are looked for."""
        if self.last is None or self.new_day:
            return BEFORE_ALL  # an arrival is a hint, and a superuser may have written any number into it
        same_hour = self.last.instant[:13] == instant_of(self.at)[:13]
        return _arrived_before(self.at - (LOOK_BACK if same_hour else LOOK_FAR_BACK))

    def _number(self, log: Log, since: int) -> int:
        """Append what is pending for one log, in order of time and id. Nothing is numbered without its receipt."""
        numbered = 0
        for batch in batches(sql.PENDING, (log is self.now.sealed, since)):
            entries: list[UUID] = []
            lines = list(self._leaves(log, batch, entries))
            key_store().confirm(self.keys.district, entries, self.at)
            copy_in(sql.COPY_LEAVES, lines)
            self._store_tiles(log)
            numbered += len(lines)
        return numbered

    def _leaves(self, log: Log, batch: list[tuple[Any, ...]], entries: list[UUID]) -> Iterator[str]:
        """Append each event to the log, and its id to `entries`; its row as a line for COPY."""
        moved = {}
        for arrival, text, salt, proof in batch:
            values, salt = text.encode().split(b"\x1f"), bytes(salt)
            plain = canonical(values, salt)
            if mac(self.keys.mac, salt, plain) != bytes(proof):
                logger.error("Ledger entry %s has no valid MAC; it is not numbered.", values[0].decode())
                continue
            name, position = self._label(values[2]), log.frontier.size
            before = log.heads.get(name, NONE_YET)
            leaf = leaf_hash(event_leaf(name, before.number + 1, values[13][:10].decode(), digest(plain, salt)))
            log.frontier.append(leaf)
            log.heads[name] = moved[name] = head = advance(before, position, leaf)
            self.arrived = max(self.arrived, arrival)
            entry = values[0].decode()
            entries.append(UUID(entry))
            yield _line(log.name, position, entry, hexed(name), head.number, hexed(leaf), hexed(head.hash))
        if log is self.now.open:
            self.now.index.update(moved)

    def _label(self, student: bytes) -> bytes:
        if student not in self._labels:
            self._labels[student] = label(self.keys.label, student)
        return self._labels[student]

    def _store_tiles(self, log: Log) -> None:
        tiles = log.frontier.take_tiles()
        lines = [_line(log.name, tile.level, tile.number, hexed(tile.hashes), hexed(tile.root)) for tile in tiles]
        copy_in(sql.COPY_TILES, lines)

    def _sign(self, opened: int) -> None:
        """Append the index leaf, sign the tree, store the checkpoint."""
        log, sealed, salt = self.now.open, self.now.sealed.frontier, secrets.token_bytes(SALT)
        covers, index_root, labels = log.frontier.size, self.now.index.root(), len(self.now.index.labels)
        mark = commitment(salt, sealed.root(), sealed.size)
        leaf = leaf_hash(index_root_leaf(index_root, covers, labels, instant_of(self.at), mark))
        log.frontier.append(leaf)
        copy_in(sql.COPY_LEAVES, [_line(log.name, covers, r"\N", r"\N", r"\N", hexed(leaf), r"\N")])
        self._store_tiles(log)
        size, root = log.frontier.size, log.frontier.root()
        note = self.keys.signer.sign(str(Checkpoint(self.keys.origin, size, root)))
        entries = opened + (self.last.entries if self.last else 0)
        signed = Stored(
            size, root, note, index_root, labels, sealed.size, sealed.root(), salt, entries, self.arrived, self.at
        )
        with connection.cursor() as cursor:
            cursor.execute(sql.INSERT_CHECKPOINT, signed)


def _line(*values: str | int) -> str:
    return "\t".join(map(str, values)) + "\n"
