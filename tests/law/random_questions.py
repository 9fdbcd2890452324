"""Random questions near the worked examples: with every fact known, and the same with some facts missing.

A start is an example; a few facts are thrown anew and the rest filled in. A good share must be granted, or a
wrong ban would never show: so a question that is not granted is often drawn again.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

from fileroom.law import Question
from fileroom.law.book import BOOK
from fileroom.law.examples import examples
from fileroom.law.facts import PaperKind
from fileroom.law.facts.papers import QUALITIES
from fileroom.law.kernel.papers import Some
from fileroom.law.kernel.rule import Effect, Rule
from fileroom.law.kernel.term import Follows, Presumed, Reached, Term
from fileroom.law.vocabulary import paper_terms
from tests.law.worlds import FACTS, OPEN_EVERY_WEEKDAY, json_path

TODAY = date(2026, 11, 24)
DRAWS = 5
LISTS = ("papers", "orders", "choices")
PATHS = {json_path(path): term for path, term in FACTS.items()}
PAPER_TERMS = paper_terms()
Flat = dict[str, Any]


def complete(chance: Random, *, on: date | None = None) -> Flat:
    """A question in which every fact the rules can ask for is known; granted more often than not. `on`: on that day."""
    wanted = chance.random() < 0.75
    for _ in range(DRAWS):
        facts = _drawn(chance, wanted) | ({"on": on.isoformat()} if on else {})
        if not wanted or BOOK.decide(read(facts), OPEN_EVERY_WEEKDAY).granted:
            return facts
    return _drawn(chance, wanted) | ({"on": on.isoformat()} if on else {})


def with_gaps(facts: Flat, chance: Random) -> Flat:
    """The same question with facts missing: any of them, or those that one ban reads."""
    bans = [rule for rule in BOOK.live(date.fromisoformat(facts["on"])) if rule.effect is Effect.FORBIDS]
    if chance.random() < 0.5:
        asked = sorted(_read_by(chance.choice(bans)) & facts.keys())
        lost = set(chance.sample(asked, chance.randint(min(1, len(asked)), len(asked))))
    else:
        share = chance.choice((0.02, 0.1, 0.5))
        lost = {path for path in facts if path not in ("on", "action") and chance.random() < share}
    if chance.random() < 0.7:
        lost -= read_when_absent()
    left = {path: value for path, value in facts.items() if path not in lost}
    if left.get("papers") and chance.random() < 0.3:
        left["papers"] = [_torn(paper, chance) for paper in left["papers"]]
    return left


@cache
def read_when_absent() -> frozenset[str]:
    """The facts whose absence is itself an answer, as some rule reads it: filling one in may turn any answer."""
    atoms = [atom for rule in BOOK.rules for part in (rule.when, rule.claimed) for atom in part.atoms()]
    read_by_rules = [getattr(atom, name, None) for atom in atoms for name in ("term", "listed")]
    known = [term for term in (*read_by_rules, *FACTS.values()) if term is not None]
    telling = [term for term in known if isinstance(term, (Follows, Presumed, Reached)) or term.default is not None]
    return frozenset(json_path(term.path) for term in telling)


def read(facts: Flat) -> Question:
    return Question.from_json(nested(facts))


def nested(facts: Flat) -> dict[str, Any]:
    """Facts by dotted path as the JSON object that `decide` reads."""
    made: dict[str, Any] = {}
    for path, value in facts.items():
        *groups, name = path.split(".")
        place = made
        for group in groups:
            place = place.setdefault(group, {})
        place[name] = value
    return made


def flat(question: dict[str, Any], prefix: str = "") -> Flat:
    """A question's facts by dotted path."""
    made: Flat = {}
    for name, value in question.items():
        made |= flat(value, f"{prefix}{name}.") if isinstance(value, dict) else {prefix + name: value}
    return made


def _drawn(chance: Random, wanted: bool) -> Flat:
    facts = {name: [] for name in LISTS} | dict(chance.choice(_starts(wanted)))
    facts |= {"on": _day(chance), "papers": [_whole(paper, chance) for paper in facts["papers"]]}
    if chance.random() < 0.2:
        facts["papers"].append(_whole({"kind": chance.choice(tuple(PaperKind)).value}, chance))
    for path in chance.sample(sorted(PATHS), chance.randint(0, 4)):
        facts[path] = _value(PATHS[path], chance)
    question = read(facts)
    return facts | {path: _value(term, chance) for path, term in PATHS.items() if term.read(question) is None}


@cache
def _starts(granted: bool) -> list[Flat]:
    """The examples' questions; `granted`: only those that end so."""
    told = [example for example in examples() if not granted or example.outcome in ("must", "may")]
    return [{path: value for path, value in flat(it.question).items() if value is not None} for it in told]


def _day(chance: Random) -> str:
    """Most often today; else a day beside one on which the law turned."""
    if chance.random() < 0.6 or not BOOK.turns:
        return TODAY.isoformat()
    return (chance.choice(BOOK.turns) + timedelta(days=chance.randint(-1, 1))).isoformat()


def _whole(paper: Flat, chance: Random) -> Flat:
    """The paper with every quality its kind can have."""
    able = sorted(QUALITIES[PaperKind(paper["kind"])] - {"kind", *paper})
    return dict(paper) | {name: _value(PAPER_TERMS[name], chance) for name in able}


def _torn(paper: Flat, chance: Random) -> Flat:
    return {name: value for name, value in paper.items() if name == "kind" or chance.random() < 0.7}


def _value(term: Term, chance: Random) -> Any:
    if term.values is None:
        return sorted(chance.sample(range(1, 10), 3)) if term.many else chance.randrange(24)
    if term.many:
        return [str(value) for value in chance.sample(term.values, chance.randint(0, min(2, len(term.values))))]
    value = chance.choice(term.values)
    return getattr(value, "value", value)


def _read_by(rule: Rule) -> set[str]:
    """The JSON paths of the facts a rule's condition looks at."""
    asked = set()
    for atom in rule.when.atoms():
        if isinstance(atom, Some):
            asked.add("papers")
        for name in ("term", "listed"):
            term = getattr(atom, name, None)
            asked |= {json_path(it.path) for it in (term, getattr(term, "source", None)) if it}
    return asked - {"action"}
