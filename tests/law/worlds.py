"""Worlds to lay a rule over: complete questions with a few facts changed, and a book in which all else is permitted."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

from hypothesis import strategies as st

from fileroom.law import Calendar, Decision, Question, decide
from fileroom.law.book import RULES, rulebook
from fileroom.law.examples import bases, changed
from fileroom.law.facts import PaperKind
from fileroom.law.facts.papers import QUALITIES
from fileroom.law.facts.reading import json_name
from fileroom.law.kernel.citation import verified
from fileroom.law.kernel.condition import Always
from fileroom.law.kernel.rule import Effect, Key, Rule
from fileroom.law.kernel.rulebook import Rulebook
from fileroom.law.vocabulary import paper_terms, terms

OPEN_EVERY_WEEKDAY = Calendar(frozenset())
SOURCE = verified("Test Code 1", "T1", against="nothing")
ALL_ELSE_PERMITTED = Rule("unsafe.everything", Effect.ALLOWS, Always(), "All is permitted.", SOURCE, key=Key.BOTH)
BY_ID = {rule.id: rule for rule in RULES}
FACTS = {path: term for path, term in terms().items() if path != "action"}


def question(base: str, **changes: Any) -> Question:
    """The base with some facts changed: `requester__kind="teacher"` sets `requester.kind`."""
    facts = {path.replace("__", "."): value for path, value in changes.items()}
    return Question.from_json(changed(bases()[base], facts))


def ask(base: str, **changes: Any) -> Decision:
    """What the law answers to that question."""
    return decide(question(base, **changes), OPEN_EVERY_WEEKDAY)


def alone(rule: Rule, *, else_permitted: bool) -> Rulebook:
    """A book of this one rule, turning both keys; or of this rule in a world where everything else is permitted."""
    if else_permitted:
        return rulebook((rule, ALL_ELSE_PERMITTED))
    return rulebook((dataclasses.replace(rule, key=Key.BOTH),))


def speaks(rule: Rule, decision: Decision) -> bool:
    """The rule had a part in this decision."""
    if rule.effect is Effect.OBLIGES:
        return any(duty in decision.duties for duty in rule.duties)
    return any(because.rule == rule.id for because in decision.because)


def duties(decision: Decision) -> set[str]:
    return {duty.code for duty in decision.duties}


def missing(decision: Decision) -> list[str]:
    return [item.fact for item in decision.missing]


def because(decision: Decision) -> list[str]:
    return [item.rule for item in decision.because]


@st.composite
def papers(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Up to three papers with some of the qualities their kinds can have."""
    made = []
    for kind in draw(st.lists(st.sampled_from(tuple(PaperKind)), max_size=3)):
        paper: dict[str, Any] = {"kind": kind.value}
        for name in draw(st.lists(st.sampled_from(sorted(QUALITIES[kind] - {"kind"})), unique=True)):
            paper[name] = draw(_value(paper_terms()[name]))
        made.append(paper)
    return made


def _value(term: Any) -> st.SearchStrategy[Any]:
    if term.values is None:
        return st.lists(st.integers(1, 9), max_size=9) if term.many else st.integers(0, 30)  # the nine clauses
    words = st.sampled_from([getattr(value, "value", value) for value in term.values])
    return st.lists(words, max_size=3, unique=True) if term.many else words


WEIGHTY = (
    "requester.kind", "purpose", "record.kind", "orders", "student.age", "requester.identity",
    "requester.relationship", "requester.has_student", "requester.interest", "other.counsel_cleared",
)  # fmt: skip


@st.composite
def questions(draw: st.DrawFn) -> dict[str, Any]:
    """A question in JSON, some facts given and some not; those that decide most are given most often."""
    made: dict[str, Any] = {
        "on": draw(st.dates(date(2020, 1, 1), date(2029, 12, 31))).isoformat(),
        "action": draw(_value(terms()["action"])),
    }
    paths = draw(st.lists(st.sampled_from(sorted(FACTS)), max_size=12, unique=True))
    for path in dict.fromkeys([*paths, *draw(st.lists(st.sampled_from(WEIGHTY), max_size=10))]):
        made = changed(made, {json_path(path): draw(_value(FACTS[path]))})
    if draw(st.booleans()):
        made["papers"] = draw(papers())
    return made


def json_path(path: str) -> str:
    return ".".join(json_name(part) for part in path.split("."))
