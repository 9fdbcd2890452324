"""What a change of law changes: two days compared, rule by rule and figure by figure, in words and by cases.

A case is found by the solver from the very rules that decide: the facts under which one day's answer is another
than the other day's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import permutations
from typing import Any

from fileroom.law.book import BOOK
from fileroom.law.figures import FIGURES, FIXED_DAYS, Figure, FixedDay
from fileroom.law.kernel.proof import World, plainest
from fileroom.law.kernel.rule import GRANTS, Effect, Rule
from fileroom.law.kernel.rulebook import Rulebook
from fileroom.law.vocabulary import action

ANSWERS = ("granted", "refused", "needs more")


@dataclass(frozen=True)
class Case:
    """Facts under which the answer changes. `was` and `is_`: granted, refused or needs more."""

    was: str
    is_: str
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Change:
    """A rule or a figure that begins or ends between two days. `cases` is empty where no answer turns on it."""

    kind: str
    name: str
    begins: bool
    on: date
    says: str
    citation: str
    cases: tuple[Case, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind, "name": self.name, "change": "begins" if self.begins else "ends",
            "on": self.on.isoformat(), "says": self.says, "citation": self.citation,
            "cases": [{"was": it.was, "is": it.is_, "facts": list(it.facts)} for it in self.cases],
        }  # fmt: skip

    def words(self) -> list[str]:
        """The change as lines to read."""
        verb = "begins" if self.begins else "ends"
        lines = [f"{self.on.isoformat()}  {self.kind} {self.name} {verb}: {self.says} ({self.citation})"]
        for case in self.cases:
            lines.append(f"    was {case.was}, is {case.is_}, for example where")
            lines += [f"        {fact}" for fact in case.facts]
        return lines


def changes_of_the_law(before: date, after: date) -> Iterator[Change]:
    """The same of this law's own book."""
    return changes(BOOK, before, after)


def changes(book: Rulebook, before: date, after: date) -> Iterator[Change]:
    """All that begins or ends after `before` and up to `after`, in the order of days. Both days in either order."""
    first, last = sorted((before, after))
    turns = [turn for rule in book.rules for turn in _turns(rule, first, last)]
    cases = _Cases(book, before, after) if turns else None
    found = [_of_rule(rule, begins, on, cases) for rule, begins, on in turns] + list(_of_figures(first, last))
    yield from sorted(found, key=lambda change: (change.on, change.kind, change.name))


def _turns(rule: Rule, first: date, last: date) -> Iterator[tuple[Rule, bool, date]]:
    if rule.effective and first < rule.effective <= last:
        yield rule, True, rule.effective
    if rule.repealed and first < rule.repealed <= last:
        yield rule, False, rule.repealed


def _of_rule(rule: Rule, begins: bool, on: date, cases: _Cases | None) -> Change:
    found = tuple(cases.of(rule)) if cases else ()
    return Change("rule", rule.id, begins, on, rule.says, rule.cites.text, found)


def _of_figures(first: date, last: date) -> Iterator[Change]:
    figures: list[tuple[str, Figure | FixedDay]] = [*FIGURES.items(), *FIXED_DAYS.items()]
    for name, figure in figures:
        for begins, on in ((True, figure.citation.effective), (False, figure.citation.repealed)):
            if on and first < on <= last:
                says = f"{figure.what}: {figure.within}, from {figure.anchor}."
                yield Change("figure", name, begins, on, says, figure.citation.text)


class _Cases:
    """Both days as formulas about the same facts."""

    def __init__(self, book: Rulebook, before: date, after: date) -> None:
        spoken_of = [part for rule in book.rules for part in (rule.when, rule.claimed)]
        self.was = World(book, before, action, spoken_of)
        self.is_ = World(book, after, action, symbols=self.was.symbols)
        env = self.env = self.was.symbols
        self.solver = env.z3.Solver(ctx=env.context)
        self.solver.add(*env.axioms)
        self.named = {
            name: self._named(name, claim)
            for day, world in (("was", self.was), ("is", self.is_))
            for name, claim in ((f"{day} granted", world.granted()), (f"{day} refused", world.refused()))
        }

    def _named(self, name: str, claim: Any) -> Any:
        flag = self.env.z3.Bool(name, self.env.context)
        self.solver.add(flag == claim)
        return flag

    def _answers(self, day: str, answer: str) -> Any:
        granted, refused = self.named[f"{day} granted"], self.named[f"{day} refused"]
        no = self.env.opposite
        return {"granted": granted, "refused": refused, "needs more": self.env.all(no(granted), no(refused))}[answer]

    def of(self, rule: Rule) -> Iterator[Case]:
        """One case for each way in which an answer changes where this ban or grant speaks."""
        if rule.effect is not Effect.FORBIDS and rule.effect not in GRANTS:
            return
        for was, is_ in permutations(ANSWERS, 2):
            claims = [self.was.certain(rule.when), self._answers("was", was), self._answers("is", is_)]
            if self.solver.check(*claims) == self.env.z3.sat:
                model = plainest(self.env, self.solver, self.solver.model(), claims)
                yield Case(was, is_, tuple(self.env.words(model)))
