"""A part of a text, and what its words say about a finding."""

from __future__ import annotations

from collections.abc import Callable

from fileroom.screening.engine import Hit, Matcher
from fileroom.screening.folding import Folded
from fileroom.screening.languages import languages_of
from fileroom.screening.meant import as_meant
from fileroom.screening.order import start_of


class Stretch:
    """A stretch of a text, whose words are read once, when they are first asked for."""

    __slots__ = ("_folded", "_read", "high", "low")

    def __init__(self, folded: Folded, low: int, high: int) -> None:
        self.low, self.high, self._folded = low, high, folded
        self._read: dict[Callable[[str], Matcher], list[Hit]] = {}

    def words(self, matcher: Callable[[str], Matcher]) -> list[Hit]:
        """What the matchers of all languages that the stretch shows find in it, as it is meant, in order."""
        known = self._read.get(matcher)
        if known is None:
            # The parts of an identifier are words too.
            words = self._folded.text[self.low : self.high].replace("_", " ")
            found: list[Hit] = []
            for language in languages_of(words):
                read = matcher(language).find(words, at=self.low)
                found = sorted([*found, *read], key=start_of) if found else read
            known = self._read[matcher] = as_meant(self._folded, found)
        return known
