"""A document that is handed in or brought, opened and read by the sieve before anybody decides.

It takes seconds to read a scan, so no transaction is open meanwhile.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from fileroom.law.marks import tells
from fileroom.records.contents import LARGEST
from fileroom.screening import MOST_OF_A_LOOK, Category, Finding, findings_in, kind_of
from fileroom.screening.documents import DOCX, EML, ODT, PPTX, TEXT, XLSX
from fileroom.screening.opening.apart import extract_apart
from fileroom.screening.parts import Extracted, Limits, Outcome, Part
from fileroom.screening.screened import Screened, screen_document
from fileroom.screening.scripts import NOT_KNOWN

# Somebody stands at the counter: what is not read by then is given up.
LIMITS = Limits(body=LARGEST, characters=LARGEST, seconds=25.0, within=30.0, judging=20.0)
# What somebody typed, and nobody printed or scanned. Scans that are put into one are looked at as scans are.
WRITTEN = (TEXT, DOCX, XLSX, PPTX, ODT, EML)
BY_ITS_NAME = "file name"  # where the sieve finds what stands in the name, which is looked at here
NEXT = {
    Outcome.BOMB: "Print it anew from the program that made it, and file that.",
    Outcome.DAMAGED: "Scan it again, or save it anew from the program that made it.",
    Outcome.EMPTY: "Scan it again.",
    Outcome.ENCRYPTED: "Save a copy that opens without a password, and file that.",
    Outcome.MALWARE: "Do not open it, and tell whoever looks after the computers.",
    Outcome.QUARANTINE: "File it again in a minute. If it is not read then, tell whoever looks after Fileroom.",
    Outcome.REJECTED: "Save it as one PDF under its own kind, and file that.",
    Outcome.TOO_BIG: "Split it, or scan it at 150 dpi.",
    Outcome.UNREADABLE: "Take out what is packed in it, or print it to a PDF, and file that.",
}


@dataclass(frozen=True)
class Read:
    """What the sieve made of a document, and the texts it was opened into."""

    screened: Screened
    parts: tuple[Part, ...] = field(repr=False)

    @cached_property
    def tells(self) -> frozenset[str]:
        """By which words it tells of a family's status (law.marks). The first to ask waits: it goes over every word."""
        return tells(part.text for part in self.parts)


def read(name: str, body: bytes, limits: Limits | None = None) -> Read | None:
    """The document, opened and read; None of what the shelves do not take, which is not opened.

    Every road on which a document comes asks here. `limits`: those of the counter, where nobody says others.
    """
    kind = kind_of(body, name) if len(body) <= LARGEST else None
    if kind is None:
        return None
    parts: list[Part] = []

    def opened_by(body: bytes, name: str, limits: Limits) -> Extracted:
        extracted = extract_apart(body, name, limits)
        parts.extend(extracted.parts)
        return extracted

    # Whoever wrote a text can say in it which number nine digits are; nobody can say so in a scan or a printed form.
    seen = screen_document(body, name, limits or LIMITS, opened_by=opened_by, strict=kind in WRITTEN)
    return Read(seen, tuple(parts))


def findings(name: str, seen: Screened | None) -> list[Finding]:
    """What may not be kept in its name and in it, in order; of a kind no more than MOST_OF_A_LOOK."""
    inside = [it for it in seen.findings if it.where != BY_ITS_NAME] if seen else []
    found: list[Finding] = []
    times: Counter[Category] = Counter()
    for it in (*findings_in(name), *inside):
        times[it.category] += 1
        # A program that does harm is no record: no law of records is asked about it.
        if it.category is not Category.MALWARE and times[it.category] <= MOST_OF_A_LOOK:
            found.append(it)
    return found


def unread(seen: Screened | None) -> str:
    """Why it is not known whole what it holds, and what to do; empty where it is, and of what was not opened."""
    if seen is None or seen.fully_examined:
        return ""
    if seen.says == NOT_KNOWN:  # it says itself what to do
        return f"{seen.says} Nothing was kept."
    return f"{seen.says} {NEXT.get(seen.outcome, NEXT[Outcome.UNREADABLE])} Nothing was kept."
