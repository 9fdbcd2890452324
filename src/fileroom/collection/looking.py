"""What the sieve saw in one text or one document; the one place where it is called for `screen` and for forms."""

from __future__ import annotations

from dataclasses import dataclass

from fileroom import screening

LARGEST = 256 * 2**20  # bytes of a file that is read at all
NOTHING_FOUND, SOMETHING_FOUND = "clean", "findings"
TEXT_KINDS = ("form_field", "form_answers", "csv_row", "note", "letter", "email", "table", "prose")


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
    found = screening.findings_in(text, screening.LOOKS_AT_WRITING)
    seen = tuple(Seen(it.category.value, it.mode.value, it.start, it.end, 0.9, (it.why,)) for it in found)
    outcome = SOMETHING_FOUND if seen else NOTHING_FOUND
    return Looked(outcome, seen, {0: (title, text)} if seen else {}, 1, 0, True)


def look_at_document(body: bytes, name: str) -> Looked:
    """The sieve over the bytes of one file, every part of it."""
    if not body:
        return not_examined("empty", "The file is empty.", fully_examined=True)
    kind = screening.kind_of(body)
    if kind is None or kind.media_type != "text/plain":
        return not_examined("quarantine", "This kind of file cannot be looked into yet.")
    return look_at_text(body.decode("utf-8"), title=name)


def not_examined(outcome: str, says: str, *, fully_examined: bool = False) -> Looked:
    """A file into which nobody could look, and why."""
    return Looked(outcome, (), {}, 0, 0, fully_examined, says)
