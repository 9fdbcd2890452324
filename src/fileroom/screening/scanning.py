"""A compiled database of phrases, asked what stands in a text."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import hyperscan

from fileroom.screening.compiled import Phrase, database

Match = tuple[int, int, int]  # where it starts, or 0 where that is not told; minus where it ends; its phrase's number


class Database:
    """Phrases compiled. Each thread has its own scratch space, which no two scans may share."""

    def __init__(self, phrases: Sequence[Phrase], flags: int) -> None:
        self.made = database(phrases, flags) if phrases else None
        self.own = threading.local()

    def scan(self, data: bytes) -> list[Match]:
        """Every match, in no order."""
        found: list[Match] = []
        if self.made is not None:

            def note(phrase: int, start: int, end: int, _flags: int, _context: object) -> None:
                found.append((start, -end, phrase))

            scratch = getattr(self.own, "scratch", None)
            if scratch is None:
                scratch = self.own.scratch = hyperscan.Scratch(self.made)
            self.made.scan(data, match_event_handler=note, scratch=scratch)
        return found


class Phrases:
    """Phrases compiled, those in East Asian scripts apart: a text without such letters is not searched for them."""

    def __init__(self, phrases: Sequence[Phrase], flags: int) -> None:
        self.plain = Database([it for it in phrases if it[1].isascii()], flags)
        self.other = Database([it for it in phrases if not it[1].isascii()], flags)

    def scan(self, data: bytes, *, wide: bool) -> list[Match]:
        """Every match, in no order. `wide`: whether the text has letters of several bytes."""
        found = self.plain.scan(data)
        return found + self.other.scan(data) if wide else found
