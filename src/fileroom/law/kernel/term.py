"""A term is a fact that conditions can speak of: its path, the values it may take, and how absence reads.

A plain term that is absent is not known. A *presumed* term is false where the list of orders on file is given
and does not name its order (a complete list shows that nobody is bound by one). A term that *follows* takes
its value from another term through a table (`record.class` from `record.kind`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import Any, Protocol

from fileroom.law.kernel.atoms import Among, AtLeast, Has, Is
from fileroom.law.kernel.condition import Condition


class Scope(Protocol):
    """What generated code may lean on: a local for each term, a name for each constant."""

    def local(self, term: Term) -> str: ...

    def constant(self, value: Any) -> str: ...

    def member(self, term: Term, values: frozenset[Any]) -> str: ...

    def paper(self, atom: Condition) -> str: ...


@dataclass(frozen=True, eq=False)
class Term:
    """`values` None: a number. `many`: a list of values, complete when given."""

    path: str
    values: tuple[Any, ...] | None
    many: bool = False
    default: Any = None
    says: str = field(default="", compare=False)

    @cached_property
    def getter(self) -> Callable[[Any], Any]:
        return attrgetter(self.attribute)

    @property
    def attribute(self) -> str:
        """The path as attributes of a question; `class` is a keyword, so it is `class_` there."""
        return self.path + "_" if self.path == "record.class" else self.path

    def read(self, question: Any) -> Any:
        """The value, or None where it is not known."""
        return self.getter(question)

    def code(self, scope: Scope) -> str:
        """A Python expression over `q`, the question, that gives what `read` gives."""
        return f"q.{self.attribute}"

    def unknown(self, question: Any) -> str:
        """The fact to ask for when this term is not known."""
        return self.path

    def is_(self, *values: Any, curable: tuple[Any, ...] = ()) -> Condition:
        """One of these values; from a `curable` value the requester can still get there."""
        self._check(*values, *curable)
        return Is(self, frozenset(values), frozenset(curable))

    @property
    def holds(self) -> Condition:
        """A flag that is true."""
        return self.is_(True)

    def has(self, *values: Any) -> Condition:
        """A list that names at least one of these."""
        self._check(*values)
        return Has(self, frozenset(values))

    def among(self, listed: Term) -> Condition:
        """Its value, or every one of its values, is named by that list."""
        return Among(self, listed)

    def at_least(self, number: int) -> Condition:
        return AtLeast(self, number)

    def below(self, number: int) -> Condition:
        return ~AtLeast(self, number)

    def at_most(self, number: int) -> Condition:
        return ~AtLeast(self, number + 1)

    def _check(self, *values: Any) -> None:
        for value in values:
            if self.values is None or value not in self.values:
                raise ValueError(f"{self.path} cannot be {value!r}")


@dataclass(frozen=True, eq=False)
class Presumed(Term):
    """A flag that no complete list of orders can leave open unless `order` is on it."""

    order: Any = None

    def read(self, question: Any) -> Any:
        given = self.getter(question)
        if given is None and question.orders is not None and self.order not in question.orders:
            return False
        return given

    def code(self, scope: Scope) -> str:
        given, order = f"q.{self.attribute}", scope.constant(self.order)
        return f"{given} if {given} is not None or q.orders is None or {order} in q.orders else False"

    def unknown(self, question: Any) -> str:
        return "orders" if question.orders is None else self.path


@dataclass(frozen=True, eq=False)
class Follows(Term):
    """A term that, where absent, follows from `source` through `table`; None: the table does not say."""

    source: Term | None = None
    table: Mapping[Any, Any] = field(default_factory=dict)

    def read(self, question: Any) -> Any:
        given = self.getter(question)
        if given is not None or self.source is None:
            return given
        return self.table.get(self.source.read(question))

    def code(self, scope: Scope) -> str:
        assert self.source is not None
        given, table = f"q.{self.attribute}", scope.constant(self.table)
        return f"{given} if {given} is not None else {table}.get({scope.local(self.source)})"

    def unknown(self, question: Any) -> str:
        if self.source is not None and self.source.read(question) is None:
            return self.source.path
        return self.path
