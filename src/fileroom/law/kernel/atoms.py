"""The atoms: conditions about one term.

`curable` values are those from which the requester can still reach the wanted ones (a claim that is to be
verified); they count as hopeful, never as true.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from fileroom.law.kernel.condition import NOTHING, Condition, Facts
from fileroom.law.kernel.readings import Fact, Scope, Symbols, View


class Atom(Condition):
    """A condition about one term."""

    term: Fact

    def wanting(self, q: Any, want: bool) -> Facts | None:
        truth = self.truth(q)
        if truth is want:
            return NOTHING
        if truth is None or (want and self.hopeful(q)):
            return frozenset({self.term.unknown(q)})
        return None


def _names(values: Iterable[Any]) -> list[str]:
    return sorted(str(value).lower() if isinstance(value, bool) else str(value) for value in values)


@dataclass(frozen=True)
class Is(Atom):
    """The term has one of these values."""

    term: Fact
    values: frozenset[Any]
    curable: frozenset[Any] = frozenset()

    def truth(self, q: Any) -> bool | None:
        value = self.term.read(q)
        return None if value is None else value in self.values

    def hopeful(self, q: Any) -> bool:
        value = self.term.read(q)
        return value is None or value in self.values or value in self.curable

    def code(self, scope: Scope, view: View) -> str:
        if view is View.CERTAIN:
            return scope.member(self.term, self.values)
        curable = self.curable if view is View.HOPEFUL else NOTHING
        return scope.member(self.term, self.values | curable | {None})

    def solver(self, env: Symbols, view: View) -> Any:
        return env.open(self.term, view, env.member(self.term, self.values), env.member(self.term, self.curable))

    def words(self) -> str:
        if self.values == {True}:
            return self.term.path
        return f"{self.term.path} is {' or '.join(_names(self.values))}"


@dataclass(frozen=True)
class AtLeast(Atom):
    """The number is this or more."""

    term: Fact
    number: int

    def truth(self, q: Any) -> bool | None:
        value = self.term.read(q)
        return None if value is None else value >= self.number

    def code(self, scope: Scope, view: View) -> str:
        name = scope.local(self.term)
        if view is View.CERTAIN:
            return f"({name} is not None and {name} >= {self.number})"
        return f"({name} is None or {name} >= {self.number})"

    def solver(self, env: Symbols, view: View) -> Any:
        return env.open(self.term, view, env.number(self.term) >= self.number)

    def words(self) -> str:
        return f"{self.term.path} is {self.number} or more"


@dataclass(frozen=True)
class Has(Atom):
    """The list names at least one of these."""

    term: Fact
    values: frozenset[Any]

    def truth(self, q: Any) -> bool | None:
        listed = self.term.read(q)
        return None if listed is None else not self.values.isdisjoint(listed)

    def code(self, scope: Scope, view: View) -> str:
        name, values = scope.local(self.term), scope.constant(self.values)
        if view is View.CERTAIN:
            return f"({name} is not None and not {values}.isdisjoint({name}))"
        return f"({name} is None or not {values}.isdisjoint({name}))"

    def solver(self, env: Symbols, view: View) -> Any:
        return env.open(self.term, view, env.listed(self.term, self.values))

    def words(self) -> str:
        return f"{self.term.path} name {' or '.join(_names(self.values))}"


@dataclass(frozen=True)
class Among(Atom):
    """The value, or every value of the list, is among those that another list names."""

    term: Any  # both are terms, read and listed by themselves
    listed: Any

    def truth(self, q: Any) -> bool | None:
        value, listed = self.term.read(q), self.listed.read(q)
        if value is None or listed is None:
            return None
        return set(value) <= set(listed) if self.term.many else value in listed

    def wanting(self, q: Any, want: bool) -> Facts | None:
        if self.truth(q) is None:
            return frozenset(term.unknown(q) for term in (self.term, self.listed) if term.read(q) is None)
        return super().wanting(q, want)

    def code(self, scope: Scope, view: View) -> str:
        value, listed = scope.local(self.term), scope.local(self.listed)
        among = f"set({value}) <= set({listed})" if self.term.many else f"{value} in {listed}"
        if view is View.CERTAIN:
            return f"({value} is not None and {listed} is not None and {among})"
        return f"({value} is None or {listed} is None or {among})"

    def solver(self, env: Any, view: View) -> Any:
        known = env.all(env.known(self.term), env.known(self.listed))
        matches = env.all(*(env.any(env.opposite(one), other) for one, other in self._pairs(env)))
        return env.all(known, matches) if view is View.CERTAIN else env.any(env.opposite(known), matches)

    def _pairs(self, env: Any) -> list[tuple[Any, Any]]:
        """For each value: that the term has or names it, and that the list names it."""
        has = env.listed if self.term.many else env.member
        values = [frozenset({value}) for value in self.term.values or ()]
        return [(has(self.term, value), env.listed(self.listed, value)) for value in values]

    def words(self) -> str:
        return f"{'every one of ' if self.term.many else ''}{self.term.path} is among {self.listed.path}"
