"""Replay one log leaf by leaf: event against MAC, event against leaf, leaf against head, leaves against tiles.

After a fault the walk goes on from what still stands, so that one altered row is one finding and not a thousand.
"""

from __future__ import annotations

from binascii import unhexlify
from collections.abc import Callable
from typing import NamedTuple

from fileroom.ledger import sql
from fileroom.ledger.events import FIELDS, digest, label, valid
from fileroom.ledger.keys import Keys
from fileroom.ledger.streams import Raw, ahead
from fileroom.ledger.tree.frontier import Frontier
from fileroom.ledger.tree.hashing import EMPTY_ROOT, head_hash, leaf_hash
from fileroom.ledger.tree.index import NONE_YET, Head
from fileroom.ledger.tree.leaves import event_leaf_of
from fileroom.ledger.verifying.report import Fault, Finding, Report
from fileroom.ledger.verifying.tiling import hold_tiles, no_tiles_beyond

CHUNK = 16_384  # leaves read by one statement
BEFORE_ALL, LAST_OF_ALL = -(2**63), 2**63 - 1
NULL = rb"\N"
SEPARATOR = sql.SEPARATOR.encode()
AT, LOG, STUDENT = FIELDS.index("at"), FIELDS.index("log"), FIELDS.index("student")


class Row(NamedTuple):
    """A line of sql.WALK: a leaf as it is stored, and the event it belongs to (empty where there is none)."""

    position: bytes
    event: bytes
    label: bytes
    number: bytes
    hash: bytes
    head: bytes
    text: bytes
    salt: bytes
    mac: bytes


class Walk:
    """The replay of one log. `roots` keeps the root at each size in `wanted`, once the walk has come by."""

    def __init__(self, log: str, keys: Keys, report: Report, wanted: set[int]) -> None:
        self.log, self.report, self.wanted = log, report, wanted
        self.frontier = Frontier()
        self.heads: dict[bytes, Head] = {}
        self.roots = {0: EMPTY_ROOT}
        self.whole = True  # no leaf is missing so far: only then can roots be compared
        self._log, self._keys = log.encode(), keys
        self._labels: dict[bytes, bytes] = {}
        self._next = 0
        self._order = b""  # time and id of the entry before, in this batch

    def run(self, passed: Callable[[], None]) -> None:
        """Walk to the end of the log; `passed` is called after each chunk."""
        for start, lines in ahead(self._page, BEFORE_ALL):
            self._prepare(start)
            for line in lines:
                self._leaf(Row(*line.split(b"\t")))
            if self.whole:
                hold_tiles(self.log, self.frontier.take_tiles(), self.report)
            self._chunk_done()
            passed()
        if self.whole:
            no_tiles_beyond(self.log, self.frontier.size, self.report)
        self.report.sizes[self.log] = self.frontier.size
        self.report.roots[self.log] = self.frontier.root().hex()

    def _page(self, connection: Raw, start: int) -> tuple[list[bytes], int | None]:
        """The lines of the leaves that come next, wherever they stand, and where those after them begin."""
        found = connection.execute(sql.NEXT_LEAF, (self.log, start)).fetchone()
        if found is None or found[0] is None:
            return [], None
        last = min(found[0] + CHUNK - 1, LAST_OF_ALL)
        text = connection.execute(sql.WALK, (self.log, found[0], last)).fetchone()
        return (text[0].encode().split(b"\n") if text else []), last + 1 if last < LAST_OF_ALL else None

    def _prepare(self, start: int) -> None:
        """Read what the next chunk is to be held against."""

    def _chunk_done(self) -> None:
        """Look back over a chunk."""

    def _leaf(self, row: Row) -> None:
        position = int(row.position)
        if position != self._next and not self._out_of_line(position, row):
            return
        self._next = position + 1
        if row.event == NULL:
            self._index_leaf(position, unhexlify(row.hash))
        else:
            self.report.entries += 1
            self._entry(position, row)
        if self.frontier.size in self.wanted:
            self._boundary()

    def _boundary(self) -> None:
        """A size at which the root is wanted; the order of entries begins anew behind it."""
        self.roots[self.frontier.size] = self.frontier.root()
        self._order = b""

    def _out_of_line(self, position: int, row: Row) -> bool:
        """A position that does not follow the one before. True if the walk can go on behind a gap."""
        if position < self._next:
            self._note(Fault.ADDED, position, row, "There is a leaf too many at this position.")
            return False
        gap = str(self._next) if position == self._next + 1 else f"{self._next} to {position - 1}"
        self._note(Fault.DROPPED, self._next, None, f"The leaf at position {gap} is gone.")
        self.whole = False
        return True

    def _note(self, fault: Fault, position: int | None, row: Row | None, says: str) -> None:
        entry = row.event.decode() if row and row.event != NULL else ""
        self.report.add(Finding(fault, says, self.log, position, entry))

    def _index_leaf(self, position: int, stored: bytes) -> None:
        self._note(Fault.ADDED, position, None, "This log has no index leaves; this one was added.")
        self.frontier.append(stored)

    def _entry(self, position: int, row: Row) -> None:
        values = row.text.split(SEPARATOR)
        sound = valid(values, row.salt, row.mac, self._keys.mac)
        if sound is None or values[LOG] != self._log:
            self._unsound(position, row, values, sound is not None)
            return
        name = self._label(values[STUDENT])
        before = self.heads.get(name, NONE_YET)
        content = digest(*sound).hex().encode()
        leaf = leaf_hash(event_leaf_of(name, before.number + 1, values[AT][:10], content))
        head = Head(before.number + 1, head_hash(before.hash, position, leaf))
        stored = (unhexlify(row.hash), unhexlify(row.head), int(row.number), row.label)
        if stored != (leaf, head.hash, head.number, name):
            leaf, head = self._unfit(position, row, values, content, before)
        order = values[AT] + values[0]
        if order < self._order:
            self._note(Fault.REORDERED, position, row, "It stands behind an entry that came later.")
        self._order = order
        self._take(name, head, leaf)

    def _take(self, name: bytes, head: Head, leaf: bytes) -> None:
        self.heads[name] = head
        self.frontier.append(leaf)

    def _label(self, student: bytes) -> bytes:
        if student not in self._labels:
            self._labels[student] = label(self._keys.label, student).hex().encode()
        return self._labels[student]

    def _unsound(self, position: int, row: Row, values: list[bytes], genuine: bool) -> None:
        """The event is gone, altered, or of the other log: go on with what the leaf says."""
        if not values[0]:
            self._note(Fault.DROPPED, position, row, "Its event is gone; only the leaf is left.")
        elif genuine:
            self._note(Fault.ALTERED, position, row, "It was noted for the other log.")
        else:
            self.report.suspect(row.event.decode())
            self._note(Fault.ALTERED, position, row, "The event is not the one that was noted: its MAC does not fit.")
        before, leaf = self.heads.get(row.label, NONE_YET), unhexlify(row.hash)
        head = Head(int(row.number), unhexlify(row.head))
        if head != (before.number + 1, head_hash(before.hash, position, leaf)):
            self._note(Fault.HEAD, position, row, "Its number or head does not follow from the entries before it.")
        self._take(row.label, head, leaf)

    def _unfit(self, position: int, row: Row, values: list[bytes], content: bytes, before: Head) -> tuple[bytes, Head]:
        """The event is genuine, its leaf is not as it should be: say how, and what to go on with."""
        name, number, stored = self._label(values[STUDENT]), int(row.number), unhexlify(row.hash)
        expected = leaf_hash(event_leaf_of(name, before.number + 1, values[AT][:10], content))
        if stored == leaf_hash(event_leaf_of(name, number, values[AT][:10], content)) and stored != expected:
            return stored, self._number_jumps(position, row, before, number)
        head = Head(before.number + 1, head_hash(before.hash, position, expected))
        if (stored, number, row.label) != (expected, head.number, name):
            self._note(Fault.ALTERED, position, row, "Its leaf is not the one that was made of it.")
        elif (origin := _chained_at(before.hash, expected, unhexlify(row.head), position)) is not None:
            self._note(Fault.REORDERED, position, row, f"It was chained at position {origin} and stands elsewhere now.")
            return expected, Head(number, unhexlify(row.head))
        else:
            self._note(Fault.HEAD, position, row, "Its head does not follow from the entries before it.")
        return expected, head

    def _number_jumps(self, position: int, row: Row, before: Head, number: int) -> Head:
        if number > before.number + 1:
            says = f"Number {before.number + 1} of this label should come first; {number} stands here."
            self._note(Fault.GAP, position, row, says)
        else:
            self._note(Fault.REORDERED, position, row, f"Number {number} of this label stands behind {before.number}.")
        return Head(max(number, before.number), unhexlify(row.head))


def _chained_at(before: bytes, leaf: bytes, head: bytes, position: int) -> int | None:
    """The nearby position at which this head was made, if there is one."""
    for other in range(max(0, position - CHUNK), position + CHUNK):
        if head_hash(before, other, leaf) == head:
            return other
    return None
