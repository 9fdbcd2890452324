"""The closed list of columns that hold something about a person, each with its class; and the names none may bear.

The list is `columns.toml`. A column's name is a question put to every row, so no name may ask what the policy bans
(Ed. Code 49076.7 and 234.7; Gov. Code 8310.3).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from types import MappingProxyType


class ColumnClass(StrEnum):
    """The class of what a column holds: one of the catalogue's, or what the house needs to run."""

    PERMANENT = "permanent"
    INTERIM = "interim"
    PERMITTED = "permitted"
    APART = "apart"
    ACCOUNT = "account"
    LINK = "link"
    OFFICE = "office"


@dataclass(frozen=True)
class Column:
    """A column about a person."""

    table: str
    name: str
    class_: ColumnClass


BANNED = (
    "ssn", "social_security", "citizen", "citizenship", "immigration", "immigrant", "alien", "visa", "passport",
    "green_card", "undocumented", "nationality", "national_origin", "country_of_birth", "birth_country",
    "us_entry", "entry_to_us", "religion", "religious", "faith", "ethnicity", "ethnic", "race", "tribe",
)  # fmt: skip


def banned_in(name: str) -> str | None:
    """The banned word this column name bears, or None. Whole words count: `trace` is not `race`."""
    plain = "_" + "_".join(_words(name)) + "_"
    return next((word for word in BANNED if f"_{word}_" in plain or f"_{word}s_" in plain), None)


def _words(name: str) -> list[str]:
    apart = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name)
    return [word for word in re.split(r"[^A-Za-z0-9]+", apart.lower()) if word]


def read_columns(text: str) -> Mapping[tuple[str, str], Column]:
    """The columns of a TOML text by table and name. ValueError names a banned name or an unknown class."""
    made = {}
    for table, columns in tomllib.loads(text).items():
        for name, class_ in columns.items():
            word = banned_in(name)
            if word:
                raise ValueError(f"{table}.{name}: a column may not ask for {word}")
            made[table, name] = Column(table, name, ColumnClass(class_))
    return MappingProxyType(made)


def unlisted(columns: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Of these (table, column) pairs, the ones the closed list does not have."""
    return sorted(pair for pair in columns if pair not in COLUMNS)


COLUMNS: Mapping[tuple[str, str], Column] = read_columns(
    files("fileroom.law.collection").joinpath("columns.toml").read_text("utf-8")
)
