"""What lies a fact away from a case, in the facts a rule speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fileroom.law.kernel.atoms import AtLeast
from fileroom.law.kernel.papers import Some
from fileroom.law.kernel.rule import Rule
from fileroom.law.kernel.term import Term
from tests.law.mutation.mutants import DAY
from tests.law.mutation.papers import qualities, wanted
from tests.law.mutation.solving import atoms, terms_of
from tests.law.mutation.tables import AND, UNKNOWN, WITHOUT, Json, Row, given, meant
from tests.law.worlds import json_path

MANY = 3  # of a list that is so long another member is tried in each one's stead


def steps(rule: Rule, start: Json) -> Iterator[Row]:
    """One other fact at a time: the days about the rule's first and last; each value of each fact; each paper."""
    for day in (rule.effective, rule.repealed):
        if day is not None:
            yield from ({"on": at.isoformat()} for at in (day - DAY, day))
    found = atoms(rule)
    for term in sorted(terms_of(found), key=lambda term: term.path):
        yield from ({json_path(term.path): value} for value in _values(term, found, start))
    yield from _papers([atom for atom in found if isinstance(atom, Some)], start)


def _values(term: Term, found: list[Any], start: Json) -> Iterator[Any]:
    path = json_path(term.path)
    if term.values is None:
        edges = {atom.number for atom in found if isinstance(atom, AtLeast) and atom.term.path == term.path}
        numbers = sorted({number + more for number in edges for more in (-1, 0, 1)})
        yield from (number for number in numbers if number >= 0)
    else:
        yield from meant(path, start)[0]
    if term.many:
        yield []
        held = given(start, path) or ()
        yield from (f"{WITHOUT}{each}" for each in held)
        others = [word for word in meant(path, start)[0] if word not in held] if len(held) >= MANY else []
        yield from (f"{WITHOUT}{each} {AND}{other}" for each in held for other in others)
    if term.default is None and path != "action":
        yield UNKNOWN


def _papers(asked: list[Some], start: Json) -> Iterator[Row]:
    if not asked:
        return
    yield from ({"papers": []}, {"papers": UNKNOWN})
    shown = start.get("papers") or []
    for paper in shown:
        if any(paper["kind"] in atom.kinds for atom in asked):
            path = f"papers.{paper['kind']}.kind"
            yield from ({path: kind} for kind in meant(path, start)[0])
        for atom in asked:
            yield from _spelt(qualities(atom, paper))
    kinds = {paper["kind"] for paper in shown}
    for kind in (kind for kind in meant("papers", start)[0] if kind not in kinds):
        yield from ({"papers": kind}, {"papers": f"{AND}{kind}"})
    for paper in (paper for atom in asked for paper in wanted(atom)):
        if paper["kind"] not in kinds:
            yield from ({"papers": [*shown, paper]}, {"papers": [paper]})


def _spelt(rows: Iterator[Row]) -> Iterator[Row]:
    """Flags as the words of a table."""
    for row in rows:
        yield {path: str(value).lower() if isinstance(value, bool) else value for path, value in row.items()}
