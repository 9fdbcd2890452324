"""The tables of edges: `tests/law/collection/surveys.toml` beside `law/collection/surveys.py`, some cases a rule.

A case starts `from` one of the examples' bases, with a few facts `set`. There the rule speaks, and `gives` what stands
there; in each row under `speaks`, `asks` and `silent` some more facts are others, and the rule speaks, asks (for what
is "?" in the row, or for what it names under `for`) or stays silent; under `done` its duty is shown done already.

A fact may be `"a | b"`: each in turn; `"any but a | b"`: each of all others in turn; `"?"`: not known. Of a list a
word stands for the list of that one, `"without a | b"` for the case's own list, each left out in turn, `"and a | b"`
for its own and each in turn, `"without a and b"` for both; a kind of paper for such a paper of which nothing is known.
`papers.consent.signed` is that quality of each paper of that kind.
"""

from __future__ import annotations

import itertools
import json
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from fileroom.law import Question
from fileroom.law.book import CHAPTERS
from fileroom.law.examples import bases
from fileroom.law.facts import PaperKind
from fileroom.law.facts.papers import QUALITIES
from fileroom.law.kernel.term import Term
from fileroom.law.vocabulary import paper_terms, terms
from tests.law.mutation.voice import Said
from tests.law.worlds import json_path

LAW = Path(__file__).parents[1]
UNKNOWN, EACH = "?", " | "
ANY, WITHOUT, AND = "any but ", "without ", "and "
HOWS = ("speaks", "done", "asks", "silent")
Row = dict[str, Any]
Json = dict[str, Any]


@dataclass
class Case:
    """`set` and rows: facts by dotted path. `gives` None: this case says only how the rule stands in its rows."""

    base: str
    set: Row
    gives: Json | None = None
    rows: list[tuple[Row, Said]] = field(default_factory=list)

    @property
    def start(self) -> Json:
        return applied(bases()[self.base], self.set)

    def asked(self) -> Iterator[tuple[Row, Json, Said]]:
        """Each row with each question it stands for, and how the rule stands to it."""
        start = self.start
        for row, how in self.rows:
            for facts in told(row, start):
                yield row, applied(start, facts), how


def applied(question: Json, facts: Row) -> Json:
    """The question with some facts set; "?": taken out."""
    made: Json = _copied(question)
    for path, value in facts.items():
        *groups, name = path.split(".")
        if groups[:1] == ["papers"]:
            _write(made, groups[1], name, value)
            continue
        place = made
        for group in groups:
            place = place.setdefault(group, {})
        if value == UNKNOWN:
            place.pop(name, None)
        else:
            place[name] = _copied(value)
    return made


def _copied(value: Any) -> Any:
    """A question is groups and lists of plain words: to copy such takes a tenth of what a copy of anything takes."""
    if isinstance(value, dict):
        return {name: _copied(held) for name, held in value.items()}
    return [_copied(held) for held in value] if isinstance(value, list) else value


def _write(question: Json, kind: str, quality: str, value: Any) -> None:
    """A quality of every paper of this kind; where there is none, one is shown."""
    papers = question["papers"] = question.get("papers") or []
    if all(paper["kind"] != kind for paper in papers):
        papers.append({"kind": kind})
    for paper in [paper for paper in papers if paper["kind"] == kind]:
        if value == UNKNOWN:
            paper.pop(quality, None)
        else:
            paper[quality] = value


def told(row: Row, start: Json) -> Iterator[Row]:
    """The facts this row stands for, one after the other."""
    shown = row.get("papers")
    there = applied(start, {"papers": shown}) if isinstance(shown, list) else start  # its own words are of these papers
    ways = [[(path, value) for value in _each(path, value, there)] for path, value in row.items()]
    yield from (dict(way) for way in itertools.product(*ways))


def _each(path: str, value: Any, start: Json) -> list[Any]:
    if not isinstance(value, str):
        return [value]
    words, many = meant(path, start)
    if value.startswith((WITHOUT, AND)):
        less, _, more = value.partition(AND)
        held = given(start, path) or []
        lists = [[it for it in held if str(it) != out] for out in less.removeprefix(WITHOUT).strip().split(EACH)]
        return [[*kept, each] for kept in lists for each in _named(more, words)] if more else lists
    return [[each] if many and each != UNKNOWN else each for each in _named(value, words)]


def _named(value: str, words: dict[str, Any]) -> list[Any]:
    if value.startswith(ANY):
        but = value.removeprefix(ANY).split(EACH)
        return [it for word, it in words.items() if word not in but]
    return [words.get(it, it) for it in value.split(EACH)]


def given(question: Json, path: str) -> Any:
    """The fact at this path; None where it is not given."""
    *groups, name = path.split(".")
    place: Any = question
    if groups[:1] == ["papers"]:
        place = next((paper for paper in question.get("papers") or () if paper["kind"] == groups[1]), {})
        groups = []
    for group in groups:
        place = place.get(group, {})
    return place.get(name)


def meant(path: str, start: Json) -> tuple[dict[str, Any], bool]:
    """What each word means that this fact can be, and whether the fact is a list of such."""
    if path == "papers":
        return {kind.value: {"kind": kind.value} for kind in PaperKind}, True
    if not path.startswith("papers."):
        term = by_path().get(path)
        return _words(term.values if term else ()), bool(term and term.many)
    _, kind, quality = path.split(".")
    if quality != "kind":
        return _words(paper_terms()[quality].values), False
    has = {name for paper in start.get("papers") or () if paper["kind"] == kind for name in paper}
    return _words(tuple(it for it in PaperKind if has <= QUALITIES[it])), False


def _words(values: tuple[Any, ...] | None) -> dict[str, Any]:
    plain = [getattr(value, "value", value) for value in values or ()]
    return {str(value).lower() if isinstance(value, bool) else str(value): value for value in plain}


@cache
def by_path() -> dict[str, Term]:
    """Every term by its path in a question's JSON."""
    return {json_path(path): term for path, term in terms().items()}


def question(held: Json) -> Question:
    """The question in this JSON."""
    return Question.from_json(held)


def path_of(address: str) -> Path:
    return LAW / f"{address.replace('.', '/')}.toml"


@cache
def tables(address: str) -> dict[str, list[Case]]:
    """The cases of each rule of a chapter, by the rule's id."""
    path = path_of(address)
    held = tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
    return {f"{address}.{name}": [_case(it) for it in cases] for name, cases in held.items()}


def every_table() -> dict[str, list[Case]]:
    """The cases of every rule that has some, in the book's order."""
    return {rule: cases for chapter in CHAPTERS for rule, cases in tables(chapter.address).items()}


def _case(held: Json) -> Case:
    rows = [(row, Said(how)) for how in ("speaks", "done", "silent") for row in held.get(how, ())]
    for row in held.get("asks", ()):
        facts = {path: value for path, value in row.items() if path != "for"}
        rows.append((facts, Said("asks", _asked_for(facts, row.get("for")))))
    return Case(held["from"], held.get("set", {}), held.get("gives"), rows)


def _asked_for(facts: Row, named: str | None) -> frozenset[str]:
    if named is None:
        return frozenset(path for path, value in facts.items() if value == UNKNOWN)
    return frozenset(named.split(", ")) if named else frozenset()


def write(address: str, cases: Iterable[tuple[str, list[Case]]]) -> None:
    """The chapter's table, its rules in this order."""
    lines = [f"# At the edges of each rule of law/{address.replace('.', '/')}.py; how to read it: mutation/tables.py."]
    for rule, told_of in cases:
        for case in told_of:
            lines += ["", f"[[{rule.removeprefix(address + '.')}]]", *_lines(case)]
    path_of(address).write_text("\n".join(lines) + "\n", "utf-8")
    tables.cache_clear()


def _lines(case: Case) -> Iterator[str]:
    yield f"from = {_toml(case.base)}"
    if case.set:
        yield f"set = {_toml(case.set)}"
    if case.gives is not None:
        yield f"gives = {_toml(case.gives)}"
    for how in HOWS:
        rows = [_row(row, said) for row, said in case.rows if said.how == how]
        if len(rows) == 1:
            yield f"{how} = [{rows[0]}]"
        elif rows:
            yield from (f"{how} = [", *(f"    {row}," for row in rows), "]")


def _row(row: Row, said: Said) -> str:
    if said.how != "asks" or said.facts == _asked_for(row, None):
        return _toml(row)
    return _toml(row | {"for": ", ".join(sorted(said.facts))})


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        named = [f"{name if name.isidentifier() else json.dumps(name)} = {_toml(it)}" for name, it in value.items()]
        return "{ " + ", ".join(named) + " }" if named else "{}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
