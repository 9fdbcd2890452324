"""The matcher: one compiled database over the words and shapes that can be a finding, one over what stands about them.

Compiled once, then kept on disk. A canary text at load proves that both answer: a matcher that fell silent would call
everything clean.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple, Protocol

from fileroom.screening.compiled import FLAGS, STARTLESS
from fileroom.screening.languages import MARKS, OTHERS
from fileroom.screening.lexicon import CONTEXT, Entry, entries
from fileroom.screening.scanning import Match, Phrases
from fileroom.screening.widths import width

CANARY = "parent ssn: 219-09-9999, a123456789, undocumented; the mother shall not bring an invoice. 社会安全号码"
NONE: frozenset[str] = frozenset()
LONGEST = 400  # bytes that a phrase may take, with room; tests hold the longest of the lexicon to it
CONTINUED = bytes(range(0x80, 0xC0))  # bytes with which no letter begins
PAD = b"\n"  # in place of what follows the last letter of a text
# Of themselves these are nothing: nine digits, "the last four".
IDLE = frozenset({"ssn.nine", "ssn_last4.tail"})
OF_SSN = frozenset({"ssn.name", "ssn.loose", "ssn.said"})
OF_HEADS = frozenset({"genre", "headed"})  # roles that are asked only of the head of a text
CANARY_TAGS = frozenset({"ssn.name", "ssn.shape", "a_number.shape", "immigration_status.state"})


class Hit(NamedTuple):
    """Where a phrase stands: offsets in characters into the folded text."""

    tag: str
    start: int
    end: int


class Word(Protocol):
    """Where in a text a word can begin and end, and what need not be one."""

    @property
    def exempt(self) -> frozenset[str]:
        """Tags of what counts wherever it stands."""

    def begins(self, place: int) -> bool:
        """Whether a word can begin here: an offset in characters."""

    def ends(self, place: int) -> bool:
        """Whether a word can end here."""

    def stops(self, start: int, end: int) -> list[int]:
        """Where between two places a sentence may end."""


class Matcher:
    """A database of phrases. Safe in many threads."""

    def __init__(self, phrases: Iterable[Entry]) -> None:
        known = list(phrases)
        self.tags = [it.tag for it in known]
        self.phrases = Phrases(list(enumerate(it.expression for it in known)), FLAGS)

    def find(self, text: str, *, at: int = 0) -> list[Hit]:
        """Every place of every phrase, in order; of two places of one tag where one holds the other, the longer.

        `at`: where the text begins in the one in which the places are told.
        """
        data = _data(text)
        found = self.phrases.scan(data, wide=len(data) != len(text))
        if len(data) != len(text):
            characters = _characters(data, chain.from_iterable((start, -back) for start, back, _ in found))
            found = [(characters[start], -characters[-back], phrase) for start, back, phrase in found]
        return self._hits(found, at)

    def _hits(self, found: list[Match], at: int) -> list[Hit]:
        ends: dict[str, int] = {}
        hits: list[Hit] = []
        found.sort()
        for start, back, phrase in found:
            tag = self.tags[phrase]
            if ends.get(tag, -1) < -back:
                ends[tag] = -back
                hits.append(Hit(tag, at + start, at - back))
        return hits


class LazyMatcher(Matcher):
    """A matcher that is told where phrases end, and looks for the starts of those alone that count: they are few.

    To be told of all starts takes half as long again, and thrice the memory. What is nothing by itself is common, and
    lies apart: it is looked for only where something else was found, or where all is asked for.
    """

    def __init__(self, phrases: Iterable[Entry]) -> None:
        known = list(phrases)
        self.tags = [it.tag for it in known]
        self.starts = [Start(it.expression) for it in known]
        numbered = list(enumerate(it.expression for it in known))
        self.phrases, self.idle = (
            Phrases([it for it in numbered if (self.tags[it[0]] in IDLE) is idle], STARTLESS) for idle in (False, True)
        )
        self.known: dict[frozenset[str], frozenset[int]] = {}

    def find(self, text: str, *, at: int = 0, word: Word | None = None, idle: bool = True) -> list[Hit]:
        """As of any matcher. What is no word does not count, and hides none within it.

        `idle`: whether what is nothing by itself is told of a text that has nothing else.
        """
        data = _data(text)
        wide = len(data) != len(text)
        found = self._counted(self.phrases.scan(data, wide=wide), data, word, wide=wide)
        if found or idle:
            found += self._counted(self.idle.scan(data, wide=wide), data, word, wide=wide)
        return self._hits(self._of_one_sentence(found, word) if word and found else found, at)

    def _counted(self, matches: list[Match], data: bytes, word: Word | None, *, wide: bool) -> list[Match]:
        """Those that are words, with their starts. `wide`: whether a letter of the text may be several bytes."""
        if not matches:
            return []
        data += PAD
        characters = _characters(data, (-back for _, back, _ in matches)) if wide else {}
        exempt = self._numbered(word.exempt if word else NONE)
        found: list[Match] = []
        for _, back, phrase in matches:
            place, held = -back, None if phrase in exempt else word
            end = characters[place] if wide else place
            if held and not held.ends(end):
                continue
            first = self.starts[phrase].of(data, place)
            start = end - _count(data[first:place]) if wide else first
            if held is None or held.begins(start):
                found.append((start, -end, phrase))
        return found

    def _of_one_sentence(self, found: list[Match], word: Word) -> list[Match]:
        """Without what goes on behind a sentence's end though it is said whole before: "your visa. Copies"."""
        parted = [(it, stops) for it in found if (stops := word.stops(it[0], -it[1]))]
        if not parted:
            return found
        ends = {(self._group(phrase), -back) for _, back, phrase in found}
        gone = {it for it, stops in parted if any((self._group(it[2]), stop) in ends for stop in stops)}
        return [it for it in found if it not in gone]

    def _group(self, phrase: int) -> str:
        """What a phrase is of: "social. No" begins as the number's name does that ends at the stop."""
        tag = self.tags[phrase]
        return "ssn" if tag in OF_SSN else tag

    def _numbered(self, tags: frozenset[str]) -> frozenset[int]:
        """The phrases of these tags."""
        known = self.known.get(tags)
        if known is None:
            known = self.known[tags] = frozenset(at for at, tag in enumerate(self.tags) if tag in tags)
        return known


def _data(text: str) -> bytes:
    return text.encode(errors="replace")  # half a surrogate pair is no letter: one sign in its place


class Start:
    """Where a phrase starts of which only the end is known: the first place from which it can be read."""

    __slots__ = ("_expression", "_pattern", "_reach", "_width")

    def __init__(self, expression: str) -> None:
        self._expression = expression
        self._width: int | None = None  # the least; most phrases are never met
        self._reach = 0
        self._pattern: re.Pattern[bytes] | None = None  # none where all that the phrase can be is as long

    def of(self, data: bytes, end: int) -> int:
        """The start of the match that ends here. `data`: what was searched, and PAD.

        What cannot be read again is taken to be as short as its phrase can be: nothing that was found is lost.
        """
        if self._width is None:
            least, self._reach = width(self._expression)
            if least != self._reach:
                self._pattern = re.compile(rf"(?:{self._expression})(?=.\Z)".encode(), re.DOTALL)
            self._width = least  # last, for another thread asks by it
        if self._pattern is None:
            return end - self._width
        reach = min(self._reach, LONGEST)
        while (match := self._pattern.search(data, max(0, end - reach), end + 1)) is None:
            if reach >= min(self._reach, end):
                return end - self._width
            reach *= 8
        return match.start()


def _count(data: bytes) -> int:
    """How many letters begin in it: a phrase that begins with any three bytes may begin within a letter."""
    return len(data.translate(None, CONTINUED))


def _characters(data: bytes, places: Iterable[int]) -> dict[int, int]:
    """The same places counted in characters instead of bytes."""
    characters, at, count = {}, 0, 0
    for place in sorted(set(places)):
        count += _count(data[at:place])
        characters[place], at = count, place
    return characters


@cache
def triggers() -> LazyMatcher:
    """What can itself be a finding. Raises RuntimeError where the matcher does not find its canary."""
    matcher = LazyMatcher(it for it in entries() if it.group != CONTEXT and not it.damaged)
    if not {hit.tag for hit in matcher.find(CANARY)} >= CANARY_TAGS:
        raise RuntimeError("the matcher does not find its canary: nothing can be screened")
    return matcher


@cache
def damaged() -> LazyMatcher:
    """What can be a finding, as a bad scan spells it. Raises RuntimeError as `triggers` does."""
    matcher = LazyMatcher(it for it in entries() if it.damaged)
    if not {hit.tag for hit in matcher.find("soc1al securlty numher")} >= {"ssn.name"}:
        raise RuntimeError("the matcher does not find its canary: nothing can be screened")
    return matcher


def _about(language: str) -> Iterator[Entry]:
    """What stands about a finding in a language of MARKS, in all others, or in OTHERS."""
    about = (it for it in entries() if it.group == CONTEXT and not (language == OTHERS and it.language == "en"))
    wanted = "" if language == OTHERS else language
    return (it for it in about if (it.language if it.language in MARKS else "") == wanted)


@cache
def headings(language: str) -> Matcher:
    """What says at the head of a text which sort of writing it is; the languages are those of `surroundings`."""
    return Matcher(it for it in _about(language) if it.role in OF_HEADS)


@cache
def surroundings(language: str) -> Matcher:
    """What stands about a finding and speaks for or against it, in a language of MARKS or in all others.

    A Vietnamese or Spanish word without its accents is often an English one. Raises RuntimeError as `triggers` does.
    """
    matcher = Matcher(it for it in _about(language) if it.role not in OF_HEADS)
    if not language and not {hit.tag for hit in matcher.find(CANARY)} >= {
        "person",
        "negation",
        "request",
        "other_number",
    }:
        raise RuntimeError("the matcher does not find its canary: nothing can be screened")
    return matcher


def ready() -> None:
    """Load every matcher now, so that whoever files the first paper does not wait while it is compiled."""
    triggers()
    damaged()
    for language in ("", OTHERS, *MARKS):
        surroundings(language)
        headings(language)
