"""Where both logs stand: their edges, every label's head, the index. Read from the tables, or kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from fileroom.ledger import sql
from fileroom.ledger.events import instant_of
from fileroom.ledger.streams import row, rows
from fileroom.ledger.tables import OPEN, SEALED
from fileroom.ledger.tiles import stored_frontier
from fileroom.ledger.tree.frontier import Frontier
from fileroom.ledger.tree.hashing import EMPTY_ROOT
from fileroom.ledger.tree.index import Head, IndexTree
from fileroom.ledger.tree.note import BadNote, Checkpoint

ADVICE = "Nothing more is signed. Run `fileroom ledger verify`."


class Stored(NamedTuple):
    """A row of the table of checkpoints."""

    size: int
    root: bytes
    note: str
    index_root: bytes
    labels: int
    sealed_size: int
    sealed_root: bytes
    salt: bytes
    entries: int
    arrived: int
    at: datetime

    @property
    def instant(self) -> str:
        """The time its index leaf carries."""
        return instant_of(self.at)


class Inconsistent(RuntimeError):
    """The stored log is not the one that was signed last. Nothing more is signed until a custodian has looked."""


@dataclass
class Log:
    """One log's edge and its labels' heads."""

    name: str
    frontier: Frontier = field(default_factory=Frontier)
    heads: dict[bytes, Head] = field(default_factory=dict)

    @classmethod
    def stored(cls, name: str, size: int) -> Log:
        """The log as its tables hold it at `size` leaves."""
        return cls(name, stored_frontier(name, size), dict(heads_at(name, size)))

    def catch_up(self) -> dict[bytes, Head]:
        """Take in the leaves another process appended; the heads they moved."""
        moved = {}
        for _, label, number, hash_, head in rows(sql.LEAVES_FROM, (self.name, self.frontier.size)):
            self.frontier.append(bytes(hash_))
            if label is not None:
                moved[bytes(label)] = Head(number, bytes(head))
        self.frontier.take_tiles()
        self.heads.update(moved)
        return moved


@dataclass
class Standing:
    """Both logs of a district as of one checkpoint."""

    open: Log
    sealed: Log
    index: IndexTree

    @classmethod
    def stored(cls, last: Stored | None) -> Standing:
        """Read from the tables."""
        open_, sealed = Log.stored(OPEN, last.size if last else 0), Log.stored(SEALED, last.sealed_size if last else 0)
        return cls(open_, sealed, IndexTree(open_.heads.items()))

    def catch_up(self) -> None:
        """Take in what another process appended since."""
        self.index.update(self.open.catch_up())
        self.sealed.catch_up()


def heads_at(log: str, size: int) -> list[tuple[bytes, Head]]:
    """Every label's head when the log had `size` leaves."""
    found = rows(sql.HEADS, (log, size, log, size))
    return [(bytes(label), Head(number, bytes(head))) for label, number, head in found]


def last_checkpoint() -> Stored | None:
    """The newest stored checkpoint."""
    return stored(row(sql.LAST_CHECKPOINT))


def stored(found: tuple[object, ...] | None) -> Stored | None:
    """A row of the table as a Stored, or None."""
    if found is None:
        return None
    values = [bytes(value) if isinstance(value, memoryview) else value for value in found]
    return Stored(*values)  # type: ignore[arg-type]  # the columns of sql.LAST_CHECKPOINT, in its order


def standing(kept: Standing | None, last: Stored | None, public: bytes) -> Standing:
    """Where the logs stand, held against the last checkpoint just read. Raises Inconsistent."""
    try:
        now = kept or Standing.stored(last)
        now.catch_up()  # also for one just read: leaves behind the last checkpoint must not go unnoticed
        _hold_against(now, last, public)
    except (ValueError, BadNote) as error:
        raise Inconsistent(f"The stored log cannot be read back: {error} {ADVICE}") from error
    return now


def _hold_against(now: Standing, last: Stored | None, public: bytes) -> None:
    found = (now.open.frontier.size, now.open.frontier.root(), now.sealed.frontier.size, now.sealed.frontier.root())
    if last is None:
        signed = (0, EMPTY_ROOT, 0, EMPTY_ROOT)
    else:
        note = Checkpoint.opened(last.note, public)
        if (note.size, note.root) != (last.size, last.root):
            raise Inconsistent(f"The last checkpoint's row is not what its note says. {ADVICE}")
        signed = (note.size, note.root, last.sealed_size, last.sealed_root)
    if found != signed:
        raise Inconsistent(
            f"The log that was signed last has {signed[0]} leaves and {signed[2]} sealed ones; the stored log has "
            f"{found[0]} and {found[2]}, or other hashes. {ADVICE}"
        )
    if last is not None and (now.index.root(), len(now.index.labels)) != (last.index_root, last.labels):
        raise Inconsistent(f"The heads of the labels are not those of the last index. {ADVICE}")
