"""A document screened: opened, every text in it looked at, each finding with its page and place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from fileroom.screening.again import ToldOnce
from fileroom.screening.clock import JUDGING, LATE, Clock, Late
from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.gate import strictly, with_doubts
from fileroom.screening.opening.apart import extract_apart
from fileroom.screening.parts import LIMITS, STANDS, Extracted, Limits, Outcome, Part
from fileroom.screening.scripts import NOT_KNOWN, is_not_known

WHOLE_FILE = -1  # of a finding that lies in no part: the file itself is what was found
MOST_OF_A_KIND = 1000  # findings of one category and mode that are told of one document
MORE = f"More was found in it than is told: of each kind the first {MOST_OF_A_KIND:,}."


@dataclass(frozen=True, slots=True)
class Screened:
    """What screening a document came to.

    `outcome` is CLEAN only where all of it was examined and nothing found. `findings` stand in the order of its parts;
    their offsets are in characters into the part's text. `says` is one sentence for a person, with nothing of the
    contents. `pages` counts those of PDFs and pictures, `ocr_pages` those of them read by OCR. `parts`: the number of
    the part that each finding lies in, WHOLE_FILE of one that is said of the file. `more`: of some kind there are more
    than MOST_OF_A_KIND, and those are not told.
    """

    outcome: Outcome
    findings: tuple[Finding, ...]
    pages: int
    ocr_pages: int
    fully_examined: bool
    says: str
    parts: tuple[int, ...] = ()
    more: bool = False


Open = Callable[[bytes, str, Limits], Extracted]


def screen_document(
    body: bytes, name: str = "", limits: Limits = LIMITS, *, opened_by: Open | None = None, strict: bool = False
) -> Screened:
    """Screen a document, opened behind walls in a worker process. Never raises for what the document is.

    `name`: the file's name, context only. `opened_by`: what opens it, where that is not this process's own worker:
    `Apart().extract` for a worker of one's own, `opening.extract` for a document one made oneself. `strict`: as the
    gate looks at what a person hands in, where a value that is doubted is a finding too.
    """
    return screen_extracted(
        (opened_by or extract_apart)(body, name, limits), name, strict=strict, seconds=limits.judging
    )


def screen_extracted(
    extracted: Extracted, name: str = "", *, strict: bool = False, weighs: bool = True, seconds: float = JUDGING
) -> Screened:
    """Screen a document that is opened already. What is not judged in so many seconds is not examined.

    `weighs`: as `screen_text` has it.
    """
    found: list[tuple[int, Finding]] = []
    if extracted.outcome is Outcome.MALWARE:
        whole = Finding(Category.MALWARE, Mode.VALUE, 0, 0, 1.0, (extracted.says,), where="whole file")
        found.append((WHOLE_FILE, whole))
    times: Counter[tuple[Category, Mode]] = Counter()
    clock = Clock(seconds)
    told = ToldOnce()
    try:
        for number, part in enumerate(extracted.parts):
            seen = in_part(part, name, strict=strict, weighs=weighs, most=MOST_OF_A_KIND + 1, clock=clock)
            for it in told.new(part, seen):
                times[it.category, it.mode] += 1
                if times[it.category, it.mode] <= MOST_OF_A_KIND:
                    found.append((number, it))
    except Late:
        unexamined = extracted.outcome or Outcome.QUARANTINE
        extracted = replace(extracted, outcome=unexamined, says=extracted.says or LATE)
    if extracted.outcome is None and is_not_known(extracted.parts):
        extracted = replace(extracted, outcome=Outcome.QUARANTINE, says=NOT_KNOWN)
    more = any(it > MOST_OF_A_KIND for it in times.values())
    return Screened(
        outcome=_outcome(extracted, bool(found)),
        findings=tuple(it for _, it in found),
        pages=extracted.pages,
        ocr_pages=extracted.ocr_pages,
        fully_examined=extracted.fully_examined,
        says=" ".join(filter(None, (extracted.says, MORE if more else ""))),
        parts=tuple(number for number, _ in found),
        more=more,
    )


def in_part(
    part: Part, name: str, *, strict: bool, weighs: bool = True, most: int | None = None, clock: Clock | None = None
) -> list[Finding]:
    """A finding read by OCR is no surer than the reading. `weighs`, `most`, `clock`: as `screen_text` has them.

    `strict` is of what is typed: a page and a picture in it are looked at as those of a scan.
    """
    typed = part.page is None and part.confidence is None
    look = strictly if strict and typed else partial(with_doubts, weighs=weighs)
    surety = 1.0 if part.confidence is None else max(0.5, min(1.0, part.confidence / 100))
    return [
        replace(
            found,
            page=part.page,
            where=part.place_of(found.start),
            confidence=found.confidence * surety,
            why=found.why if part.confidence is None else (*found.why, f"read by OCR, {part.confidence:.0f} of 100"),
        )
        for found in look(part.text, part.kind, title=part.title or name, most=most, clock=clock)
        if not part.asks_nobody or found.mode is Mode.VALUE
    ]


def _outcome(extracted: Extracted, any_found: bool) -> Outcome:
    unexamined = extracted.outcome
    if unexamined is None:
        return Outcome.FINDINGS if any_found else Outcome.CLEAN
    if any_found and not extracted.of_the_whole and unexamined not in STANDS:
        return Outcome.FINDINGS
    return unexamined
