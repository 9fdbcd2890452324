"""What reads a condition beside the judge: generated code and the solver, as conditions know them.

These are shapes only. `compiled` and `solver` have them without being named here, so nothing below them imports them.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, Protocol


class View(StrEnum):
    """How a compiled condition is asked."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    HOPEFUL = "hopeful"


class Fact(Protocol):
    """A term, as an atom speaks of it."""

    @property
    def path(self) -> str: ...

    @property
    def values(self) -> tuple[Any, ...] | None: ...

    @property
    def many(self) -> bool: ...

    def read(self, question: Any) -> Any: ...

    def unknown(self, question: Any) -> str: ...


class Scope(Protocol):
    """What generated code may lean on: a local for each term, a name for each constant."""

    def local(self, term: Any) -> str: ...

    def constant(self, value: Any) -> str: ...

    def member(self, term: Any, values: frozenset[Any]) -> str: ...

    def paper(self, atom: Any) -> str: ...

    def phrase(self, condition: Any, view: View, parts: Callable[[], str]) -> str: ...


class Symbols(Protocol):
    """What the solver offers: formulas over facts and papers, known and not known."""

    def of(self, condition: Any, view: View) -> Any: ...

    def true(self, value: bool) -> Any: ...

    def any(self, *parts: Any) -> Any: ...

    def all(self, *parts: Any) -> Any: ...

    def opposite(self, part: Any) -> Any: ...

    def paper(self, atom: Any, view: View) -> Any: ...

    def open(self, term: Any, view: View, matches: Any, curable: Any = None) -> Any: ...

    def member(self, term: Any, values: frozenset[Any]) -> Any: ...

    def number(self, term: Any) -> Any: ...

    def listed(self, term: Any, values: frozenset[Any]) -> Any: ...
