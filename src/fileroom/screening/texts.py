"""Screening a text: fold it, match it, judge what was matched, say what was found and why."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from fileroom.screening import asking, numbered, slips, tables, telling
from fileroom.screening.engine import NONE, Hit, damaged, triggers
from fileroom.screening.findings import Finding
from fileroom.screening.folding import Folded, fold, squeezed
from fileroom.screening.grid import table_of
from fileroom.screening.numbered import start_of
from fileroom.screening.reading import Reading, TextKind, is_word

SPREAD, SCAN, SLIP, OWNED, LED = "text.spread", "text.scan", "ssn.slip", "ssn.owned", "ssn.led"
SHAPES = frozenset({"ssn.shape", "ssn.nine", "ssn_last4.mask", "a_number.shape", "a_number.said", SPREAD})
SHAPES |= {"immigration_document.strip", "immigration_document.receipt"}
# Of themselves these are nothing: nine digits, "the last four".
IDLE = frozenset({"ssn.nine", "ssn_last4.tail"})
WHOLE = re.compile(r"[0-9]{9}\b|[0-9]{3}[ -][0-9]{2}[ -][0-9]{4}\b")
LEAST = 0.5  # confidence from which a finding is reported
HAIR = 1e-9  # tenths do not add up exactly


def screen_text(
    text: str, kind: TextKind = TextKind.PROSE, *, title: str = "", least: float = LEAST, strict: bool = False
) -> tuple[Finding, ...]:
    """What a text holds or asks for, in order of place.

    `kind`: what the text is to those who wrote it. A TABLE is lines of cells parted by tabs, the first line its header
    where there is one; a CSV_ROW's cells are parted by comma, semicolon or tab. `title`: the form's, file's or sheet's
    title, read as context only. `least`: the confidence from which a finding is reported, 0 to 1; a lower one also
    shows what was found and doubted. `strict`: nine digits in a row count where no word says which number they are.
    Offsets are in characters of `text`. No value is repeated in a finding. Raises RuntimeError where the matcher
    does not answer.
    """
    found: list[Finding] = []
    for reading in _readings(text, kind, title, strict=strict):
        values = _values(reading, least)
        asked = [it for it in asking.found(reading, values) if it.confidence >= least - HAIR]
        found += [_placed(it, reading) for it in (*values, *asked)]
    return tuple(_apart(found))


def values_in(text: str, *, least: float, strict: bool) -> list[Finding]:
    """Only what a text holds, as `screen_text` finds it in prose: what it asks for is not looked into."""
    readings = _readings(text, TextKind.PROSE, "", strict=strict)
    return _apart([_placed(it, reading) for reading in readings for it in _values(reading, least)])


def _readings(text: str, kind: TextKind, title: str, *, strict: bool) -> Iterator[Reading]:
    """The text as it is read, and once more with its letters joined where they stand one by one."""
    folded = fold(text)
    hits = _hits(folded, NONE if strict else IDLE)
    if not hits or not (strict or any(hit.tag not in IDLE for hit in hits)):
        return
    yield _reading(folded, kind, title, hits, strict=strict)
    if any(hit.tag == SPREAD for hit in hits):
        joined = squeezed(folded)
        yield _reading(joined, kind, title, _hits(joined), strict=strict)


def _hits(folded: Folded, idle: frozenset[str] = NONE) -> list[Hit]:
    """What was matched and stands as a word; a bad scan's spellings too where the text shows the marks of one."""
    text = folded.text
    hits = triggers().find(text, idle)
    if any(hit.tag == SCAN for hit in hits):
        hits = sorted([*hits, *damaged().find(text)], key=_start)
    kept = []
    for hit in hits:
        if hit.tag == SLIP:
            if slips.is_name(text[hit.start : hit.end]):
                kept.append(Hit("ssn.name", hit.start, hit.end))
        elif hit.tag == OWNED:
            kept.append(Hit("ssn.loose", hit.start + 1, hit.end))
        elif hit.tag == LED:  # the number's first digit is none of the label's
            if not text.startswith("ss", hit.start) or WHOLE.match(text, hit.end - 1):
                kept.append(Hit("ssn.said", hit.start, hit.end - 1))
        elif hit.tag != SCAN and (hit.tag in SHAPES or is_word(folded, hit.start, hit.end)):
            kept.append(hit)
    return kept


def _start(hit: Hit) -> int:
    return hit.start


def _reading(folded: Folded, kind: TextKind, title: str, hits: list[Hit], *, strict: bool) -> Reading:
    table = None
    if kind is not TextKind.PROSE:
        table = table_of(folded.text, says_so=kind in (TextKind.CSV_ROW, TextKind.TABLE))
    return Reading(folded, kind, title, hits, strict=strict, table=table)


def _values(reading: Reading, least: float) -> list[Finding]:
    found = [*numbered.found(reading), *telling.found(reading)]
    if reading.table is not None:
        found += tables.found(reading, reading.table)
    return sorted((it for it in found if it.confidence >= least - HAIR), key=start_of)


def _placed(finding: Finding, reading: Reading) -> Finding:
    if reading.folded.places is None:
        return finding
    start, end = reading.folded.span(finding.start, finding.end)
    return replace(finding, start=start, end=end)


def _apart(found: list[Finding]) -> list[Finding]:
    """In order of place; of two that overlap the surer stays."""
    kept: list[Finding] = []
    for one in sorted(found, key=lambda it: (-it.confidence, it.start)):
        at = bisect_left(kept, one.end, key=start_of)
        if at == 0 or kept[at - 1].end <= one.start:
            kept.insert(at, one)
    return kept
