"""What is told of a person in words: a status, a paper that was shown or copied, a list of people by what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fileroom.screening.asking import is_mark
from fileroom.screening.engine import Hit
from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.numbered import labels
from fileroom.screening.reading import Reading
from fileroom.screening.strips import strips

STATUS_TAGS = frozenset({"immigration_status.name", "immigration_status.state", "immigration_status.value"})
PAPER_TAGS = frozenset({"immigration_document.name", "immigration_document.receipt", "immigration_document.strip"})
OPTIONS = re.compile(r"[^\n]{0,60}[:?][^\n]{0,40}(?:/|\( ?\)|\[ ?\])")
SHOWN_AFTER = re.compile(r"\W{0,3}(?:card |copy )?(?:is |was )?(?:on file|shown|presented|seen|copied|verified|provided)\b")
NUMBER_OF_A_PAPER = re.compile(r"(?:[^\n.;]|no\.|num\.){0,30}?\b(?=[a-z0-9 ]*[0-9]{3})[a-z]{0,3} ?[0-9][0-9a-z ]{5,14}\b")
NUMBERED_FORM = re.compile(r"(?:i|ds)[\s_.\-]{0,3}[0-9]{2,4}[a-z]?")
VALUE_AFTER = re.compile(r"[^:=\n.!?,]{0,22}[:=][ \"']{0,3}[^\W\d_]{3,}")


def found(reading: Reading) -> Iterator[Finding]:
    """Every status, paper and list that is told, in no order."""
    if not STATUS_TAGS.isdisjoint(reading.by_tag):
        yield from statuses(reading)
    if not PAPER_TAGS.isdisjoint(reading.by_tag):
        yield from papers(reading)
    if "protected_list.group" in reading.by_tag:
        yield from lists(reading)


def statuses(reading: Reading) -> Iterator[Finding]:
    """Statements of somebody's status."""
    for hit in labels(reading, "immigration_status.state"):
        confidence, why = _weigh(reading, hit, 0.4)
        yield Finding(Category.IMMIGRATION_STATUS, Mode.VALUE, hit.start, hit.end, confidence, tuple(why))
    for hit in labels(reading, "immigration_status.value", "immigration_status.name"):
        match = VALUE_AFTER.match(reading.text, hit.end - reading.text[hit.start : hit.end].endswith((":", "=")))
        if match and not OPTIONS.match(reading.text, hit.end) and not is_mark(reading, hit):
            why_ = ("a label for a status, and a word after it",)
            confidence = 0.7 - 0.25 * min(reading.frame(hit.start, hit.end, "essay"), 2)
            yield Finding(Category.IMMIGRATION_STATUS, Mode.VALUE, hit.start, match.end(), confidence, why_)


def _weigh(reading: Reading, hit: Hit, confidence: float) -> tuple[float, list[str]]:
    first, last = reading.sentence(hit.start, hit.end)
    roles = reading.roles(first, last)
    why = ["words that state an immigration or citizenship status"]
    if "person" in roles:
        confidence, why = confidence + 0.35, [*why, "a person is spoken of"]
    if reading.is_form(hit.start) and OPTIONS.match(reading.text, reading.line(hit.start, hit.end)[0]):
        confidence -= 0.4
    confidence -= 0.25 * min(reading.frame(hit.start, hit.end, "essay"), 2)
    confidence -= 0.2 * min(reading.frame(hit.start, hit.end, "notice"), 2)
    return confidence, why


def papers(reading: Reading) -> Iterator[Finding]:
    """Papers of immigration that were shown, copied or are described by their number; machine-readable strips."""
    stripped = strips(reading.text) if reading.of("immigration_document.strip") else []
    if stripped:
        for start, end, holds in stripped:
            why = ("a machine-readable strip", "a check digit holds" if holds else "no check digit holds")
            confidence = 0.98 if holds else 0.6
            yield Finding(Category.IMMIGRATION_DOCUMENT, Mode.VALUE, start, end, confidence, why)
    for hit in reading.of("immigration_document.receipt"):
        why = ("numbered as immigration papers are",)
        yield Finding(Category.IMMIGRATION_DOCUMENT, Mode.VALUE, hit.start, hit.end, 0.8, why)
    for hit in labels(reading, "immigration_document.name"):
        first, last = reading.sentence(hit.start, hit.end)
        roles = reading.roles(first, last)
        numbered = NUMBERED_FORM.match(reading.text, hit.start, hit.end) is not None
        confidence, why_ = (0.3 if numbered else 0.1), ["the name of an immigration document"]
        if NUMBER_OF_A_PAPER.match(reading.text, hit.end):
            confidence, why_ = 0.8, [*why_, "a number after it"]
        elif SHOWN_AFTER.match(reading.text, hit.end):
            confidence, why_ = 0.7, [*why_, "it was shown, copied or kept"]
        elif "paper_verb" in roles and not reading.is_form():
            confidence, why_ = 0.55, [*why_, "it was shown, copied or kept"]
        if confidence < 0.25 or (stripped and confidence < 0.8):
            continue
        if reading.means_another(hit):
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
        if reading.says_no(hit):
            confidence -= 0.4
        confidence -= 0.25 * min(reading.frame(hit.start, hit.end, "essay"), 2)
        mode = Mode.SOLICIT if "request" in roles else Mode.VALUE
        yield Finding(Category.PROTECTED_LIST, mode, hit.start, hit.end, confidence, tuple(why))
