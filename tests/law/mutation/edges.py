"""Questions at the edges of the rules, each with the whole answer that stands: `edges.jsonl`, one a line.

They are found by changing one or two facts of a worked example. Whoever adds one reads its answer first: a line
here is a sentence of law as much as an example is.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from fileroom.law import Decision, Question
from fileroom.law.book import BOOK, rulebook
from fileroom.law.examples import Example, bases, changed
from fileroom.law.kernel.atoms import Among, AtLeast, Has, Is
from fileroom.law.kernel.condition import Condition
from fileroom.law.kernel.papers import Some
from fileroom.law.kernel.rule import GRANTS, Effect, Rule
from fileroom.law.kernel.rulebook import Rulebook
from tests.law.worlds import OPEN_EVERY_WEEKDAY, alone, json_path

FILE = Path(__file__).with_name("edges.jsonl")
DAY = timedelta(days=1)
STARTS = 6
PAPERS = 16
TURNING: tuple[dict[str, Any], ...] = (
    {"requester.identity": "refuted"},
    {"requester.kind": "volunteer"},
    {"orders": ["records_order_6323_5"]},
    {"other.counsel_cleared": True},
    {"other.counsel_cleared": None},
    {"record.pending_request": True},
    {"record.on_hold": True},
    {"purpose": "immigration_enforcement"},
)
Change = dict[str, Any]


def answer(decision: Decision) -> dict[str, Any]:
    """What a line keeps of a decision: all that follows from it, without the sentences; what is empty is left out."""
    kept: dict[str, Any] = {
        "outcome": decision.outcome.value,
        "because": [it.rule for it in decision.because],
        "missing": [it.fact for it in decision.missing],
        "duties": sorted(it.code for it in decision.duties),
        "deadline": decision.deadline.on.isoformat() if decision.deadline else None,
        "limits": sorted(decision.limits),
        "silent": decision.silent,
        "sealed": decision.sealed,
    }
    return {name: value for name, value in kept.items() if value}


@cache
def by_itself(rule: Rule) -> Rulebook:
    """A grant or a closing sentence as the only rule there is; a ban or a duty where all else is permitted."""
    return rulebook((rule,)) if rule.effect is Effect.CLOSES else alone(rule, else_permitted=rule.effect not in GRANTS)


def edge(rule: Rule, question: dict[str, Any]) -> dict[str, Any]:
    """The line for a question: the whole book's answer, and the rule's own where it stands alone."""
    q = Question.from_json(question)
    return {
        "rule": rule.id,
        "question": question,
        "answer": answer(BOOK.decide(q, OPEN_EVERY_WEEKDAY)),
        "alone": answer(by_itself(rule).decide(q, OPEN_EVERY_WEEKDAY)),
    }


def edges() -> list[dict[str, Any]]:
    """Every line: `rule` (the one at whose edge it lies), `question`, `answer`, and `alone`, the rule's own."""
    text = FILE.read_text("utf-8") if FILE.exists() else ""
    return [_whole(json.loads(line)) for line in text.splitlines()]


def write(lines: Iterable[dict[str, Any]]) -> None:
    """Replace the file, in the rules' order, each question once."""
    once = {json.dumps([line["rule"], line["question"]], sort_keys=True): line for line in lines}
    told = [json.dumps(_short(line), ensure_ascii=False) for _, line in sorted(once.items())]
    FILE.write_text("".join(line + "\n" for line in told), "utf-8")


def _short(line: dict[str, Any]) -> dict[str, Any]:
    """The question as a base with a few facts set, as examples tell it."""
    facts = dict(_flat(line["question"]))
    base, set_ = min(((name, _apart(facts, held)) for name, held in bases().items()), key=lambda it: len(it[1]))
    return {"rule": line["rule"], "base": base, "set": set_, "answer": line["answer"], "alone": line["alone"]}


def _apart(facts: dict[str, Any], base: dict[str, Any]) -> dict[str, Any]:
    held = dict(_flat(base))
    unlike = {path: value for path, value in facts.items() if path not in held or held[path] != value}
    return unlike | {path: None for path in held if path not in facts}


def _flat(question: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in question.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield prefix + name, value


def _whole(line: dict[str, Any]) -> dict[str, Any]:
    question = changed(bases()[line["base"]], line["set"])
    return {"rule": line["rule"], "question": question, "answer": line["answer"], "alone": line["alone"]}


def near(rule: Rule, made: Rule, examples: Iterable[Example]) -> Iterator[dict[str, Any]]:
    """Questions a fact or two away from the rule's own examples, in what `rule` or the rule `made` of it speaks of;
    or in what turns most answers."""
    told = [example.question for example in examples if example.rule == rule.id][:STARTS]
    focus = list(_changes(rule, made, _atoms(rule) ^ _atoms(made)))
    every = list(_changes(rule, made, _atoms(rule) | _atoms(made)))
    yield from told
    for start in told:
        yield from filter(None, (_applied(start, change) for change in (*focus, *every, *TURNING)))
    for one, two in itertools.product(focus or every, (*every, *TURNING)):
        for start in told:
            question = _applied(start, one | two)
            if question:
                yield question


def starts(rule: Rule, made: Rule, examples: Iterable[Example]) -> Iterator[dict[str, Any]]:
    """The rule's own examples; and the same with one more paper shown, of those the two rules differ in or speak of."""
    told = [example.question for example in examples if example.rule == rule.id][:STARTS]
    yield from told
    both = _atoms(rule) ^ _atoms(made), _atoms(rule) | _atoms(made)
    atoms = dict.fromkeys(atom for atoms in both for atom in sorted(atoms, key=lambda atom: atom.words()))
    papers = [paper for atom in atoms if isinstance(atom, Some) for paper in _papers(atom) if paper]
    for start, paper in itertools.product(told[:2], papers[:PAPERS]):
        yield changed(start, {"papers": [*(start.get("papers") or []), *paper]})
        yield changed(start, {"papers": paper})


def _applied(question: dict[str, Any], change: Change) -> dict[str, Any] | None:
    try:
        made = changed(question, change)
        Question.from_json(made)
    except (ValueError, TypeError, AttributeError):
        return None
    return made


def _atoms(rule: Rule) -> set[Condition]:
    return {*rule.when.atoms(), *rule.claimed.atoms()}


def _changes(rule: Rule, made: Rule, atoms: set[Condition]) -> Iterator[Change]:
    days = {day for day in (rule.effective, rule.repealed, made.effective, made.repealed) if day}
    for day in sorted(days):
        yield from ({"on": (day + shift).isoformat()} for shift in (-2 * DAY, -DAY, 0 * DAY, DAY))
    for atom in sorted(atoms, key=lambda atom: atom.words()):
        yield from _of_atom(atom)


def _of_atom(atom: Condition) -> Iterator[Change]:
    match atom:
        case Some():
            yield from ({"papers": papers} for papers in _papers(atom))
        case AtLeast(term, number):
            yield from ({json_path(term.path): value} for value in (number - 1, number, number + 1, None))
        case Among(term, listed):
            words: list[Any] = [_plain(value) for value in (term.values or ())[:3]]
            lists: tuple[tuple[list[Any], list[Any] | None], ...] = (
                (words[:1], words[:2]),
                (words[2:], words[:2]),
                (words[:1], []),
                (words[:1], None),
            )
            for given, among in lists:
                yield {json_path(term.path): given if term.many else given[0], json_path(listed.path): among}
        case Has(term, values):
            yield from ({json_path(term.path): [str(value)]} for value in sorted(values, key=str))
            yield {json_path(term.path): []}
            yield {json_path(term.path): None}
        case Is(term, values, curable):
            others: list[Any] = [each for each in term.values or () if each not in values | curable]
            told: list[Any] = [*sorted(values, key=str), *sorted(curable, key=str), *others[:2], None]
            yield from ({json_path(term.path): _plain(each)} for each in told)


def _papers(atom: Some) -> Iterator[list[dict[str, Any]] | None]:
    """The paper wanted, of each kind; and with each quality wrong, missing, or curable."""
    yield from (None, [])
    for kind in sorted(atom.kinds, key=str):
        whole = {"kind": str(kind)} | {name: _plain(sorted(values, key=str)[0]) for name, values in atom.wanted}
        yield from ([_given(whole)], [{"kind": str(kind)}])
        for name, values in atom.wanted:
            yield [_given({key: value for key, value in whole.items() if key != name})]
            wrong = (*atom.curable.get(name, ()), *_wrong(values))
            yield from ([_given(whole | {name: _plain(value)})] for value in wrong)


def _given(paper: dict[str, Any]) -> dict[str, Any]:
    """The paper as a question has it: `clauses.9` is a member of the list `clauses`."""
    made: dict[str, Any] = {}
    for name, value in paper.items():
        whole, _, member = name.partition(".")
        if not member:
            made[name] = value
        elif value:
            made.setdefault(whole, []).append(int(member))
    return made


def _wrong(values: frozenset[Any]) -> list[bool]:
    return [not value for value in values if isinstance(value, bool)]


def _plain(value: Any) -> Any:
    return getattr(value, "value", value)
