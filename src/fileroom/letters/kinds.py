"""The kinds of letters there are, each a file of words (`words/*.toml`): by language a title, what it says, its lines.

Words hold places, `{received_on}`, for the facts the kind lists; a letter gives each of them and no other.
"""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Any

# Signs that nobody sees and that turn the direction of writing round: with one of them a name reads as another.
TURNS_ROUND = "\u202a-\u202e\u2066-\u2069"
HAS_ONE = re.compile(f"[{TURNS_ROUND}]")
TURNED = "It holds signs that turn the direction of writing round. Enter the name anew, by hand."
LETTER, NOTICE, REPORT, BOOKLET = "letter", "notice", "report", "booklet"  # the layouts there are


class Unfit(ValueError):
    """The facts given are not those the letter has places for, or it is not there in this language."""


@dataclass(frozen=True)
class Words:
    """One letter in one language. `lines`: label and value, a table; `after`: what follows it; `sections`: of a notice,
    a heading each, with its paragraphs: the heading stays though they come to nothing."""

    title: str
    says: tuple[str, ...]
    lines: tuple[tuple[str, str], ...]
    after: tuple[str, ...]
    signed: str
    sections: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True)
class Kind:
    """A kind of letter. `version` rises with its words; `cites` is the law it serves; `layout`: a file `*.typ` here;
    `written`: of the facts those that somebody writes about somebody, in words of their own."""

    name: str
    version: int
    cites: str
    layout: str
    facts: frozenset[str]
    words: Mapping[str, Words]
    written: frozenset[str] = frozenset()

    def filled(self, language: str, facts: Mapping[str, str]) -> Words:
        """The words with the facts in their places; lines whose value comes to nothing are left out. Raises Unfit."""
        if language not in self.words:
            raise Unfit(f"{self.name} is not there in {language!r}, but in {', '.join(sorted(self.words))}.")
        if facts.keys() != self.facts:
            raise Unfit(f"{self.name} wants {sorted(self.facts)}, and was given {sorted(facts)}.")
        if any(map(HAS_ONE.search, facts.values())):
            raise Unfit(TURNED)
        words = self.words[language]
        lines = [(label, value.format_map(facts).strip()) for label, value in words.lines]
        return Words(
            title=words.title.format_map(facts),
            says=_told(words.says, facts),
            lines=tuple((label, value) for label, value in lines if value),
            after=_told(words.after, facts),
            signed=words.signed.format_map(facts),
            sections=tuple((heading, _told(of, facts)) for heading, of in words.sections),
        )


def _told(paragraphs: tuple[str, ...], facts: Mapping[str, str]) -> tuple[str, ...]:
    told = (each.format_map(facts).strip() for each in paragraphs)
    return tuple(each for each in told if each)


def places(words: Words) -> set[str]:
    """The facts that these words have a place for."""
    told = [text for _, paragraphs in words.sections for text in paragraphs]
    texts = [words.title, *words.says, *(value for _, value in words.lines), *words.after, words.signed, *told]
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}


def _kind(name: str, said: dict[str, Any]) -> Kind:
    words = {
        language: Words(
            its["title"],
            tuple(its["says"]),
            tuple((label, value) for label, value in its.get("lines", ())),
            tuple(its.get("after", ())),
            its["signed"],
            tuple((heading, tuple(of)) for heading, of in its.get("sections", ())),
        )
        for language, its in said["in"].items()
    }
    return Kind(
        name,
        said["version"],
        said["cites"],
        said.get("layout", LETTER),
        frozenset(said["facts"]),
        MappingProxyType(words),
        frozenset(said.get("written", ())),
    )


def _read() -> dict[str, Kind]:
    folder = files(__package__) / "words"
    found = [(it.name.removesuffix(".toml"), it.read_text("utf-8")) for it in folder.iterdir()]
    return {name: _kind(name, tomllib.loads(text)) for name, text in sorted(found)}


KINDS: Mapping[str, Kind] = MappingProxyType(_read())
