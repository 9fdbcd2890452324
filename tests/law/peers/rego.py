"""The rules as Rego, for `regorus`: `allow` alone, every fact known. Compiled once to its own virtual machine.

A body is a conjunction; what lies within (an "or", a "not" of several) becomes a small rule of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import regorus

from fileroom.law.kernel.atoms import Among, AtLeast, Has, Is
from fileroom.law.kernel.condition import All, Always, Condition, Either, Not
from fileroom.law.kernel.papers import Some
from fileroom.law.kernel.readings import Fact
from fileroom.law.kernel.rule import Key, Rule
from tests.law.peers.formulas import Formulas, words

ENTRY = "data.law.allow"
ANSWER = """
default allow := false
allow if { releases; state; federal; not banned }
allow if { not releases; state; not banned }
"""


class Rego:
    """A day's rules as a compiled program."""

    def __init__(self, formulas: Formulas) -> None:
        program = regorus.Program.compile_from_modules("{}", [("law.rego", module(formulas))], [ENTRY])
        self.machine = regorus.Rvm()
        self.machine.load_program(program)

    def allowed(self, inputs: Iterable[str]) -> list[bool]:
        """Whether each of these facts, in JSON, is allowed."""
        return [self._asked(given) == "true" for given in inputs]

    def _asked(self, given: str) -> str:
        self.machine.set_input_json(given)
        return str(self.machine.execute())


def module(formulas: Formulas) -> str:
    return _Module(formulas).text()


class _Module:
    def __init__(self, formulas: Formulas) -> None:
        self.formulas = formulas
        self.named: dict[tuple[str, ...], str] = {}
        self.helpers: list[str] = []

    def text(self) -> str:
        releases = f"releases if input.action in {_set(self.formulas.releases)}"
        rules = [*self._rules("banned", self.formulas.bans)]
        for key in (Key.STATE, Key.FEDERAL):
            rules += self._rules(key.value, self.formulas.turning(key))
        return "\n".join(["package law", "import rego.v1", ANSWER, releases, *self.helpers, *rules, ""])

    def _rules(self, head: str, rules: list[Rule]) -> list[str]:
        return [f"{head} if {{ {'; '.join(body)} }}" for rule in rules for body in self._ways(rule.when)]

    def _ways(self, condition: Condition) -> list[list[str]]:
        """The bodies any of which will do."""
        parts = condition.parts if isinstance(condition, Either) else (condition,)
        return [self._body(part) for part in parts]

    def _body(self, condition: Condition) -> list[str]:
        """The expressions all of which must hold."""
        parts = condition.parts if isinstance(condition, All) else (condition,)
        return [self._expression(part) for part in parts]

    def _expression(self, condition: Condition) -> str:
        match condition:
            case All() | Either():
                return self._helper(condition)
            case Not(part):
                simple = not isinstance(part, (All, Either, Has))
                return f"not {self._expression(part) if simple else self._helper(part)}"
            case Is(term, values) if len(values) == 1:
                return f"{self._fact(term)} == {json.dumps(words(values)[0])}"
            case Is(term, values):
                return f"{self._fact(term)} in {_set(words(values))}"
            case AtLeast(term, number):
                return f"{self._fact(term)} >= {number}"
            case Has() | Among():
                return self._helper(condition)
            case Some():
                return f"input.{self.formulas.papers[condition]} == true"
            case Always():
                return "true"
        raise TypeError(condition)

    def _fact(self, term: Fact) -> str:
        return f"input.{self.formulas.terms[term]}"

    def _helper(self, condition: Condition) -> str:
        """The name of a small rule that says this."""
        match condition:
            case Has(term, values):
                bodies = [f"some each in {self._fact(term)}; each in {_set(words(values))}"]
            case Among(term, listed) if term.many:
                bodies = [f"every each in {self._fact(term)} {{ each in {self._fact(listed)} }}"]
            case Among(term, listed):
                bodies = [f"{self._fact(term)} in {self._fact(listed)}"]
            case _:
                bodies = ["; ".join(body) for body in self._ways(condition)]
        held = self.named.get(tuple(bodies))
        if held is None:
            held = self.named[tuple(bodies)] = f"part_{len(self.named)}"
            self.helpers += [f"{held} if {{ {body} }}" for body in bodies]
        return held


def _set(values: Iterable[Any]) -> str:
    return "{" + ", ".join(json.dumps(value) for value in values) + "}"
