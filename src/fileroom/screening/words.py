"""Whether a place of a text is a word of its own, and which places are one."""

from __future__ import annotations

from collections.abc import Iterable

from fileroom.screening.engine import Hit
from fileroom.screening.folding import Folded


def is_word(folded: Folded, start: int, end: int) -> bool:
    """Whether a place of a folded text is a word, or words, or a part of an identifier that is written as one."""
    original = folded.original
    if folded.places is not None:
        start, end = folded.span(start, end)
    return _parts(original, start) and (_parts(original, end) or _plural(original, end))


def _parts(text: str, place: int) -> bool:
    """Whether a word may begin, or end, at this offset of the original."""
    if place <= 0 or place >= len(text):
        return True
    before, after = text[place - 1], text[place]
    if not before.isalnum() or not after.isalnum() or max(before, after) >= "\u2e80":
        return True
    if before.isdigit() != after.isdigit() or (before.islower() and after.isupper()):
        return True
    return before.isupper() and after.isupper() and text[place + 1 : place + 2].islower()


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
