"""What is told of a person in words: a status, a paper that was shown or copied, a list of people by what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fileroom.screening.engine import Hit
from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.numbered import labels
from fileroom.screening.reading import Reading
from fileroom.screening.strips import strips

NUMBER_OF_A_PAPER = re.compile(r"[^\n.;]{0,30}?\b(?=[a-z0-9 ]*[0-9]{3})[a-z]{0,3} ?[0-9][0-9a-z ]{5,14}\b")
VALUE_AFTER = re.compile(r"[\s:=\"]{1,4}[a-z]{3,}")


def found(reading: Reading) -> Iterator[Finding]:
    """Every status, paper and list that is told, in no order."""
    yield from statuses(reading)
    yield from papers(reading)
    yield from lists(reading)


def statuses(reading: Reading) -> Iterator[Finding]:
    """Statements of somebody's status."""
    for hit in labels(reading, "immigration_status.state"):
        confidence, why = _weigh(reading, hit, 0.4)
        yield Finding(Category.IMMIGRATION_STATUS, Mode.VALUE, hit.start, hit.end, confidence, tuple(why))
    for hit in labels(reading, "immigration_status.value"):
        if "mark" in reading.roles(*reading.line(hit.start, hit.end)):
            continue
        if VALUE_AFTER.match(reading.text, hit.end):
            why_ = ("a label for a status, and a word after it",)
            yield Finding(Category.IMMIGRATION_STATUS, Mode.VALUE, hit.start, hit.end, 0.7, why_)


def _weigh(reading: Reading, hit: Hit, confidence: float) -> tuple[float, list[str]]:
    first, last = reading.sentence(hit.start, hit.end)
    roles = reading.roles(first, last)
    why = ["words that state an immigration or citizenship status"]
    if "person" in roles:
        confidence, why = confidence + 0.35, [*why, "a person is spoken of"]
    confidence -= 0.25 * min(reading.frame(hit.start, hit.end, "essay"), 2)
    confidence -= 0.2 * min(reading.frame(hit.start, hit.end, "notice"), 2)
    return confidence, why


def papers(reading: Reading) -> Iterator[Finding]:
    """Papers of immigration that were shown, copied or are described by their number; machine-readable strips."""
    if reading.of("immigration_document.strip"):
        for start, end, holds in strips(reading.text):
            why = ("a machine-readable strip", "a check digit holds" if holds else "no check digit holds")
            confidence = 0.98 if holds else 0.6
            yield Finding(Category.IMMIGRATION_DOCUMENT, Mode.VALUE, start, end, confidence, why)
    for hit in reading.of("immigration_document.receipt"):
        why = ("numbered as immigration papers are",)
        yield Finding(Category.IMMIGRATION_DOCUMENT, Mode.VALUE, hit.start, hit.end, 0.8, why)
    for hit in labels(reading, "immigration_document.name"):
        first, last = reading.sentence(hit.start, hit.end)
        roles = reading.roles(first, last)
        confidence, why_ = 0.1, ["the name of an immigration document"]
        if NUMBER_OF_A_PAPER.match(reading.text, hit.end):
            confidence, why_ = 0.8, [*why_, "a number after it"]
        elif "paper_verb" in roles and not reading.is_form():
            confidence, why_ = 0.55, [*why_, "it was shown, copied or kept"]
        if "immigration_document.other" in roles:
            confidence -= 0.5
        if "request" in roles:
            confidence -= 0.1
        confidence -= 0.25 * min(reading.frame(hit.start, hit.end, "essay"), 2)
        confidence -= 0.2 * min(reading.frame(hit.start, hit.end, "notice"), 2)
        yield Finding(Category.IMMIGRATION_DOCUMENT, Mode.VALUE, hit.start, hit.end, confidence, tuple(why_))


def lists(reading: Reading) -> Iterator[Finding]:
    """Lists of people by origin, ethnicity or religion: a group's name and a word for a list."""
    for hit in labels(reading, "protected_list.group"):
        first, last = reading.sentence(hit.start, hit.end)
        roles = reading.roles(first, last)
        confidence, why = 0.1, ["a group by origin, ethnicity or religion"]
        if "list" in roles:
            confidence, why = 0.65, [*why, "a list of persons"]
        if "aggregate" in roles:
            confidence -= 0.5
        if "negation" in roles:
            confidence -= 0.4
        confidence -= 0.25 * min(reading.frame(hit.start, hit.end, "essay"), 2)
        mode = Mode.SOLICIT if "request" in roles else Mode.VALUE
        yield Finding(Category.PROTECTED_LIST, mode, hit.start, hit.end, confidence, tuple(why))
