"""What is asked for: a field, a column, an identifier or a sentence that wants what may not be collected."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fileroom.screening.engine import Hit
from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.numbered import labels, tails
from fileroom.screening.reading import Reading

SUBJECTS = (
    (Category.SSN, ("ssn.name", "ssn.loose")),
    (Category.ITIN, ("itin.name",)),
    (Category.A_NUMBER, ("a_number.name",)),
    (Category.IMMIGRATION_STATUS, ("immigration_status.name",)),
    (Category.IMMIGRATION_DOCUMENT, ("immigration_document.name",)),
    (Category.PROTECTED_LIST, ("protected_list.name",)),
)
# A label goes on a little and then comes the place to write in, or the end.
PLACE_TO_WRITE = re.compile(r"[^\n.!?;]{0,60}?(?:_{2,}|\.{4,}|\[ ?\]|\( ?\)|: *(?:\n|$)|: *_|\?)")
AFTER_LABEL = re.compile(r"[\s)\]]{0,2}(?:\([^)\n]{0,60}\))?[^\n.!?;:]{0,40}(?:[:=?]|\n|$)")
IDENTIFIER = re.compile(r"[\"'<\[_./@]|[a-z][A-Z]")
SHORT_LINE = 110


def found(reading: Reading, values: list[Finding]) -> Iterator[Finding]:
    """Everything asked for. `values`: what was found to be there; a label beside its own value asks no second time."""
    last4 = [hit for hit, _ in tails(reading)]
    for hit in last4:
        yield from _asked(reading, Category.SSN_LAST4, hit, values)
    for category, tags in SUBJECTS:
        for hit in labels(reading, *tags):
            if category is Category.SSN and any(it.start <= hit.start < it.end for it in last4):
                continue
            yield from _asked(reading, category, hit, values)


def _asked(reading: Reading, category: Category, hit: Hit, values: list[Finding]) -> Iterator[Finding]:
    if any(it.category is category and hit.start <= it.start <= hit.end + 90 for it in values):
        return
    confidence, why = weigh(reading, category, hit)
    yield Finding(category, Mode.SOLICIT, hit.start, hit.end, min(confidence, 0.99), tuple(why))


def weigh(reading: Reading, category: Category, hit: Hit) -> tuple[float, list[str]]:
    """How surely a name asks for what it names, and why."""
    confidence, why = _place(reading, hit)
    first, last = reading.sentence(hit.start, hit.end)
    roles = reading.roles(first, last)
    if "request" in roles:
        confidence, why = confidence + 0.45, [*why, "the sentence asks"]
    if hit.tag.endswith("loose"):
        confidence -= 0.1
    if "negation" in roles and confidence < 0.9:
        confidence, why = confidence - 0.6, [*why, "the sentence says no"]
    return _frames(reading, category, hit, roles, confidence), why


def _frames(reading: Reading, category: Category, hit: Hit, roles: frozenset[str], confidence: float) -> float:
    if category is Category.IMMIGRATION_STATUS and "mark" in reading.roles(*reading.line(hit.start, hit.end)):
        return 0.1
    if category is Category.IMMIGRATION_DOCUMENT and "immigration_document.other" in roles:
        confidence -= 0.5
    if category is Category.PROTECTED_LIST and "aggregate" in roles:
        confidence -= 0.6
    if not reading.is_form() or len(reading.text) > 200:
        confidence -= 0.2 * min(reading.frame(hit.start, hit.end, "essay"), 3)
        confidence -= 0.15 * min(reading.frame(hit.start, hit.end, "notice"), 3)
    return confidence


def _place(reading: Reading, hit: Hit) -> tuple[float, list[str]]:
    """What the place says: a label, a place to write in, an identifier, a field."""
    first, last = reading.line(hit.start, hit.end)
    line = reading.text[first:last]
    confidence, why = 0.1, []
    if PLACE_TO_WRITE.match(reading.text, hit.end, min(last + 1, hit.end + 90)):
        confidence, why = confidence + 0.6, ["a place to write in follows"]
    elif len(line) <= SHORT_LINE and AFTER_LABEL.match(reading.text, hit.end, min(last + 1, hit.end + 90)):
        confidence, why = confidence + 0.4, ["it stands as a label"]
    if reading.is_form():
        confidence, why = confidence + 0.25, [*why, "in a form"]
    if _is_identifier(reading, hit):
        confidence, why = confidence + 0.35, [*why, "a part of an identifier"]
    return confidence, why


def _is_identifier(reading: Reading, hit: Hit) -> bool:
    start, end = reading.folded.span(hit.start, hit.end)
    around = reading.folded.original[max(0, start - 2) : end + 2]
    word = around.strip()
    return " " not in word and IDENTIFIER.search(word) is not None
