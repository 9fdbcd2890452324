"""Papers near those of a question: one more, one fewer, one with a quality that is another."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import Any

from fileroom.law.facts.papers import QUALITIES
from fileroom.law.kernel.papers import Some
from fileroom.law.vocabulary import paper_terms
from tests.law.mutation.tables import UNKNOWN, Json, Row, applied, question, told

Papers = list[Json] | None


def nearby(atoms: Iterable[Any], start: Json, asked: list[Some]) -> Iterator[tuple[Papers, list[int | None]]]:
    """Lists of papers near those of the question, its own first, with how near each of the conditions `asked` comes to
    each; of lists alike in that, one."""
    seen = set()
    for papers in _lists([atom for atom in atoms if isinstance(atom, Some)], start.get("papers")):
        try:
            read = question(applied(start, {"papers": UNKNOWN if papers is None else papers})).papers
        except ValueError:
            continue
        said = [None if read is None else int(atom.strength(read)) for atom in asked]
        if tuple(said) not in seen:
            seen.add(tuple(said))
            yield papers, said


def _lists(atoms: list[Some], held: Papers) -> Iterator[Papers]:
    yield from (held, [], None)
    shown = held or []
    wholes = [paper for atom in atoms for paper in whole(atom)]
    for atom in atoms:
        for paper in held or whole(atom):
            for row in qualities(atom, paper):
                yield shown_with(shown or [paper], row)
    for paper in wholes:
        yield from ([paper], [*shown, paper], [{"kind": paper["kind"]}])
        for row in (row for atom in atoms for row in qualities(atom, paper)):
            changed = shown_with([paper], row)
            yield from (changed, [*shown, *changed])
    yield from ([*shown, one, two] for one, two in itertools.combinations(wholes, 2))


def shown_with(papers: list[Json], row: Row) -> list[Json]:
    """These papers with a quality that is another."""
    start: Json = {"papers": papers}
    changed: list[Json] = applied(start, next(told(row, start)))["papers"]
    return changed


def whole(atom: Some) -> Iterator[Json]:
    """A paper of each kind wanted, with each quality as it is wanted."""
    for kind in sorted(atom.kinds, key=str):
        paper: Json = {"kind": str(kind)}
        for name, values in atom.wanted:
            quality, _, member = name.partition(".")
            if member:
                paper.setdefault(quality, []).append(int(member))
            elif quality in QUALITIES[kind]:
                paper[quality] = _plain(min(values, key=lambda value: (value is None, value is not True, str(value))))
        yield paper


def qualities(atom: Some, paper: Json) -> Iterator[Row]:
    """Each quality of this paper that the condition asks for, not known, and with every value; of a list, with each
    member left out."""
    prefix = f"papers.{paper['kind']}"
    for name in dict.fromkeys(name.partition(".")[0] for name, _ in atom.wanted):
        if name not in {str(quality) for kind in atom.kinds if kind == paper["kind"] for quality in QUALITIES[kind]}:
            continue
        values = paper_terms()[name].values
        if values is None:
            yield from ({f"{prefix}.{name}": f"without {each}"} for each in paper.get(name) or ())
        yield from ({f"{prefix}.{name}": _plain(value)} for value in values or ())
        yield {f"{prefix}.{name}": UNKNOWN}


def _plain(value: Any) -> Any:
    return getattr(value, "value", value)
