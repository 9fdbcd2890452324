"""Where sentences and lines end."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

# A full stop after one of these ends no sentence.
SHORT = frozenset(
    "soc sec no num nro nbr s dr mr mrs ms st sra sr sta vs gr tel inv ed u d p c dig ste apt ave ln rd blvd ext ref jr"
    " gng bldg blg".split()
)
END = re.compile(r"(?<![\s.])([.!?])(?=[\s\"')]+\S)|[。！？]|\n")
LAST_WORD = re.compile(r"(\w+)$")
WIDE = 400  # characters on either side that can speak about a place
STRIDE = 120
FEW = 12  # sentences looked for one by one; of more, the whole text's are


class Sentences:
    """The sentences of a folded text. A line's end is a sentence's end."""

    __slots__ = ("_asked", "_stops", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._asked: dict[tuple[int, int], tuple[int, int]] = {}
        self._stops: tuple[list[int], list[int]] | None = None

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The sentence, or sentences, that a place stands in, cut WIDE from it."""
        known = self._asked.get((start, end))
        if known is None:
            known = self._near(start, end) if len(self._asked) < FEW else self._among_all(start, end)
            self._asked[start, end] = known
        return known

    def _near(self, start: int, end: int) -> tuple[int, int]:
        last = min(len(self.text), end + WIDE)
        for stop in END.finditer(self.text, end, last):
            if self._ends(stop):
                last = stop.start()
                break
        return self._begins(start), last

    def _begins(self, start: int) -> int:
        edge = max(0, start - WIDE)
        high = start
        while high > edge:
            low = max(edge, high - STRIDE)
            # What follows a full stop tells whether it is one: the stride reads on to where the place begins.
            for stop in reversed(list(END.finditer(self.text, low, min(high + 2, start)))):
                if self._ends(stop):
                    return stop.end()
            high = low
        return edge

    def _among_all(self, start: int, end: int) -> tuple[int, int]:
        if self._stops is None:
            stops = [stop.span() for stop in END.finditer(self.text) if self._ends(stop)]
            self._stops = [first for first, _ in stops], [last for _, last in stops]
        firsts, lasts = self._stops
        before, after = bisect_right(lasts, start), bisect_left(firsts, end)
        first = max(lasts[before - 1] if before else 0, start - WIDE)
        return first, min(firsts[after] if after < len(firsts) else len(self.text), end + WIDE)

    def _ends(self, stop: re.Match[str]) -> bool:
        if stop[1] != ".":
            return True
        word = LAST_WORD.search(self.text, max(0, stop.start() - 5), stop.start())
        return word is None or (len(word[1]) > 1 and word[1] not in SHORT)
