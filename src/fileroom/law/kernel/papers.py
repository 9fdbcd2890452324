"""A paper condition is one named atom: some paper of these kinds has these qualities.

It is worked out from the list of papers here; to the solver it is one Boolean with its implications. Papers are
told apart by their qualities, so what is missing is named as `papers.consent.signed`. Of a quality that is a list each
member is a quality of its own: `clauses.9`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from operator import attrgetter
from typing import Any

from fileroom.law.kernel.condition import NOTHING, Condition, Facts
from fileroom.law.kernel.readings import Scope, Symbols, View

Wanted = tuple[tuple[str, frozenset[Any]], ...]
UNREFUTED = (True, None)  # of a paper that bears no term: it stands until it is known to have ended


class Strength(IntEnum):
    """How near the papers come. CURABLE: some quality is known to be wrong, but can be mended."""

    NONE = 0
    CURABLE = 1
    OPEN = 2
    CERTAIN = 3


AT_LEAST = {View.CERTAIN: Strength.CERTAIN, View.POSSIBLE: Strength.OPEN, View.HOPEFUL: Strength.CURABLE}


@dataclass(frozen=True)
class Some(Condition):
    """Some paper of `kinds` has the `wanted` qualities. `curable`: for a quality, the values it can be mended from.
    `can_follow`: whoever claims this ground can still bring the paper, or a better one."""

    kinds: frozenset[Any]
    wanted: Wanted = ()
    curable: Mapping[str, frozenset[Any]] = field(default_factory=dict, hash=False)
    can_follow: bool = False

    @property
    def least(self) -> Strength:
        """The strength where no paper comes near."""
        return Strength.CURABLE if self.can_follow else Strength.NONE

    @cached_property
    def _asked(self) -> tuple[tuple[str, Callable[[Any], Any], frozenset[Any]], ...]:
        """Each quality with how a paper is read for it, and the values that will do."""
        return tuple((quality, _reader(quality), values) for quality, values in self.wanted)

    def strength(self, papers: tuple[Any, ...] | None) -> Strength:
        """How near the nearest paper comes."""
        if papers is None:
            return Strength.OPEN
        nearest = self.least
        for paper in papers:
            if paper.kind in self.kinds:
                near = self._near(paper)
                if near is Strength.CERTAIN:
                    return near
                if near > nearest:
                    nearest = near
        return nearest

    def _near(self, paper: Any) -> Strength:
        near = Strength.CERTAIN
        for quality, read, values in self._asked:
            value = read(paper)
            if value in values:
                continue
            if value is None:
                near = Strength.OPEN if near is Strength.CERTAIN else near
            elif value in self.curable.get(quality, NOTHING):
                near = Strength.CURABLE
            else:
                return Strength.NONE
        return near

    def truth(self, q: Any) -> bool | None:
        strength = self.strength(q.papers)
        return None if strength is Strength.OPEN else strength is Strength.CERTAIN

    def hopeful(self, q: Any) -> bool:
        return self.strength(q.papers) >= Strength.CURABLE

    def wanting(self, q: Any, want: bool) -> Facts | None:
        truth = self.truth(q)
        if truth is want:
            return NOTHING
        if q.papers is None:
            return frozenset({"papers"})
        if want:
            of_kind = [paper for paper in q.papers if paper.kind in self.kinds]
            near = [paper for paper in of_kind if self.can_follow or self._near(paper) is not Strength.NONE]
            return min((self._lacking(paper) for paper in near), key=len, default=self._owed())
        if truth:
            return None
        still_open = [paper for paper in q.papers if paper.kind in self.kinds and self._near(paper) is Strength.OPEN]
        return NOTHING.union(*(self._lacking(paper) for paper in still_open))

    def _owed(self) -> Facts | None:
        return frozenset({f"papers.{min(self.kinds)}"}) if self.can_follow else None

    def _lacking(self, paper: Any) -> Facts:
        lacking = (quality for quality, read, values in self._asked if read(paper) not in values)
        return frozenset(f"papers.{paper.kind}.{_named(quality, paper)}" for quality in lacking)

    def code(self, scope: Scope, view: View) -> str:
        return f"({scope.paper(self)} >= {int(AT_LEAST[view])})"

    def solver(self, env: Symbols, view: View) -> Any:
        return env.paper(self, view)

    def implies(self, weaker: Some) -> bool:
        """Whatever paper makes this true makes `weaker` true."""
        mine = dict(self.wanted)
        return self.kinds <= weaker.kinds and all(
            quality in mine and mine[quality] <= values for quality, values in weaker.wanted
        )

    def words(self) -> str:
        kinds = " or ".join(sorted(str(kind) for kind in self.kinds))
        wanted = [f"{quality} {_said(values)}".strip() for quality, values in self.wanted]
        return f"a paper is a {kinds}" + (f" with {', '.join(wanted)}" if wanted else "")

    def atoms(self) -> Iterator[Condition]:
        yield self


def _reader(quality: str) -> Callable[[Any], Any]:
    """How a paper is read for a quality; of a list, whether it names that member. None: not known."""
    whole, _, member = quality.partition(".")
    if not member:
        return attrgetter(quality)
    number, listed = int(member), attrgetter(whole)

    def names(paper: Any) -> bool | None:
        members = listed(paper)
        return None if members is None else number in members

    return names


def _named(quality: str, paper: Any) -> str:
    """What is asked for: one member, or the whole list where nothing of it is known."""
    whole = quality.partition(".")[0]
    return whole if getattr(paper, whole) is None else quality


def members(quality: str, *numbers: int) -> dict[str, Any]:
    """The qualities of a list that names each of these numbers."""
    return {f"{quality}.{int(number)}": True for number in numbers}


def _said(values: frozenset[Any]) -> str:
    if values == {True}:
        return ""
    if values == frozenset(UNREFUTED):
        return "not refuted"
    return " or ".join(sorted("not" if value is False else str(value) for value in values))


def some(*kinds: Any, curable: Mapping[str, Any] | None = None, **wanted: Any) -> Some:
    """Some paper of `kinds` with these qualities; a quality's value may be one value or a tuple of values."""
    return Some(
        frozenset(kinds),
        tuple(sorted((quality, _values(values)) for quality, values in wanted.items())),
        {quality: _values(values) for quality, values in (curable or {}).items()},
    )


def to_show(*kinds: Any, **wanted: Any) -> Some:
    """Some paper of `kinds` with these qualities; where none is shown, it is asked for as `papers.KIND`."""
    return dataclasses.replace(some(*kinds, **wanted), can_follow=True)


def _values(given: Any) -> frozenset[Any]:
    return frozenset(given) if isinstance(given, tuple) else frozenset({given})
