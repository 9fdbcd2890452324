"""Scoring the sieve on documents, by their format: what they come to behind the walls, and what is found in them.

A document is right where it comes to one of the outcomes that are right for it. What is hidden in it is found where
something of that category and mode is found anywhere in it.

    script/score --documents [FOLDER]      FOLDER holds `documents.py`, whose DOCUMENTS are scored; else the open ones
"""

from __future__ import annotations

import importlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from fileroom.screening.opening.apart import Apart
from fileroom.screening.screened import Open, Screened, screen_document
from tests.screening.corpus.documents import Document, Expected

ROOT = Path(__file__).resolve().parents[2]
OPEN = Path(__file__).parent / "corpus" / "open"
READ_WHOLE = frozenset(("clean", "findings"))


@dataclass
class Told:
    """What documents of one format came to."""

    documents: int = 0
    right: int = 0
    # That cannot be examined, and were called clean.
    called_clean: int = 0
    # In which nothing is, and something was found.
    alarmed: int = 0
    hidden: int = 0
    found: int = 0


def documents_in(folder: Path) -> list[Document]:
    """The documents that a folder of the corpus describes."""
    name = ".".join(folder.resolve().relative_to(ROOT).parts)
    described = importlib.import_module(f"{name}.documents").DOCUMENTS
    return [it if isinstance(it, Document) else _read(it) for it in described]


def _read(described: Any) -> Document:
    """A document of the blind part, whose writer registered them in a way of its own: one outcome, plain triples."""
    expect = tuple(Expected(*it) for it in described.expect)
    made = (described.name, (described.outcome,), described.decision, expect, described.slice, described.build)
    return Document(*made)


def told(documents: Iterable[Document], opened_by: Open) -> tuple[dict[str, Told], list[str]]:
    """By format, and "" for all; and a line on each document that came to another outcome or kept something hidden."""
    by_format: dict[str, Told] = defaultdict(Told)
    lines = []
    for document in documents:
        result = screen_document(document.build(), document.name, opened_by=opened_by)
        seen = {(it.category.value, it.mode.value) for it in result.findings}
        missed = [
            f"{it.category} {it.mode} in {it.place}" for it in document.expect if (it.category, it.mode) not in seen
        ]
        for one in (by_format[""], by_format[PurePath(document.name).suffix.lower() or "none"]):
            _count(one, document, result, len(missed))
        if result.outcome.value not in document.outcomes or missed:
            expected = "/".join(document.outcomes)
            lines.append(f"{document.name}: {expected}, was {result.outcome}: {result.says} missed {missed}")
    return by_format, lines


def _count(one: Told, document: Document, result: Screened, missed: int) -> None:
    outcome = result.outcome.value
    one.documents += 1
    one.right += outcome in document.outcomes
    one.called_clean += outcome == "clean" and READ_WHOLE.isdisjoint(document.outcomes)
    one.alarmed += bool(result.findings) and document.outcomes[0] == "clean"
    one.hidden += len(document.expect)
    one.found += len(document.expect) - missed


def report(folder: Path = OPEN, *, misses: bool = False) -> str:
    """The documents of a folder, read by one worker, in words and columns. `misses`: also those that came out wrong."""
    with Apart() as apart:
        by_format, lines = told(documents_in(folder), apart.extract)
    head = f"{'':12}{'documents':>10}{'right':>8}{'called clean':>14}{'false alarms':>14}{'hidden':>8}{'found':>8}"
    rows = [
        f"{name or 'all':12}{it.documents:10}{it.right:8}{it.called_clean:14}{it.alarmed:14}{it.hidden:8}{it.found:8}"
        for name, it in sorted(by_format.items())
    ]
    return "\n".join([head, *rows, *(lines if misses else ())])
