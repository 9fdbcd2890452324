"""A long text is judged in pieces, so that what is kept about it in memory does not grow with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

PIECE = 1_000_000  # characters; a text up to this long is one piece
SHARED = 1_000  # characters of a piece that the next one has too, so that nothing is cut in two for both
SLACK = 10_000  # characters before a piece's end in which a line's end is looked for
LINES_OF_A_HEAD = 3  # in which a table's columns may be named


class Piece(NamedTuple):
    """A stretch of a text, in which what begins before `until` and ends after `since` is found, and else in another.

    `head`: characters of the text's beginning that stand before it again; `at`: where it begins in the whole text.
    """

    text: str
    head: int
    at: int
    since: int
    until: int

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a place of the piece stands in the whole text; None of one that another piece tells."""
        shift = self.at - self.head
        return (start + shift, end + shift) if end + shift > self.since and start + shift < self.until else None


def pieces(text: str, *, headed: bool) -> Iterable[Piece]:
    """The text whole, or its pieces in order. `headed`: its first lines say what stands in all others."""
    head = _head(text) if headed and len(text) > PIECE else ""
    if len(text) <= PIECE or len(head) > PIECE // 2:
        return (Piece(text, 0, 0, 0, len(text)),)
    return _cut(text, head)


def _cut(text: str, head: str) -> Iterator[Piece]:
    """The pieces of a long text, each with the head before it."""
    size = -(-len(text) // -(-len(text) // PIECE))
    start, end, since = 0, 0, 0
    while end < len(text):
        end = min(len(text), start + size)
        end = end if end == len(text) else _border(text, end - SLACK, end)
        until = len(text) if end == len(text) else end - SHARED // 2
        yield Piece((head if start else "") + text[start:end], len(head) if start else 0, start, since, until)
        start, since = _border(text, end - SHARED - SLACK, end - SHARED), until


def _head(text: str) -> str:
    """The first lines that are not empty, whole."""
    end = 0
    for _ in range(LINES_OF_A_HEAD):
        while text.startswith("\n", end):
            end += 1
        end = text.find("\n", end) + 1 or len(text)
    return text[:end]


def _border(text: str, low: int, high: int) -> int:
    """After the last line that ends between two places; where none does, after the last blank, or at the second."""
    return text.rfind("\n", low, high) + 1 or text.rfind(" ", low, high) + 1 or high
