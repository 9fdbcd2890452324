"""The roster, by the words its people's names are made of: which of them could a word be about?

A word is looked up, and nothing is compiled: a roster changes every night, and a matcher of forty thousand names takes
minutes to compile (docs/decisions/0066).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files

from fileroom.screening.folding import fold

WORD = re.compile(r"[^\W\d_]+")
NOBODY: frozenset[int] = frozenset()
SHORTEST = 2  # letters of a word that can be a name
# Letters of scripts that put no blank between words: a name is looked for wherever it stands.
UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\u0e00-\u0e7f]")


class Kind(StrEnum):
    """Who or what was found."""

    ADDRESS = "address"
    DATE = "date"
    EMAIL = "e-mail"
    FAMILY = "family member"
    HANDLE = "handle"
    LINK = "link"
    NUMBER = "number"
    PERSON = "person"
    SCHOOL = "school"
    STAFF = "staff member"
    STUDENT = "student"
    TELEPHONE = "telephone"


@dataclass(frozen=True)
class Person:
    """Somebody of the roster. `given`, `family`: every name by which they go, legal, preferred and middle names.

    `local_id`: what the student information system calls them.
    """

    kind: Kind
    given: tuple[str, ...]
    family: tuple[str, ...]
    ssid: str = ""
    birth_on: date | None = None
    grade: str = ""
    school: str = ""
    local_id: str = ""


def words_of(name: str) -> list[str]:
    """'O’Brien-López' -> ['o', 'brien', 'lopez']: as they are found in a folded text."""
    return WORD.findall(fold(name).text)


@cache
def _listed(name: str) -> Mapping[str, tuple[str, ...]]:
    text = files("fileroom.screening.deidentifying").joinpath(f"{name}.toml").read_text("utf-8")
    return {key: tuple(value) for key, value in tomllib.loads(text).items()}


def word_list(name: str, key: str) -> frozenset[str]:
    """A list of words that is kept beside this file."""
    return frozenset(_listed(name)[key])


def nicknames(given: str) -> tuple[str, ...]:
    """How somebody of this name is called too."""
    return _listed("nicknames").get(given, ())


class Roster:
    """People and schools, ready to be looked up. It is kept in memory alone, and never written down."""

    def __init__(self, people: Iterable[Person], schools: Iterable[str] = ()) -> None:
        self.people = tuple(people)
        self.given: dict[str, set[int]] = {}
        self.family: dict[str, set[int]] = {}
        self.glued: dict[str, set[int]] = {}
        self.initials: dict[str, set[int]] = {}
        self.numbers: dict[str, int] = {}
        self.births: set[date] = set()
        self.unspaced: dict[str, set[int]] = {}
        for at, person in enumerate(self.people):
            self._enter(at, person)
        self.words = self.given.keys() | self.family.keys() | self.glued.keys()
        self.schools = _school_pattern(schools)
        self.unspaced_pattern = _any_of(self.unspaced)

    def _enter(self, at: int, person: Person) -> None:
        given = [words_of(it) for it in person.given if it]
        family = [words_of(it) for it in person.family if it]
        for name in given:
            for word in (*name, *(nick for each in name for nick in nicknames(each))):
                _add(self.given, word, at)
        for name in family:
            for word in (*name, *_neighbours(name)):
                _add(self.family, word, at)
        self._enter_glued(at, given, family)
        for one in (*person.given, *person.family):
            if UNSPACED.search(one):
                self._enter_unspaced(at, person)
        for number in filter(None, (person.ssid, fold(person.local_id).text)):
            self.numbers.setdefault(number, at)
        if person.birth_on:
            self.births.add(person.birth_on)

    def _enter_glued(self, at: int, given: list[list[str]], family: list[list[str]]) -> None:
        """As accounts and file names have them: anatorres, torresana, atorres."""
        for first in filter(None, given):
            for last in filter(None, family):
                mine, theirs = {"".join(first), first[0]}, {"".join(last), *last}
                for one in mine:
                    for other in theirs:
                        _add(self.glued, one + other, at)
                        _add(self.glued, other + one, at)
                for other in theirs:
                    if len(other) > 3:
                        _add(self.glued, first[0][0] + other, at)
                _add(self.initials, first[0][0] + last[0][0], at)

    def _enter_unspaced(self, at: int, person: Person) -> None:
        given, family = "".join(person.given[:1]), "".join(person.family[:1])
        for name in (family + given, given):
            if len(name) >= SHORTEST and UNSPACED.search(name):
                self.unspaced.setdefault(fold(name).text, set()).add(at)

    def could_be(self, word: str) -> frozenset[int]:
        """Whose given name, family name or account this word could be."""
        return frozenset().union(*(of.get(word, ()) for of in (self.given, self.family, self.glued)))


def _add(to: dict[str, set[int]], word: str, at: int) -> None:
    if len(word) >= SHORTEST:
        to.setdefault(word, set()).add(at)


def _neighbours(words: list[str]) -> Iterable[str]:
    """Words of a compound name written as one: nunezdiaz, obrien, delacruz."""
    return ("".join(words[a:b]) for a in range(len(words)) for b in range(a + 2, len(words) + 1))


KINDS = ("elementary", "middle", "high", "primary")
TAIL = re.compile(r" (?:(?:elementary|middle|high|primary|charter|continuation)(?: school)?|school|academy)$")


def bare_school(name: str) -> str:
    """A school's name in words, without what kind of school it is."""
    return TAIL.sub("", " ".join(words_of(name)))


def _school_pattern(schools: Iterable[str]) -> re.Pattern[str] | None:
    """The schools by their names, and by the names that are left when the kind of school is not said."""
    names = {" ".join(words_of(it)) for it in schools}
    short = {
        it
        for name in names
        for it in (bare_school(name), name.removesuffix(" school"))
        if len(it) > 4 and (" " in it or it.endswith(KINDS))
    }
    return _any_of({*names, *short}, gap=r"[\s\-.'’]{1,3}")


def _any_of(names: Iterable[str], gap: str = "") -> re.Pattern[str] | None:
    longest = sorted(filter(None, names), key=lambda it: (-len(it), it))
    if not longest:
        return None
    edge = r"(?<![^\W_])", r"(?![^\W_])"
    each = "|".join(gap.join(map(re.escape, it.split(" "))) if gap else re.escape(it) for it in longest)
    return re.compile(f"{edge[0]}(?:{each}){edge[1]}" if gap else f"(?:{each})")
