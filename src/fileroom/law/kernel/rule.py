"""A rule: a condition, its effect, its sentence and its source.

A rule *forbids*, *compels* (the district must), *allows* (it may), *obliges* (a duty that follows), or *closes*: it
says why, where nothing grants. Closing rules decide nothing; they only find the plainest sentence for a no.
A grant says which key it turns, state or federal law, and on what *claim*: only a ground that is claimed can end in
"needs more".
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property, reduce
from operator import and_, or_
from typing import Any

from fileroom.law.kernel.atoms import Is
from fileroom.law.kernel.citation import Citation
from fileroom.law.kernel.condition import NOTHING, All, Always, Condition, Either, Shown
from fileroom.law.kernel.decision import Because, Duty


class Effect(StrEnum):
    FORBIDS = "forbids"
    COMPELS = "compels"
    ALLOWS = "allows"
    OBLIGES = "obliges"
    CLOSES = "closes"


class Key(StrEnum):
    """Which law a grant speaks for."""

    STATE = "state"
    FEDERAL = "federal"
    BOTH = "both"


GRANTS = (Effect.COMPELS, Effect.ALLOWS)


class Upon(StrEnum):
    """When a duty follows."""

    ALWAYS = "always"
    GRANT = "grant"
    NO_GRANT = "no_grant"


@dataclass(frozen=True, eq=False)
class Rule:
    """One rule, under its address. `effective` None: throughout the time this book covers.

    `met`: when the duties it brings that come before a release are done; None: a person's word alone does not do them.
    `known`: what must be known, one way or the other, before anything is granted where the rule speaks; None: nothing.
    `release`: the release of the program it came with; `until_release`: the one whose text took its place.
    """

    id: str
    effect: Effect
    when: Condition
    says: str
    cites: Citation
    key: Key = Key.STATE
    claimed: Condition = field(default_factory=Always)
    duties: tuple[Duty, ...] = ()
    upon: Upon = Upon.ALWAYS
    limits: tuple[str, ...] = ()
    clock: str | None = None
    silent: bool = False
    seals: bool = False
    apart: bool = False
    met: Condition | None = None
    known: Condition | None = None
    effective: date | None = None
    repealed: date | None = None
    release: int = 1
    until_release: int | None = None

    def came(self, release: int | None) -> bool:
        """In the book of this release of the program; None: in the newest."""
        if release is None:
            return self.until_release is None
        return self.release <= release and (self.until_release is None or release < self.until_release)

    def binds(self, on: date) -> bool:
        """In force on this day."""
        return (self.effective is None or self.effective <= on) and (self.repealed is None or on < self.repealed)

    @cached_property
    def because(self) -> Because:
        return Because(self.id, self.effect.value, self.cites.text, self.says, self.silent)

    def owed_first(self, q: Any) -> tuple[Duty, ...]:
        """Of its duties those that come before a release, unless these facts show them done."""
        if self.met is not None and self.met.truth(q) is True:
            return ()
        return tuple([duty for duty in self.duties if duty.before])

    def unread(self, q: Any) -> bool:
        """What must be known before anything is granted is not."""
        return self.known is not None and self.known.truth(q) is None

    def unsettled(self, q: Any) -> frozenset[str]:
        """The facts that a grant waits for: whether the ban stands, or what a duty must know."""
        return (self.known or self.when).wanting(q, False) or NOTHING

    @cached_property
    def actions(self) -> frozenset[Any] | None:
        """Those it can speak of at all; None: any."""
        return _actions(self.when)

    def turns(self, key: Key) -> bool:
        return self.key in (key, Key.BOTH)

    def canonical(self) -> dict[str, Any]:
        """All that makes this rule what it is, for the digest and the law book."""
        return {
            "id": self.id,
            "effect": self.effect.value,
            "when": self.when.words(),
            "says": self.says,
            "cites": self.cites.to_json(),
            "key": self.key.value,
            "claimed": self.claimed.words(),
            "duties": [[duty.code, duty.citation, duty.says, duty.before, duty.wait] for duty in self.duties],
            "upon": self.upon.value,
            "limits": list(self.limits),
            "clock": self.clock,
            "silent": self.silent,
            "seals": self.seals,
            "apart": self.apart,
            "met": self.met.words() if self.met else None,
            "known": self.known.words() if self.known else None,
            "effective": self.effective.isoformat() if self.effective else None,
            "repealed": self.repealed.isoformat() if self.repealed else None,
            "releases": [self.release, self.until_release],
        }


class Chapter:
    """The rules of one file. Its address is the module's, below `law`."""

    def __init__(self, module: str) -> None:
        self.module = module
        self.address = module.partition("law.")[2] or module
        self.rules: list[Rule] = []

    @property
    def subject(self) -> str:
        """What the file says it is about, on one line."""
        return " ".join((sys.modules[self.module].__doc__ or "").split())

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def _add(self, effect: Effect, name: str, when: Condition, says: str, cites: Citation, **more: Any) -> Rule:
        more.setdefault("effective", cites.effective)
        more.setdefault("repealed", cites.repealed)
        rule = Rule(f"{self.address}.{name}", effect, when, says, cites, **more)
        if effect is not Effect.OBLIGES and any(isinstance(part, Shown) for part in _parts(when)):
            raise ValueError(f"{rule.id}: what is merely shown may bring a duty, never a ban or a grant")
        self.rules.append(rule)
        return rule

    def forbids(self, name: str, *, when: Condition, says: str, cites: Citation, silent: bool = False) -> Rule:
        """A ban: outranks every grant. `silent`: the requester sees only what a stranger would see."""
        return self._add(Effect.FORBIDS, name, when, says, cites, silent=silent)

    def compels(self, name: str, *, when: Condition, says: str, cites: Citation, **more: Any) -> Rule:
        """A right or a duty: the district must. `more`: key, claimed, duties, limits, clock."""
        return self._add(Effect.COMPELS, name, when, says, cites, **more)

    def allows(self, name: str, *, when: Condition, says: str, cites: Citation, **more: Any) -> Rule:
        """A permission: the district may. `more`: key, claimed, duties, limits, clock."""
        return self._add(Effect.ALLOWS, name, when, says, cites, **more)

    def obliges(self, code: str, *, when: Condition, says: str, cites: Citation, **more: Any) -> Rule:
        """A duty that follows. `more`: name (where the code is used twice in a chapter), upon, limits; seals, where
        its entry is sealed; apart, where that stands in no student's log; before, wait, met where it precedes a
        release; known."""
        name = more.pop("name", code)
        duty = Duty(str(code), cites.text, says, more.pop("before", False), more.pop("wait", ""))
        return self._add(Effect.OBLIGES, name, when, says, cites, duties=(duty,), **more)

    def closes(self, name: str, *, when: Condition, says: str, cites: Citation, silent: bool = False) -> Rule:
        """Why the answer is no where nothing grants; the first that is certain speaks. `silent` as for a ban."""
        return self._add(Effect.CLOSES, name, when, says, cites, silent=silent)


def _actions(condition: Condition) -> frozenset[Any] | None:
    """The actions outside which the condition is false; None where it names none."""
    if isinstance(condition, Is) and condition.term.path == "action":
        return condition.values | condition.curable
    if not isinstance(condition, All | Either):
        return None
    parts = [_actions(part) for part in condition.parts]
    named = [part for part in parts if part is not None]
    if not named or (isinstance(condition, Either) and len(named) < len(parts)):
        return None
    return reduce(and_ if isinstance(condition, All) else or_, named)


def _parts(condition: Condition) -> Iterator[Condition]:
    yield condition
    for part in getattr(condition, "parts", ()):
        yield from _parts(part)
    if hasattr(condition, "part"):
        yield from _parts(condition.part)
