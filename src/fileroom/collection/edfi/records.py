"""A record as paths and values, whichever form it came in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from fileroom.collection.edfi.paths import GROUPS_OF, KINDS, TYPED, value_of
from fileroom.collection.rosters.said import Said

MOST_VALUES = 5000
LONGEST_TEXT = 64 * 1024
DEEPEST = 32
KIND = re.compile(r"[A-Za-z]{1,100}", re.ASCII)
# Papers by which somebody's identity was shown; those of immigration are counted apart from the others.
PAPERS = frozenset({"IdentificationDocument", "PersonalIdentificationDocument", "StudentIdentificationDocument"})
IMMIGRATION = "[immigration]"
IMMIGRATION_WORDS = ("immigration", "visa", "alien", "permanent resident")
# In Data Standard 2 the word of a descriptor stands in an element of its own below the one that later holds it itself.
WORD_OF_2 = "CodeValue"
SSN_WORDS = ("ssn", "social security")


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value: its path below the record, and which of the record's groups it stands in."""

    group: int
    path: tuple[str, ...]
    value: str


def said(file: str, line: int, kind: str, leaves: Iterable[Leaf]) -> Said:
    """The record: values of typed groups stand under the group's kind, `Telephone[Home]/TelephoneNumber`."""
    groups: dict[int, list[Leaf]] = defaultdict(list)
    for leaf in leaves:
        groups[leaf.group].append(leaf)
    pairs: list[tuple[str, str]] = []
    whole = [leaf for group in groups.values() for leaf in group]
    of_record = _kind_of(kind, whole) if kind in TYPED else ""
    for group in groups.values():
        first = GROUPS_OF.get((kind, group[0].path[0]), group[0].path[0])
        typed = _kind_of(first, group) if first in TYPED and len(group[0].path) > 1 else ""
        papers = _paper_of(group)
        for leaf in group:
            path = leaf.path[:-1] if len(leaf.path) > 1 and leaf.path[-1] == WORD_OF_2 else leaf.path
            rest = tuple(f"{it}{papers}" if it in PAPERS else it for it in path[1:])
            name = first if rest else leaf.path[0]
            name = f"{name}{papers}" if name in PAPERS else name
            if of_record and leaf.path == ("IdentificationCode",):
                pairs.append((f"[{of_record}]/IdentificationCode", value_of(leaf.value)))
            else:
                pairs.append(("/".join((f"{name}[{typed}]" if typed else name, *rest)), value_of(leaf.value)))
    return Said(file, line, kind.casefold() if KIND.fullmatch(kind) else "(no name)", tuple(pairs))


def _paper_of(leaves: Iterable[Leaf]) -> str:
    """The word behind the papers of a group of which one is of immigration; blank behind all others."""
    values = (value_of(leaf.value).casefold() for leaf in leaves if PAPERS & set(leaf.path))
    return IMMIGRATION if any(word in value for value in values for word in IMMIGRATION_WORDS) else ""


def _kind_of(group: str, leaves: Iterable[Leaf]) -> str:
    """The kind the group says it is of, where it is one that is told apart."""
    ends = TYPED[group]
    word = next((value_of(leaf.value) for leaf in leaves if leaf.path[-1] in ends or leaf.path[-2:-1] == ends), "")
    if any(it in word.casefold() for it in SSN_WORDS):
        return "SSN"
    return word if word in KINDS else ""
