"""What the solver can say of a change: that it is idle, or a question near another in which it is felt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from fileroom.law.kernel.condition import Condition
from fileroom.law.kernel.papers import Some
from fileroom.law.kernel.readings import View
from fileroom.law.kernel.rule import GRANTS, Effect, Rule
from fileroom.law.kernel.solver import Symbols
from fileroom.law.kernel.term import Term
from tests.law.mutation.mutants import Mutant
from tests.law.mutation.papers import nearby
from tests.law.mutation.tables import UNKNOWN, Json, Row, applied, by_path, question
from tests.law.worlds import json_path


def idle(mutant: Mutant) -> bool:
    """Proved: the changed conditions say the same of every question, known facts and not."""
    old, new = mutant.rule, mutant.made
    return new is not None and _rest(old) == _rest(new) and not _solver_for(mutant).differs()


def near(mutant: Mutant, start: Json) -> Json | None:
    """A question in which the change is felt, as near as may be to this one; None: there is none with papers known."""
    return _solver_for(mutant).near(start)


def atoms(rule: Rule) -> list[Any]:
    """The atoms of all its conditions, and the papers that its facts are presumed from."""
    conditions: list[Condition] = [rule.when, rule.claimed, *([rule.met] if rule.met is not None else [])]
    found = [atom for condition in conditions for atom in condition.atoms()]
    shown = [getattr(term, "shown", None) for term in terms_of(found)]
    return [*found, *(atom for atom in shown if atom is not None)]


def terms_of(found: Iterable[Any]) -> list[Term]:
    """The terms these atoms speak of, and those whose value follows."""
    open_, terms = [getattr(atom, name, None) for atom in found for name in ("term", "listed")], {}
    while open_:
        term = open_.pop(0)
        if isinstance(term, Term) and term.path not in terms:
            terms[term.path] = term
            open_ += [getattr(term, "source", None), getattr(term, "beside", None)]
            open_ += [by_path()["orders"]] if hasattr(term, "order") else []
    return list(terms.values())


class _Solver:
    """Asks in what two rules differ. It knows the papers both speak of."""

    def __init__(self, mutant: Mutant) -> None:
        assert mutant.made is not None
        self.atoms = [*atoms(mutant.rule), *atoms(mutant.made)]
        self.env = Symbols(atom for atom in self.atoms if isinstance(atom, Some))
        self.z3 = self.env.z3
        self.solver = self.z3.Solver(ctx=self.env.context)
        felt = zip(_felt(mutant.rule, self.env), _felt(mutant.made, self.env), strict=True)
        self.solver.add(self.env.any(*(self.z3.Xor(one, two) for one, two in felt)))
        self.told = 0

    def differs(self, *given: Any) -> bool:
        """Is there a case in which the rules differ, and these claims hold?"""
        self.solver.add(*self.env.axioms[self.told :])
        self.told = len(self.env.axioms)
        return bool(self.solver.check(*given) == self.z3.sat)

    def near(self, start: Json) -> Json | None:
        shown = [(papers, list(said)) for papers, said in nearby(self.atoms, start, list(self.env.papers))]
        which = self.z3.Int("which papers", self.env.context)
        ways = [self.env.all(which == place, *self._as(said)) for place, (_, said) in enumerate(shown)]
        self.solver.push()
        self.solver.add(self.env.any(*ways))
        terms = terms_of(self.atoms)
        claims = [(f"same {term.path}", self._same(term, start)) for term in terms] + [("same papers", which == 0)]
        marks = {name: self.z3.Bool(name, self.env.context) for name, _ in claims}
        self.solver.add(*(self.z3.Implies(marks[name], claim) for name, claim in claims))
        while not (found := self.differs(*marks.values())) and (core := self.solver.unsat_core()):
            marks.pop(str(core[0]))
        made = None
        if found:
            model = self.solver.model()
            papers = shown[model.eval(which, model_completion=True).as_long()][0]
            made = applied(start, self._facts(terms, model) | {"papers": UNKNOWN if papers is None else papers})
        self.solver.pop()
        return made

    def _as(self, strengths: list[int | None]) -> Iterator[Any]:
        """Claims that each paper condition comes as near as it does; None: nothing is known of papers."""
        known = self.env.known(Term("papers", None))
        for atom, strength in zip(self.env.papers.values(), strengths, strict=True):
            yield known if strength is not None else self.env.opposite(known)
            if strength is not None:
                yield atom == strength

    def _same(self, term: Term, start: Json) -> Any:
        """The claim that this fact is given as it is there."""
        plain = Term(term.path, term.values, term.many, term.default)
        value = plain.read(question(start))
        known = self.env.known(plain)
        if value is None:
            return self.env.opposite(known)
        if term.many:
            named = [(each in value, self.env.listed(plain, frozenset({each}))) for each in term.values or ()]
            return self.env.all(known, *(flag if held else self.env.opposite(flag) for held, flag in named))
        if term.values is None:
            return self.env.all(known, self.env.number(plain) == value)
        return self.env.all(known, self.env.member(plain, frozenset({value})))

    def _facts(self, terms: Iterable[Term], model: Any) -> Row:
        """The model's facts as changes of a question; what is not known is taken out."""
        return {json_path(term.path): _json(self.env.given(term, model)) for term in terms}


def _json(value: Any) -> Any:
    if isinstance(value, list):
        return [_json(each) for each in value]
    return UNKNOWN if value is None else getattr(value, "value", value)


@lru_cache(maxsize=2)
def _solver_for(mutant: Mutant) -> _Solver:
    return _Solver(mutant)


def _felt(rule: Rule, env: Symbols) -> list[Any]:
    """All that a judgment asks of a rule's conditions."""
    certain = rule.when.solver(env, View.CERTAIN)
    met = [] if rule.met is None else [env.all(certain, rule.met.solver(env, View.CERTAIN))]
    if rule.effect is Effect.FORBIDS:
        return [certain, rule.when.solver(env, View.POSSIBLE), *met]
    if rule.effect in GRANTS:
        claimed, hopeful = rule.claimed.solver(env, View.CERTAIN), rule.when.solver(env, View.HOPEFUL)
        return [certain, env.all(claimed, hopeful, env.opposite(certain)), *met]
    return [certain, *met]


def _rest(rule: Rule) -> Json:
    return rule.canonical() | {"when": "", "claimed": "", "met": ""}
