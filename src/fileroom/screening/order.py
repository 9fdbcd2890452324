"""Places of a text that lie in order: those about a place are cut out, never looked for one by one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Protocol, TypeVar

from fileroom.screening.engine import Hit


class Placed(Protocol):
    """What begins somewhere: a hit, a finding."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


P = TypeVar("P", bound=Placed)
PARTS = re.compile(r";(?! ?(?:it|that|they|those|fue|fueron|eran?|do la|day la)\b| ?(?:是|그건|그게))")
# Where one begins.
start_of: Callable[[Placed], int] = attrgetter("start")


def begun(places: Sequence[P], first: int, before: int) -> Sequence[P]:
    """Those that begin from `first` on and before `before`."""
    low = bisect_left(places, first, key=start_of)
    return places[low : bisect_left(places, before, low, key=start_of)]


def begins(places: Sequence[Placed], first: int, before: int) -> bool:
    """Whether one of them begins from `first` on and before `before`."""
    at = bisect_left(places, first, key=start_of)
    return at < len(places) and places[at].start < before


def is_free(one: Placed, others: Sequence[Placed]) -> bool:
    """Whether none of the others has any of its place. They lie apart: the last to begin before its end tells."""
    before = bisect_left(others, one.end, key=start_of)
    return before == 0 or others[before - 1].end <= one.start


def are_beside(text: str, one: Placed, other: Placed) -> bool:
    """Whether two places lie apart, and no semicolon parts what is said of them: "; it was" does not."""
    before, behind = sorted((one, other), key=start_of)
    return before.end <= behind.start and PARTS.search(text, before.end, behind.start) is None


def offered_in(about: list[Hit]) -> list[Hit]:
    """Of the words about a place those that can ask, right behind one that supposes: "kung may magdala" asks nobody."""
    supposed = {it.end for it in about if it.tag == "supposes"}
    return [it for it in about if it.tag == "request" and {it.start, it.start - 1} & supposed]
