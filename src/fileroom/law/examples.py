"""Worked examples: cases of which the law book tells, and which the tests run. Data: `examples/*.toml`.

Each names its rule, says the case in a sentence, and starts from a complete question of `examples/bases.json` in
which a few facts are changed. `speaks = false`: a case at the rule's edge, where it stays silent.
"""

from __future__ import annotations

import copy
import json
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from fileroom.law.facts import Question

PAGES = (
    "acting",
    "apart",
    "casework",
    "challenges",
    "collection",
    "counsel_speaks",
    "court_and_log",
    "directory",
    "duties",
    "enrolment",
    "families",
    "fostering",
    "keeping",
    "officials",
    "orders",
    "orders_lifted",
    "papers",
    "programmes_incidents",
    "programmes_notices",
    "programmes_operators",
    "programmes_social_media",
    "programmes_vendors",
    "purposes",
    "retention",
    "schools",
    "staff_and_log",
    "statistics",
    "surveys",
)


@dataclass(frozen=True)
class Example:
    """`question` is JSON as `decide` reads it; `outcome` what comes of it; `speaks`: the rule has a part in it."""

    rule: str
    case: str
    question: dict[str, Any]
    outcome: str
    speaks: bool

    def asked(self) -> Question:
        return Question.from_json(self.question)

    def sentence(self) -> str:
        return f"{self.case} → **{self.outcome}**" + ("" if self.speaks else " (this rule stays silent)")


def changed(base: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """The base with some facts, named by dotted path, set to other values."""
    made = copy.deepcopy(base)
    for path, value in changes.items():
        *groups, name = path.split(".")
        place = made
        for group in groups:
            place = place.setdefault(group, {})
        place[name] = value
    return made


def _text(name: str) -> str:
    return files("fileroom.law").joinpath("examples", name).read_text("utf-8")


@cache
def bases() -> dict[str, dict[str, Any]]:
    """The complete questions that examples start from, by name."""
    made: dict[str, dict[str, Any]] = json.loads(_text("bases.json"))
    return made


@cache
def examples() -> tuple[Example, ...]:
    """Every worked example."""
    rows = [row for page in PAGES for row in tomllib.loads(_text(f"{page}.toml"))["example"]]
    return tuple(
        Example(
            row["rule"],
            row["case"],
            changed(bases()[row["base"]], row.get("set", {})),
            row["outcome"],
            row.get("speaks", True),
        )
        for row in rows
    )
