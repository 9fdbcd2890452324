"""What the solver can say of a change: that it is idle, or facts under which it is felt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, lru_cache
from typing import Any

from fileroom.law import Question
from fileroom.law.book import RULES
from fileroom.law.examples import changed
from fileroom.law.kernel.papers import Some
from fileroom.law.kernel.readings import View
from fileroom.law.kernel.rule import GRANTS, Effect, Rule
from fileroom.law.kernel.solver import Symbols
from fileroom.law.kernel.term import Term
from tests.law.mutation.mutants import Mutant
from tests.law.worlds import json_path

TODAY = date(2026, 11, 24)


def idle(mutant: Mutant) -> bool:
    """Proved: today the changed condition says the same of every question, known facts and not."""
    old, new = mutant.rule, mutant.made
    if new is None or not old.binds(TODAY) or _rest(old) != _rest(new):
        return False
    return _solver_for(mutant).case(old, new) is None


def solved(mutant: Mutant, starts: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """From each start, its papers kept, a question in which the change is felt, where there is one."""
    old, new = mutant.rule, mutant.made
    assert new is not None
    solver = _solver_for(mutant)
    for start in starts:
        found = solver.case(old, new, _papers_as_in(start, solver.env))
        if found is not None:
            yield changed(start, _facts(_terms(old) | _terms(new), found, solver.env))


@cache
def _papers_of_the_book() -> frozenset[Some]:
    return frozenset(atom for rule in RULES for atom in _atoms(rule) if isinstance(atom, Some))


class _Solver:
    """Symbols for the book's papers and more, and a solver that is told their axioms as they come."""

    def __init__(self, more: frozenset[Some]) -> None:
        self.env = Symbols([*_papers_of_the_book(), *more])
        self.solver = self.env.z3.Solver(ctx=self.env.context)
        self.told = 0

    def case(self, old: Rule, new: Rule, given: Iterable[Any] = ()) -> Any:
        """Facts under which something that a judgment asks of the two rules differs; None where nothing ever does."""
        felt = zip(_felt(old, self.env), _felt(new, self.env), strict=True)
        unlike = self.env.any(*(self.env.z3.Xor(one, two) for one, two in felt))
        self.solver.add(*self.env.axioms[self.told :])
        self.told = len(self.env.axioms)
        return self.solver.model() if self.solver.check(unlike, *given) == self.env.z3.sat else None


_solver = lru_cache(maxsize=8)(_Solver)


def _solver_for(mutant: Mutant) -> _Solver:
    assert mutant.made is not None
    papers = {atom for atom in _atoms(mutant.made) if isinstance(atom, Some)}
    return _solver(frozenset(papers) - _papers_of_the_book())


def _atoms(rule: Rule) -> list[Any]:
    return [*rule.when.atoms(), *rule.claimed.atoms()]


def _felt(rule: Rule, env: Symbols) -> list[Any]:
    """All that a judgment asks of a rule's conditions. Of two rules of other effects, whether they speak."""
    certain = rule.when.solver(env, View.CERTAIN)
    if rule.effect is Effect.FORBIDS:
        return [certain, rule.when.solver(env, View.POSSIBLE)]
    if rule.effect in GRANTS:
        claimed, hopeful = rule.claimed.solver(env, View.CERTAIN), rule.when.solver(env, View.HOPEFUL)
        return [certain, env.all(claimed, hopeful, env.opposite(certain))]
    return [certain, certain]


def _rest(rule: Rule) -> dict[str, Any]:
    return rule.canonical() | {"when": "", "claimed": ""}


def _terms(rule: Rule) -> set[Term]:
    named = [getattr(atom, name, None) for atom in _atoms(rule) for name in ("term", "listed")]
    terms = {term for term in named if isinstance(term, Term)}
    return terms | {source for term in terms if (source := getattr(term, "source", None)) is not None}


def _papers_as_in(start: dict[str, Any], env: Symbols) -> list[Any]:
    """Claims that each paper condition comes as near as it does in this question."""
    papers = Question.from_json(start).papers
    return [strength == int(atom.strength(papers)) for atom, strength in env.papers.items()]


def _facts(terms: Iterable[Term], model: Any, env: Symbols) -> dict[str, Any]:
    """The model's facts as changes of a question; what is not known is taken out."""
    made: dict[str, Any] = {}
    for term in sorted(terms, key=lambda term: term.path):
        value = env.given(term, model)
        if term.many and value is not None:
            made[json_path(term.path)] = [str(each) for each in value]
        else:
            made[json_path(term.path)] = getattr(value, "value", value)
    return made
