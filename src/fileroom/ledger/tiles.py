"""The stored tree: hashes of full tiles, and of the unfinished ones from the rows they are made of."""

from __future__ import annotations

from fileroom.ledger import sql
from fileroom.ledger.streams import row, rows
from fileroom.ledger.tree.frontier import HEIGHT, WIDTH, Frontier
from fileroom.ledger.tree.hashing import SIZE, node_hash


def hashes_below(log: str, level: int, first: int, end: int) -> list[bytes]:
    """Hashes number `first` up to `end` on a level of tiles: leaf hashes on level 0, tile roots above."""
    if level == 0:
        return [bytes(found[0]) for found in rows(sql.LEAF_HASHES, (log, first, end))]
    return [bytes(found[0]) for found in rows(sql.TILE_ROOTS, (log, level - 1, first, end))]


def stored_frontier(log: str, size: int) -> Frontier:
    """The edge of the stored tree at `size` leaves. Raises ValueError where rows are missing."""
    partial, width, level = [], size, 0
    while True:
        partial.append(hashes_below(log, level, width // WIDTH * WIDTH, width))
        width //= WIDTH
        level += 1
        if not width:
            return Frontier.from_partial_tiles(size, partial)


class StoredNodes:
    """Nodes of one stored log, for proofs; each tile is read once."""

    def __init__(self, log: str, size: int) -> None:
        self._log, self._size = log, size
        self._tiles: dict[tuple[int, int], list[bytes]] = {}

    def node(self, height: int, index: int) -> bytes:
        """Root of the full subtree of 2**height leaves number `index` (see tree.paths)."""
        level, within = divmod(height, HEIGHT)
        number, place = divmod(index << within, WIDTH)
        hashes = self._tile(level, number)[place : place + (1 << within)]
        while len(hashes) > 1:
            hashes = [node_hash(*hashes[at : at + 2]) for at in range(0, len(hashes), 2)]
        return hashes[0]

    def _tile(self, level: int, number: int) -> list[bytes]:
        if (level, number) not in self._tiles:
            self._tiles[level, number] = self._read(level, number)
        return self._tiles[level, number]

    def _read(self, level: int, number: int) -> list[bytes]:
        full = row(sql.TILE_HASHES, (self._log, level, number))
        if full:
            return [bytes(full[0][at : at + SIZE]) for at in range(0, WIDTH * SIZE, SIZE)]
        end = min(self._size >> HEIGHT * level, (number + 1) * WIDTH)
        return hashes_below(self._log, level, number * WIDTH, end)
