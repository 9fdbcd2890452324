"""Theorems: one sentence each, its formula built from the very rules that `decide` compiles.

A theorem holds for every combination of facts, known and not known. Where one fails, the counterexample is told
in words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from fileroom.law.kernel.condition import Condition
from fileroom.law.kernel.papers import Some
from fileroom.law.kernel.readings import View
from fileroom.law.kernel.rule import GRANTS, Effect, Key
from fileroom.law.kernel.rulebook import Rulebook
from fileroom.law.kernel.solver import Symbols, is_possible
from fileroom.law.kernel.term import Term


class World:
    """The rules in force on a day, as formulas about any question at all.

    `symbols`: those of another world that spoke of these rules too, so that both are about one question.
    """

    def __init__(
        self,
        book: Rulebook,
        on: date,
        action: Term,
        spoken_of: Iterable[Condition] = (),
        *,
        symbols: Symbols | None = None,
    ) -> None:
        self.rules = book.live(on)
        self.book = book
        conditions = [part for rule in self.rules for part in (rule.when, rule.claimed, rule.known) if part is not None]
        conditions += spoken_of
        atoms = [atom for condition in conditions for atom in condition.atoms()]
        shown = [getattr(getattr(atom, "term", None), "shown", None) for atom in atoms]
        self.symbols = symbols or Symbols(atom for atom in (*atoms, *shown) if isinstance(atom, Some))
        self.releases = action.is_(*sorted(book.releases))
        self._worked_out: dict[str, Any] = {}

    def _once(self, name: str, formula: Callable[[], Any]) -> Any:
        """The formula, worked out the first time it is asked for."""
        if name not in self._worked_out:
            self._worked_out[name] = formula()
        return self._worked_out[name]

    def certain(self, condition: Condition) -> Any:
        return self.symbols.of(condition, View.CERTAIN)

    def possible(self, condition: Condition) -> Any:
        return self.symbols.of(condition, View.POSSIBLE)

    def banned(self) -> Any:
        """Some ban is certain."""
        return self._once(
            "banned", lambda: self.symbols.any(*(self.certain(rule.when) for rule in self._of(Effect.FORBIDS)))
        )

    def in_doubt(self) -> Any:
        """Some ban is possible, certain ones included."""
        return self._once(
            "in doubt", lambda: self.symbols.any(*(self.possible(rule.when) for rule in self._of(Effect.FORBIDS)))
        )

    def granted(self) -> Any:
        """The answer is must or may."""
        return self._once("granted", self._granted)

    def _granted(self) -> Any:
        keys = self._keys(lambda rule: self.certain(rule.when))
        return self.symbols.all(keys, self.no(self.in_doubt()), self.no(self._unread()))

    def _unread(self) -> Any:
        """Some duty follows of which it is not known what must be."""
        asks = [(rule.when, rule.known) for rule in self._of(Effect.OBLIGES) if rule.known is not None]
        return self.symbols.any(
            *(self.symbols.all(self.certain(when), self.possible(it), self.no(self.certain(it))) for when, it in asks)
        )

    def refused(self) -> Any:
        """The answer is no."""
        return self._once("refused", self._refused)

    def _refused(self) -> Any:
        reachable = self._keys(
            lambda rule: self.symbols.any(
                self.certain(rule.when),
                self.symbols.all(self.certain(rule.claimed), self.symbols.of(rule.when, View.HOPEFUL)),
            )
        )
        return self.symbols.any(self.banned(), self.symbols.opposite(reachable))

    def _keys(self, turned: Callable[[Any], Any]) -> Any:
        state = self._key(Key.STATE, turned)
        federal = self._key(Key.FEDERAL, turned)
        return self.symbols.all(state, self.symbols.any(federal, self.symbols.opposite(self.certain(self.releases))))

    def _key(self, key: Key, turned: Callable[[Any], Any]) -> Any:
        return self.symbols.any(*(turned(rule) for rule in self._of(*GRANTS) if rule.turns(key)))

    def _of(self, *effects: Effect) -> list[Any]:
        return [rule for rule in self.rules if rule.effect in effects]

    def no(self, claim: Any) -> Any:
        return self.symbols.opposite(claim)


@dataclass(frozen=True)
class Theorem:
    """Where `given`, `then` must hold. `spoken_of` are conditions named by either, for their papers."""

    name: str
    sentence: str
    given: Callable[[World], Any]
    then: Callable[[World], Any]
    spoken_of: tuple[Condition, ...] = ()


@dataclass(frozen=True)
class Proof:
    """`case` tells where the theorem fails: the facts, one each. None where it is proved."""

    name: str
    sentence: str
    case: Callable[[], Iterable[str]] | None

    @property
    def holds(self) -> bool:
        return self.case is None

    @cached_property
    def counterexample(self) -> tuple[str, ...] | None:
        """The facts, as few as will do: the solver looks for them when they are asked for."""
        return None if self.case is None else tuple(self.case())

    def to_json(self) -> dict[str, Any]:
        made: dict[str, Any] = {
            "name": self.name,
            "sentence": self.sentence,
            "result": "proved" if self.holds else "fails",
        }
        if self.counterexample is not None:
            made["counterexample"] = list(self.counterexample)
        return made


def prove(
    theorems: Iterable[Theorem], book: Rulebook, on: date, action: Term, *, symbols: Symbols | None = None
) -> list[Proof]:
    """Each theorem with its proof or a counterexample, under the rules of this day; `symbols` as for a World."""
    listed = list(theorems)
    spoken_of = [condition for theorem in listed for condition in theorem.spoken_of]
    world = World(book, on, action, spoken_of, symbols=symbols)
    return [_prove(theorem, world) for theorem in listed]


def no_case_at_all() -> tuple[str]:
    """What is told of a theorem that speaks of nothing: it fails too, since it would be true of every book."""
    return ("speaks of no case at all",)


def _prove(theorem: Theorem, world: World) -> Proof:
    given, symbols = theorem.given(world), world.symbols
    if not symbols.possible(given):
        return Proof(theorem.name, theorem.sentence, no_case_at_all)
    contrary = world.no(theorem.then(world))
    fails = symbols.possible(given, contrary)
    told = (lambda: symbols.words(_plainest_of(symbols, given, contrary))) if fails else None
    return Proof(theorem.name, theorem.sentence, told)


def _plainest_of(symbols: Symbols, *claims: Any) -> Any:
    """The plainest model of claims that can hold."""
    solver = symbols.z3.Solver(ctx=symbols.context)
    solver.add(*symbols.axioms, *claims)
    assert is_possible(solver)
    return plainest(symbols, solver, solver.model())


def plainest(symbols: Symbols, solver: Any, model: Any, claims: Iterable[Any] = ()) -> Any:
    """From one model of the claims to another that tells as few facts as will do."""
    held = list(claims)
    for plainer in symbols.plainer():
        if not symbols.z3.is_true(model.eval(plainer, model_completion=True)):  # else it is so plain already
            if solver.check(*held, plainer) != symbols.z3.sat:
                continue
            model = solver.model()
        held.append(plainer)
    return model
