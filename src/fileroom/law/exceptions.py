"""The register of lawful exceptions (`exceptions.toml`): for which form a law opens which field, of whom, and no other.

An exception grants nothing itself: what it covers it puts to the law with the facts that such a form supplies.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from fileroom.law import citations
from fileroom.law.facts import Purpose, RecordKind
from fileroom.law.facts.reading import nearest
from fileroom.law.kernel.citation import Citation

WHOSE = ("student", "parent", "signer", "employee", "applicant", "volunteer", "other", "")


class UnknownException(ValueError):
    """No exception has this name; the message has the nearest."""


@dataclass(frozen=True)
class Cover:
    """One field that an exception opens.

    `categories`: what the sieve calls it. `whose`: of whom it may be; "" where the form does not say. `digits`: at the
    most; 0 where it is no number. `asks`: words one of which the field has (none: any); `never`: none of which it has;
    `before`: words one of which stands just before it, where it is only asked for (none: any).
    """

    field: str
    categories: tuple[str, ...]
    kind: RecordKind
    whose: tuple[str, ...]
    digits: int
    asks: tuple[str, ...]
    never: tuple[str, ...]
    before: tuple[str, ...]
    facts: Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class DeclaredException:
    """A lawful exception, under its name. `forms`: words by which the form's title is known."""

    name: str
    title: str
    says: str
    authority: Citation
    purpose: Purpose
    forms: tuple[str, ...]
    facts: Mapping[str, Any]
    covers: tuple[Cover, ...]

    def binds(self, on: date) -> bool:
        """Its authority is in force on this day."""
        authority = self.authority
        return (authority.effective is None or authority.effective <= on) and (
            authority.repealed is None or on < authority.repealed
        )


def read_exceptions(text: str) -> Mapping[str, DeclaredException]:
    """The exceptions of a TOML text by name. KeyError, ValueError where a row names what there is not."""
    return MappingProxyType({name: _exception(name, row) for name, row in tomllib.loads(text).items()})


def _exception(name: str, row: dict[str, Any]) -> DeclaredException:
    authority = vars(citations)[row["cites"]]
    purpose, facts = Purpose(row["purpose"]), row.get("facts", {})
    covers = tuple(_cover(each, facts) for each in row["covers"])
    return DeclaredException(
        name, row["title"], row["says"], authority, purpose, tuple(row["forms"]), MappingProxyType(facts), covers
    )


def _cover(row: dict[str, Any], facts: dict[str, Any]) -> Cover:
    if unknown := set(row["whose"]) - set(WHOSE):
        raise ValueError(f"{row['field']}: nobody is called {', '.join(sorted(unknown))}")
    return Cover(
        row["field"],
        tuple(row["categories"]),
        RecordKind(row["kind"]),
        tuple(row["whose"]),
        row.get("digits", 0),
        tuple(row.get("asks", ())),
        tuple(row.get("never", ())),
        tuple(row.get("before", ())),
        MappingProxyType({**facts, **row.get("facts", {})}),
    )


EXCEPTIONS: Mapping[str, DeclaredException] = read_exceptions(
    files("fileroom.law").joinpath("exceptions.toml").read_text("utf-8")
)


def exception_named(name: str) -> DeclaredException:
    """The exception of this name. UnknownException names the nearest, and not what was given."""
    if name not in EXCEPTIONS:
        raise UnknownException(f"no exception has that name; {nearest(name, sorted(EXCEPTIONS))}")
    return EXCEPTIONS[name]


def kinds_by_purpose() -> dict[Purpose, set[RecordKind]]:
    """Of each purpose that an exception has: the kinds that its exceptions cover."""
    made: dict[Purpose, set[RecordKind]] = {}
    for each in EXCEPTIONS.values():
        made.setdefault(each.purpose, set()).update(cover.kind for cover in each.covers)
    return made
