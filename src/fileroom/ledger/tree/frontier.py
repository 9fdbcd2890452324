"""The growing edge of a tree: enough to append, to know the root and to cut tiles, in a few kilobytes.

A tile (C2SP tlog-tiles) is 256 hashes side by side: level 0 holds leaf hashes, level k the roots of tiles of
level k - 1. Only full tiles are handed out; they never change again.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from fileroom.ledger.tree.hashing import fold

WIDTH = 256  # hashes in a full tile
HEIGHT = 8  # its height as a subtree


@dataclass(frozen=True, slots=True)
class Tile:
    """One full tile: its level, its number on that level, its 256 hashes joined, the root over them."""

    level: int
    number: int
    hashes: bytes
    root: bytes


class Frontier:
    """The right edge of an RFC 6962 tree. `tiles` collects full tiles until the owner takes them."""

    __slots__ = ("_partial", "_peaks", "size", "tiles")

    def __init__(self) -> None:
        self.size = 0
        self.tiles: list[Tile] = []
        self._peaks: list[bytes] = []
        self._partial: list[list[bytes]] = [[]]

    @classmethod
    def from_partial_tiles(cls, size: int, partial: list[list[bytes]]) -> Frontier:
        """The edge of a tree of `size` leaves from the hashes of its unfinished tile on each level, lowest first."""
        edge = cls()
        for level in range(len(partial) - 1, -1, -1):
            edge._take_level(partial[level])
        if edge.size != size:
            raise ValueError(f"The unfinished tiles hold {edge.size} leaves, not {size}.")
        edge.tiles.clear()
        edge._partial = [list(hashes) for hashes in partial] or [[]]
        return edge

    def _take_level(self, hashes: list[bytes]) -> None:
        """Descend one level: what was appended so far counts 256 times, then come this level's own hashes."""
        self.size *= WIDTH
        for hash_ in hashes:
            self._merge(hash_)

    def append(self, leaf: bytes) -> None:
        """Add a leaf by its hash."""
        self._partial[0].append(leaf)
        roots = self._merge(leaf)
        if roots:
            self._cut(roots)

    def _merge(self, node: bytes) -> list[bytes]:
        """Append one full subtree and join every pair it completes; the roots that came by at whole tile heights."""
        peaks, count, height = self._peaks, self.size, 0
        roots = []
        while count & 1:
            node = sha256(b"\x01" + peaks.pop() + node).digest()
            count >>= 1
            height += 1
            if not height % HEIGHT:
                roots.append(node)
        peaks.append(node)
        self.size += 1
        return roots

    def _cut(self, roots: list[bytes]) -> None:
        """Take off every tile the last leaf completed, lowest level first."""
        for level, root in enumerate(roots):
            number = (self.size >> HEIGHT * (level + 1)) - 1
            self.tiles.append(Tile(level, number, b"".join(self._partial[level]), root))
            self._partial[level] = []
            if level + 1 == len(self._partial):
                self._partial.append([])
            self._partial[level + 1].append(root)

    def take_tiles(self) -> list[Tile]:
        """The tiles completed since last asked."""
        tiles, self.tiles = self.tiles, []
        return tiles

    def root(self) -> bytes:
        """Root of the tree so far."""
        return fold(self._peaks)
