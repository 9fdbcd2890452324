"""Finds the rows a rule's table needs: those near a case in which it speaks, and for the rest what the solver tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import reduce
from operator import or_

from fileroom.law import Question
from fileroom.law.kernel.rule import Rule
from tests.law.mutation.covering import FEW, Unit, covering, merged, quiet, rows
from tests.law.mutation.mutants import Mutant, mutants, together
from tests.law.mutation.setting import apart, minus
from tests.law.mutation.solving import idle, near
from tests.law.mutation.steps import steps
from tests.law.mutation.tables import Case, Json, Row, applied, by_path, meant, question, told
from tests.law.mutation.trial import Changes, Edge, edges, groups, own
from tests.law.mutation.voice import SILENT, SPEAKING, Said, gives, said

OFTEN = 4  # of a change noticed in so many ways no more are looked for
BESIDE = 3
MOST_STARTS = 16  # places looked around; what is still unnoticed then becomes a row by itself


def found(rule: Rule, kept: list[Case]) -> list[Case]:
    """The kept cases and what more is needed for every change to be noticed that can be."""
    changes = Changes(mutants(rule))
    left = changes.every & ~changes.by_examples()
    for edge in edges(rule, kept):
        left &= ~changes.noticed(edge, left)
    if kept and not left:
        return kept
    search = Search(rule, changes, left)
    for start in [kept[0].start] if kept else starts(rule):
        search.look_around(start)
    search.solve()
    return search.cases(kept) if not kept or any(unit.bits for unit in search.units) else kept


def _again(often: list[int], kills: int) -> int:
    """Those of these changes that are now noticed as often as is worth knowing."""
    for place, held in enumerate(often):
        often[place], kills = held | kills, held & kills
    return kills


def starts(rule: Rule) -> list[Json]:
    """The worked examples in which the rule speaks, the plainest first; where it never does, a question a fact away
    from one in which it asks."""
    told_of = sorted((example.question for example, _ in own(rule.id)), key=lambda it: len(str(apart(it)[1])))
    spoken = [it for it in told_of if said(rule, question(it)) in SPEAKING]
    if spoken:
        return spoken
    asking = [it for it in told_of if said(rule, question(it)) != SILENT]
    near_by = [applied(it, next(told(row, it))) for it in asking for row in steps(rule, it)]
    return [it for it in near_by if said(rule, question(it)) in SPEAKING][:1] + asking


class Search:
    """Units near each start, and near what the solver finds for those changes that no unit notices."""

    def __init__(self, rule: Rule, changes: Changes, left: int) -> None:
        self.rule = rule
        self.changes = changes
        self.left = left
        self.starts: list[Json] = []
        self.units: list[Unit] = []

    def look_around(self, start: Json) -> None:
        """All that lies no more than a fact away from this start."""
        if self.starts and not self.left:
            return
        case = len(self.starts)
        self.starts.append(start)
        named: dict[tuple[str, Said], Unit] = {}
        open_, often = self.left, [0] * OFTEN
        for row in ({}, *self._steps(start)):
            edge = self._edge(start, row)
            if edge is None:
                continue
            path = next(iter(row), "")
            unit = named.setdefault((path, edge.said), Unit(case, path, edge.said))
            unit.values.append(row.get(path))
            others = bool(case and row) and not path.startswith("papers")
            kills = self.changes.noticed(edge, open_ & ~self.changes.papers if others else open_)
            unit.kills.append(kills)
            open_ &= ~(kills if not row and case == 0 else _again(often, kills))
        self.units += named.values()
        self.left &= ~reduce(or_, (unit.bits for unit in named.values()), 0)

    def _steps(self, start: Json) -> Iterator[Row]:
        """Around the first start every value of each fact; around others those on which something open turns, and a
        few beside them."""
        turning, beside = self.changes.turning(self.left), Counter[str]()
        for row in {str(row): row for row in steps(self.rule, start)}.values():
            (path, value), *_ = row.items()
            if len(self.starts) > 1 and path in by_path() and str(value) not in turning.get(by_path()[path].path, ()):
                beside[path] += 1
                if beside[path] > BESIDE:
                    continue
            yield row

    def _edge(self, start: Json, row: Row) -> Edge | None:
        try:
            q = question(applied(start, next(told(row, start))))
        except (ValueError, StopIteration):
            return None
        return Edge(self.rule, q, gives(self.rule, q) if not row and len(self.starts) == 1 else None)

    def solve(self) -> None:
        """For each change not noticed yet a question in which it is felt, and all around it."""
        open_ = groups(mutant for _, mutant in self.changes.of(self.left))
        while open_:
            unnoticed = {mutant for _, mutant in self.changes.of(self.left)}
            group = [mutant for mutant in open_.pop(0) if mutant in unnoticed]
            if not group or group[0].made is None or idle(together(group) if len(group) > 1 else group[0]):
                continue
            if len(group) > 1:
                half = len(group) // 2
                open_ = [group[:half], group[half:], *open_]
                continue
            felt = self._felt(group[0])
            if felt is not None and len(self.starts) < MOST_STARTS:
                self.look_around(felt)
            elif felt is not None:
                self._add(felt)

    def _add(self, felt: Json) -> None:
        edge = Edge(self.rule, question(felt))
        row, kills = minus(felt, self.starts[0]), self.changes.noticed(edge, self.left)
        self.units.append(Unit(0, "", edge.said, [None], [kills], row))
        self.left &= ~kills

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
            for paper in made.get("papers") or ():
                less = applied(made, {"papers": [it for it in made["papers"] if it != paper]})
                if self._notices(mutant, less):
                    made = less
            return made
        return None

    def _notices(self, mutant: Mutant, made: Json) -> bool:
        try:
            return Edge(self.rule, question(made)).notices(mutant)
        except ValueError:
            return False

    def cases(self, kept: list[Case]) -> list[Case]:
        """The fewest units that notice as much, as cases with rows."""
        first = kept[0] if kept else self._first()
        known = 0 if kept else next(unit.bits for unit in self.units)
        made, chosen = [first, *kept[1:]], covering(self.units, known)
        chosen += quiet(self.units, chosen) if not kept else []
        for place, start in enumerate(self.starts):
            new = [it for unit in chosen if unit.case == place for it in self._rows(unit, start)]
            joined = [(minus(start, first.start) | row, how) for row, how in new]
            if place == 0 or (len(new) == 1 and _asks(first.start, joined) == _asks(start, new)):
                first.rows += joined if place else new
            elif new:
                base, facts = apart(start)
                made.append(Case(base, facts, None, new))
        first.rows = merged(first.rows)
        return made

    def _first(self) -> Case:
        base, facts = apart(self.starts[0])
        return Case(base, facts, gives(self.rule, question(self.starts[0])))

    def _rows(self, unit: Unit, start: Json) -> Iterator[tuple[Row, Said]]:
        alike = [it for it in self.units if (it.case, it.path, it.how) == (unit.case, unit.path, unit.how)]
        every = [value for it in alike for value in it.values]
        if unit.case and len(unit.values) > FEW:  # there, not every value was looked at
            words = meant(unit.path, start)[0]
            every += [
                word for word in words if (edge := self._edge(start, {unit.path: word})) and edge.said == unit.how
            ]
        for row in rows(unit, every, start):
            shown = isinstance(row.get("papers"), list)
            yield (minus(applied(start, row), start) if shown else row), unit.how


def _asks(start: Json, rows_: list[tuple[Row, Said]]) -> list[Question]:
    return [question(applied(start, facts)) for row, _ in rows_ for facts in told(row, start)]
