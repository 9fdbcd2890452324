"""Where sentences and lines end."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable

# A full stop after one of these ends no sentence.
SHORT = frozenset(
    {
        "apt", "ave", "bldg", "blg", "blvd", "c", "cel", "col", "d", "dig", "dir", "dr", "ed", "ej", "ext", "fec",
        "gng", "gr", "hal", "inv", "jr", "lic", "ln", "mr", "mrs", "ms", "mtra", "mtro", "nac", "nbr", "no", "nro",
        "num", "p", "prof", "rd", "ref", "s", "sec", "soc", "sr", "sra", "st", "sta", "ste", "tel", "u", "vs",
    }
)  # fmt: skip
LATIN = (". ", "? ", "! ", '." ', '?" ')
ALL = (*LATIN, "。", "！", "？")
BREATH_ENDS = re.compile(r"[,;:(]")
END = re.compile(r"[.?!]\"? |[。！？]|\n")
WIDE = 400  # characters on either side that can speak about a place
A_LINE = 600  # characters of a line on either side of a place
FEW = 12  # sentences looked for one by one; of more, the whole text's are


def breath_ends(text: str, start: int, last: int) -> int:
    """Where between two places the first mark stands after which another breath begins; the second where none does."""
    mark = BREATH_ENDS.search(text, start, last)
    return mark.start() if mark else last


def is_stop(text: str, stop: int) -> bool:
    """Whether a mark with which a sentence may end in a folded text ends one, and no word that is cut short."""
    if text[stop] != ".":
        return True
    before = text[max(0, stop - 6) : stop]
    word = before[max(before.rfind(" "), before.rfind("."), before.rfind("\n"), before.rfind("(")) + 1 :]
    return len(word) > 1 and word not in SHORT


class Sentences:
    """The sentences and lines of a folded text. A line's end is a sentence's end, where it does not only wrap one."""

    __slots__ = ("_asked", "_lines", "_stops", "_wraps", "marks", "text")

    def __init__(self, text: str, wraps: Callable[[int], bool]) -> None:
        """`wraps`: whether the line's end at this offset only wraps a sentence."""
        self.text = text
        self._wraps = wraps
        self.marks = LATIN if text.isascii() else ALL
        self._asked: dict[tuple[int, int], tuple[int, int]] = {}
        self._lines: dict[tuple[int, int], tuple[int, int]] = {}
        self._stops: tuple[list[int], list[int]] | None = None

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The sentence, or sentences, that a place stands in, cut WIDE from it."""
        known = self._asked.get((start, end))
        if known is None:
            known = self._near(start, end) if len(self._asked) < FEW else self._among_all(start, end)
            self._asked[start, end] = known
        return known

    def line(self, start: int, end: int) -> tuple[int, int]:
        """The line, or lines, that the place stands in, cut A_LINE from it."""
        known = self._lines.get((start, end))
        if known is None:
            low, high = max(0, start - A_LINE), min(len(self.text), end + A_LINE)
            before, after = self.text.rfind("\n", low, start), self.text.find("\n", end, high)
            known = self._lines[start, end] = low if before < 0 else before + 1, high if after < 0 else after
        return known

    def _near(self, start: int, end: int) -> tuple[int, int]:
        first, last = max(0, start - WIDE), min(len(self.text), end + WIDE)
        line_end = self.text.rfind("\n", first, start)
        while line_end >= 0 and self._wraps(line_end):
            line_end = self.text.rfind("\n", first, line_end)
        first = max(first, line_end + 1)
        line_end = self.text.find("\n", end, last)
        while line_end >= 0 and self._wraps(line_end):
            line_end = self.text.find("\n", line_end + 1, last)
        last = line_end if line_end >= 0 else last
        for mark in self.marks:
            stop = self.text.rfind(mark, first, start)
            while stop >= 0 and not is_stop(self.text, stop):
                stop = self.text.rfind(mark, first, stop)
            first = stop + 1 if stop >= 0 else first
            stop = self.text.find(mark, end, last)
            while stop >= 0 and not is_stop(self.text, stop):
                stop = self.text.find(mark, stop + 1, last)
            last = stop if stop >= 0 else last
        return first, last

    def _among_all(self, start: int, end: int) -> tuple[int, int]:
        if self._stops is None:
            stops = [stop.span() for stop in END.finditer(self.text) if self._ends(stop)]
            self._stops = [first for first, _ in stops], [last for _, last in stops]
        firsts, lasts = self._stops
        before, after = bisect_right(lasts, start), bisect_left(firsts, end)
        first = max(lasts[before - 1] if before else 0, start - WIDE)
        return first, min(firsts[after] if after < len(firsts) else len(self.text), end + WIDE)

    def _ends(self, stop: re.Match[str]) -> bool:
        if stop[0] == "\n":
            return not self._wraps(stop.start())
        return is_stop(self.text, stop.start())
