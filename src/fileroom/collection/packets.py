"""What a published form asks families for and may not: which words, on which page, by which law, and what instead.

A form that is published is blank, so its labels are repeated; digits in them are not.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace

from fileroom.collection.forms import instead_of_found, is_offered, one_paper_alone
from fileroom.collection.looking import Looked, Seen, look_at_document
from fileroom.collection.rulings import Scope, rulings
from fileroom.law.alternatives import Alternative
from fileroom.law.takings import Ruling, Verdict
from fileroom.screening.opening.opened import told
from fileroom.screening.parts import LIMITS, Limits

LABEL = 160  # characters of a line that are repeated


@dataclass(frozen=True)
class Asked:
    """One thing that a form asks for, or holds. `category`: empty where it demands one paper and no other.

    `label`: the words it asks by; empty of what is there already, for that is never repeated.
    """

    category: str
    label: str
    page: int | None
    ruling: Ruling
    instead: Alternative | None


@dataclass(frozen=True)
class Form:
    """A form of the packet. `unexamined`: why it is not known whole what it asks for; empty where it is."""

    name: str
    pages: int
    asked: tuple[Asked, ...]
    unexamined: str = ""


def check_published(body: bytes, name: str, scope: Scope, limits: Limits = LIMITS) -> Form:
    """What this form asks for and may not, in the order of its pages."""
    looked = look_at_document(body, name, whole=True, limits=limits)
    found = [*_found(looked, scope), *_papers(looked, scope)]
    found.sort(key=lambda it: it.page or 0)
    once = {(it.category, it.label, it.page): it for it in found}
    return Form(told(os.path.basename(name)), looked.pages, tuple(once.values()), _unexamined(looked))


def _unexamined(looked: Looked) -> str:
    return "" if looked.fully_examined else looked.says


def _found(looked: Looked, scope: Scope) -> Iterator[Asked]:
    for part, (title, text) in looked.parts.items():
        seen = [it for it in looked.seen if it.part == part]
        for it, ruling in zip(seen, rulings(seen, text, scope, title=title), strict=True):
            first, last = _line(text, it)
            own = replace(it, start=it.start - first, end=it.end - first)
            line = text[first:last]
            if ruling.verdict is Verdict.ALLOW or is_offered(own, line):
                continue
            asks = it.mode == "solicit"
            instead = instead_of_found(own, line) if asks else None
            yield Asked(it.category, _label(line) if asks else "", it.page, ruling, instead)


def _papers(looked: Looked, scope: Scope) -> Iterator[Asked]:
    """Lines that demand one particular paper as the proof of age, or of residence."""
    for _, text in looked.parts.values():
        for line in text.splitlines():
            if paper := one_paper_alone(line, scope):
                yield Asked("", _label(line), None, *paper)


def _line(text: str, it: Seen) -> tuple[int, int]:
    """The line in which it stands, or as much of a long one as is near."""
    first = max(text.rfind("\n", 0, it.start) + 1, it.start - LABEL)
    last = text.find("\n", it.end)
    return first, min(last if last >= 0 else len(text), it.end + LABEL)


def _label(line: str) -> str:
    """The line as it is told: no digits that could be a value, no blanks to fill in."""
    words = " ".join(told(piece) for piece in _pieces(line.strip(" _.-:\t☐□")))
    return words if len(words) <= LABEL else words[:LABEL].rsplit(" ", 1)[0] + "…"


def _pieces(line: str) -> Iterator[str]:
    words = line.replace("_", " ").split()
    for at in range(0, len(words), 6):
        yield " ".join(words[at : at + 6])
