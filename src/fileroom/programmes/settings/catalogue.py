"""The list of settings (`settings.toml`): what each asks, the kind of its answer, what holds until it is said."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from types import MappingProxyType
from typing import Any

LANGUAGES = ("en", "es")
MOST_DAYS = 365


class Kind(StrEnum):
    """What an answer is: words in each language; or, the same in all, cents of a dollar, whole days, the number of a
    policy, an address, yes or no, the days of the Board's meetings."""

    WORDS = "words"
    CENTS = "cents"
    DAYS = "days"
    NUMBER = "number"
    ADDRESS = "address"
    YES_NO = "yes_no"
    MEETINGS = "meetings"


@dataclass(frozen=True)
class Setting:
    """One of them. `default`: by language what holds until the district has said it; None: nothing does. `quoted`: a
    notice or the regulation may quote it, and is out of date when it changes. `most`: of days, no more than these."""

    name: str
    kind: Kind
    asked: str
    why: str
    default: Mapping[str, str] | None
    quoted: bool = True
    most: int = MOST_DAYS


def _setting(name: str, row: dict[str, Any]) -> Setting:
    kind = Kind(row["kind"])
    if kind is Kind.WORDS:
        default = {it: row[f"default_{it}"] for it in LANGUAGES} if "default_en" in row else None
    else:
        default = dict.fromkeys(LANGUAGES, row["default"]) if "default" in row else None
    kept = default and MappingProxyType(default)
    return Setting(name, kind, row["asked"], row["why"], kept, row.get("quoted", True), row.get("most", MOST_DAYS))


def read_settings(text: str) -> Mapping[str, Setting]:
    """The settings of a TOML text by name. ValueError or KeyError for a kind or a language that is not there."""
    return MappingProxyType({name: _setting(name, row) for name, row in tomllib.loads(text).items()})


SETTINGS = read_settings(files("fileroom.programmes.settings").joinpath("settings.toml").read_text("utf-8"))
