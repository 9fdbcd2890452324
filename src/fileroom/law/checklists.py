"""The checklists of `checklists.toml`: what a notice, a set of protocols or a training has to hold."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from fileroom.law.kernel.citation import Citation, Surety
from fileroom.law.kernel.condition import Condition, all_of
from fileroom.law.kernel.term import Term


@dataclass(frozen=True)
class Checklist:
    """`items`: the word of each item, and the sentence that says what it is."""

    name: str
    title: str
    citation: Citation
    items: Mapping[str, str]

    def lacking(self, held: Collection[str]) -> tuple[str, ...]:
        """The sentences of the items that are not held, in the list's order."""
        return tuple(says for word, says in self.items.items() if word not in held)

    def all_in(self, term: Term) -> Condition:
        """The term, a list, names every item."""
        words = {str(value): value for value in term.values or ()}
        return all_of(*(term.has(words[word]) for word in self.items))


def read_checklists(text: str) -> Mapping[str, Checklist]:
    """The checklists of a TOML text by name."""
    return MappingProxyType({name: _checklist(name, row) for name, row in tomllib.loads(text).items()})


def _checklist(name: str, row: dict[str, Any]) -> Checklist:
    citation = Citation(row["cite"], row["key"], row.get("effective"), None, Surety(row["surety"]), row["against"])
    return Checklist(name, row["title"], citation, MappingProxyType(row["items"]))


TEXT = files("fileroom.law").joinpath("checklists.toml").read_text("utf-8")
CHECKLISTS = read_checklists(TEXT)
