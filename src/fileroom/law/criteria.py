"""The published criteria of legitimate educational interest, as data: who, for what, which records (`criteria.toml`).

Dated texts, of which the one in force on a day is asked: the engine uses the very words the annual notice prints.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any

from fileroom.law.facts import Interest, Purpose, RecordKind
from fileroom.law.offices import OFFICES, Function, Office


@dataclass(frozen=True)
class Criteria:
    """One text. `words`: each purpose as a page states it. A function not in `needs` needs every record."""

    version: str
    from_on: date
    says: str
    words: Mapping[Purpose, str]
    purposes: Mapping[Purpose, frozenset[Function]]
    needs: Mapping[Function, frozenset[RecordKind]]

    def fits(self, office: Office, purpose: Purpose, kind: RecordKind) -> bool:
        """Is there one function of this office whose work this purpose is, and whose work needs such a record?"""
        for_it = office.functions & self.purposes.get(purpose, frozenset())
        return any(it not in self.needs or kind in self.needs[it] for it in for_it)


def read_criteria(text: str) -> tuple[Criteria, ...]:
    """The texts of a TOML file, oldest first. ValueError or KeyError for a word that is not known."""
    return tuple(sorted((_text(row) for row in tomllib.loads(text)["text"]), key=lambda it: it.from_on))


def _text(row: dict[str, Any]) -> Criteria:
    words = {Purpose(code): said for code, said in row["words"].items()}
    purposes = {Purpose(code): frozenset(map(Function, names)) for code, names in row["purposes"].items()}
    needs = {Function(name): frozenset(map(RecordKind, kinds)) for name, kinds in row["needs"].items()}
    if set(words) != set(purposes):
        raise ValueError(f"{row['version']}: every purpose needs its words, and no other has any")
    return Criteria(row["version"], row["from"], row["says"], words, purposes, needs)


TEXT = files("fileroom.law").joinpath("criteria.toml").read_text("utf-8")
TEXTS = read_criteria(TEXT)


def criteria_of(on: date, texts: tuple[Criteria, ...] = TEXTS) -> Criteria | None:
    """The text in force on this day; None before the first was published."""
    return next((it for it in reversed(texts) if it.from_on <= on), None)


def interest(role: str, purpose: Purpose, kind: RecordKind, *, on: date) -> Interest | None:
    """How a stated purpose measures up for an office and a kind of record; None for whoever holds no office."""
    office = OFFICES.offices.get(role)
    if office is None:
        return None
    if purpose is Purpose.NONE_STATED:
        return Interest.NOT_STATED
    published = criteria_of(on)
    fits = published is not None and published.fits(office, purpose, kind)
    return Interest.STATED_AND_FITS if fits else Interest.STATED_AND_DOES_NOT_FIT


def capacity(roles: Iterable[str], purpose: Purpose, kind: RecordKind, *, on: date) -> str | None:
    """Of the offices in which somebody serves a student, the one to act in: the first whose interest fits, or else
    the first. None where there is none."""
    held = [office.role for office in OFFICES.best(roles)]
    fitting = (role for role in held if interest(role, purpose, kind, on=on) is Interest.STATED_AND_FITS)
    return next(fitting, held[0] if held else None)


def purposes_of(roles: Iterable[str], *, on: date) -> dict[Purpose, str]:
    """The purposes these offices may state on this day, each in words, the ordinary one first."""
    published, held = criteria_of(on), OFFICES.best(roles)
    if published is None:
        return {}
    return {
        purpose: said
        for purpose, said in published.words.items()
        if any(not published.purposes[purpose].isdisjoint(office.functions) for office in held)
    }
