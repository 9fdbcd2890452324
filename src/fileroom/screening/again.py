"""A file that is read in two ways: what both readings find in the same words is told once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.parts import Part

Words = tuple[Category, Mode, str]


class ToldOnce:
    """Asked for each part of a document, in their order."""

    def __init__(self) -> None:
        self._found: list[list[Words]] = []
        # By the part with which the other reading begins: what was found since, and up to which part it is counted.
        self._since: dict[int, tuple[Counter[Words], int]] = {}

    def new(self, part: Part, found: Sequence[Finding]) -> list[Finding]:
        """What was found in the next part, but as often as another reading found it already."""
        number = len(self._found)
        words = [(it.category, it.mode, " ".join(part.text[it.start : it.end].split()).casefold()) for it in found]
        self._found.append(words)
        if part.again <= 0 or not found:
            return list(found)
        told, here = self._told(max(0, number - part.again), number), Counter[Words]()
        new = []
        for it, said in zip(found, words, strict=True):
            here[said] += 1
            if here[said] > told[said]:
                new.append(it)
        return new

    def _told(self, first: int, number: int) -> Counter[Words]:
        told, counted = self._since.get(first, (Counter[Words](), first))
        for words in self._found[counted:number]:
            told.update(words)
        self._since[first] = (told, number)
        return told
