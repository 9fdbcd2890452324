"""The rules of one action and one span of days, as one generated Python function for each question of the judge.

Every term is read once into a local, every paper condition worked out once, the action is folded away. What the
functions do is what `weighing.Interpreter` does; a property test holds them together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, cast

from fileroom.law.kernel.condition import Condition
from fileroom.law.kernel.papers import Some, Strength
from fileroom.law.kernel.readings import View
from fileroom.law.kernel.rule import GRANTS, Effect, Rule
from fileroom.law.kernel.term import Term
from fileroom.law.kernel.weighing import Weighed

GROUP = re.compile(r"\bq\.(requester|student|record|district|other)\.")


class Locals:
    """The terms, papers and constants one generated function leans on."""

    def __init__(self, action: Any, namespace: dict[str, Any]) -> None:
        self.action = action
        self.namespace = namespace
        self.reads: dict[str, str] = {}
        self.papers: dict[Condition, str] = {}

    def local(self, term: Term) -> str:
        code = GROUP.sub(r"q_\1.", term.code(self))
        return self.reads.setdefault(code, f"t{len(self.reads)}")

    def constant(self, value: Any) -> str:
        for name, held in self.namespace.items():
            if held is value or (isinstance(value, frozenset) and held == value):
                return name
        name = f"c{len(self.namespace)}"
        self.namespace[name] = value
        return name

    def member(self, term: Term, values: frozenset[Any]) -> str:
        if term.path == "action":
            return str(self.action in values)
        return f"({self.local(term)} in {self.constant(values)})"

    def paper(self, atom: Condition) -> str:
        return self.papers.setdefault(atom, f"p{len(self.papers)}")

    def opening(self) -> list[str]:
        """The lines that read the terms and look at the papers."""
        groups = sorted({group for code in self.reads for group in re.findall(r"\bq_(\w+)\.", code)})
        lines = [f"q_{group} = q.{group}" for group in groups]
        lines += [f"{name} = {code}" for code, name in self.reads.items()]
        return lines + self._looking()

    def _looking(self) -> list[str]:
        if not self.papers:
            return []
        atoms = [(cast("Some", atom), name) for atom, name in list(self.papers.items())]
        looks = [f"    {name} = {self._look(atom)}" for atom, name in atoms]
        kinds = "    kinds = {paper.kind for paper in papers}"
        return ["papers = q.papers", "if papers:", kinds, *looks, "else:", *self._unseen(atoms)]

    @staticmethod
    def _unseen(atoms: list[tuple[Some, str]]) -> list[str]:
        lines = []
        for least in sorted({atom.least for atom, _ in atoms}):
            names = " = ".join(name for atom, name in atoms if atom.least is least)
            lines.append(f"    {names} = {int(Strength.OPEN)} if papers is None else {int(least)}")
        return lines

    def _look(self, atom: Some) -> str:
        look, kinds = self.constant(atom.strength), self.constant(atom.kinds)
        return f"{int(atom.least)} if kinds.isdisjoint({kinds}) else {look}(papers)"


class Compiled:
    """Weighs a question by generated code. Built once for an action and a span of days."""

    def __init__(self, rules: Iterable[Rule], action: Any) -> None:
        self.rules = list(rules)
        self.action = action
        self.weigh: Callable[[Any], Weighed] = self._build(self._weighing, "Weighed(banned, doubts, sure, obliged)")
        self.hopes: Callable[[Any], list[Rule]] = self._build(self._hoping, "hopes")
        self.closing: Callable[[Any], Rule | None] = self._build(self._closing, "None")

    def _build(self, body: Callable[[Locals], list[str]], answer: str) -> Callable[[Any], Any]:
        scope = Locals(self.action, {"Weighed": Weighed})
        lines = body(scope)
        whole = [*scope.opening(), *lines, f"return {answer}"]
        source = "def generated(q):\n" + "\n".join(f"    {line}" for line in whole)
        # The source is built from the rules of this package alone; nothing a user says reaches it.
        exec(compile(source, f"<law of {self.action}>", "exec"), scope.namespace)  # noqa: S102
        return cast("Callable[[Any], Any]", scope.namespace["generated"])

    def _weighing(self, scope: Locals) -> list[str]:
        lines = ["banned = []; doubts = []; sure = []; obliged = []"]
        for rule in self.rules:
            certain = rule.when.code(scope, View.CERTAIN)
            if rule.effect is Effect.FORBIDS:
                possible = rule.when.code(scope, View.POSSIBLE)
                if possible != "False":
                    lines.append(f"if {possible}: (banned if {certain} else doubts).append({scope.constant(rule)})")
            elif rule.effect is not Effect.CLOSES and certain != "False":
                where = "sure" if rule.effect in GRANTS else "obliged"
                lines.append(f"if {certain}: {where}.append({scope.constant(rule)})")
        return lines

    def _hoping(self, scope: Locals) -> list[str]:
        lines = ["hopes = []"]
        for rule in self.rules:
            if rule.effect in GRANTS:
                hopeful = rule.when.code(scope, View.HOPEFUL)
                if hopeful != "False":
                    claimed, certain = rule.claimed.code(scope, View.CERTAIN), rule.when.code(scope, View.CERTAIN)
                    test = f"{claimed} and {hopeful} and not {certain}"
                    lines.append(f"if {test}: hopes.append({scope.constant(rule)})")
        return lines

    def _closing(self, scope: Locals) -> list[str]:
        lines = []
        for rule in self.rules:
            if rule.effect is Effect.CLOSES:
                certain = rule.when.code(scope, View.CERTAIN)
                if certain != "False":
                    lines.append(f"if {certain}: return {scope.constant(rule)}")
        return lines
