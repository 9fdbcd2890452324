"""A document that may not be filed, as the custodian will decide about it: what was found, on which form, what may be
done. Nothing of what it says is repeated.

Which exceptions cover it, and whether it can be redacted, the words around the findings tell: they are read now, while
the document is open, so that nobody need open ten thousand copies to decide about them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from fileroom.collection import opened, rulings
from fileroom.collection.opened import BY_ITS_NAME
from fileroom.law.exceptions import EXCEPTIONS
from fileroom.law.takings import Verdict
from fileroom.people import counsel
from fileroom.records.models import Quarantined
from fileroom.screening import MOST_OF_A_LOOK, Finding, Mode, TextKind, findings_in, kind_of
from fileroom.screening.again import ToldOnce
from fileroom.screening.documents import TEXT
from fileroom.screening.parts import Outcome, Part
from fileroom.screening.redacting import TAKEN_OUT, redacted
from fileroom.screening.screened import Screened, in_part
from fileroom.screening.templates import template_of

# What does harm, or holds nothing, is kept by nobody: it is refused, and whoever brought it is told what to do.
REFUSED = frozenset((Outcome.BOMB, Outcome.DAMAGED, Outcome.EMPTY, Outcome.MALWARE, Outcome.REJECTED))
IN_PART = "in_part"  # the outcome of what holds more, for all that is known, than is told of it
IN_ITS_NAME = -1  # the part of what stands in the file's name, which is not kept
MARKED = "utf-8-sig"  # with the mark that some programs put first, or without


def kind_named(category: str, mode: str, *, doubted: bool) -> str:
    """A kind of finding, as groups are told apart by it."""
    return f"{category}/{mode}{'/in doubt' if doubted else ''}"


@dataclass(frozen=True, slots=True)
class Found:
    """One finding, as it is kept: what, on which page of which part, and where in its text. Never the value."""

    category: str
    mode: str
    part: int
    page: int | None
    start: int
    end: int
    doubted: bool = False

    @property
    def kind(self) -> str:
        """What it is, and whether it is in doubt: what all copies that are decided about together have in common."""
        return kind_named(self.category, self.mode, doubted=self.doubted)


@dataclass(frozen=True)
class Examined:
    """A document that may not be filed as it is. `told_whole`: it was read whole, and all that was found is told."""

    outcome: Outcome
    found: tuple[Found, ...]
    template: str
    covered_by: tuple[str, ...]
    redactable: bool
    read_whole: bool
    told_whole: bool

    @property
    def came_to(self) -> str:
        """Its outcome, as the row keeps it: of what the sieve says it found, whether that is all."""
        return self.outcome.value if self.told_whole or self.outcome is not Outcome.FINDINGS else IN_PART

    @property
    def may_be_held(self) -> bool:
        """Is it a paper that somebody has to decide about, and not one that does harm or holds nothing?"""
        return self.outcome not in REFUSED

    def rows(self) -> list[dict[str, Any]]:
        """The findings as the row keeps them."""
        return [asdict(it) for it in self.found]

    def kinds(self) -> list[str]:
        """What was found, each once: category, mode, whether it is in doubt; and how often it asks. Of one form every
        copy asks as often: where one asks more, somebody wrote that on it."""
        asks = Counter(it.kind for it in self.found if it.mode == Mode.SOLICIT)
        return sorted(f"{it}/{asks[it]}" if it in asks else it for it in {it.kind for it in self.found})


def found_in(row: Quarantined) -> list[Found]:
    """The findings that the row keeps. Of one of before nobody said whether it is in doubt: then it is not."""
    return [Found(**it) for it in row.found]


def examined(name: str, body: bytes, seen: Screened, parts: Sequence[Part], *, on: date) -> Examined:
    """What is kept of a document that is open now, while its contents are sealed. `on`: the day of the law."""
    kind = kind_of(body, name)
    strict, once = kind in opened.WRITTEN, ToldOnce()
    by_part = [tuple(once.new(part, in_part(part, name, strict=strict))) for part in parts]
    found = [Found(it.category, it.mode, IN_ITS_NAME, None, it.start, it.end) for it in findings_in(name)]
    found += [_kept(it, number) for number, these in enumerate(by_part) for it in these if it.where != BY_ITS_NAME]
    return Examined(
        seen.outcome,
        tuple(_not_too_many(found)),
        template_of(part.text for part in parts if part.place_of(0) != BY_ITS_NAME and not part.asks_nobody),
        tuple(_covering(parts, by_part, on)) if found and seen.fully_examined else (),
        bool(found) and kind is TEXT and all(map(_goes, found)) and without_what_was_found(body) is not None,
        seen.fully_examined,
        told_whole=seen.fully_examined and not seen.more,
    )


@dataclass(frozen=True)
class Redacted:
    """A plain text without what was found in it: its bytes, and how they were read."""

    body: bytes
    read: opened.Read


def without_what_was_found(body: bytes) -> Redacted | None:
    """A plain text with every number taken out that could be somebody's; None where that cannot truly be done.

    It has to be the very text that the sieve read, as one piece: of a mail, a page of the web or a table what was found
    stands elsewhere in the file, or reads otherwise. What is left is opened once more, and has to be clean.
    """
    given = opened.read("", body)
    if given is None or not given.screened.fully_examined or not is_one_text(given.parts, body):
        return None
    text = redacted(body.decode(MARKED))
    if text is None or (left := opened.read("", text.encode())) is None:
        return None
    clean = left.screened.outcome is Outcome.CLEAN and left.screened.fully_examined
    return Redacted(text.encode(), left) if clean and is_one_text(left.parts, text.encode()) else None


def is_one_text(parts: Sequence[Part], body: bytes) -> bool:
    """Is it a plain text that reads just as it stands, with no page, no picture and nothing packed in it?"""
    return [(it.kind, it.text) for it in parts] == [(TextKind.PROSE, body.decode(MARKED))]


def _goes(it: Found) -> bool:
    return it.mode == Mode.VALUE and it.category in TAKEN_OUT


def _kept(it: Finding, part: int) -> Found:
    return Found(it.category.value, it.mode.value, part, it.page, it.start, it.end, it.doubted)


def _not_too_many(found: Sequence[Found]) -> Iterator[Found]:
    times: Counter[str] = Counter()
    for it in found:
        times[it.category] += 1
        if times[it.category] <= MOST_OF_A_LOOK:
            yield it


def _covering(parts: Sequence[Part], by_part: Sequence[Sequence[Finding]], on: date) -> Iterator[str]:
    """The declared exceptions each of which covers every single finding, so that the law lets all of it be kept."""
    for name, exception in sorted(EXCEPTIONS.items()):
        scope = rulings.Scope(on, exception, counsel.decide)
        ruled = [
            ruling
            for part, found in zip(parts, by_part, strict=True)
            for ruling in rulings.rulings(found, part.text, scope, title=part.title)
        ]
        if ruled and all(it.verdict is Verdict.ALLOW and it.exception == name for it in ruled):
            yield name
