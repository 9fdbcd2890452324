"""Stored tiles against the tiles of the replay."""

from __future__ import annotations

from itertools import groupby

from fileroom.ledger import sql
from fileroom.ledger.streams import rows
from fileroom.ledger.tree.frontier import WIDTH, Tile
from fileroom.ledger.tree.hashing import SIZE
from fileroom.ledger.verifying.report import Fault, Finding, Report


def hold_tiles(log: str, tiles: list[Tile], report: Report) -> None:
    """Each tile of the replay must be stored, hash for hash."""
    for level, group in groupby(sorted(tiles, key=lambda tile: (tile.level, tile.number)), lambda tile: tile.level):
        replayed = list(group)
        found = rows(sql.TILES_BETWEEN, (log, level, replayed[0].number, replayed[-1].number + 1))
        stored = {number: (bytes(hashes), bytes(root)) for number, hashes, root in found}
        for tile in replayed:
            _hold(log, tile, stored.get(tile.number), report)


def _hold(log: str, tile: Tile, stored: tuple[bytes, bytes] | None, report: Report) -> None:
    if stored == (tile.hashes, tile.root):
        return
    name = f"Tile {tile.number} of level {tile.level}"
    first = tile.number * WIDTH ** (tile.level + 1)
    if stored is None:
        report.add(Finding(Fault.TILE, f"{name} is gone.", log, first))
    elif stored[0] == tile.hashes:
        report.add(Finding(Fault.TILE, f"{name} carries a wrong root.", log, first))
    else:
        pairs = range(0, WIDTH * SIZE, SIZE)
        wrong = next((at for at in pairs if stored[0][at : at + SIZE] != tile.hashes[at : at + SIZE]), 0) // SIZE
        position = first + wrong * WIDTH**tile.level
        report.add(Finding(Fault.TILE, f"{name} differs from the leaves, first at position {position}.", log, position))


def no_tiles_beyond(log: str, size: int, report: Report) -> None:
    """No tile may be stored that a log of this size does not have."""
    for level, number in rows(sql.TILES_TOO_MANY, (log, size)):
        report.add(Finding(Fault.TILE, f"Tile {number} of level {level} is not one of this log.", log))
