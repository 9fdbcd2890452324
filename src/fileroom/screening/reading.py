"""A text being judged: its lines, sentences, what stands about a place, and what sort of writing it is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from fileroom.screening.engine import Hit, surroundings
from fileroom.screening.folding import Folded, fold

# A full stop after one of these ends no sentence.
SHORT = (
    "soc sec no num nro nbr s dr mr mrs ms st sra sr sta vs gr tel inv ed u d p c dig ste apt ave ln rd blvd ext ref jr"
    " gng bldg blg"
).split()
SENTENCE_END = re.compile(r"(?<![\s.])([.!?])(?=[\s\"')]+\S)|[。！？;]|\n")
LAST_WORD = re.compile(r"(\w+)$")
BLANK = re.compile(r"_{2,}|\.{4,}|\[ ?\]|\( ?\)|: *(?:\n|$)")
WIDE = 400  # characters on either side that can speak about a place
FEW_PLACES = 16
CLOSE_TEXT = 1500  # a text up to this long is of one piece: its first words say what sort of writing it is


class TextKind(StrEnum):
    """What a text is to those who wrote it (contracts: `screen`), and `prose` and `table` for a document's parts."""

    CSV_ROW = "csv_row"
    EMAIL = "email"
    FORM_ANSWERS = "form_answers"
    FORM_FIELD = "form_field"
    LETTER = "letter"
    NOTE = "note"
    PROSE = "prose"
    TABLE = "table"


@dataclass(slots=True)
class Reading:
    """A folded text, its kind and title, and the hits in it. Offsets are the folded text's."""

    folded: Folded
    kind: TextKind
    title: str
    hits: list[Hit]
    strict: bool = False
    _about: dict[tuple[int, int], list[Hit]] = field(default_factory=dict)
    _whole: list[Hit] | None = None
    _stops: tuple[list[int], list[int]] | None = None

    @property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    def of(self, *tags: str) -> list[Hit]:
        """The hits of these tags, in order."""
        return [hit for hit in self.hits if hit.tag in tags]

    def is_word(self, start: int, end: int) -> bool:
        """Whether the place is a word, or words, of its own, or a part of an identifier that is written as one."""
        original = self.folded.original
        first, last = self.folded.span(start, end)
        return _parts(original, first) and (_parts(original, last) or _plural(original, last))

    def line(self, start: int, end: int) -> tuple[int, int]:
        """The line, or lines, that the place stands in."""
        after = self.text.find("\n", end)
        return self.text.rfind("\n", 0, start) + 1, len(self.text) if after < 0 else after

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence, or sentences, that the place stands in; a line's end is a sentence's end."""
        if self._stops is None:
            stops = [
                it.span() for it in SENTENCE_END.finditer(self.text) if it[1] != "." or not self._is_short(it.start())
            ]
            self._stops = [first for first, _ in stops], [last for _, last in stops]
        firsts, lasts = self._stops
        before, after = bisect_right(lasts, start), bisect_left(firsts, end)
        first = max(lasts[before - 1] if before else 0, start - WIDE)
        return first, min(firsts[after] if after < len(firsts) else len(self.text), end + WIDE)

    def _is_short(self, stop: int) -> bool:
        word = LAST_WORD.search(self.text, max(0, stop - 5), stop)
        return word is not None and (word[1] in SHORT or len(word[1]) == 1)

    def about(self, start: int, end: int) -> list[Hit]:
        """What stands between two places and speaks for or against a finding, in order."""
        known = self._about.get((start, end))
        if known is None:
            known = self._about[start, end] = self._read(start, end)
        return known

    def _read(self, start: int, end: int) -> list[Hit]:
        if len(self._about) < FEW_PLACES and self._whole is None:
            return self._words(start, end)
        if self._whole is None:  # so many places: it is cheaper to read the whole once
            self._whole = self._words(0, len(self.text))
        first = bisect_left(self._whole, start, key=_start)
        last = bisect_left(self._whole, end, key=_start)
        return [hit for hit in self._whole[first:last] if hit.end <= end]

    def _words(self, start: int, end: int) -> list[Hit]:
        found = surroundings().find(self.text[start:end])
        hits = [Hit(tag, start + first, start + last) for tag, first, last in found]
        return [hit for hit in hits if self.is_word(hit.start, hit.end)]

    def roles(self, start: int, end: int) -> frozenset[str]:
        """The roles of the words between two places."""
        return frozenset(hit.tag for hit in self.about(start, end))

    def count(self, role: str, start: int, end: int) -> int:
        """How many different words of a role stand between two places."""
        return len({self.text[hit.start : hit.end] for hit in self.about(start, end) if hit.tag == role})

    def frame(self, start: int, end: int, role: str) -> int:
        """How much speaks for this being a notice or an essay: in the paragraph, in a short text's head, in the title."""
        first, last = self.line(start, end)
        first, last = max(first, start - 2 * WIDE), min(last, end + 2 * WIDE)
        if len(self.text) <= CLOSE_TEXT:
            first, last = 0, len(self.text)
        counted = self.count(role, first, last)
        head = _words_of(self.title) if self.title else frozenset()
        return counted + (2 if role in head else 0)

    def is_form(self) -> bool:
        """Whether it is a form or a table, in which a name alone already asks."""
        return self.kind in (TextKind.FORM_FIELD, TextKind.FORM_ANSWERS, TextKind.CSV_ROW, TextKind.TABLE)


def _start(hit: Hit) -> int:
    return hit.start


def _words_of(title: str) -> frozenset[str]:
    return frozenset(hit.tag for hit in surroundings().find(fold(title).text))


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
            out[-1] = Hit(out[-1].tag, out[-1].start, max(hit.end, out[-1].end))
        else:
            out.append(hit)
    return out
