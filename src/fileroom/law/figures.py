"""The numbers of `figures.toml`, as typed values. Nothing else in the law states a number."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from fileroom.law.kernel.citation import Citation, Surety


class Unit(StrEnum):
    YEARS = "years"
    MONTHS = "months"
    DAYS = "days"
    BUSINESS_DAYS = "business_days"
    SCHOOLDAYS = "schooldays"
    HOURS = "hours"
    SCHOOL_YEARS = "school_years"


class Nature(StrEnum):
    CEILING = "ceiling"
    FLOOR = "floor"
    GATE = "gate"
    WINDOW = "window"


@dataclass(frozen=True)
class Figure:
    """One number. `table` is its row in the law tables."""

    name: str
    table: str
    what: str
    value: int
    unit: Unit
    anchor: str
    nature: Nature
    citation: Citation

    @cached_property
    def within(self) -> str:
        """The number with its unit, as people say it: `5 business days`."""
        unit = self.unit.value.replace("_", " ")
        return f"{self.value} {unit[:-1] if self.value == 1 else unit}"

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name, "table": self.table, "what": self.what, "value": self.value, "unit": self.unit.value,
            "anchor": self.anchor, "nature": self.nature.value, "citation": self.citation.to_json(),
        }  # fmt: skip


KEYS = frozenset(
    ["table", "what", "value", "unit", "anchor", "nature", "cite", "key", "effective", "repealed", "surety", "against"]
)


def read_figures(text: str) -> Mapping[str, Figure]:
    """The figures of a TOML text by name. ValueError names a key that does not belong."""
    return MappingProxyType({name: _figure(name, row) for name, row in tomllib.loads(text).items()})


def _figure(name: str, row: dict[str, Any]) -> Figure:
    unknown = sorted(set(row) - KEYS)
    if unknown:
        raise ValueError(f"{name}: unknown key {unknown[0]!r}")
    effective: date | None = row.get("effective")
    citation = Citation(row["cite"], row["key"], effective, row.get("repealed"), Surety(row["surety"]), row["against"])
    return Figure(
        name, row["table"], row["what"], row["value"], Unit(row["unit"]), row["anchor"], Nature(row["nature"]), citation
    )


FIGURES: Mapping[str, Figure] = read_figures(files("fileroom.law").joinpath("figures.toml").read_text("utf-8"))
EVERY_FIGURE: Mapping[str, Figure] = FIGURES
ADULT = FIGURES["adult_student_age"].value
