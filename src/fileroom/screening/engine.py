"""The matcher: one compiled database over the words and shapes that can be a finding, one over what stands about them.

Compiled once, then kept on disk. A canary text at load proves that both answer: a matcher that fell silent would call
everything clean.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import NamedTuple

import hyperscan

from fileroom.screening.compiled import STARTLESS, Phrase, database
from fileroom.screening.lexicon import CONTEXT, Entry, entries

CANARY = "parent ssn: 219-09-9999, a123456789, undocumented; the mother shall not bring an invoice. 社会安全号码"
ENGLISH = (
    " the ",
    " and ",
    " is ",
    " to ",
    " of ",
    " for ",
    " was ",
    " with ",
    "'s ",
    " please",
    " my ",
    " her ",
    " his ",
)
NONE: frozenset[str] = frozenset()
SHORT = 1024  # bytes of a text up to which it is searched whole
LONGEST = 400  # bytes that a phrase may take, with room; tests hold the longest of the lexicon to it
AHEAD = 8  # bytes after a phrase that may say where it ends
OTHERS = "others"  # in place of a language: all words but the short ones of English
MARKS = {
    "es": (" de ", " la ", " el ", " los ", " las ", " que ", " del ", " su ", " por ", " sin ",
           " una ", " mi ", "cion",
           " es ", " con ", " para ", "no tiene", "nombre", "numero"),
    "tl": (" ng ", " ang ", " po ", " sa ", " mga ", " na ", "ang mga", "huling ", "pangalan"),
    "vi": ("khong", "duoc", "hoc sinh", "phu huynh", "nha truong", "giay to", "an sinh", "di tru", "quoc tich",
           "ho chieu", "the xanh", " cua ", "tinh trang", "quy vi", "xin ", "vui long", "ngay ", "thu vien"),
}  # fmt: skip
CANARY_TAGS = frozenset({"ssn.name", "ssn.shape", "a_number.shape", "immigration_status.state"})


class Hit(NamedTuple):
    """Where a phrase stands: offsets in characters into the folded text."""

    tag: str
    start: int
    end: int


class Matcher:
    """A database of phrases, and one of those in East Asian scripts, for a text that has any. Safe in many threads."""

    def __init__(self, phrases: Iterable[Entry]) -> None:
        known = list(phrases)
        self.tags = [it.tag for it in known]
        self.known: dict[frozenset[str], frozenset[int]] = {}
        numbered = list(enumerate(it.expression for it in known))
        self.plain = Database([(at, it) for at, it in numbered if it.isascii()])
        self.other = Database([(at, it) for at, it in numbered if not it.isascii()])

    def find(self, text: str, idle: frozenset[str] = NONE, stands: Callable[[Hit], bool] | None = None) -> list[Hit]:
        """Every place of every phrase, in order; of two places of one tag where one holds the other, the longer.

        `idle`: tags that are nothing by themselves; of a long text that has no others, nothing is told. `stands`:
        whether a place counts; one that does not hides none within it.
        """
        data = text.encode(errors="replace")  # half a surrogate pair is no letter: one sign in its place
        idle_ones = self._numbered(idle) if idle else None
        found = self.plain.find(data, idle_ones if len(data) == len(text) else None)
        if len(data) != len(text):
            found += self.other.find(data)
            found = _in_characters(data, found)
        found.sort()
        return self._hits(found, stands)

    def _numbered(self, tags: frozenset[str]) -> frozenset[int]:
        """The phrases of these tags."""
        known = self.known.get(tags)
        if known is None:
            known = self.known[tags] = frozenset(at for at, tag in enumerate(self.tags) if tag in tags)
        return known

    def _hits(self, found: Iterable[tuple[int, int, int]], stands: Callable[[Hit], bool] | None) -> list[Hit]:
        ends: dict[str, int] = {}
        hits: list[Hit] = []
        for start, back, phrase in found:
            hit = Hit(self.tags[phrase], start, -back)
            if ends.get(hit.tag, -1) < hit.end and (stands is None or stands(hit)):
                ends[hit.tag] = hit.end
                hits.append(hit)
        return hits


class Database:
    """Phrases compiled, twice: to tell fast that and where one ends, and to tell where it starts.

    Of a long text only what stands before an end is searched for starts, which is the slower search by half. Each
    thread has its own scratch space, which no two scans may share.
    """

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self.starts = database(phrases) if phrases else None
        self.ends = database(phrases, STARTLESS) if phrases else None
        self.own = threading.local()

    def find(self, data: bytes, idle: frozenset[int] | None = None) -> list[tuple[int, int, int]]:
        """Every match: where it starts, minus where it ends, in bytes, and its phrase's number.

        `idle`: phrases for which alone a long text is not searched for starts, and nothing is found.
        """
        found: list[tuple[int, int, int]] = []
        if self.starts is None:
            return found
        for first, last in self._windows(data, idle):

            def note(phrase: int, start: int, end: int, _flags: int, _context: object, first: int = first) -> None:
                found.append((first + start, -first - end, phrase))

            part = data[first:last] if last - first < len(data) else data
            self.starts.scan(part, match_event_handler=note, scratch=self._scratch("starts", self.starts))
        return found

    def _windows(self, data: bytes, idle: frozenset[int] | None) -> list[tuple[int, int]]:
        """The stretches in which a phrase stands; each begins with a blank, or where the text does."""
        if len(data) <= SHORT or self.ends is None:
            return [(0, len(data))]
        ends: list[tuple[int, int]] = []

        def note(phrase: int, _start: int, end: int, _flags: int, _context: object) -> None:
            ends.append((end, phrase))

        self.ends.scan(data, match_event_handler=note, scratch=self._scratch("ends", self.ends))
        windows: list[tuple[int, int]] = []
        if not ends or (idle is not None and all(phrase in idle for _, phrase in ends)):
            return windows
        first = last = 0
        for end, _ in ends:
            if end - LONGEST > last:
                start = data.rfind(b" ", last, end - LONGEST + 1)
                if start > last:
                    windows += [(first, last)] if last else []
                    first = start
            last = min(len(data), end + AHEAD)
        windows.append((first, last))
        return windows

    def _scratch(self, name: str, of: hyperscan.Database) -> hyperscan.Scratch:
        scratch = getattr(self.own, name, None)
        if scratch is None:
            scratch = hyperscan.Scratch(of)
            setattr(self.own, name, scratch)
        return scratch


def _in_characters(data: bytes, found: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The same places counted in characters instead of bytes."""
    places = sorted({start for start, _, _ in found} | {-back for _, back, _ in found})
    characters, at, count = {}, 0, 0
    for place in places:
        count += len(data[at:place].decode())
        characters[place], at = count, place
    return [(characters[start], -characters[-back], phrase) for start, back, phrase in found]


@cache
def triggers() -> Matcher:
    """What can itself be a finding. Raises RuntimeError where the matcher does not find its canary."""
    matcher = Matcher(it for it in entries() if it.group != CONTEXT and not it.damaged)
    if not {hit.tag for hit in matcher.find(CANARY)} >= CANARY_TAGS:
        raise RuntimeError("the matcher does not find its canary: nothing can be screened")
    return matcher


@cache
def damaged() -> Matcher:
    """What can be a finding, as a bad scan spells it. Raises RuntimeError as `triggers` does."""
    matcher = Matcher(it for it in entries() if it.damaged)
    if not {hit.tag for hit in matcher.find("soc1al securlty numher")} >= {"ssn.name"}:
        raise RuntimeError("the matcher does not find its canary: nothing can be screened")
    return matcher


def languages_of(text: str) -> tuple[str, ...]:
    """In which languages what stands about a finding is read: the first for `surroundings` is always one of two.

    English, unless the folded text shows marks of another language written in Latin letters and none of English.
    """
    others = tuple(language for language, marks in MARKS.items() if any(it in text for it in marks))
    foreign = bool(others) and not any(it in text for it in ENGLISH)
    return (OTHERS if foreign else "", *others)


@cache
def surroundings(language: str = "") -> Matcher:
    """What stands about a finding and speaks for or against it, in a language of MARKS or in all others.

    A Vietnamese or Spanish word without its accents is often an English one. Raises RuntimeError as `triggers` does.
    """
    about = (it for it in entries() if it.group == CONTEXT and not (language == OTHERS and it.language == "en"))
    wanted = "" if language == OTHERS else language
    matcher = Matcher(it for it in about if (it.language if it.language in MARKS else "") == wanted)
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
