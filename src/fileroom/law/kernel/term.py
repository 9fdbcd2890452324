"""A term is a fact that conditions can speak of: its path, the values it may take, and how absence reads.

A plain term that is absent is not known. A *presumed* term is false where the list of orders on file is given
and does not name its order (a complete list shows that nobody is bound by one), and none is shown; where there is
one, the kind of person who asks may tell whom it binds, and whom it cannot bind is free whatever is on file. A term
that *follows* takes its value from another term through a table (`purpose` from the act), or from two (a note's kind,
and who has seen it). A *fixed* term takes it from there whatever is given (`record.class` from `record.kind`). A flag
that is *reached* takes its value from a number (`other.former_student_is_18` from `student.age`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import Any

from fileroom.law.kernel.atoms import Among, AtLeast, Has, Is
from fileroom.law.kernel.condition import Condition
from fileroom.law.kernel.papers import Some, Strength
from fileroom.law.kernel.readings import Scope


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
    """A flag that no complete list of orders can leave open unless `order` is on it, or a paper that is `shown` is one.

    `table` says of some values of `source` whether such a person is bound. Whom it says to be bound is bound by an
    order on file; one that is only shown may be against somebody else, and is asked about. Whom it says to be free is
    free whatever orders there are, unless it is `doubted` that the person is only that.
    """

    order: Any = None
    shown: Some | None = None
    source: Term | None = None
    table: Mapping[Any, bool] = field(default_factory=dict)
    doubted: Term | None = None

    def read(self, question: Any) -> Any:
        given = self.getter(question)
        if given is not None or self._doubtful(question):
            return given
        assert self.source is not None
        bound = self.table.get(self.source.read(question))
        if bound is False or self._there(question) is False:
            return False
        return bound if self._on_file(question) else None

    def _doubtful(self, question: Any) -> bool:
        return self.doubted is not None and self.doubted.read(question) is True

    def _on_file(self, question: Any) -> bool:
        return question.orders is not None and self.order in question.orders

    def _there(self, question: Any) -> bool | None:
        """Is there such an order, on file or shown?"""
        shown = self.shown.truth(question) if self.shown else False
        if shown or self._on_file(question):
            return True
        return None if question.orders is None or shown is None else False

    def code(self, scope: Scope) -> str:
        assert self.source is not None
        given, bound = f"q.{self.attribute}", f"{scope.constant(self.table)}.get({scope.local(self.source)})"
        on_file = f"(q.orders is not None and {scope.constant(self.order)} in q.orders)"
        unknown = "q.orders is None"
        if self.shown is not None:
            unknown = f"({scope.paper(self.shown)} >= {int(Strength.OPEN)} or {unknown})"
        found = f"False if {bound} is False else {bound} if {on_file} else None if {unknown} else False"
        told = f"{given} is not None"
        if self.doubted is not None:
            told = f"{told} or {scope.local(self.doubted)}"
        return f"{given} if {told} else {found}"

    def unknown(self, question: Any) -> str:
        if self._there(question) is not None:
            return self.path
        return "orders" if question.orders is None else "papers"


@dataclass(frozen=True, eq=False)
class Follows(Term):
    """A term that, where absent, follows from `source` through `table`; None: the table does not say.

    `turned`: what follows instead where `beside` has a value too, of `source` the table may say nothing about; None:
    nothing does, though the table says what does else.
    """

    source: Term | None = None
    table: Mapping[Any, Any] = field(default_factory=dict)
    beside: Term | None = None
    turned: Mapping[tuple[Any, Any], Any] = field(default_factory=dict)

    def read(self, question: Any) -> Any:
        given = self.getter(question)
        if given is not None or self.source is None:
            return given
        source = self.source.read(question)
        followed = self.table.get(source)
        return followed if self.beside is None else self.turned.get((source, self.beside.read(question)), followed)

    def code(self, scope: Scope) -> str:
        assert self.source is not None
        given, source = f"q.{self.attribute}", scope.local(self.source)
        followed = f"{scope.constant(self.table)}.get({source})"
        if self.beside is not None:
            pair = f"({source}, {scope.local(self.beside)})"
            followed = f"{scope.constant(self.turned)}.get({pair}, {followed})"
        return f"{given} if {given} is not None else {followed}"

    def unknown(self, question: Any) -> str:
        if self.source is not None and self.source.read(question) is None:
            return self.source.path
        return self.path


@dataclass(frozen=True, eq=False)
class Fixed(Follows):
    """A term that its table fixes: what is given stands only where the table says nothing."""

    def settle(self, given: Any, source: Any) -> Any:
        return self.table.get(source, given)

    def read(self, question: Any) -> Any:
        assert self.source is not None
        return self.settle(self.getter(question), self.source.read(question))

    def code(self, scope: Scope) -> str:
        assert self.source is not None
        return f"{scope.constant(self.table)}.get({scope.local(self.source)}, q.{self.attribute})"


@dataclass(frozen=True, eq=False)
class Reached(Term):
    """A flag that, where absent, says whether the number `source` is `least` or more."""

    source: Term | None = None
    least: int = 0

    def read(self, question: Any) -> Any:
        given = self.getter(question)
        if given is not None or self.source is None:
            return given
        number = self.source.read(question)
        return None if number is None else number >= self.least

    def code(self, scope: Scope) -> str:
        assert self.source is not None
        given, number = f"q.{self.attribute}", scope.local(self.source)
        return f"{given} if {given} is not None else None if {number} is None else {number} >= {self.least}"

    def unknown(self, question: Any) -> str:
        return self.source.path if self.source else self.path
