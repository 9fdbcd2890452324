"""What the sieve saw in one text or one document; the one place where it is called for `screen` and for forms."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fileroom.screening import Finding, Mode, TextKind
from fileroom.screening.gate import with_doubts
from fileroom.screening.opening.apart import extract_apart
from fileroom.screening.opening.carried import IS_ENCRYPTED, is_encrypted
from fileroom.screening.parts import LIMITS, Extracted, Limits, Outcome, Part
from fileroom.screening.screened import WHOLE_FILE, screen_extracted

LARGEST = LIMITS.body  # bytes of a file that is read at all
NOTHING_FOUND, SOMETHING_FOUND, NOTHING_THERE = Outcome.CLEAN.value, Outcome.FINDINGS.value, Outcome.EMPTY.value
NAME = "file name"  # where a finding lies that the path holds
FORM = "form"  # where one lies that the name of a text's form holds
TEXT_KINDS = tuple(kind.value for kind in TextKind)


@dataclass(frozen=True)
class Seen:
    """One finding. `start`, `end`: offsets in characters into the text of `part`. `confidence`: 0 to 1.

    `doubted`: a person says whether it is one.
    """

    category: str
    mode: str
    start: int
    end: int
    confidence: float
    why: tuple[str, ...]
    part: int = 0
    page: int | None = None
    where: str | None = None
    doubted: bool = False


@dataclass(frozen=True)
class Looked:
    """A document after the sieve. `parts`: title and text of each part that a finding lies in, by its number.

    `outcome`: as contracts.md has it. `says`: one sentence for a person, of no contents. `more`: of a kind of
    finding more are there than are seen. A document that was not fully examined is never clean.
    """

    outcome: str
    seen: tuple[Seen, ...]
    parts: dict[int, tuple[str, str]]
    pages: int
    ocr_pages: int
    fully_examined: bool
    says: str = ""
    more: bool = False

    def __post_init__(self) -> None:
        if self.outcome == NOTHING_FOUND and not self.fully_examined:
            raise ValueError("what was not fully examined is never clean")


def look_at_text(text: str, kind: str = "prose", title: str = "") -> Looked:
    """The sieve over one text that is typed here, by rules alone. `kind`: one of TEXT_KINDS."""
    return _looked(_of_text(text, Part(text, TextKind(kind), title=title)), title, weighs=False)


def look_at_line(text: str, kind: str, form: str = "") -> Looked:
    """The sieve over one text that somebody sent, and over what they call the form it is of."""
    named = (Part(form, TextKind.PROSE, ((0, FORM),), asks_nobody=True),) if form else ()
    looked = _looked(_of_text(text, Part(text, TextKind(kind), title=form), *named), "")
    if looked.outcome == NOTHING_FOUND and not any(it.isprintable() and not it.isspace() for it in text):
        return replace(looked, outcome=NOTHING_THERE, says="It is empty.")
    return looked


def _of_text(text: str, *parts: Part) -> Extracted:
    encrypted = is_encrypted(text)
    return Extracted(parts, Outcome.ENCRYPTED if encrypted else None, 1, 0, IS_ENCRYPTED if encrypted else "", True)


def look_at_document(body: bytes, name: str, *, whole: bool = False, limits: Limits = LIMITS) -> Looked:
    """The sieve over the bytes of one file, every part of it, read in a process of its own.

    `whole`: give the parts in which nothing was found too.
    """
    return _looked(extract_apart(body, name, limits), name, whole=whole, seconds=limits.judging)


def _looked(
    extracted: Extracted, name: str, *, whole: bool = False, weighs: bool = True, seconds: float = LIMITS.judging
) -> Looked:
    came_to = screen_extracted(extracted, name, weighs=weighs, seconds=seconds)
    seen = tuple(_seen(it, part) for it, part in zip(came_to.findings, came_to.parts, strict=True))
    numbers = range(len(extracted.parts)) if whole else sorted({it.part for it in seen if it.part != WHOLE_FILE})
    parts = {at: (f"{name} {extracted.parts[at].title}".strip(), extracted.parts[at].text) for at in numbers}
    counts = (came_to.pages, came_to.ocr_pages, came_to.fully_examined)
    return Looked(came_to.outcome.value, seen, parts, *counts, came_to.says, came_to.more)


def held_by(path: str) -> tuple[Seen, ...]:
    """What the path of a file itself holds. What it is called after is no question put to anybody."""
    found = with_doubts(path, TextKind.PROSE, weighs=False)
    return tuple(_seen(replace(it, where=NAME), WHOLE_FILE) for it in found if it.mode is Mode.VALUE)


def with_its_path(looked: Looked, path: str) -> Looked:
    """The same, with what the file's path holds. Its own name may have been looked at when it was opened."""
    if any(it.where == NAME for it in looked.seen) or not (held := held_by(path)):
        return looked
    outcome = SOMETHING_FOUND if looked.outcome == NOTHING_FOUND else looked.outcome
    return replace(looked, outcome=outcome, seen=(*looked.seen, *held))


def _seen(it: Finding, part: int) -> Seen:
    category, mode, doubted = it.category.value, it.mode.value, it.doubted
    return Seen(category, mode, it.start, it.end, it.confidence, it.why, part, it.page, it.where, doubted)


def not_examined(outcome: str, says: str, *, fully_examined: bool = False) -> Looked:
    """A file into which nobody could look, and why."""
    return Looked(outcome, (), {}, 0, 0, fully_examined, says)
