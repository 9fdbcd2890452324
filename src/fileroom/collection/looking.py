"""What the sieve saw in one text or one document; the one place where it is called for `screen` and for forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from fileroom.screening import Finding, Mode, TextKind, screen_text
from fileroom.screening.opening.apart import extract_apart
from fileroom.screening.parts import LIMITS, Extracted, Limits, Outcome
from fileroom.screening.screened import screen_extracted

LARGEST = LIMITS.body  # bytes of a file that is read at all
NOTHING_FOUND, SOMETHING_FOUND = Outcome.CLEAN.value, Outcome.FINDINGS.value
TEXT_KINDS = tuple(kind.value for kind in TextKind)


@dataclass(frozen=True)
class Seen:
    """One finding. `start`, `end`: offsets in characters into the text of `part`. `confidence`: 0 to 1."""

    category: str
    mode: str
    start: int
    end: int
    confidence: float
    why: tuple[str, ...]
    part: int = 0
    page: int | None = None
    where: str | None = None


@dataclass(frozen=True)
class Looked:
    """A document after the sieve. `parts`: title and text of each part that a finding lies in, by its number.

    `outcome`: as contracts.md has it. `says`: one sentence for a person, of no contents. A document that was not fully
    examined is never clean.
    """

    outcome: str
    seen: tuple[Seen, ...]
    parts: dict[int, tuple[str, str]]
    pages: int
    ocr_pages: int
    fully_examined: bool
    says: str = ""

    def __post_init__(self) -> None:
        if self.outcome == NOTHING_FOUND and not self.fully_examined:
            raise ValueError("what was not fully examined is never clean")


def look_at_text(text: str, kind: str = "prose", title: str = "") -> Looked:
    """The sieve over one text. `kind`: one of TEXT_KINDS."""
    seen = tuple(_seen(it) for it in screen_text(text, TextKind(kind), title=title))
    outcome = SOMETHING_FOUND if seen else NOTHING_FOUND
    return Looked(outcome, seen, {0: (title, text)} if seen else {}, 1, 0, True)


def look_at_document(body: bytes, name: str, *, whole: bool = False, limits: Limits = LIMITS) -> Looked:
    """The sieve over the bytes of one file, every part of it, read in a process of its own.

    `whole`: give the parts in which nothing was found too.
    """
    extracted = extract_apart(body, name, limits)
    came_to = screen_extracted(extracted, name)
    seen = tuple(_by_part(extracted, name)) if came_to.findings else ()
    numbers = range(len(extracted.parts)) if whole else dict.fromkeys(it.part for it in seen if it.part >= 0)
    parts = {at: (f"{name} {extracted.parts[at].title}", extracted.parts[at].text) for at in numbers}
    counts = (came_to.pages, came_to.ocr_pages, came_to.fully_examined)
    return Looked(came_to.outcome.value, seen, parts, *counts, came_to.says)


WHOLE_FILE = -1  # of a finding that lies in no part: the file itself is what was found


def _by_part(extracted: Extracted, name: str) -> Iterator[Seen]:
    """Each finding with the number of the part in whose text it lies."""
    for it in screen_extracted(replace(extracted, parts=()), name).findings:
        yield _seen(it, WHOLE_FILE)
    for number, part in enumerate(extracted.parts):
        for it in screen_extracted(replace(extracted, parts=(part,), outcome=None), name).findings:
            yield _seen(it, number)


NAME = "file name"


def held_by(path: str) -> tuple[Seen, ...]:
    """What the path of a file itself holds. What it is called after is no question put to anybody."""
    return tuple(_seen(replace(it, where=NAME), WHOLE_FILE) for it in screen_text(path) if it.mode is Mode.VALUE)


def with_its_path(looked: Looked, path: str) -> Looked:
    """The same, with what the file's path holds. Its own name may have been looked at when it was opened."""
    if any(it.where == NAME for it in looked.seen) or not (held := held_by(path)):
        return looked
    outcome = SOMETHING_FOUND if looked.outcome == NOTHING_FOUND else looked.outcome
    return replace(looked, outcome=outcome, seen=(*looked.seen, *held))


def _seen(it: Finding, part: int = 0) -> Seen:
    return Seen(it.category.value, it.mode.value, it.start, it.end, it.confidence, it.why, part, it.page, it.where)


def not_examined(outcome: str, says: str, *, fully_examined: bool = False) -> Looked:
    """A file into which nobody could look, and why."""
    return Looked(outcome, (), {}, 0, 0, fully_examined, says)
