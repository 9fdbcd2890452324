"""The numbers of `figures.toml`, as typed values, and the days the law itself names. Nothing else in the law states
a number."""

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

from fileroom.law.days import school_year
from fileroom.law.kernel.citation import Citation, Surety


class Unit(StrEnum):
    YEARS = "years"
    MONTHS = "months"
    DAYS = "days"
    BUSINESS_DAYS = "business_days"
    SCHOOLDAYS = "schooldays"
    HOURS = "hours"
    SCHOOL_YEARS = "school_years"
    PERCENT = "percent"
    PEOPLE = "people"
    DOLLARS = "dollars"
    POINTS = "points"
    COPIES = "copies"


class Each(StrEnum):
    """How often a day that the law names comes round."""

    YEAR = "each_year"
    SCHOOL_YEAR = "each_school_year"  # in which the student is of the grade: missed, it stays where it was
    ONCE = "once"


class Nature(StrEnum):
    """`default`: where the paper itself says nothing; `penalty`, `right`, `sunset`: shown, they start no clock."""

    CEILING = "ceiling"
    FLOOR = "floor"
    FLOOR_AND_CEILING = "floor_and_ceiling"  # a stretch of time in which it is done: neither before it nor after
    GATE = "gate"
    WINDOW = "window"
    DEFAULT = "default"
    PENALTY = "penalty"
    RIGHT = "right"
    SUNSET = "sunset"


LAST_DAYS = (Nature.CEILING, Nature.WINDOW)
NEVER_SINGULAR = (Unit.PERCENT, Unit.PEOPLE)


@dataclass(frozen=True)
class Figure:
    """One number. `table` is its row in the law tables. `rolls_on`: a last day that is closed moves to the next open
    one."""

    name: str
    table: str
    what: str
    value: int
    unit: Unit
    anchor: str
    nature: Nature
    citation: Citation
    rolls_on: bool

    @cached_property
    def within(self) -> str:
        """The number with its unit, as people say it: `5 business days`, `$2,500`."""
        if self.unit is Unit.DOLLARS:
            return f"${self.value:,}"
        if self.unit in NEVER_SINGULAR:
            return f"{self.value:,} {self.unit.value}"
        unit = self.unit.value.replace("_", " ")
        return f"{self.value} {unit[:-1] if self.value == 1 else unit}"

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name, "table": self.table, "what": self.what, "value": self.value, "unit": self.unit.value,
            "anchor": self.anchor, "nature": self.nature.value, "citation": self.citation.to_json(),
        }  # fmt: skip


@dataclass(frozen=True)
class FixedDay:
    """A day the law itself names: once (`day` has its year), or each year or school year (its month and day in the leap
    year 2000)."""

    name: str
    table: str
    what: str
    each: Each
    day: date
    anchor: str
    nature: Nature
    citation: Citation
    rolls_on: bool

    def comes_from(self, on: date) -> date:
        """This day: of the school year of `on`, or the next time that it comes round, on or after `on`."""
        if self.each is Each.ONCE:
            return self.day
        if self.each is Each.SCHOOL_YEAR:
            begun = school_year(on)
            return self.day.replace(year=begun if school_year(self.day) == self.day.year else begun + 1)
        this_year = self.day.replace(year=on.year)
        return this_year if this_year >= on else self.day.replace(year=on.year + 1)

    @cached_property
    def within(self) -> str:
        """The day as people say it: `1 August each year`."""
        day = f"{self.day.day} {self.day:%B}"
        return f"{day} {self.day.year}" if self.each is Each.ONCE else f"{day} each year"

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name, "table": self.table, "what": self.what, "unit": self.each.value,
            "value": self.day.isoformat()[0 if self.each is Each.ONCE else 5 :],
            "anchor": self.anchor, "nature": self.nature.value, "citation": self.citation.to_json(),
        }  # fmt: skip


KEYS = frozenset(
    [
        "table", "what", "value", "unit", "anchor", "nature", "rolls_on", "cite", "key", "effective", "repealed",
        "surety", "against",
    ]
)  # fmt: skip


def read_figures(text: str) -> tuple[Mapping[str, Figure], Mapping[str, FixedDay]]:
    """The figures and the fixed days of a TOML text by name. ValueError names a key that does not belong."""
    rows = tomllib.loads(text)
    days = {name: _fixed_day(name, row) for name, row in rows.items() if row["unit"] in tuple(Each)}
    figures = {name: _figure(name, row) for name, row in rows.items() if name not in days}
    return MappingProxyType(figures), MappingProxyType(days)


def _figure(name: str, row: dict[str, Any]) -> Figure:
    citation, nature = _citation(name, row), Nature(row["nature"])
    rolls_on = nature in LAST_DAYS and row.get("rolls_on", True)
    return Figure(
        name, row["table"], row["what"], row["value"], Unit(row["unit"]), row["anchor"], nature, citation, rolls_on
    )


def _fixed_day(name: str, row: dict[str, Any]) -> FixedDay:
    each, citation = Each(row["unit"]), _citation(name, row)
    day = date.fromisoformat(f"2000-{row['value']}") if each is not Each.ONCE else row["value"]
    nature, rolls_on = Nature(row["nature"]), row.get("rolls_on", True)
    return FixedDay(name, row["table"], row["what"], each, day, row["anchor"], nature, citation, rolls_on)


def _citation(name: str, row: dict[str, Any]) -> Citation:
    unknown = sorted(set(row) - KEYS)
    if unknown:
        raise ValueError(f"{name}: unknown key {unknown[0]!r}")
    effective: date | None = row.get("effective")
    return Citation(row["cite"], row["key"], effective, row.get("repealed"), Surety(row["surety"]), row["against"])


FIGURES, FIXED_DAYS = read_figures(files("fileroom.law").joinpath("figures.toml").read_text("utf-8"))
EVERY_FIGURE: Mapping[str, Figure | FixedDay] = MappingProxyType({**FIGURES, **FIXED_DAYS})
ADULT = FIGURES["adult_student_age"].value
