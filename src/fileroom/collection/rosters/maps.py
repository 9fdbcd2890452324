"""A map: from the files of one sender to the closed list of entries. As data; read from TOML (`map_files`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fileroom.collection.imports.values import DayOrder
from fileroom.collection.rosters.entries import FIELDS, Entry, Field


@dataclass(frozen=True)
class Take:
    """Where one fact stands: the first of these columns that says something; or always the same words.

    `also`: put behind an id, to tell the second parent in a student's row from the first. Behind a contact's id their
    name follows, as a digest: who stands in the slot is another person where the name is another.
    """

    columns: tuple[str, ...] = ()
    always: str = ""
    also: str = ""


@dataclass(frozen=True)
class EntryMap:
    """How one record becomes one entry. `only`: a column, and the words in it for which there is an entry."""

    entry: Entry
    takes: Mapping[str, Take]
    only: tuple[str, frozenset[str]] | None = None

    def fields(self) -> list[tuple[str, Field, Take]]:
        """Name, kind and place of each fact taken."""
        return [(name, FIELDS[self.entry][name], take) for name, take in self.takes.items()]

    def columns(self) -> set[str]:
        """Every column this looks into."""
        named = {column for take in self.takes.values() for column in take.columns}
        return named | ({self.only[0]} if self.only else set())


@dataclass(frozen=True)
class Source:
    """One file of CSV, or one kind of record: what its records become. The first entry is what a record is of."""

    name: str
    entries: tuple[EntryMap, ...]

    def columns(self) -> set[str]:
        """Every column that is looked into."""
        return {column for it in self.entries for column in it.columns()}

    def required(self) -> list[tuple[str, ...]]:
        """Of each of these at least one column must be there: without it the first entry could not be."""
        first = self.entries[0]
        return [take.columns for _, kind, take in first.fields() if kind.required and take.columns]


@dataclass(frozen=True)
class Told:
    """What records of one file are is told in another: each record whose `id` is named there gets a column `@word`.

    `file` and `by`: where ids are named; `word`: the column that says what they are, by `words`; else always `always`.
    """

    of: str
    id: str
    file: str
    by: str
    word: str
    words: Mapping[str, str]
    always: str


@dataclass(frozen=True)
class Map:
    """All sources of a sender, by name; `whole`: the entries whose lists are everything there is."""

    name: str
    sources: Mapping[str, Source]
    days: DayOrder = DayOrder.YMD
    whole: frozenset[Entry] = frozenset()
    # Whether a name that is not there at all is blank; else nothing is said of it.
    silence_is_blank: bool = False
    encoding: str = "utf-8-sig"
    delimiter: str = ","
    told: tuple[Told, ...] = ()
    # Which of the sources must be there for the map to fit; any will do where none is named.
    needs: frozenset[str] = field(default_factory=frozenset)
