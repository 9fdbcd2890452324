"""What the solver can say of a change: that it is idle, or a question near another in which it is felt."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from fileroom.law.kernel.papers import Some, Strength
from fileroom.law.kernel.readings import View
from fileroom.law.kernel.rule import GRANTS, Effect, Rule
from fileroom.law.kernel.solver import Symbols
from fileroom.law.kernel.term import Follows, Term
from tests.law.mutation import papers
from tests.law.mutation.mutants import Mutant
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
    conditions = [part for part in (rule.when, rule.claimed, rule.met, rule.known) if part is not None]
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
    """Asks in what two rules differ. It knows the papers both speak of, one by one where they can all be looked at."""

    def __init__(self, mutant: Mutant) -> None:
        assert mutant.made is not None
        self.atoms = [*atoms(mutant.rule), *atoms(mutant.made)]
        self.env = Symbols(atom for atom in self.atoms if isinstance(atom, Some))
        self.z3 = self.env.z3
        self.solver = self.z3.Solver(ctx=self.env.context)
        felt = zip(_felt(mutant.rule, self.env), _felt(mutant.made, self.env), strict=True)
        self.solver.add(self.env.any(*(self.z3.Xor(one, two) for one, two in felt)))
        self.told = 0
        self.asked = list(self.env.papers)
        self.papers = papers.every(self.asked)
        whole = {kind.name for kind in papers.kinds(self.asked) if kind.is_whole}
        self.there = [self.z3.Bool(f"paper {place} is there", self.env.context) for place in range(len(self.papers))]
        self.known = self.env.known(Term("papers", None))
        self._tie([atom.kinds <= whole for atom in self.asked])

    def _tie(self, whole: list[bool]) -> None:
        """Where papers are known, each condition comes as near as the nearest paper that is there."""
        self.shown: list[Any] = []
        for place, (atom, strength) in enumerate(self.env.papers.items()):
            self.solver.add(self.env.any(self.known, strength == int(Strength.OPEN)))
            for level in range(int(atom.least) + 1, int(Strength.CERTAIN) + 1):
                near = [there for there, it in zip(self.there, self.papers, strict=True) if it.near[place] >= level]
                same = self.z3.Implies(self.known, (strength >= level) == self.env.any(*near))
                (self.solver.add if whole[place] else self.shown.append)(same)

    def differs(self, *given: Any) -> bool:
        """Is there a case in which the rules differ, and these claims hold?"""
        self.solver.add(*self.env.axioms[self.told :])
        self.told = len(self.env.axioms)
        return bool(self.solver.check(*given) == self.z3.sat)

    def near(self, start: Json) -> Json | None:
        self.solver.push()
        self.solver.add(*self.shown)
        terms = terms_of(self.atoms)
        self.solver.add(*(self.env.known(_plain(term)) for term in terms if _follows_unseen(term)))
        claims = {f"same {term.path}": self._same(term, start) for term in terms} | self._same_papers(start)
        marks = {name: self.z3.Bool(name, self.env.context) for name in claims}
        self.solver.add(*(self.z3.Implies(marks[name], claim) for name, claim in claims.items()))
        while not (found := self.differs(*marks.values())) and (core := self.solver.unsat_core()):
            marks.pop(max((str(mark) for mark in core), key=lambda name: name.startswith("same paper ")))
        model = self.solver.model() if found else None
        made = applied(start, self._facts(terms, model) | self._papers(model, start)) if found else None
        self.solver.pop()
        return made

    def _same_papers(self, start: Json) -> dict[str, Any]:
        """The claims that papers are known as they are there, and each is there if it is there."""
        if start.get("papers") is None:
            return {"same papers": self.env.opposite(self.known)}
        held = {papers.near(it, self.asked) for it in start["papers"]}
        claims = {
            f"same paper {place}": there if it.near in held else self.env.opposite(there)
            for place, (there, it) in enumerate(zip(self.there, self.papers, strict=True))
        }
        return {"same papers": self.known, **claims}

    def _papers(self, model: Any, start: Json) -> Row:
        """The papers of the model; those of the start as they are there."""
        if not self.z3.is_true(model.eval(self.known, model_completion=True)):
            return {"papers": UNKNOWN}
        there = [self.z3.is_true(model.eval(it, model_completion=True)) for it in self.there]
        wanted = [it for it, is_there in zip(self.papers, there, strict=True) if is_there]
        near = {it.near for it in wanted}
        held = [it for it in start.get("papers") or () if papers.near(it, self.asked) in near]
        kept = {papers.near(it, self.asked) for it in held}
        return {"papers": [*held, *(it.paper for it in wanted if it.near not in kept and any(it.near))]}

    def _same(self, term: Term, start: Json) -> Any:
        """The claim that this fact is given as it is there."""
        plain = _plain(term)
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


def _plain(term: Term) -> Term:
    """The fact as it is given, whatever may follow where it is not."""
    return Term(term.path, term.values, term.many, term.default)


def _follows_unseen(term: Term) -> bool:
    """A list or a number that follows from another fact: of what it is then the solver knows nothing."""
    return isinstance(term, Follows) and (term.many or term.values is None)


def _json(value: Any) -> Any:
    if isinstance(value, list):
        return [_json(each) for each in value]
    return UNKNOWN if value is None else getattr(value, "value", value)


@lru_cache(maxsize=2)
def _solver_for(mutant: Mutant) -> _Solver:
    return _Solver(mutant)


def _felt(rule: Rule, env: Symbols) -> list[Any]:
    """All that a judgment asks of a rule's conditions."""
    certain = env.of(rule.when, View.CERTAIN)
    met = [] if rule.met is None else [env.all(certain, env.of(rule.met, View.CERTAIN))]
    if rule.known is not None:
        met += [env.all(certain, env.of(rule.known, view)) for view in (View.CERTAIN, View.POSSIBLE)]
    if rule.effect is Effect.FORBIDS:
        return [certain, env.of(rule.when, View.POSSIBLE), *met]
    if rule.effect in GRANTS:
        claimed, hopeful = env.of(rule.claimed, View.CERTAIN), env.of(rule.when, View.HOPEFUL)
        return [certain, env.all(claimed, hopeful, env.opposite(certain)), *met]
    return [certain, *met]


def _rest(rule: Rule) -> Json:
    return rule.canonical() | {"when": "", "claimed": "", "met": "", "known": ""}
