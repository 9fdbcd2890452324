"""What a document is once it is opened: texts, each with its place; and whether all of it could be examined."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum

from fileroom.screening.clock import JUDGING
from fileroom.screening.reading import TextKind


class Outcome(StrEnum):
    """What screening a document came to (contracts: `screen`). Only CLEAN and FINDINGS are said of one read whole."""

    BOMB = "bomb"
    CLEAN = "clean"
    DAMAGED = "damaged"
    EMPTY = "empty"
    ENCRYPTED = "encrypted"
    FINDINGS = "findings"
    MALWARE = "malware"
    QUARANTINE = "quarantine"
    REJECTED = "rejected"
    TOO_BIG = "too_big"
    UNREADABLE = "unreadable"


# Where several things are wrong with one document, the first of these is said of it.
GRAVEST_FIRST = (
    Outcome.MALWARE,
    Outcome.BOMB,
    Outcome.REJECTED,
    Outcome.TOO_BIG,
    Outcome.ENCRYPTED,
    Outcome.DAMAGED,
    Outcome.UNREADABLE,
    Outcome.QUARANTINE,
    Outcome.EMPTY,
)
# Of the whole file, these stand whatever else was found in it: its findings are of what could be read.
STANDS = frozenset((Outcome.MALWARE, Outcome.BOMB, Outcome.REJECTED))


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one document may take, with all that is packed in it. What goes past a limit is not examined whole."""

    # Of the file as it is given, in bytes.
    body: int = 256 * 1024 * 1024
    # Packings within packings: an archive in an e-mail in an archive is three.
    depth: int = 6
    # Files packed in it, at every depth together.
    items: int = 5_000
    # Bytes unpacked, at every depth together.
    unpacked: int = 1024 * 1024 * 1024
    # Unpacked bytes for each packed one, where they are more than `ratio_from`.
    ratio: int = 400
    ratio_from: int = 1024 * 1024
    # Characters of text.
    characters: int = 100_000_000
    # Single texts, each with its place.
    parts: int = 50_000
    pages: int = 5_000
    # Pages and pictures read by OCR.
    ocr_pages: int = 500
    # Of one picture.
    pixels: int = 60_000_000
    # Wall clock, from the moment the reading begins.
    seconds: float = 120.0
    # Wall clock in all, with the wait for the worker to be free and to start; None: as long as that takes.
    within: float | None = None
    # Of judging what was read: this process's own work, wherever that is done.
    judging: float = JUDGING
    # Bytes of memory above what the worker has before it sees the document.
    memory: int = 1536 * 1024 * 1024


LIMITS = Limits()
IN_TIME = "It could not be read in time."
BROKE = "The program that reads it broke on it."


@dataclass(frozen=True, slots=True)
class Part:
    """A text of a document.

    `places`: from this offset (characters into `text`, ascending) on, the text stands at this place: "header",
    "comment 2", "Sheet1!C4", "field parent_ssn", "attachment a.docx › body". `page` counts from 1. `confidence`: 0 to
    100, of the OCR that read it; None where it was not read by OCR. `title` is context only: a sheet's or file's name.
    `asks_nobody`: no question is put by it: it is what a packed file is called, or letters in which one was packed.
    `again`: so many parts before it hold the same file read in another way; of what was found in them already in the
    same words it says nothing new.
    """

    text: str = field(repr=False)
    kind: TextKind
    places: tuple[tuple[int, str], ...] = field(default=(), repr=False)
    page: int | None = None
    confidence: float | None = None
    title: str = field(default="", repr=False)
    asks_nobody: bool = False
    again: int = 0

    def place_of(self, offset: int) -> str | None:
        """Where the character at this offset stands; None where no place is known."""
        at = bisect_right(self.places, offset, key=lambda place: place[0])
        return self.places[at - 1][1] if at else None


@dataclass(frozen=True, slots=True)
class Extracted:
    """A document, opened.

    `outcome` says why it was not fully examined, and is None where it was. `says` is one sentence for a person, with
    nothing of the contents. `pages` counts those of PDFs and pictures, `ocr_pages` those of them read by OCR.
    """

    parts: tuple[Part, ...]
    outcome: Outcome | None
    pages: int
    ocr_pages: int
    says: str
    # Whether the outcome is said of the whole file (True), or of something packed in it.
    of_the_whole: bool = False

    @property
    def fully_examined(self) -> bool:
        """Whether every part of it was read."""
        return self.outcome is None
