"""Whether a place of a text is a word of its own, and which places are one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from fileroom.screening.engine import Hit
from fileroom.screening.folding import Folded
from fileroom.screening.sentences import is_stop

EAST_ASIAN = "\u2e80"  # from this letter on, words stand in no blanks
ON_PAPER = re.compile(r"[ _-]?(?:letters?|cards?|papers?|notices?|approval letter|cop(?:y|ies)|documents?)")
STOP = re.compile(r"[.?!] ")


class Borders:
    """Where in a folded text a word, or a part of an identifier that is written as one, can begin and end."""

    __slots__ = ("_folded", "_original", "exempt")

    def __init__(self, folded: Folded, exempt: frozenset[str]) -> None:
        """`exempt`: tags of what counts wherever it stands."""
        self._folded, self._original, self.exempt = folded, folded.original, exempt

    def begins(self, place: int) -> bool:
        """Whether a word can begin at this offset of the folded text."""
        if self._folded.places is not None:
            place = self._folded.places[place]
        return _parts(self._original, place)

    def ends(self, place: int) -> bool:
        """Whether a word can end at this offset of the folded text. It is not its beginning."""
        if self._folded.places is not None:
            place = self._folded.places[place - 1] + 1
        return _parts(self._original, place) or _plural(self._original, place)

    def stops(self, start: int, end: int) -> list[int]:
        """Where a sentence ends between two offsets of the folded text."""
        text = self._folded.text
        return [it.start() for it in STOP.finditer(text, start, end) if is_stop(text, it.start())]


def _parts(text: str, place: int) -> bool:
    """Whether a word may begin, or end, at this offset of the original."""
    if place <= 0 or place >= len(text):
        return True
    before, after = text[place - 1], text[place]
    if not before.isalnum() or not after.isalnum() or before >= EAST_ASIAN or after >= EAST_ASIAN:
        return True
    if before.isdigit() != after.isdigit() or (before.islower() and after.isupper()):
        return True
    if not (before.isupper() and after.isupper() and text[place + 1 : place + 2].islower()):
        return False
    return text[place + 1] != "l" or not text[place + 2 : place + 3].isupper()  # a scan's "BULLETlN" is one word


def _plural(text: str, place: int) -> bool:
    return text[place : place + 1] in ("s", "S") and not text[place + 1 : place + 2].isalnum()


def merged(hits: Iterable[Hit]) -> list[Hit]:
    """The hits with those that overlap, or stand side by side, made one; the first one's tag stays."""
    out: list[Hit] = []
    for hit in hits:
        if out and hit.start <= out[-1].end + 1:
            tag = hit.tag if hit.tag.endswith(".name") else out[-1].tag
            out[-1] = Hit(tag, out[-1].start, max(hit.end, out[-1].end))
        else:
            out.append(hit)
    return out


def is_part(text: str, hit: Hit, name: Hit) -> bool:
    """Whether a place is a part of a name, or runs into a letter's: "have their DACA", and then "letter"."""
    if hit.end > name.end or hit[1:] == name[1:]:
        return False
    return name.start <= hit.start or ON_PAPER.fullmatch(text, hit.end, name.end) is not None
