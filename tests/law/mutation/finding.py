"""Finds the rows a rule's table needs: those near a case in which it speaks, and for the rest what the solver tells."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from operator import or_

from fileroom.law.kernel.rule import Rule
from tests.law.mutation.covering import Unit, covering, rows
from tests.law.mutation.mutants import Mutant, mutants
from tests.law.mutation.setting import apart, minus
from tests.law.mutation.solving import idle, near
from tests.law.mutation.steps import steps
from tests.law.mutation.tables import Case, Json, Row, applied, question, told
from tests.law.mutation.trial import Edge, by_an_example, edges, own
from tests.law.mutation.voice import SPEAKS, Said, gives, said

MOST_STARTS = 16  # places looked around; what is still unnoticed then becomes a row by itself


def found(rule: Rule, kept: list[Case]) -> list[Case]:
    """The kept cases and what more is needed for every change to be noticed that can be."""
    held = list(edges(kept))
    open_ = [it for it in mutants(rule) if not by_an_example(it) and not any(edge.notices(it) for edge in held)]
    if kept and not open_:
        return kept
    search = Search(rule, open_)
    for start in [kept[0].start] if kept else starts(rule):
        search.look_around(start)
    search.solve()
    return search.cases(kept)


def starts(rule: Rule) -> list[Json]:
    """The worked examples in which the rule speaks, the plainest first."""
    spoken = [example.question for example, q in own(rule.id) if said(rule, q) == SPEAKS]
    return sorted(spoken, key=lambda it: len(str(apart(it)[1])))


class Search:
    """Units near each start, and near what the solver finds for those changes that no unit notices."""

    def __init__(self, rule: Rule, open_: list[Mutant]) -> None:
        self.rule = rule
        self.open = open_
        self.starts: list[Json] = []
        self.units: list[Unit] = []
        self.noticed = 0

    def look_around(self, start: Json) -> None:
        """All that lies no more than a fact away from this start."""
        left = [place for place in range(len(self.open)) if not self.noticed >> place & 1]
        if self.starts and not left:
            return
        case = len(self.starts)
        self.starts.append(start)
        named: dict[tuple[str, Said], Unit] = {}
        for row in ({}, *steps(self.rule, start)):
            edge = self._edge(start, row)
            if edge is None:
                continue
            path = next(iter(row), "")
            how = said(self.rule, edge.q)
            unit = named.setdefault((path, how), Unit(case, path, how))
            unit.values.append(row.get(path))
            unit.kills.append(self._kills(edge, left))
        self.units += named.values()
        self.noticed = reduce(or_, (unit.bits for unit in named.values()), self.noticed)

    def _edge(self, start: Json, row: Row) -> Edge | None:
        try:
            q = question(applied(start, next(told(row, start))))
        except (ValueError, StopIteration):
            return None
        return Edge(q, gives(self.rule, q) if not row and len(self.starts) == 1 else None)

    def _kills(self, edge: Edge, left: list[int]) -> int:
        return sum(1 << place for place in left if edge.notices(self.open[place]))

    def solve(self) -> None:
        """For each change not noticed yet a question in which it is felt, and all around it."""
        for place, mutant in enumerate(self.open):
            if self.noticed >> place & 1 or mutant.made is None or idle(mutant):
                continue
            felt = self._felt(mutant)
            if felt is not None and len(self.starts) < MOST_STARTS:
                self.look_around(felt)
            elif felt is not None:
                left = [at for at in range(len(self.open)) if not self.noticed >> at & 1]
                edge = Edge(question(felt))
                row = minus(felt, self.starts[0])
                self.units.append(Unit(0, "", said(self.rule, edge.q), [None], [self._kills(edge, left)], row))
                self.noticed |= self.units[-1].bits

    def _felt(self, mutant: Mutant) -> Json | None:
        """The solver's question, made as near to a start as it can be and still felt."""
        for start in self.starts[:3]:
            made = near(mutant, start)
            if made is None:
                return None
            if not self._notices(mutant, made):
                continue
            for path, value in minus(start, made).items():
                less = applied(made, {path: value})
                if self._notices(mutant, less):
                    made = less
            return made
        return None

    @staticmethod
    def _notices(mutant: Mutant, made: Json) -> bool:
        try:
            return Edge(question(made)).notices(mutant)
        except ValueError:
            return False

    def cases(self, kept: list[Case]) -> list[Case]:
        """The fewest units that notice as much, as cases with rows."""
        first = kept[0] if kept else self._first()
        known = 0 if kept else next(unit.bits for unit in self.units)
        made, chosen = [first, *kept[1:]], covering(self.units, known)
        for place, start in enumerate(self.starts):
            new = [it for unit in chosen if unit.case == place for it in self._rows(unit, start)]
            joined = [(minus(start, first.start) | row, how) for row, how in new]
            if place == 0 or (len(new) == 1 and _asks(first.start, joined) == _asks(start, new)):
                first.rows += joined if place else new
            elif new:
                base, facts = apart(start)
                made.append(Case(base, facts, None, new))
        return made

    def _first(self) -> Case:
        base, facts = apart(self.starts[0])
        return Case(base, facts, gives(self.rule, question(self.starts[0])))

    def _rows(self, unit: Unit, start: Json) -> Iterator[tuple[Row, Said]]:
        alike = [it for it in self.units if (it.case, it.path, it.how) == (unit.case, unit.path, unit.how)]
        every = [value for it in alike for value in it.values]
        yield from ((row, unit.how) for row in rows(unit, every, start))


def _asks(start: Json, rows_: list[tuple[Row, Said]]) -> list[Json]:
    return [applied(start, facts) for row, _ in rows_ for facts in told(row, start)]
