"""The regulation as it would read now: each sentence with the rules it carries out, and what it quotes."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from fileroom.law import BY_ID, citations
from fileroom.law.criteria import criteria_of
from fileroom.law.figures import EVERY_FIGURE
from fileroom.programmes.notices.composing import digest_of, so_now
from fileroom.programmes.notices.words import days
from fileroom.programmes.settings.catalogue import SETTINGS, Kind
from fileroom.programmes.settings.services import settings_now

EN = "en"


@dataclass(frozen=True)
class Installed:
    """What the installation has set, as the door knows it."""

    quarantine_days: int
    form_days: int
    lists_above: int


@dataclass(frozen=True)
class Sentence:
    """One sentence as it reads. `rules`: of the law; `quotes`: names of what it quotes; `cites`: sources that no rule
    is made of, by their names; `own`: it is how the district carries its rules out."""

    number: int
    says: str
    rules: tuple[str, ...]
    quotes: tuple[str, ...]
    cites: tuple[str, ...] = ()
    own: bool = False

    @property
    def sources(self) -> tuple[str, ...]:
        """Where it rests, as a lawyer writes it, each once."""
        found = [getattr(citations, name).text for name in self.cites] + [BY_ID[name].cites.text for name in self.rules]
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True)
class Section:
    """One section with its sentences."""

    title: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Regulation:
    """The whole. `quotes`: all that it quotes, by name, as it stands; `wanting`: settings nobody has said."""

    sections: tuple[Section, ...]
    quotes: Mapping[str, str]
    wanting: tuple[str, ...]

    @property
    def digest(self) -> str:
        """Of every word: who adopts it says which text they have read."""
        return digest_of(as_kept(self.sections))


def as_kept(sections: tuple[Section, ...]) -> list[dict[str, Any]]:
    """The text as its row has it."""
    return [
        {
            "title": it.title,
            "sentences": [
                {name: list(its) if isinstance(its, tuple) else its for name, its in asdict(one).items()}
                for one in it.sentences
            ],
        }
        for it in sections
    ]


def as_read(kept: list[dict[str, Any]]) -> tuple[Section, ...]:
    """The text of a row."""
    return tuple(
        Section(
            it["title"],
            tuple(
                Sentence(
                    one["number"], one["says"], tuple(one["rules"]), tuple(one["quotes"]),
                    tuple(one.get("cites", ())), one.get("own", False),
                )
                for one in it["sentences"]  # a text adopted before each said so has neither
            ),
        )
        for it in kept
    )  # fmt: skip


@cache
def template() -> tuple[dict[str, Any], ...]:
    """The sections as they are written, their places open."""
    text = files("fileroom.programmes.regulation").joinpath("regulation.toml").read_text("utf-8")
    return tuple(tomllib.loads(text)["section"])


def places(says: str) -> list[str]:
    """What a sentence quotes, in order, each once."""
    return list(dict.fromkeys(name for _, name, _, _ in string.Formatter().parse(says) if name))


def draft(installed: Installed, *, on: date) -> Regulation:
    """The regulation as it would read on this day. Joins an open transaction."""
    facts, number, sections = _facts(installed, on), 0, []
    for section in template():
        sentences = []
        for row in section["sentence"]:
            quoted = places(row["says"])
            if not _stands(row, facts) or not set(quoted) <= facts.keys():
                continue
            number += 1
            also = [name for name, _ in row.get("when", {}).items()]
            said = row["says"].format_map(facts)
            rests = tuple(row["rules"]), (*quoted, *also), tuple(row.get("cites", ())), row.get("own", False)
            sentences.append(Sentence(number, said, *rests))
        sections.append(Section(section["title"], tuple(sentences)))
    used = dict.fromkeys(name for it in sections for one in it.sentences for name in one.quotes)
    return Regulation(tuple(sections), {name: facts[name] for name in used}, tuple(_wanting(facts)))


def _stands(row: Mapping[str, Any], facts: Mapping[str, str]) -> bool:
    return all(facts.get(name) == value for name, value in row.get("when", {}).items())


def _wanting(facts: Mapping[str, str]) -> Iterator[str]:
    """Settings that a sentence quotes, and nobody has said."""
    quoted = {name for section in template() for row in section["sentence"] for name in places(row["says"])}
    return (name for name in SETTINGS if name in quoted and name not in facts)


def _facts(installed: Installed, on: date) -> dict[str, str]:
    facts = {name: it.within for name, it in EVERY_FIGURE.items()}
    facts |= {name: str(number) for name, number in asdict(installed).items()}
    if criteria := criteria_of(on):
        facts["criteria_version"] = criteria.version
    facts |= so_now()
    for name, it in settings_now().items():
        if it.said is not None:
            facts[name] = _in_words(it.setting.kind, it.said[EN])
    return facts


def _in_words(kind: Kind, said: str) -> str:
    if kind is Kind.CENTS:
        return f"${int(said) / 100:.2f}" if int(said) else "nothing"
    if kind is Kind.DAYS:
        return days(said, EN)
    return said
