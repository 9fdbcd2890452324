"""What a sweep's answers come to: by category, outcome, folder and template. Counts alone, and paths; no value.

A path is shown without the numbers in it that are no years: a file can be named for what it holds.

The counts by folder and template are kept on disk, so that the number of folders makes no difference to memory.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
import weakref
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import NamedTuple

from fileroom.collection.sweep.sweeping import Swept
from fileroom.screening.opening.opened import A_DIGIT

DEEPEST, MOST_ROWS, MOST_TEMPLATES = 3, 40, 40
FILES, HELD, UNEXAMINED = "files", "held", "unexamined"
# Four digits and more, whatever is set between them; and what of those is a year, two of them, or a day.
# A folder's name is no part of another's, unless the three groups of a number are folders each.
NUMBERS = re.compile(
    rf"(?<!{A_DIGIT}){A_DIGIT}{{3}}(?=(?:[\W_]{{1,3}}{A_DIGIT}{{2}})?[\W_]{{0,2}}/)"
    rf"[\W_]{{1,3}}{A_DIGIT}{{2}}[\W_]{{1,3}}{A_DIGIT}{{4}}(?!{A_DIGIT})"
    rf"|{A_DIGIT}(?:(?:[^\w/]|_){{0,3}}{A_DIGIT}){{3,}}"
)
YEARS = re.compile(r"(?:19|20)\d\d(?:[-._ ](?:(?:19|20)\d\d|\d\d?)){0,2}")
TABLES = """
    PRAGMA journal_mode = OFF; PRAGMA cache_size = -4096;
    CREATE TABLE heat (depth INTEGER, folder TEXT, what TEXT, n INTEGER, PRIMARY KEY (depth, folder, what))
        WITHOUT ROWID;
    CREATE TABLE templates (template TEXT PRIMARY KEY, n INTEGER, example TEXT) WITHOUT ROWID;
    BEGIN
"""


class Kind(NamedTuple):
    """One kind of finding: what, whether it is there or asked for, what the law says of it, and which."""

    category: str
    mode: str
    decision: str
    citation: str


class Place(NamedTuple):
    """A part of a template: what is found, there or asked for, on which page."""

    category: str
    mode: str
    page: int


@dataclass(frozen=True)
class Row:
    """A folder and all below it: how many files by what was found in them. A file counts once for each thing."""

    folder: str
    counts: dict[str, int]


@dataclass(frozen=True)
class Template:
    """Documents of one kind and length in which the same is found on the same pages: one form, filled in often."""

    ending: str
    pages: int
    places: tuple[Place, ...]
    files: int
    example: str


@dataclass
class Tally:
    """The counts so far."""

    roots: list[Path]
    files: int = 0
    copies: int = 0
    unexamined: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    decisions: Counter[str] = field(default_factory=Counter)
    kinds: Counter[Kind] = field(default_factory=Counter)
    findings: Counter[Kind] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        # The collector may come for it in any thread: there is one that counts, and then none.
        self._kept = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        weakref.finalize(self, self._kept.close)  # a database of the moment goes with its counts
        self._kept.executescript(TABLES)
        self._tops = _called([os.path.abspath(root) for root in self.roots])

    def add(self, swept: Swept) -> None:
        """Count an answer."""
        line, answer = swept.answer.line, swept.answer
        self.files += 1
        self.copies += bool(swept.copy_of)
        self.unexamined += answer.unexamined or answer.missing
        self.outcomes[line["outcome"]] += 1
        self.decisions[line["decision"]] += 1
        found = Counter(Kind(it["category"], it["mode"], it["decision"], it["citation"]) for it in line["findings"])
        self.findings += found
        self.kinds.update(found.keys())
        held = line["decision"] != "allow" or answer.missing
        against = {it.category for it in found if it.decision != "allow"}
        self._heat(
            line["path"], [FILES, *([HELD] if held else []), *([UNEXAMINED] if answer.unexamined else []), *against]
        )
        if against:
            self._template(line)

    def folders(self) -> tuple[list[Row], int]:
        """The folders in which most is held back, as deep as their number allows, and how many more there are."""
        depth, many = 0, 0
        for depth in range(DEEPEST, -1, -1):
            (many,) = self._kept.execute(
                "SELECT count(*) FROM heat WHERE depth = ? AND what = ?", (depth, HELD)
            ).fetchone()
            if many <= MOST_ROWS or not depth:
                break
        named = self._kept.execute(
            "SELECT folder FROM heat WHERE depth = ? AND what = ? ORDER BY n DESC, folder LIMIT ?",
            (depth, HELD, MOST_ROWS),
        ).fetchall()
        return [Row(shown(folder), self._counts(depth, folder)) for (folder,) in named], max(0, many - MOST_ROWS)

    def templates(self) -> tuple[list[Template], int]:
        """The templates of most files, and how many more there are."""
        (many,) = self._kept.execute("SELECT count(*) FROM templates").fetchone()
        rows = self._kept.execute("SELECT * FROM templates ORDER BY n DESC, template LIMIT ?", (MOST_TEMPLATES,))
        return [_template(*row) for row in rows], max(0, many - MOST_TEMPLATES)

    def _counts(self, depth: int, folder: str) -> dict[str, int]:
        return dict(self._kept.execute("SELECT what, n FROM heat WHERE depth = ? AND folder = ?", (depth, folder)))

    def _heat(self, path: str, what: Iterable[str]) -> None:
        parts = PurePath(self._within(path)).parent.parts
        rows = [(depth, _printable("/".join(parts[:depth])), it) for it in what for depth in range(DEEPEST + 1)]
        self._kept.executemany("INSERT INTO heat VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1", rows)

    def _within(self, path: str) -> str:
        """The path below the folder that was swept; with that folder's own name where there were several."""
        whole = os.path.abspath(path)
        top = next((it for it in self._tops if whole.startswith(it.rstrip("/") + "/")), os.path.dirname(whole))
        below = os.path.relpath(whole, top)
        return below if len(self._tops) == 1 else os.path.join(self._tops.get(top, os.path.basename(top)), below)

    def _template(self, line: dict[str, object]) -> None:
        findings = line["findings"]
        assert isinstance(findings, list)
        places = sorted({(it["category"], it["mode"], it["page"] or 0) for it in findings if it["decision"] != "allow"})
        ending = PurePath(str(line["path"])).suffix.lower().lstrip(".")
        key = json.dumps([shown(ending), line["pages"], places])
        example = shown(self._within(str(line["path"])))
        self._kept.execute("INSERT INTO templates VALUES (?, 1, ?) ON CONFLICT DO UPDATE SET n = n + 1", (key, example))


def _called(tops: list[str]) -> dict[str, str]:
    """The folders that are swept, each by as much of its path's end as no other of them has."""
    named, far = dict.fromkeys(tops, ""), 0
    while far == 0 or (len(set(named.values())) < len(named) and far < max(top.count("/") for top in named)):
        far += 1
        named = {top: "/".join(top.strip("/").split("/")[-far:]) for top in named}
    return named


def _template(key: str, files: int, example: str) -> Template:
    ending, pages, places = json.loads(key)
    return Template(ending, pages, tuple(Place(*it) for it in places), files, example)


def shown(name: str) -> str:
    """A name as the report tells it."""
    return NUMBERS.sub(lambda it: it[0] if YEARS.fullmatch(it[0]) else "…", _printable(name))


def _printable(name: str) -> str:
    """A name of any bytes as it can be written down."""
    return "".join(it if it.isprintable() else "�" for it in name)
