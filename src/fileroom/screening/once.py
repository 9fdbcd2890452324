"""What is asked of a whole text, or of a table's head: found once, however many of its places ask."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar, cast

from fileroom.screening.engine import Hit
from fileroom.screening.reading import Reading

T = TypeVar("T")


def once(reading: Reading, what: object, find: Callable[[], T]) -> T:
    """What is found, the first time that it is asked for. `what`: what is asked, by which it is known again."""
    if what not in reading.known:
        reading.known[what] = find()
    return cast(T, reading.known[what])


def everywhere(reading: Reading, pattern: re.Pattern[str]) -> list[int]:
    """Where in the text the pattern begins, in order."""
    return once(reading, (pattern, "begins"), lambda: [it.start() for it in pattern.finditer(reading.text)])


def begun_alike(reading: Reading, hit: Hit, letters: int) -> list[Hit]:
    """The places of its tag that begin with the same letters as it does: no place is shorter."""

    def told_apart() -> dict[str, list[Hit]]:
        groups: dict[str, list[Hit]] = {}
        for it in reading.of(hit.tag):
            groups.setdefault(reading.text[it.start : it.start + letters], []).append(it)
        return groups

    return once(reading, (hit.tag, letters), told_apart)[reading.text[hit.start : hit.start + letters]]
