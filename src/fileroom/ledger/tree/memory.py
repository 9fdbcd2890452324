"""A whole tree in memory: for the index of labels, and wherever every proof may be asked for."""

from __future__ import annotations

from hashlib import sha256

from fileroom.ledger.tree import paths


class Tree:
    """RFC 6962 tree that keeps every full subtree's root: an append costs one node hash on average."""

    __slots__ = ("_levels",)

    def __init__(self) -> None:
        self._levels: list[list[bytes]] = [[]]

    @property
    def size(self) -> int:
        """Leaves in the tree."""
        return len(self._levels[0])

    def append(self, data: bytes) -> None:
        """Add a leaf by its content."""
        self.append_hash(sha256(b"\x00" + data).digest())

    def append_hash(self, leaf: bytes) -> None:
        """Add a leaf by its hash."""
        levels = self._levels
        below = levels[0]
        below.append(leaf)
        count, height = len(below), 1
        while not count & 1:  # a pair is complete: its parent is known for good
            parent = sha256(b"\x01" + below[-2] + below[-1]).digest()
            if height == len(levels):
                levels.append([])
            below = levels[height]
            below.append(parent)
            count >>= 1
            height += 1

    def replace_hash(self, position: int, leaf: bytes) -> None:
        """Put another leaf hash at a position the tree already has, and renew the full subtrees above it."""
        levels = self._levels
        levels[0][position] = leaf
        for height in range(1, len(levels)):
            position >>= 1
            if position >= len(levels[height]):
                return
            below, left = levels[height - 1], 2 * position
            levels[height][position] = sha256(b"\x01" + below[left] + below[left + 1]).digest()

    def truncate(self, size: int) -> list[bytes]:
        """Cut the tree back to `size` leaves; the hashes of the leaves taken off."""
        taken = self._levels[0][size:]
        for height, level in enumerate(self._levels):
            del level[size >> height :]
        return taken

    def node(self, height: int, index: int) -> bytes:
        """Root of one full subtree (see `paths`)."""
        return self._levels[height][index]

    def root(self, size: int | None = None) -> bytes:
        """Root of the first `size` leaves (all of them unless said)."""
        return paths.root_at(self.size if size is None else size, self.node)

    def inclusion(self, position: int, size: int | None = None) -> list[bytes]:
        """Audit path of one leaf."""
        return paths.inclusion(position, self.size if size is None else size, self.node)

    def consistency(self, old: int, new: int | None = None) -> list[bytes]:
        """Proof that this tree at `old` leaves is the beginning of this tree at `new`."""
        return paths.consistency(old, self.size if new is None else new, self.node)
