"""The rules as Cedar: each ban a forbid; the grants as two permits, for acts that need both keys and for the others.

The schema names every fact with its type, and the policies are checked against it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import cedarpy

from fileroom.law.kernel.atoms import Among, AtLeast, Has, Is
from fileroom.law.kernel.condition import All, Always, Condition, Either, Not
from fileroom.law.kernel.papers import Some
from fileroom.law.kernel.readings import Fact
from fileroom.law.kernel.rule import Key, Rule
from tests.law.peers.formulas import Formulas, type_of, words

TYPES = {"number": "Long", "flag": "Bool", "word": "String", "words": "Set<String>"}


class Cedar:
    """A day's rules, parsed once. Raises ValueError where the schema does not bear the policies."""

    def __init__(self, formulas: Formulas) -> None:
        self.formulas = formulas
        text = policies(formulas)
        self.schema = cedarpy.Schema.from_str(schema(formulas))
        checked = cedarpy.validate_policies(text, self.schema)
        if not checked.validation_passed:
            raise ValueError("; ".join(str(error) for error in checked.errors))
        self.policies = cedarpy.PolicySet.from_str(text)

    def allowed(self, facts: Iterable[dict[str, Any]]) -> list[bool]:
        """Whether each is permitted. Raises ValueError where Cedar could not evaluate one."""
        results = cedarpy.is_authorized_batch(list(map(request, facts)), self.policies, [], self.schema)
        for result in results:
            if result.diagnostics.errors:
                raise ValueError(str(result.diagnostics.errors))
        return [result.allowed for result in results]


def request(facts: dict[str, Any]) -> dict[str, Any]:
    return {"principal": 'Person::"one"', "action": 'Action::"ask"', "resource": 'File::"one"', "context": facts}


def schema(formulas: Formulas) -> str:
    facts = [f"{named}: {TYPES[type_of(term)]}" for term, named in formulas.terms.items()]
    facts += [f"{named}: Bool" for named in formulas.papers.values()]
    context = f"{{ {', '.join(facts)} }}"
    asked = f"principal: Person, resource: File, context: {context}"
    return f'entity Person; entity File; action "ask" appliesTo {{ {asked} }};'


def policies(formulas: Formulas) -> str:
    releases = f"{json.dumps(formulas.releases)}.contains(context.action)"
    state, federal = (_any(formulas.turning(key), formulas) for key in (Key.STATE, Key.FEDERAL))
    made = [f"forbid(principal, action, resource) when {{ {_said(ban.when, formulas)} }};" for ban in formulas.bans]
    made.append(f"permit(principal, action, resource) when {{ {releases} && {state} && {federal} }};")
    made.append(f"permit(principal, action, resource) when {{ !{releases} && {state} }};")
    return "\n".join(made)


def _any(rules: list[Rule], formulas: Formulas) -> str:
    return "(" + " || ".join(_said(rule.when, formulas) for rule in rules) + ")"


def _said(condition: Condition, formulas: Formulas) -> str:
    """A condition as a Cedar expression over the context."""
    match condition:
        case All(parts):
            return "(" + " && ".join(_said(part, formulas) for part in parts) + ")"
        case Either(parts):
            return "(" + " || ".join(_said(part, formulas) for part in parts) + ")"
        case Not(part):
            return f"!({_said(part, formulas)})"
        case Is(term, values):
            return "(" + " || ".join(f"{_fact(term, formulas)} == {json.dumps(value)}" for value in words(values)) + ")"
        case AtLeast(term, number):
            return f"{_fact(term, formulas)} >= {number}"
        case Has(term, values):
            return f"{_fact(term, formulas)}.containsAny({json.dumps(words(values))})"
        case Among(term, listed):
            return f"{_fact(listed, formulas)}.{'containsAll' if term.many else 'contains'}({_fact(term, formulas)})"
        case Some():
            return f"context.{formulas.papers[condition]}"
        case Always():
            return "true"
    raise TypeError(condition)


def _fact(term: Fact, formulas: Formulas) -> str:
    return f"context.{formulas.terms[term]}"
