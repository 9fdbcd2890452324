"""Lists of persons by faith or origin that no head announces: names, and beside each a word of one kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from fileroom.screening.engine import Hit
from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.framing import of_a_genre
from fileroom.screening.grid import Table
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading, TextKind

LAND = "protected_list.land"
# Somebody's name right before the word, as it is written.
NAMED = re.compile(
    r"(?:^|[\n;,|\t•*-] ?|(?:[0-9][.)]|[.:!?]) )(?P<name>[A-Z\u00c0-\u00de\u0110][\w'’-]+"
    r"(?: [A-Z\u00c0-\u00de\u0110][\w'’.-]*){1,3}) ?"
    r"(?:[,(|:\t–—-]|- ?){1,2} ?\"?$"
)
NAME = 64  # characters before a word in which the name stands
ENDS = re.compile(r"[a-z]{0,2}\)?\"?\s*(?:[;,|\t\n.]|$)")  # behind it nothing is said of it
# A language, spoken or learned, is no origin.
LANGUAGES = re.compile(words("language"))
FAITH_LEAST, LAND_LEAST = 2, 3
# What pupils study or play, where they travel, what they cook: a country beside a name is no origin there.
OF_A_TASK = re.compile(words("task"))
# And behind them: "bring these country posters".
OF_COUNTRIES = re.compile(words("of_countries"))
BEHIND_A_LIST = 40
BEFORE_A_LIST = 160  # characters before the first who is named in which it is said what the list is of
COUNTRY = re.compile(r"country|nation|pais|国家|國家|nuoc|quoc gia|bansa|나라|국가")
OF_NAMES = re.compile(
    r"\b(?:name|last|first|student|stu|child|pupil|nombre|apellido|alumn\w*|estudiante)|姓|名|学生|이름|학생|ten\b|"
    r"hoc sinh"
)
# Where a country ends an address, or is where goods, teams or trips are of.
OF_AN_ADDRESS = re.compile(
    r"address|street|city|state|zip|postal|phone|tel\b|direccion|calle|ciudad|estado|vendor|topic|team|capital|project|"
    r"report|author|title|route|flight|date|tema|equipo|proyecto"
)
HERE = re.compile(r"u\.?s\.?a?\.?|united states|estados unidos|ee\.? ?uu\.?")
SAMPLE, SURE = 20, 0.65


def unannounced(reading: Reading) -> Iterator[Finding]:
    """The first place of a list of persons each of whom a faith, a people or a country stands beside."""
    if reading.kind is TextKind.FORM_FIELD or of_a_genre(reading):
        return
    for tag, least in (("protected_list.group", FAITH_LEAST), (LAND, LAND_LEAST)):
        hits = [it for it in (_word(reading, hit) for hit in reading.of(tag)) if it is not None]
        named: dict[str, Hit] = {}
        for hit in hits:
            if name := _name_before(reading, hit):
                named.setdefault(name, hit)
        if len(named) < least:
            continue
        first = min(named.values(), key=lambda it: it.start)
        if tag == LAND and OF_A_TASK.search(reading.text, max(0, first.start - BEFORE_A_LIST), first.start):
            continue
        last = max(named.values(), key=lambda it: it.end).end
        if tag == LAND and OF_COUNTRIES.search(reading.text, last, last + BEHIND_A_LIST):
            continue  # a faith is somebody's own whatever the list is for
        why = ("names, and beside each where they are from or what they believe",)
        yield Finding(Category.PROTECTED_LIST, Mode.VALUE, first.start, first.end, SURE, why)
        return
    if reading.table is not None and not OF_A_TASK.search(reading.text, 0, reading.table.body):
        yield from _column(reading, reading.table)


def _word(reading: Reading, hit: Hit) -> Hit | None:
    """The word itself, without the mark before it; None of a language."""
    start = hit.end - len(reading.text[hit.start : hit.end].lstrip(",(;|\t:- （，"))
    if hit.tag != LAND and LANGUAGES.fullmatch(reading.text, start, hit.end):
        return None
    return Hit(hit.tag, start, hit.end)


def _name_before(reading: Reading, hit: Hit) -> str:
    """Who is named right before the word, where nothing else is said behind it; else nobody."""
    if ENDS.match(reading.text, hit.end) is None:
        return ""
    start, end = reading.folded.span(max(0, hit.start - NAME), hit.start)
    found = NAMED.search(reading.folded.original[start:end])
    return found["name"] if found else ""


def _column(reading: Reading, table: Table) -> Iterator[Finding]:
    """A column of countries beside names, in a table that is no list of addresses."""
    heads = [reading.text[it.start : it.end].strip(' "').replace("_", " ") for it in table.head]
    at = next((place for place, head in enumerate(heads) if COUNTRY.fullmatch(head)), None)
    if at is None or not any(OF_NAMES.search(it) for it in heads) or any(OF_AN_ADDRESS.search(it) for it in heads):
        return
    lands = {it.end for it in reading.of(LAND)}
    held = [row[at] for row in islice(table.rows(), SAMPLE) if at < len(row)]
    abroad = [it for it in held if it.end in lands and not HERE.fullmatch(reading.text, it.start, it.end)]
    if len(abroad) >= FAITH_LEAST:
        cell = table.head[at]
        why = ("a column of countries beside names",)
        yield Finding(Category.PROTECTED_LIST, Mode.VALUE, cell.start, cell.end, SURE, why)
