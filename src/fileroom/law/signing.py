"""What counsel signs for: each rule, figure and catalogue item that rests on memory, and each release's change of law.

A signature is of a text. `text` is the fingerprint of all that makes the thing what it is: when an upgrade changes
it, the old signature is of another text.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from types import MappingProxyType
from typing import Any

from fileroom.law.book import BOOK, RULES
from fileroom.law.catalogue import CATALOGUE
from fileroom.law.figures import EVERY_FIGURE
from fileroom.law.kernel.citation import Citation
from fileroom.law.kernel.rule import Rule
from fileroom.law.listing import resting_on_memory

INSTALLED = BOOK.newest
# Who signed nothing follows the law as it was before releases were signed for.
FIRST_RELEASE = 1


@dataclass(frozen=True)
class Signable:
    """A thing to sign for. `kind`: rule, figure or item; `name`: its address, name or code; `says`: its sentence."""

    kind: str
    name: str
    says: str
    citation: Citation
    text: str


@dataclass(frozen=True)
class Release:
    """What one release of the program changed in the law: the rules it brought and those whose text it replaced.

    The first one brought all of it.
    """

    number: int
    begins: tuple[Rule, ...]
    ends: tuple[Rule, ...]

    @cached_property
    def text(self) -> str:
        return fingerprint([[rule.canonical() for rule in rules] for rules in (self.begins, self.ends)])


def fingerprint(canonical: Any) -> str:
    """SHA-256 of a thing's canonical form: 64 hexadecimal digits."""
    return hashlib.sha256(json.dumps(canonical, sort_keys=True, default=str).encode()).hexdigest()


def rule_text(rule: Rule) -> str:
    """The fingerprint of a rule's text. With which release it came is no part of its text."""
    return fingerprint({name: said for name, said in rule.canonical().items() if name != "releases"})


@cache
def signables() -> Mapping[tuple[str, str], Signable]:
    """All that rests on memory, by kind and name, in the order of the book."""
    made = {}
    for kind, name, citation in resting_on_memory():
        says, text = _OF[kind](name)
        made[kind, name] = Signable(kind, name, says, citation, text)
    return MappingProxyType(made)


def _rule(name: str) -> tuple[str, str]:
    rule = next(rule for rule in RULES if rule.id == name)
    return rule.says, rule_text(rule)


def _figure(name: str) -> tuple[str, str]:
    figure = EVERY_FIGURE[name]
    return f"{figure.what}: {figure.within}, counted from {figure.anchor}.", fingerprint(figure.to_json())


def _item(code: str) -> tuple[str, str]:
    item = CATALOGUE[code]
    whole = [item.code, item.letter, item.class_.value, item.title.en, item.title.es, item.citation.to_json()]
    return f"{item.title.en}: {item.class_.value}.", fingerprint(whole)


_OF = {"rule": _rule, "figure": _figure, "item": _item}


@cache
def first_release() -> Release:
    """The law the program came with, whole: what a district follows that has signed for nothing."""
    return Release(FIRST_RELEASE, tuple(rule for rule in RULES if rule.came(FIRST_RELEASE)), ())


def releases(rules: tuple[Rule, ...] = RULES) -> tuple[Release, ...]:
    """Every release after the first that changed the law, in order."""
    numbers = {number for rule in rules for number in (rule.release, rule.until_release) if number}
    return tuple(
        Release(
            number,
            tuple(rule for rule in rules if rule.release == number),
            tuple(rule for rule in rules if rule.until_release == number),
        )
        for number in sorted(numbers - {FIRST_RELEASE})
    )
