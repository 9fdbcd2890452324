"""The same conditions for the SMT solver, with what is not known kept as not known.

Each fact has a value and a Boolean that says whether it is known; a paper condition has a strength of its own,
tied to the others by what implies what. So a theorem speaks of every question there can be, complete or not.
"""

from __future__ import annotations

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec
from typing import TYPE_CHECKING, Any

from fileroom.law.kernel.papers import AT_LEAST, Some, Strength
from fileroom.law.kernel.readings import View
from fileroom.law.kernel.term import Fixed, Follows, Presumed, Reached, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from types import ModuleType

    from fileroom.law.kernel.condition import Condition


def _on_first_use(name: str) -> ModuleType:
    """The module, loaded when something of it is asked for: to read what a theorem says needs no solver, and the
    solver takes seconds and much memory."""
    spec = find_spec(name)
    assert spec is not None and spec.loader is not None, f"{name} is not installed"
    module = sys.modules[name] = module_from_spec(spec)
    LazyLoader(spec.loader).exec_module(module)
    return module


z3 = sys.modules.get("z3") or _on_first_use("z3")


def is_possible(solver: Any, *claims: Any) -> bool:
    """Can what this solver holds, and these claims, be so? RuntimeError where it gives up: that is no answer."""
    answer = solver.check(*claims)
    if answer == z3.unknown:
        raise RuntimeError(f"the solver gave up: {solver.reason_unknown()}")
    return bool(answer == z3.sat)


class Symbols:
    """One solver constant for each fact and each paper condition, and the axioms that tie them."""

    z3 = z3

    def __init__(self, papers: Iterable[Some]) -> None:
        self._sorts: dict[str, dict[Any, Any]] = {}
        self._values: dict[str, Any] = {}
        self._terms: dict[str, Term] = {}
        self._members: dict[tuple[str, frozenset[Any]], Any] = {}
        self._read: dict[tuple[str, frozenset[Any]], Any] = {}
        self._known: dict[str, Any] = {}
        self._flags: dict[str, Any] = {}
        self._formulas: dict[tuple[Condition, View], Any] = {}
        self.context = z3.Context()
        self.axioms: list[Any] = []
        self._papers: dict[Some, Any] = {}
        for atom in papers:
            if atom not in self._papers:
                self._papers[atom] = z3.Int(f"paper {len(self._papers)}", self.context)
        self._solver = z3.Solver(ctx=self.context)
        self._told = 0  # of the axioms, how many it was told
        self._tie_papers()

    def possible(self, *claims: Any) -> bool:
        """Can all of these claims hold at once, under the axioms? One solver for all that is asked: to begin anew
        takes it longer than most answers. RuntimeError where it gives up."""
        self._solver.add(*self.axioms[self._told :])
        self._told = len(self.axioms)
        self._solver.push()
        try:
            self._solver.add(*claims)
            return is_possible(self._solver)
        finally:
            self._solver.pop()

    def _tie_papers(self) -> None:
        known = self._flag("papers is known")
        for atom, strength in self._papers.items():
            self.axioms.append(z3.And(strength >= int(atom.least), strength <= int(Strength.CERTAIN)))
            self.axioms.append(z3.Or(known, strength == int(Strength.OPEN)))
            for other, weaker in self._papers.items():
                if other is not atom and atom.implies(other):
                    for level in (Strength.OPEN, Strength.CERTAIN):
                        self.axioms.append(z3.Implies(strength >= int(level), weaker >= int(level)))

    def _flag(self, name: str) -> Any:
        return self._flags.setdefault(name, z3.Bool(name, self.context))

    def of(self, condition: Condition, view: View) -> Any:
        """The condition in this view. A phrase that many rules share is worked out once."""
        if (condition, view) not in self._formulas:
            self._formulas[condition, view] = condition.solver(self, view)
        return self._formulas[condition, view]

    def true(self, value: bool) -> Any:
        return z3.BoolVal(value, self.context)

    def any(self, *parts: Any) -> Any:
        return self._joined(z3.Z3_mk_or, parts) if parts else self.true(False)

    def all(self, *parts: Any) -> Any:
        return self._joined(z3.Z3_mk_and, parts) if parts else self.true(True)

    def _joined(self, make: Any, parts: tuple[Any, ...]) -> Any:
        """What z3.Or makes, without its look at the sort of each part: of many thousands, that is most of the work."""
        held = (z3.Ast * len(parts))(*[it.ast for it in parts])
        return z3.BoolRef(make(self.context.ref(), len(parts), held), self.context)

    def opposite(self, part: Any) -> Any:
        return z3.BoolRef(z3.Z3_mk_not(self.context.ref(), part.ast), self.context)

    def _same(self, one: Any, other: Any) -> Any:
        return z3.BoolRef(z3.Z3_mk_eq(self.context.ref(), one.ast, other.ast), self.context)

    def paper(self, atom: Some, view: View) -> Any:
        return self._papers[atom] >= int(AT_LEAST[view])

    def open(self, term: Term, view: View, matches: Any, curable: Any = None) -> Any:
        """The atom in this view: known and matching; or not known, or matching; or also curable."""
        known = self.known(term)
        if view is View.CERTAIN:
            return z3.And(known, matches)
        hoped = [curable] if view is View.HOPEFUL and curable is not None else []
        return z3.Or(z3.Not(known), matches, *hoped)

    def known(self, term: Term) -> Any:
        if term.path not in self._known:
            self._known[term.path] = self._whether_known(term)
        return self._known[term.path]

    def _whether_known(self, term: Term) -> Any:
        given = self._given(term)
        if isinstance(term, Presumed):
            assert term.source is not None
            told = self._follows_from(term.source, term.table)
            free = self._follows_from(term.source, [who for who, bound in term.table.items() if not bound])
            read = self.any(free, self._nowhere(term), z3.And(self._on_file(term), told))
            doubted = self.false() if term.doubted is None else self._in(term.doubted, [True])
            return z3.Or(given, z3.And(z3.Not(doubted), read))
        if isinstance(term, Follows) and term.source is not None:
            follows = self.all(self._follows_from(term.source, term.table), *self._turned_to_nothing(term))
            return self.any(given, follows, *self._turning(term))
        if isinstance(term, Reached) and term.source is not None:
            return z3.Or(given, self.known(term.source))
        return given

    def false(self) -> Any:
        return self.true(False)

    def _follows_from(self, source: Term, values: Iterable[Any]) -> Any:
        """The source is known, and is one of these values."""
        return z3.And(self.known(source), self._in(source, values))

    def _on_file(self, term: Presumed) -> Any:
        """The list of orders is known and names the term's order."""
        return z3.And(self._flag("orders is known"), self._listed("orders", term.order))

    def _nowhere(self, term: Presumed) -> Any:
        """The list of orders is known and does not name the term's order, and none is shown."""
        unlisted = z3.And(self._flag("orders is known"), z3.Not(self._listed("orders", term.order)))
        return self.all(unlisted, *([z3.Not(self.paper(term.shown, View.POSSIBLE))] if term.shown else []))

    def _given(self, term: Term) -> Any:
        if term.path in ("on", "action") or term.default is not None:
            return self.true(True)
        return self._flag(f"{term.path} is known")

    def member(self, term: Term, values: frozenset[Any]) -> Any:
        """The term, as it is given or else follows, is one of these. Rules ask the same of a term again and again."""
        wanted = (term.path, values)
        if wanted not in self._read:
            self._read[wanted] = self._member(term, values)
        return self._read[wanted]

    def _member(self, term: Term, values: frozenset[Any]) -> Any:
        given = self._in(term, values)
        if isinstance(term, Presumed):
            assert term.source is not None
            bound = self._in(term.source, [source for source, value in term.table.items() if value in values])
            return z3.If(self._given(term), given, z3.If(self._on_file(term), bound, self.true(False in values)))
        if isinstance(term, Follows) and term.source is not None:
            implied = self._in(term.source, [source for source, value in term.table.items() if value in values])
            if isinstance(term, Fixed):
                given = z3.If(self._follows_from(term.source, term.table), implied, given)
            return z3.If(self._given(term), given, self._turned(term, values, implied))
        if isinstance(term, Reached) and term.source is not None:
            reached = self.number(term.source) >= term.least
            otherwise = z3.If(reached, self.true(True in values), self.true(False in values))
            return z3.If(self._given(term), given, otherwise)
        return given

    def _turning(self, term: Follows) -> list[Any]:
        """The pairs of facts from which the term follows though its table does not say."""
        assert term.source is not None
        return [
            z3.And(self._follows_from(term.source, [source]), self._follows_from(term.beside, [beside]))
            for source, beside in term.turned if term.beside is not None and source not in term.table
        ]  # fmt: skip

    def _turned_to_nothing(self, term: Follows) -> list[Any]:
        """None of the pairs of facts from which, whatever the table says, nothing follows."""
        assert term.source is not None
        return [
            z3.Not(z3.And(self._follows_from(term.source, [source]), self._follows_from(term.beside, [beside])))
            for (source, beside), value in term.turned.items() if term.beside is not None and value is None
        ]  # fmt: skip

    def _turned(self, term: Follows, values: frozenset[Any], followed: Any) -> Any:
        """What follows, but for the pairs of facts that turn it."""
        for (source, beside), value in term.turned.items():
            assert term.source is not None and term.beside is not None
            pair = z3.And(self._in(term.source, [source]), self._follows_from(term.beside, [beside]))
            followed = z3.If(pair, self.true(value in values), followed)
        return followed

    def _in(self, term: Term, values: Iterable[Any]) -> Any:
        wanted = (term.path, frozenset(values))
        if wanted not in self._members:
            value, constants = self._value(term), self._sorts[term.path]
            self._members[wanted] = self.any(
                *(self._same(value, constants[each]) for each in sorted(wanted[1], key=str))
            )
        return self._members[wanted]

    def _value(self, term: Term) -> Any:
        if term.path not in self._values:
            values = term.values or ()
            sort, constants = z3.EnumSort(term.path, [f"{term.path}={value}" for value in values], self.context)
            self._sorts[term.path] = dict(zip(values, constants, strict=True))
            self._values[term.path] = z3.Const(term.path, sort)
            self._terms[term.path] = term
        return self._values[term.path]

    def number(self, term: Term) -> Any:
        if term.path not in self._values:
            self._values[term.path] = z3.Int(term.path, self.context)
            self._terms[term.path] = term
            self.axioms.append(self._values[term.path] >= 0)
        return self._values[term.path]

    def listed(self, term: Term, values: frozenset[Any]) -> Any:
        return self.any(*(self._listed(term.path, value) for value in sorted(values)))

    def _listed(self, path: str, value: Any) -> Any:
        return self._flag(f"{path} name {value}")

    def plainer(self) -> list[Any]:
        """Claims that each make a case plainer: a fact not known, or as it is where nobody says so; a paper not shown;
        a list empty. Whoever tells a case adds as many as still leave it a case."""
        papers = [strength == int(atom.least) for atom, strength in self._papers.items()]
        lists = [z3.Not(flag) for flag in self._flags.values() if " name " in str(flag)]
        unknown = [z3.Not(flag) for flag in self._flags.values() if str(flag).endswith(" is known")]
        usual = [self._in(term, [term.default]) for term in self._terms.values() if self._has_usual(term)]
        return [*papers, *lists, *unknown, *usual]

    def _has_usual(self, term: Term) -> bool:
        """A word that holds where nobody says otherwise."""
        return term.default is not None and term.values is not None and not term.many

    @property
    def papers(self) -> Mapping[Some, Any]:
        """The strength of each paper condition."""
        return self._papers

    def given(self, term: Term, model: Any) -> Any:
        """The value this fact is given in a model, a list of values for a list; None where it is not known."""
        if not z3.is_true(model.eval(self._given(term), model_completion=True)):
            return None
        if term.many:
            named = [(value, model.eval(self._listed(term.path, value))) for value in term.values or ()]
            return [value for value, is_named in named if z3.is_true(is_named)]
        if term.values is None:
            return model.eval(self.number(term), model_completion=True).as_long()
        value = model.eval(self._value(term), model_completion=True)
        return next(held for held, constant in self._sorts[term.path].items() if constant.eq(value))

    def words(self, model: Any) -> list[str]:
        """A model in words: each fact that is given, each paper condition that is certain and that no stronger one
        tells already."""
        said = [self._said(path, model) for path in sorted(self._values)]
        certain = [atom for atom in self._papers if self._is_certain(atom, model)]
        said += [atom.words() for atom in certain if not any(it is not atom and it.implies(atom) for it in certain)]
        said += [str(name) for name in model.decls() if " name " in str(name) and z3.is_true(model[name])]
        return [line for line in said if line]

    def _is_certain(self, atom: Some, model: Any) -> bool:
        return bool(model.eval(self._papers[atom], model_completion=True).as_long() == int(Strength.CERTAIN))

    def _said(self, path: str, model: Any) -> str:
        """A fact as it is given; what follows from another, or is as it is where nobody says so, is no news."""
        term, value = self._terms[path], self.given(self._terms[path], model)
        if value is None or (self._has_usual(term) and value == term.default):
            return ""
        return f"{path}={value}"
