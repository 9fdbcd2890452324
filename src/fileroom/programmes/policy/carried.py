"""What carries each sentence of the policy out here (`carried.toml`): evidence by name, pages, and what is by hand."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True)
class Carried:
    """One sentence. `pages`: names of routes; `by_hand`: of evidence that no room counts, who does it, and how."""

    number: int
    evidence: tuple[str, ...]
    pages: tuple[str, ...]
    by_hand: Mapping[str, str]


def read_carried(text: str) -> Mapping[int, Carried]:
    """The sentences of a TOML text, by number."""
    rows = tomllib.loads(text)["sentence"]
    made = [
        Carried(row["number"], tuple(row["evidence"]), tuple(row["pages"]), MappingProxyType(row.get("by_hand", {})))
        for row in rows
    ]
    found = {it.number: it for it in made}
    if len(found) != len(made):
        raise ValueError("a sentence stands there twice")
    return MappingProxyType(found)


CARRIED = read_carried(files("fileroom.programmes.policy").joinpath("carried.toml").read_text("utf-8"))
