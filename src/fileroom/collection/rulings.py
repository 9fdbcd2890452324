"""From findings to a decision: each is put to the law, with the exception that was declared where it covers it.

The decision on a document is the worst of its findings'. What was found is never repeated, only where.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Protocol

from fileroom.collection.declared import Page
from fileroom.collection.wordings import first, plain, words
from fileroom.law import Decision, Question
from fileroom.law.exceptions import DeclaredException
from fileroom.law.facts import RecordKind
from fileroom.law.takings import Ruling, Verdict, ruling, worst

# What the sieve calls a thing, and what the law calls it.
KINDS = {
    "a_number": RecordKind.IMMIGRATION_DOCUMENT,
    "immigration_document": RecordKind.IMMIGRATION_DOCUMENT,
    "immigration_status": RecordKind.CITIZENSHIP_STATUS,
    "itin": RecordKind.ITIN,
    "ssn": RecordKind.SSN,
    "ssn_last4": RecordKind.SSN_LAST4,
}
LIST, MALWARE, SOLICIT = "protected_list", "malware", "solicit"
NO_PROGRAM = Ruling(Verdict.BLOCK, "", "", "The file holds a program that does harm. It is not opened, and not kept.")
_TRAITS = tomllib.loads(files("fileroom.collection").joinpath("declared.toml").read_text("utf-8"))["traits"]
TRAITS = tuple((trait, words(tuple(these))) for trait, these in _TRAITS.items())

Ask = Callable[[Question], Decision]


class Found(Protocol):
    """A finding of the sieve, as much of it as the law is asked about. Offsets in characters into its text."""

    @property
    def category(self) -> str: ...
    @property
    def mode(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def doubted(self) -> bool: ...


@dataclass(frozen=True)
class Scope:
    """Under what a text is judged: the day of the law, and the exception that was declared for it, if one was.

    `ask`: who is asked the law; None: the book itself, under no district's signatures.
    """

    on: date
    exception: DeclaredException | None = None
    ask: Ask | None = None

    @property
    def declared(self) -> str:
        """The name of that exception, or nothing."""
        return self.exception.name if self.exception else ""


def rulings(found: Sequence[Found], text: str, scope: Scope, *, title: str = "") -> list[Ruling]:
    """The law's word on each of the findings in one text, in their order."""
    in_force = scope.exception if scope.exception and scope.exception.binds(scope.on) else None
    page = Page(text, in_force, title) if in_force else None
    return [_doubted(_ruling(it, text, scope, page), it.doubted) for it in found]


def decided(these: Iterable[Ruling]) -> Verdict:
    """The decision on a document: the worst of its findings'; of none: allow."""
    return worst([it.verdict for it in these])


def _doubted(ruling: Ruling, is_doubted: bool) -> Ruling:
    """Of what may be another number a person says what it is, before the law keeps it out."""
    return replace(ruling, verdict=Verdict.REVIEW) if is_doubted and ruling.verdict is Verdict.BLOCK else ruling


def _ruling(found: Found, text: str, scope: Scope, page: Page | None) -> Ruling:
    category = str(found.category)
    if category == MALWARE:
        return NO_PROGRAM
    asked = str(found.mode) == SOLICIT
    cover = page.cover(category, found.start, found.end, asked=asked) if page else None
    if page and cover:
        covered = (page.exception, cover)
        ruled = ruling(cover.kind, on=scope.on, asked=asked, covered=covered, ask=scope.ask)
        opens = ruled.verdict is Verdict.ALLOW and not asked and page.leaves_open(cover, found.start, found.end)
        return replace(ruled, verdict=Verdict.REVIEW) if opens else ruled
    kind = trait(text[found.start : found.end]) if category == LIST else KINDS[category]
    if scope.ask is None:
        return _undeclared(kind, scope.on, asked, category == LIST)
    return ruling(kind, on=scope.on, asked=asked, listed=category == LIST, ask=scope.ask)


@lru_cache(maxsize=256)
def _undeclared(kind: RecordKind, on: date, asked: bool, listed: bool) -> Ruling:
    return ruling(kind, on=on, asked=asked, listed=listed)


def trait(said: str) -> RecordKind:
    """By which trait a list is made, as the words say; where they do not: by national origin."""
    found = first(plain(said), TRAITS)
    return RecordKind(found[1]) if found else RecordKind.NATIONAL_ORIGIN
