"""The notice's own words (`sections.toml`): its sections, and how the law's lists and numbers read in each language."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from fileroom.law.figures import EVERY_FIGURE, Figure, Unit
from fileroom.letters.setting import MONTHS

EN, ES = "en", "es"


@dataclass(frozen=True)
class Wording:
    """A section in one language, its places still open."""

    title: str
    says: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Section:
    """One section. `items`: words of the law's checklists; `list_`: lines that are gathered; `when`: setting, value."""

    name: str
    items: tuple[str, ...]
    cites: str
    list_: str
    when: tuple[tuple[str, str], ...]
    in_: Mapping[str, Wording]

    def places(self) -> set[str]:
        """What has to be said before it can stand there."""
        texts = [text for it in self.in_.values() for text in (it.says, *it.lines)]
        return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(files("fileroom.programmes.notices").joinpath("sections.toml").read_text("utf-8"))


def everything() -> dict[str, Any]:
    """All its own words: another release may say something in other ones."""
    return _read()


def _section(row: dict[str, Any]) -> Section:
    said = {it: Wording(row[it]["title"], row[it]["says"], tuple(row[it]["lines"])) for it in (EN, ES)}
    when = tuple(row.get("when", {}).items())
    return Section(row["name"], tuple(row["items"]), row["cites"], row.get("list", ""), when, said)


@cache
def sections() -> tuple[Section, ...]:
    """All of them, in order."""
    return tuple(map(_section, _read()["section"]))


def word(table: str, name: str, language: str) -> str:
    """One word of a list of the law. KeyError where it has none in this language."""
    said: str = _read()[table][name][language]
    return said


def criteria_in_spanish(version: str) -> dict[str, Any] | None:
    """A published text of the criteria in Spanish; None: nobody has put it into Spanish."""
    found: dict[str, Any] | None = _read()["criteria"].get(version)
    return found


def figure(name: str, language: str) -> str:
    """A number of the law as this language says it: `5 business days`, `31 de diciembre`."""
    it = EVERY_FIGURE[name]
    if not isinstance(it, Figure):
        day = it.day
        return f"{day.day} de {MONTHS[day.month - 1]}" if language == ES else f"{day:%B} {day.day}"
    one, many = _read()["units"][it.unit.value][language]
    return f"{it.value} {one if it.value == 1 else many}"


def days(count: str, language: str) -> str:
    """So many days, as this language says it."""
    one, many = _read()["units"][Unit.DAYS.value][language]
    return f"{count} {one if int(count) == 1 else many}"


def cost(cents: str, language: str) -> str:
    """What a copied page costs, as a sentence."""
    if not int(cents):
        return word("copy_cost", "free", language)
    return word("copy_cost", "cents", language).format(amount=f"${int(cents) / 100:.2f}")
