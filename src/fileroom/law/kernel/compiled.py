"""The rules of one action and one span of days, as one generated Python function for each question of the judge.

Every term that the rules of this action speak of is read once into a local; every such paper condition, and every long
phrase that several rules share, is worked out once; the action is folded away, and with it the rules of other actions.
What the functions do is what `weighing.Interpreter` does; a property test holds them together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any, cast

from fileroom.law.kernel.atoms import Is
from fileroom.law.kernel.condition import All, Condition
from fileroom.law.kernel.papers import Some, Strength
from fileroom.law.kernel.readings import View
from fileroom.law.kernel.rule import GRANTS, Effect, Rule
from fileroom.law.kernel.term import Term
from fileroom.law.kernel.weighing import Weighed

PARTING = ("action", "requester.kind", "purpose", "record.kind")
GROUP = re.compile(r"\bq\.(\w+)\.")
NAME = re.compile(r"\b[tps]\d+\b")
PHRASE = re.compile(r"\bs\d+\b")
LONG = 200  # characters of code
OFTEN = 3  # uses from which a phrase is worked out for every question, whether it is come to or not


class Locals:
    """The terms, papers and constants one generated function leans on."""

    def __init__(self, action: Any, namespace: dict[str, Any]) -> None:
        self.action = action
        self.namespace = namespace
        self.constants: dict[Any, str] = {}
        self.reads: dict[str, str] = {}
        self.terms: dict[Term, str] = {}
        self.papers: dict[Condition, str] = {}
        self.codes: dict[tuple[int, View], str] = {}
        self.phrases: dict[str, str] = {}

    def local(self, term: Term) -> str:
        name = self.terms.get(term)
        if name is None:
            code = GROUP.sub(r"q_\1.", term.code(self))
            name = self.terms[term] = self.reads.setdefault(code, f"t{len(self.reads)}")
        return name

    def constant(self, value: Any) -> str:
        key = value if isinstance(value, frozenset) else id(value)
        name = self.constants.setdefault(key, f"c{len(self.constants)}")
        self.namespace[name] = value
        return name

    def member(self, term: Term, values: frozenset[Any]) -> str:
        if term.path == "action":
            return str(self.action in values)
        return f"({self.local(term)} in {self.constant(values)})"

    def paper(self, atom: Condition) -> str:
        return self.papers.setdefault(atom, f"p{len(self.papers)}")

    def phrase(self, condition: Condition, view: View, parts: Callable[[], str]) -> str:
        """The code of a condition of several parts; where that is long, a name for it."""
        key = (id(condition), view)
        if key not in self.codes:
            code = parts()
            if len(code) >= LONG:
                name = f"s{len(self.phrases)}"
                self.phrases[name], code = code, name
            self.codes[key] = code
        return self.codes[key]

    def spelled(self, lines: list[str]) -> list[str]:
        """The lines with each phrase spelled out, but for those used often: they are locals, before the lines."""
        uses = Counter(PHRASE.findall("\n".join([*lines, *self.phrases.values()])))

        def spell(code: str) -> str:
            return PHRASE.sub(lambda name: name[0] if uses[name[0]] >= OFTEN else spell(self.phrases[name[0]]), code)

        spelled, said = [spell(line) for line in lines], []
        named = set(PHRASE.findall("\n".join(spelled)))
        for name, code in reversed(self.phrases.items()):
            if name in named:  # what it is made of was met before it
                said.append(f"{name} = {spell(code)}")
                named.update(PHRASE.findall(said[-1]))
        return [*reversed(said), *spelled]

    def opening(self, lines: Iterable[str]) -> list[str]:
        """What has to be read and looked at before these lines: the terms and papers they name, no others."""
        named = set(NAME.findall("\n".join(lines)))
        reads = []
        for code, name in reversed(self.reads.items()):
            if name in named:  # a term that follows from another names it, and was met after it
                named.update(NAME.findall(code))
                reads.append((name, code))
        groups = sorted({group for _, code in reads for group in re.findall(r"\bq_(\w+)\.", code)})
        opening = [f"q_{group} = q.{group}" for group in groups]
        opening += self._looking([(atom, name) for atom, name in self.papers.items() if name in named])
        return opening + [f"{name} = {code}" for name, code in reversed(reads)]

    def _looking(self, papers: list[tuple[Condition, str]]) -> list[str]:
        if not papers:
            return []
        atoms = [(cast("Some", atom), name) for atom, name in papers]
        lines = ["papers = q.papers", "if papers is None:", f"    {_each(atoms)} = {int(Strength.OPEN)}", "else:"]
        for least in sorted({atom.least for atom, _ in atoms}):
            lines.append(f"    {_each(it for it in atoms if it[0].least is least)} = {int(least)}")
        lines += ["if papers:", "    kinds = {paper.kind for paper in papers}"]
        for wanted in dict.fromkeys(atom.kinds for atom, _ in atoms):
            lines.append(f"    if not kinds.isdisjoint({self.constant(wanted)}):")
            alike = [(self.constant(atom.strength), name) for atom, name in atoms if atom.kinds == wanted]
            lines += [f"        {name} = {look}(papers)" for look, name in alike]
        return lines


class Compiled:
    """Weighs a question by generated code. Built once for an action and a span of days."""

    def __init__(self, rules: Iterable[Rule], action: Any) -> None:
        self.rules = [rule for rule in rules if rule.actions is None or action in rule.actions]
        self.action = action
        self.weigh: Callable[[Any], Weighed] = self._build(self._weighing, "Weighed(banned, doubts, sure, obliged)")
        self.hopes: Callable[[Any], list[Rule]] = self._build(self._hoping, "hopes")
        self.closing: Callable[[Any], Rule | None] = self._build(self._closing, "None")

    def _build(self, body: Callable[[Locals], list[str]], answer: str) -> Callable[[Any], Any]:
        scope = Locals(self.action, {"Weighed": Weighed})
        lines = scope.spelled(body(scope))
        whole = [*scope.opening(lines), *lines, f"return {answer}"]
        source = "def generated(q):\n" + "\n".join(f"    {line}" for line in whole)
        # The source is built from the rules of this package alone; nothing a user says reaches it.
        exec(compile(source, f"<law of {self.action}>", "exec"), scope.namespace)  # noqa: S102
        return cast("Callable[[Any], Any]", scope.namespace["generated"])

    def _weighing(self, scope: Locals) -> list[str]:
        tests: list[Test] = []
        for rule in self.rules:
            if rule.effect is Effect.FORBIDS:
                possible = _conjuncts(rule.when, scope, View.POSSIBLE)
                certain = _joined(_conjuncts(rule.when, scope, View.CERTAIN))
                tests.append((possible, f"(banned if {certain} else doubts).append({scope.constant(rule)})"))
            elif rule.effect is not Effect.CLOSES:
                where = "sure" if rule.effect in GRANTS else "obliged"
                tests.append((_conjuncts(rule.when, scope, View.CERTAIN), f"{where}.append({scope.constant(rule)})"))
        return ["banned = []; doubts = []; sure = []; obliged = []", *_grouped(tests)]

    def _hoping(self, scope: Locals) -> list[str]:
        tests: list[Test] = []
        for rule in self.rules:
            if rule.effect in GRANTS:
                hopeful = _conjuncts(rule.when, scope, View.HOPEFUL)
                claimed = _conjuncts(rule.claimed, scope, View.CERTAIN)
                tests.append(([*hopeful, *claimed], f"hopes.append({scope.constant(rule)})"))
        return ["hopes = []", *_grouped(tests)]

    def _closing(self, scope: Locals) -> list[str]:
        closing = [rule for rule in self.rules if rule.effect is Effect.CLOSES]
        return _grouped((_conjuncts(it.when, scope, View.CERTAIN), f"return {scope.constant(it)}") for it in closing)


def _each(atoms: Iterable[tuple[Some, str]]) -> str:
    return " = ".join(name for _, name in atoms)


Test = tuple[list[str], str]
NEVER = ["False"]


def _conjuncts(condition: Condition, scope: Locals, view: View) -> list[str]:
    """The tests that must all hold, those that part the most questions first; none where it always holds."""
    codes = []
    for part in sorted(_parts(condition), key=_place):
        code = part.code(scope, view)
        if code == "False":
            return NEVER
        if code != "True":
            codes.append(code)
    return codes


def _parts(condition: Condition) -> list[Condition]:
    if not isinstance(condition, All):
        return [condition]
    return [part for whole in condition.parts for part in _parts(whole)]


def _place(part: Condition) -> int:
    path = part.term.path if isinstance(part, Is) else ""
    return PARTING.index(path) if path in PARTING else len(PARTING)


def _joined(codes: list[str]) -> str:
    return f"({' and '.join(codes)})" if codes else "True"


def _grouped(tests: Iterable[Test]) -> list[str]:
    """The tests as code, in their order; what several in a row begin with is asked once."""
    live = [(codes, then) for codes, then in tests if codes != NEVER]
    lines = []
    for first, run in groupby(live, key=lambda test: test[0][:1]):
        indent = "    " if first else ""
        lines += [f"if {code}:" for code in first]
        for codes, then in run:
            lines.append(f"{indent}if {_joined(codes[1:])}: {then}" if codes[1:] else indent + then)
    return lines
