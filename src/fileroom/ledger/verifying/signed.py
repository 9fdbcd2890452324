"""The open log's replay: index leaves against the index, roots against the signed checkpoints."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from fileroom.ledger import sql
from fileroom.ledger.keys import Keys
from fileroom.ledger.standing import Stored, stored
from fileroom.ledger.streams import rows
from fileroom.ledger.tables import OPEN
from fileroom.ledger.tree.hashing import leaf_hash
from fileroom.ledger.tree.index import Head, IndexTree
from fileroom.ledger.tree.leaves import commitment, index_root_leaf
from fileroom.ledger.tree.note import BadNote, Checkpoint
from fileroom.ledger.verifying.report import Fault, Finding, Report
from fileroom.ledger.verifying.walk import CHUNK, Walk


class OpenWalk(Walk):
    """The open log. `sealed_roots` are the sealed log's roots at the sizes the checkpoints name."""

    def __init__(self, keys: Keys, report: Report, wanted: set[int], sealed_roots: dict[int, bytes]) -> None:
        super().__init__(OPEN, keys, report, wanted)
        self.last: Stored | None = None
        self._sealed_roots = sealed_roots
        self._checkpoints: dict[int, Stored] = {}
        self._index = IndexTree()
        self._moved: dict[bytes, Head] = {}
        self._good = 0  # the last size whose root was as signed

    def _prepare(self, start: int) -> None:
        found = [stored(row) for row in rows(sql.CHECKPOINTS_FROM, (start, CHUNK))]
        self._checkpoints.update({row.size: row for row in found if row})

    def _chunk_done(self) -> None:
        """A checkpoint that no index leaf called for was added, or the log was cut short under it."""
        for size in [size for size in self._checkpoints if size <= self._next]:
            del self._checkpoints[size]
            self._fault(Fault.CHECKPOINT, size - 1, f"The checkpoint of size {size} belongs to no leaf of the log.")

    def run(self, passed: Callable[[], None]) -> None:
        """Walk to the end; then nothing may be left on either side."""
        super().run(passed)
        for size in sorted(self._checkpoints):
            self._fault(Fault.DROPPED, self._next, f"A checkpoint of size {size} was signed; the log is shorter.")
        signed = self.last.size if self.last else 0
        if self._next > signed:
            self._fault(Fault.ADDED, signed, "There are leaves behind the last checkpoint.")

    def _fault(self, fault: Fault, position: int, says: str) -> None:
        self.report.add(Finding(fault, says, self.log, position))

    def _take(self, name: bytes, head: Head, leaf: bytes) -> None:
        super()._take(name, head, leaf)
        self._moved[name] = head

    def _index_leaf(self, position: int, stored: bytes) -> None:
        self._index.update({bytes.fromhex(name.decode()): head for name, head in self._moved.items()})
        self._moved.clear()
        self._order = b""
        found = self._checkpoints.pop(position + 1, None)
        if found is None:
            self._fault(Fault.CHECKPOINT, position, f"The checkpoint of size {position + 1} is gone.")
            self.frontier.append(stored)
        else:
            self.report.checkpoints += 1
            self._hold(position, stored, found)
            self.last = found

    def _hold(self, position: int, stored: bytes, found: Stored) -> None:
        """One checkpoint: its signature, the index, the sealed log, the leaf, the root."""
        try:
            note = Checkpoint.opened(found.note, self._keys.public)
        except BadNote as error:
            self._fault(Fault.CHECKPOINT, position, f"The checkpoint of size {position + 1} is not signed: {error}")
            note = None
        if note and (note.size, note.root) != (found.size, found.root):
            self._fault(Fault.CHECKPOINT, position, "The row of the checkpoint is not what its note says.")
        if self.whole and (found.index_root, found.labels) != (self._index.root(), len(self._index.labels)):
            self._fault(Fault.INDEX, position, "The index is not the one that follows from the entries.")
        if found.sealed_root != self._sealed_roots.get(found.sealed_size):
            self._fault(Fault.CHECKPOINT, position, "The sealed log is not the one this checkpoint was made with.")
        if self.whole and found.entries != self.report.entries - self.report.sealed_entries:
            self._fault(Fault.CHECKPOINT, position, "The checkpoint counts other entries than the log holds.")
        self._append(position, stored, found, note)

    def _append(self, position: int, stored: bytes, found: Stored, note: Checkpoint | None) -> None:
        mark = commitment(found.salt, found.sealed_root, found.sealed_size)
        leaf = leaf_hash(index_root_leaf(found.index_root, position, found.labels, found.instant, mark))
        if leaf != stored:
            self._fault(Fault.ALTERED, position, "The index leaf and the row of its checkpoint differ.")
            if note and self._root_with(leaf) == note.root:
                stored = leaf
        self.frontier.append(stored)
        if not self.whole or note is None:
            return
        if self.frontier.root() != note.root:
            says = (
                f"The tree is not the one that was signed: the first wrong leaf is one of {self._good} to {position}."
            )
            self._fault(Fault.CHECKPOINT, position, says)
            self.whole = False
        self._good = position + 1

    def _root_with(self, leaf: bytes) -> bytes:
        trial = deepcopy(self.frontier)
        trial.append(leaf)
        return trial.root()
