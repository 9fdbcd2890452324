"""Conditions are values. One text of a rule is decided, explained, asked what it lacks, printed, compiled, proved.

`truth` is Kleene's: True and False hold whatever the unknown facts turn out to be; None lies between. `hopeful`
also counts what the requester can still cure: a claim not yet verified, a consent not yet signed. `wanting` names
the fewest facts that would make the condition true (or false), or None where nothing would.
`code` is the same condition as a Python expression; `solver` the same for the solver. That all agree is tested.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from fileroom.law.kernel.readings import Scope, Symbols, View

Facts = frozenset[str]
NOTHING: Facts = frozenset()


OPPOSITE = {View.CERTAIN: View.POSSIBLE, View.POSSIBLE: View.CERTAIN, View.HOPEFUL: View.CERTAIN}


class Condition:
    """The base of all conditions: the operators."""

    def __and__(self, other: Condition) -> Condition:
        return All((self, other))

    def __or__(self, other: Condition) -> Condition:
        return Either((self, other))

    def __invert__(self) -> Condition:
        return Not(self)

    def truth(self, q: Any) -> bool | None:
        raise NotImplementedError

    def hopeful(self, q: Any) -> bool:
        return self.truth(q) is not False

    def wanting(self, q: Any, want: bool) -> Facts | None:
        raise NotImplementedError

    def code(self, scope: Scope, view: View) -> str:
        raise NotImplementedError

    def solver(self, env: Symbols, view: View) -> Any:
        raise NotImplementedError

    def words(self) -> str:
        raise NotImplementedError

    def atoms(self) -> Iterator[Condition]:
        """The atoms this condition is built from."""
        yield self


def _union(parts: Iterable[Facts | None]) -> Facts | None:
    total = NOTHING
    for part in parts:
        if part is None:
            return None
        if part:
            total |= part
    return total


def _fewest(parts: Iterable[Facts | None]) -> Facts | None:
    return min((part for part in parts if part is not None), key=len, default=None)


def join(word: str, decided_by: str, parts: Iterable[str]) -> str:
    """Generated code for `and` / `or`, folded where a part is already decided; what comes after it is not asked for."""
    kept = []
    for part in parts:
        if part == decided_by:
            return part
        if part != ("True" if word == "and" else "False"):
            kept.append(part)
    if not kept:
        return "True" if word == "and" else "False"
    return kept[0] if len(kept) == 1 else "(" + f" {word} ".join(kept) + ")"


def _settled(parts: Iterable[Condition], q: Any, *, by: bool) -> bool | None:
    """`by`, where one part is so; else None, where one is not known; else the opposite."""
    unknown = False
    for part in parts:
        truth = part.truth(q)
        if truth is by:
            return by
        unknown = unknown or truth is None
    return None if unknown else not by


@dataclass(frozen=True)
class All(Condition):
    """Every part holds."""

    parts: tuple[Condition, ...]

    def __and__(self, other: Condition) -> Condition:
        return All((*self.parts, other))

    def truth(self, q: Any) -> bool | None:
        return _settled(self.parts, q, by=False)

    def hopeful(self, q: Any) -> bool:
        return all(part.hopeful(q) for part in self.parts)

    def wanting(self, q: Any, want: bool) -> Facts | None:
        return (_union if want else _fewest)(part.wanting(q, want) for part in self.parts)

    def code(self, scope: Scope, view: View) -> str:
        return scope.phrase(self, view, lambda: join("and", "False", (part.code(scope, view) for part in self.parts)))

    def solver(self, env: Symbols, view: View) -> Any:
        return env.all(*(env.of(part, view) for part in self.parts))

    def words(self) -> str:
        return " and ".join(part.words() for part in self.parts)

    def atoms(self) -> Iterator[Condition]:
        for part in self.parts:
            yield from part.atoms()


@dataclass(frozen=True)
class Either(Condition):
    """At least one part holds."""

    parts: tuple[Condition, ...]

    def __or__(self, other: Condition) -> Condition:
        return Either((*self.parts, other))

    def truth(self, q: Any) -> bool | None:
        return _settled(self.parts, q, by=True)

    def hopeful(self, q: Any) -> bool:
        return any(part.hopeful(q) for part in self.parts)

    def wanting(self, q: Any, want: bool) -> Facts | None:
        return (_fewest if want else _union)(part.wanting(q, want) for part in self.parts)

    def code(self, scope: Scope, view: View) -> str:
        return scope.phrase(self, view, lambda: join("or", "True", (part.code(scope, view) for part in self.parts)))

    def solver(self, env: Symbols, view: View) -> Any:
        return env.any(*(env.of(part, view) for part in self.parts))

    def words(self) -> str:
        return "(" + " or ".join(part.words() for part in self.parts) + ")"

    def atoms(self) -> Iterator[Condition]:
        for part in self.parts:
            yield from part.atoms()


@dataclass(frozen=True)
class Not(Condition):
    """The part does not hold. What could be cured stays as it stands: nobody asks to lose a quality."""

    part: Condition

    def __invert__(self) -> Condition:
        return self.part

    def truth(self, q: Any) -> bool | None:
        truth = self.part.truth(q)
        return None if truth is None else not truth

    def wanting(self, q: Any, want: bool) -> Facts | None:
        if want and self.truth(q) is False:
            return None
        return self.part.wanting(q, not want)

    def code(self, scope: Scope, view: View) -> str:
        code = self.part.code(scope, OPPOSITE[view])
        return {"True": "False", "False": "True"}.get(code) or f"(not {code})"

    def solver(self, env: Symbols, view: View) -> Any:
        return env.opposite(env.of(self.part, OPPOSITE[view]))

    def words(self) -> str:
        words = self.part.words()
        return f"not ({words})" if isinstance(self.part, All) else f"not {words}"

    def atoms(self) -> Iterator[Condition]:
        yield from self.part.atoms()


@dataclass(frozen=True)
class Shown(Condition):
    """The part is certain; what is not known counts as not shown. For duties only, never for a ban or a grant."""

    part: Condition

    def truth(self, q: Any) -> bool:
        return self.part.truth(q) is True

    def wanting(self, q: Any, want: bool) -> Facts | None:
        return NOTHING if self.truth(q) is want else None

    def code(self, scope: Scope, view: View) -> str:
        return self.part.code(scope, View.CERTAIN)

    def solver(self, env: Symbols, view: View) -> Any:
        return env.of(self.part, View.CERTAIN)

    def words(self) -> str:
        return f"shown that {self.part.words()}"

    def atoms(self) -> Iterator[Condition]:
        yield from self.part.atoms()


@dataclass(frozen=True)
class Always(Condition):
    """Holds in every case."""

    def truth(self, q: Any) -> bool:
        return True

    def wanting(self, q: Any, want: bool) -> Facts | None:
        return NOTHING if want else None

    def code(self, scope: Scope, view: View) -> str:
        return "True"

    def solver(self, env: Symbols, view: View) -> Any:
        return env.true(True)

    def words(self) -> str:
        return "always"


def any_of(*conditions: Condition) -> Condition:
    """At least one of these."""
    whole = conditions[0]
    for condition in conditions[1:]:
        whole = whole | condition
    return whole


def all_of(*conditions: Condition) -> Condition:
    """Every one of these."""
    whole = conditions[0]
    for condition in conditions[1:]:
        whole = whole & condition
    return whole
