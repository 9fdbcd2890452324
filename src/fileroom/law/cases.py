"""The cases in which a change of law changes an answer: found by the solver, printed beside the rules (`cases.json`).

To find them takes the solver a minute, so nobody who reads of a change waits for it: `fileroom law cases` prints them
whenever a rule has changed. Each change is held against the day before it, so that what it did is seen alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from fileroom.law.book import RULES
from fileroom.law.changes import Case, changes_of_the_law
from fileroom.law.kernel.papers import Some
from fileroom.law.kernel.rule import Rule
from fileroom.law.vocabulary import terms
from fileroom.law.wording import WORDS, tell

DAY = timedelta(days=1)
Key = tuple[date, str, bool]  # from which day, the rule, does it begin


def days(rules: tuple[Rule, ...] = RULES) -> tuple[date, ...]:
    """The days on which some rule begins or ends."""
    return tuple(sorted({day for rule in rules for day in (rule.effective, rule.repealed) if day}))


def of_day(day: date) -> Iterator[dict[str, Any]]:
    """What changes on this day and in which cases, as `cases.json` holds it. Takes the solver some seconds."""
    for change in changes_of_the_law(day - DAY, day):
        if change.cases:
            told = change.to_json()
            yield {name: told[name] for name in ("on", "name", "change", "cases")}


def digest(rules: tuple[Rule, ...] = RULES) -> str:
    """Of all that decides in these rules: neither their sentences nor their sources."""
    parts = ("id", "effect", "when", "key", "claimed", "effective", "repealed", "releases")
    whole = [[rule.canonical()[part] for part in parts] for rule in rules]
    return hashlib.sha256(json.dumps(whole).encode()).hexdigest()


def read(text: str, rules: tuple[Rule, ...] = RULES) -> Mapping[Key, tuple[Case, ...]]:
    """The cases of a printed text, by change; none where they are of other rules than these."""
    given = json.loads(text)
    if given["digest"] != digest(rules):
        return MappingProxyType({})
    return MappingProxyType({_key(row): tuple(_case(it) for it in row["cases"]) for row in given["changes"]})


def _key(row: dict[str, Any]) -> Key:
    return date.fromisoformat(row["on"]), row["name"], row["change"] == "begins"


def _case(row: dict[str, Any]) -> Case:
    return Case(row["was"], row["is"], tuple(row["facts"]))


@cache
def printed() -> Mapping[Key, tuple[Case, ...]]:
    """The cases that came with these rules."""
    return read(files("fileroom.law").joinpath("cases.json").read_text("utf-8"))


def told(fact: str) -> str:
    """A fact of a case in words: `requester.kind=parent` as "whoever asks is a parent"."""
    path, is_value, value = fact.partition("=")
    if is_value and path in terms():
        return _value(path, value)
    named, is_list, value = fact.partition(" name ")
    if is_list and named in terms():
        return tell(terms()[named].has(_word(named, value))).sentence()
    paper = _papers().get(fact)
    return tell(paper).sentence() if paper else fact


def _value(path: str, value: str) -> str:
    term = terms()[path]
    if term.values is None:
        return f"{WORDS[path]} is {value}"
    return tell(term.is_(_word(path, value))).sentence()


def _word(path: str, value: str) -> Any:
    return next(word for word in terms()[path].values or () if str(word) == value)


@cache
def _papers() -> Mapping[str, Some]:
    """Each paper condition of the book by its own words."""
    conditions = [part for rule in RULES for part in (rule.when, rule.claimed)]
    return {atom.words(): atom for part in conditions for atom in part.atoms() if isinstance(atom, Some)}
