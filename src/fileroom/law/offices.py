"""The table of `offices.toml`: what the words a district uses for its people are to the law."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from fileroom.law.facts.words import RequesterKind


class Serves(StrEnum):
    """How a student comes to be one this office works with."""

    OFFICE = "office"
    SITE = "site"
    LINK = "link"


class Function(StrEnum):
    """What an office is published to do (Ed. Code 49063(b), (d))."""

    RECORDS = "records"
    CUSTODY = "custody"
    DIRECTION = "direction"
    TEACHING = "teaching"
    COUNSELLING = "counselling"
    HEALTH = "health"
    SYSTEMS = "systems"


PRIVATE = frozenset({Function.HEALTH, Function.COUNSELLING})


@dataclass(frozen=True)
class Office:
    """One row. Held for the whole district, it names custodians of records (`designates`), signs for law (`signs`).
    `whole_school`: its work is each student of its school, where a caseload of the whole school links the two."""

    role: str
    kind: RequesterKind
    serves: Serves
    functions: frozenset[Function]
    designates: bool
    why: str
    signs: bool = False
    whole_school: bool = False

    @property
    def keeps_records(self) -> bool:
        return Function.RECORDS in self.functions

    @property
    def opens_files(self) -> bool:
        """Does it open any student's file, be it of those its holder teaches or has on a caseload? Who signs or runs
        the systems opens none, whatever section ties them to a student in another office of theirs."""
        return self.serves is not Serves.LINK or bool(self.functions & (PRIVATE | {Function.TEACHING}))


@dataclass(frozen=True)
class Table:
    """`offices` in the order in which a person of several acts; `relations`: relation to requester kind."""

    offices: Mapping[str, Office]
    relations: Mapping[str, RequesterKind]

    def best(self, roles: Iterable[str]) -> tuple[Office, ...]:
        """The offices of these roles, the one to act in first. A role that is not in the table is no office."""
        held = set(roles)
        return tuple(office for role, office in self.offices.items() if role in held)

    def that(self, serves: Serves) -> tuple[str, ...]:
        """The roles that come to their students in this way."""
        return tuple(role for role, office in self.offices.items() if office.serves is serves)

    def of_that_student(self, serving: Iterable[str], tied: Collection[str]) -> tuple[str, ...]:
        """Of the offices that serve a student those that work with that one, and not only where that one is. `tied`:
        the roles tied to the student by a section, a grade, or the student alone."""
        return tuple(role for role in serving if role in tied or self.offices[role].whole_school)

    def relation(self, word: str) -> RequesterKind:
        """Who a contact of this relation is to the law. ValueError for a word the law does not have."""
        return self.relations.get(word) or RequesterKind(word)


def read_offices(text: str) -> Table:
    """The table of a TOML text. ValueError or KeyError for a word that is not known or a column that is missing."""
    given = tomllib.loads(text)
    offices = {role: _office(role, row) for role, row in given["office"].items()}
    relations = {word: RequesterKind(row["kind"]) for word, row in given["relation"].items()}
    return Table(MappingProxyType(offices), MappingProxyType(relations))


def _office(role: str, row: dict[str, Any]) -> Office:
    functions = frozenset(Function(word) for word in row["functions"])
    designates = bool(row.get("designates", False))
    kind, serves, signs = RequesterKind(row["kind"]), Serves(row["serves"]), bool(row.get("signs", designates))
    whole_school = bool(row.get("whole_school", False))
    if whole_school and serves is not Serves.LINK:  # held where no school is named it would tie them to each student
        raise ValueError(f"{role} serves by {serves}, and no caseload names a school of theirs")
    return Office(role, kind, serves, functions, designates, row["why"], signs, whole_school)


TEXT = files("fileroom.law").joinpath("offices.toml").read_text("utf-8")
OFFICES = read_offices(TEXT)
