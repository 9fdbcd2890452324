"""Rows that bear an id an earlier row bears: the same row said twice is harmless, two rows of one id are not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from fileroom.collection.imports.faults import Fault, Problem, shown


@dataclass
class Repeats:
    """`same`: row -> the earlier row it repeats word for word. `faults`: rows that contradict an earlier one."""

    same: dict[int, int] = field(default_factory=dict)
    faults: list[Problem] = field(default_factory=list)


def repeats_of(rows: Iterable[tuple[int, list[str]]], file: str, id_at: int, twice: set[str]) -> Repeats:
    """Walk a file's rows once more, for the ids that stand in it more than once."""
    found = Repeats()
    first: dict[str, tuple[int, list[str]]] = {}
    for row, cells in rows:
        source_id = cells[id_at].strip() if id_at < len(cells) else ""
        if source_id not in twice:
            continue
        earlier, said = first.setdefault(source_id, (row, cells))
        if earlier == row:
            continue
        if said == cells:
            found.same[row] = earlier
        else:
            says = f"The id {shown(source_id)} stands on row {earlier} too, with other values."
            found.faults.append(Problem(f"{file}.csv", row, "sourcedId", "duplicate_id", says))
    return found


def said_twice(earlier: int) -> Fault:
    """Why a repeated row is not taken a second time. Its facts are kept from the earlier row."""
    return Fault("sourcedId", "repeated_row", f"The row says word for word what row {earlier} says; it was taken once.")
