"""Screening a text: fold it, match it, judge what was matched, say what was found and why."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain, filterfalse

from fileroom.screening import asking, columns, learned, named_rows, numbered, slips, tables, telling
from fileroom.screening.clock import Clock
from fileroom.screening.engine import IDLE, Hit, damaged, triggers
from fileroom.screening.findings import DOUBTED, HAIR, LEAST, Finding, is_sure
from fileroom.screening.folding import Folded, fold, squeezed
from fileroom.screening.grid import table_of
from fileroom.screening.heads import HEADS, heads_numbers
from fileroom.screening.meant import is_another
from fileroom.screening.mending import mended
from fileroom.screening.order import start_of
from fileroom.screening.paragraphs import alone
from fileroom.screening.pieces import Piece, pieces
from fileroom.screening.reading import Reading, TextKind
from fileroom.screening.weakened import is_another_s
from fileroom.screening.words import Borders

NOBODY_S = re.compile(r"\b(?:does|is|was|has|as|this|us|its|yes|plus|unless|less|ciencias)[ _.-]{1,2}soc\w*$")
NEAREST = 10
SPREAD, SCAN, SLIP, OWNED, LED = "text.spread", "text.scan", "ssn.slip", "ssn.owned", "ssn.led"
NUMBERS = frozenset({"ssn.shape", "ssn.nine", "ssn_last4.mask", "a_number.shape"})
SHAPES = frozenset(
    {"a_number.said", "protected_list.land", SPREAD, "immigration_document.strip", "immigration_document.receipt"}
)
AS_THEY_ARE = NUMBERS | SHAPES | HEADS | {SCAN, SLIP, OWNED, LED}  # no words: judged by what stands about them
TABLES = (TextKind.CSV_ROW, TextKind.TABLE)
TWO_WAYS = ("a_number.name", "immigration_status", "protected_list", "ssn.loose", "ssn_last4.tail")  # as accents tell
LETTERS = re.compile(r"[a-z]+")
WHOLE = re.compile(r"[0-9]{9}\b|[0-9]{3}[ -][0-9]{2}[ -][0-9]{4}\b")
# A letter and figures that run into a name are a serial number: "5CD0273SSN".
OF_A_SERIAL, SERIAL = re.compile(r"(?<![a-z0-9])(?=[0-9]*[a-z])[a-z0-9]*[0-9]{3}\Z"), 16


def screen_text(
    text: str,
    kind: TextKind = TextKind.PROSE,
    *,
    title: str = "",
    least: float = LEAST,
    strict: bool = False,
    weighs: bool = True,
    counts: Callable[[Finding], bool] | None = None,
    most: int | None = None,
    clock: Clock | None = None,
) -> tuple[Finding, ...]:
    """What a text holds or asks for, in order of place.

    `kind`: what the text is to those who wrote it. A TABLE is lines of cells parted by tabs, the first line its header
    where there is one; a CSV_ROW's cells are parted by comma, semicolon or tab. `title`: the form's, file's or sheet's
    title, read as context only. `least`: the confidence from which a finding is reported, 0 to 1; a lower one also
    shows what was found and doubted. `strict`: nine digits in a row count where no word says which number they are.
    `weighs`: whether what was learned of the words about a place counts against what was found there, and for what no
    rule is sure of (learned.py); of a table and of a row of one it never does, nor for a form's field, and against what
    a paragraph says by itself it always does.
    `counts`: whether a finding counts; all do where nobody says. `most`: of a kind of finding the first so many.
    `clock`: how long it may take; of its own where none is given.
    Offsets are in characters of `text`. No value is repeated in a finding. Raises Late where it takes too long, and
    RuntimeError where the matcher does not answer.
    """

    asks_words = weighs and kind not in (TextKind.FORM_FIELD, *TABLES)
    keeps = min(least, DOUBTED) if asks_words else least

    def is_told(it: Finding) -> bool:
        return it.confidence >= least - HAIR and (counts is None or counts(it))

    def ruled(reading: Reading) -> list[Finding]:
        values = _values(reading)
        # What does not count takes no request's place either.
        told = _in_order(reading, filter(is_told, values))
        asked = list(asking.found(reading, [it for it in told if not is_another_s(it)]))
        unsure = filterfalse(is_sure, filterfalse(is_told, chain(values, asked)))
        return _apart(chain(told, filter(is_told, asked)), unsure if asks_words else ())

    def judged(reading: Reading) -> Iterator[Finding]:
        found = ruled(reading)
        if not learned.weighs(reading):
            return filter(is_told, found)
        weighed = list(learned.weighed(reading, found)) if weighs else found
        # What is only likely says of its paragraph nothing: that is read by itself all the same.
        by_rules = [now for was, now in zip(found, weighed, strict=True) if is_sure(was)]
        return filter(is_told, chain(weighed, by_themselves(reading, by_rules, ruled)))

    readings = _readings(text, kind, title, least=least, keeps=keeps, strict=strict, clock=clock)
    return tuple(_judged(readings, judged, most))


def by_themselves(
    reading: Reading, found: list[Finding], ruled: Callable[[Reading], list[Finding]]
) -> Iterator[Finding]:
    """What paragraphs say that were let be for the sake of others: only what rules and the words are both sure of."""
    for low, part in alone(reading, found):
        for it in learned.weighed_alone(part, ruled(part)):
            yield replace(it, start=it.start + low, end=it.end + low)


def values_in(text: str, *, least: float, strict: bool) -> list[Finding]:
    """Only what a text holds, as `screen_text` finds it in prose where `weighs` is false (only a paragraph alone is
    weighed): what it asks for is not looked into."""

    def ruled(reading: Reading) -> list[Finding]:
        return _in_order(reading, _values(reading))

    def judged(reading: Reading) -> Iterator[Finding]:
        found = ruled(reading)
        return chain(found, by_themselves(reading, found, ruled))

    readings = _readings(text, TextKind.PROSE, "", least=least, keeps=least, strict=strict, clock=None)
    return _judged(readings, judged, None)


def _judged(
    readings: Iterable[tuple[Piece, Reading]], judge: Callable[[Reading], Iterator[Finding]], most: int | None
) -> list[Finding]:
    """What is found in all the readings; of a kind no more than `most`, the first of them."""
    found: list[Finding] = []
    for piece, reading in readings:
        found += _apart(one for it in judge(reading) if (one := _placed(it, reading, piece)))
        if most is not None:
            found = _first(found, most)
    return _apart(found) if len(found) > 1 else found


def _first(found: list[Finding], most: int) -> list[Finding]:
    """Of each kind of finding the first so many."""
    times: Counter[tuple[str, str]] = Counter()
    kept = []
    for it in found:
        times[it.category, it.mode] += 1
        if times[it.category, it.mode] <= most:
            kept.append(it)
    return kept


def _readings(
    text: str, kind: TextKind, title: str, *, least: float, keeps: float, strict: bool, clock: Clock | None
) -> Iterator[tuple[Piece, Reading]]:
    """The text as it is read, and once more with its letters joined where they stand one by one."""
    clock = clock or Clock()
    for piece in pieces(text, headed=kind in TABLES):
        clock.look(len(text))
        folded = fold(piece.text)
        hits = _hits(folded, idle=strict)
        if not hits:
            continue
        if any(hit.tag == SCAN for hit in hits) and (meant := mended(folded)) is not folded:
            folded, hits = meant, _hits(meant, scanned=True)
        hits = [hit for hit in hits if hit.tag != SCAN]
        if not hits or not (strict or any(hit.tag not in IDLE for hit in hits)):
            continue
        yield piece, _reading(folded, kind, title, hits, least=least, keeps=keeps, strict=strict, clock=clock)
        if any(hit.tag == SPREAD for hit in hits):
            clock.look(len(text))
            joined = squeezed(folded)
            hits = _hits(joined)
            yield piece, _reading(joined, kind, title, hits, least=least, keeps=keeps, strict=strict, clock=clock)


def _hits(folded: Folded, *, idle: bool = True, scanned: bool = False) -> list[Hit]:
    """What was matched and stands as a word; a bad scan's spellings too where the text shows the marks of one."""
    text, word = folded.text, Borders(folded, AS_THEY_ARE)
    hits = triggers().find(text, word=word, idle=idle)
    if not hits and not scanned:
        return hits
    if scanned or any(hit.tag == SCAN for hit in hits):
        hits = sorted([*hits, *damaged().find(text, word=word)], key=start_of)
    kept = []
    for hit in hits:
        if hit.tag == SLIP:
            if slips.is_name(text[hit.start : hit.end]):
                kept.append(Hit("ssn.name", hit.start, hit.end))
        elif hit.tag in SHAPED:
            kept += SHAPED[hit.tag](text, hit)
        elif (hit.tag.startswith(TWO_WAYS) and is_another(folded, hit)) or _is_of_a_serial(text, hit):
            continue
        elif hit.tag == SCAN:
            kept += [] if scanned else [hit]
        else:  # what joins a name to the next part of an identifier is none of it
            kept.append(hit._replace(end=hit.end - 1) if text[hit.end - 1] == "_" else hit)
    return kept


def _is_of_a_serial(text: str, hit: Hit) -> bool:
    """Whether a name is the end of a thing's number."""
    return hit.tag == "ssn.name" and OF_A_SERIAL.search(text, max(0, hit.start - SERIAL), hit.start) is not None


def _owned(text: str, hit: Hit) -> list[Hit]:
    """Whose it is stands before it, and is none of the name: in "does Social Security pay" nobody does."""
    if NOBODY_S.search(text, max(0, hit.start - NEAREST), hit.end):
        return []
    return [Hit("ssn.loose", hit.start + 1, hit.end)]


def _led(text: str, hit: Hit) -> list[Hit]:
    """A short word right before a number: neither its first digit nor another number's name is the label's."""
    if text.startswith("ss", hit.start) and WHOLE.match(text, hit.end - 1) is None:
        return []
    word = LETTERS.match(text, hit.start, hit.end - 1)
    return [Hit("ssn.said", hit.start, word.end())] if word else []


def _number(text: str, hit: Hit) -> list[Hit]:
    """A number by itself: a line joins a name to it, and a digit beside it makes it another."""
    start, end = hit.start + (text[hit.start] == "_"), hit.end - (text[hit.end - 1] == "_")
    if text[max(0, start - 1) : start].isdigit() or text[end : end + 1].isdigit():
        return []
    return [Hit(hit.tag, start, end)]


# What becomes of a place that is no word: by what stands about it.
SHAPED: dict[str, Callable[[str, Hit], list[Hit]]] = {
    OWNED: _owned,
    LED: _led,
    **dict.fromkeys(HEADS, heads_numbers),
    **dict.fromkeys(NUMBERS, _number),
}


def _reading(
    folded: Folded,
    kind: TextKind,
    title: str,
    hits: list[Hit],
    *,
    least: float,
    keeps: float,
    strict: bool,
    clock: Clock,
) -> Reading:
    table = None
    if kind is not TextKind.PROSE:
        table = table_of(folded.text, says_so=kind in TABLES)
    return Reading(
        folded, kind, title, hits, least=least - HAIR, keeps=keeps - HAIR, strict=strict, table=table, clock=clock
    )


def _values(reading: Reading) -> list[Finding]:
    found = [*numbered.found(reading), *telling.found(reading), *named_rows.found(reading)]
    if reading.table is not None:
        found += tables.found(reading, reading.table)
    else:
        found += columns.found(reading)
    return [it for it in found if it.confidence >= reading.keeps]


def _in_order(reading: Reading, values: Iterable[Finding]) -> list[Finding]:
    return named_rows.lists_as_one(reading, sorted(values, key=start_of))


def _placed(finding: Finding, reading: Reading, piece: Piece) -> Finding | None:
    """The finding with its place in the whole text; None of one that another piece tells."""
    span = piece.span(*reading.folded.span(finding.start, finding.end))
    if span is None or span == (finding.start, finding.end):
        return finding if span else None
    return replace(finding, start=span[0], end=span[1])


def _apart(*found: Iterable[Finding]) -> list[Finding]:
    """In order of place; of two that overlap the surer stays, and what is in the first before what is in the next."""
    kept: list[Finding] = []
    for each in found:
        for one in sorted(each, key=lambda it: (-it.confidence, it.start)):
            at = bisect_left(kept, one.end, key=start_of)
            if at == 0 or kept[at - 1].end <= one.start:
                kept.insert(at, one)
    return kept
