"""The papers that a few conditions can tell apart: every one there can be, as far as it matters to them."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from functools import cache
from math import prod
from typing import Any, NamedTuple

from fileroom.law.facts import PaperKind
from fileroom.law.facts.papers import QUALITIES
from fileroom.law.kernel.papers import Some
from fileroom.law.vocabulary import paper_terms
from tests.law.mutation.tables import UNKNOWN, Json, Row, question

FEW, MOST = 6_000, 30_000  # papers of one kind that are all looked at; where there are more, those nearly as wanted
BARE: Json = {"on": "2026-10-19", "action": "inspect"}


class Kind(NamedTuple):
    """A kind of paper with the qualities that are asked for, each with what it can be."""

    name: PaperKind
    choices: tuple[tuple[str, tuple[Any, ...]], ...]

    @property
    def is_whole(self) -> bool:
        """Can every paper of this kind be looked at?"""
        return prod(len(values) for _, values in self.choices) <= MOST


class Shown(NamedTuple):
    """A paper, with how near each condition comes to it."""

    paper: Json
    near: tuple[int, ...]


def kinds(asked: list[Some]) -> list[Kind]:
    """The kinds of paper these conditions speak of."""
    return [_kind(name, asked) for name in PaperKind if any(name in atom.kinds for atom in asked)]


def _kind(name: PaperKind, asked: list[Some]) -> Kind:
    """Of flags that every condition treats alike only one is looked at: it is the worst of them that counts."""
    about = [atom for atom in asked if name in atom.kinds]
    choices: list[tuple[str, tuple[Any, ...]]] = []
    seen: set[tuple[Any, ...]] = set()
    for quality in sorted({it for atom in about for it, _ in atom.wanted if it.partition(".")[0] in QUALITIES[name]}):
        values = _values(quality)
        wants = [(dict(atom.wanted).get(quality), frozenset(atom.curable.get(quality, ()))) for atom in about]
        is_flag = set(values) == {True, False, None} and all(it is None or True in it for it, _ in wants)
        if is_flag and tuple(wants) in seen:
            values = (True,)
        elif is_flag:
            seen.add(tuple(wants))
        choices.append((quality, values))
    kind = Kind(name, tuple(choices))
    if prod(len(values) for _, values in kind.choices) <= FEW:
        return kind
    return Kind(name, tuple((it, _told_apart(it, values, about)) for it, values in kind.choices))


def _values(quality: str) -> tuple[Any, ...]:
    known = (True, False) if "." in quality else paper_terms()[quality].values or ()
    return (*(getattr(value, "value", value) for value in known), None)


def _told_apart(quality: str, values: tuple[Any, ...], about: list[Some]) -> tuple[Any, ...]:
    """Of values alike to all these conditions, one."""
    wants = [(dict(atom.wanted).get(quality, frozenset(values)), atom.curable.get(quality, ())) for atom in about]
    alike = {tuple((it in wanted, it in mended) for wanted, mended in wants): it for it in reversed(values)}
    return tuple(it for it in values if it is None or it in alike.values())


def every(asked: list[Some]) -> list[Shown]:
    """Every paper of each kind, or those near to what is wanted; of those alike to every condition, the first."""
    made: dict[tuple[int, ...], Shown] = {}
    for kind in kinds(asked):
        held = _all(kind) if kind.is_whole else _nearly(kind, tuple(it for it in asked if kind.name in it.kinds))
        for paper, *near in zip(held, *(_nears(atom, kind, held) for atom in asked), strict=True):
            if tuple(near) not in made:
                made[tuple(near)] = Shown(dict(paper), tuple(near))
    return list(made.values())


def near(paper: Json, asked: list[Some]) -> tuple[int, ...]:
    """How near each condition comes to this one paper."""
    read = question(BARE | {"papers": [paper]}).papers
    return tuple([int(atom.strength(read)) for atom in asked])


def _nears(atom: Some, kind: Kind, held: tuple[Any, ...]) -> Iterable[int]:
    if kind.name not in atom.kinds:
        return itertools.repeat(int(atom.least), len(held))
    known = _NEARS.get((atom, id(held)))
    if known is None:
        known = bytes([int(atom.strength(read)) for read in _read(held)])
        if len(_NEARS) > MOST_KNOWN:
            _NEARS.clear()
        _NEARS[atom, id(held)] = known
    return known


_NEARS: dict[tuple[Some, int], bytes] = {}
_READ: dict[int, tuple[Any, list[Any]]] = {}
MOST_KNOWN = 500


def _read(held: tuple[Json, ...]) -> list[Any]:
    """The papers as conditions read them; they are kept with the papers, so that no others take their place."""
    if id(held) not in _READ:
        _READ[id(held)] = held, [question(BARE | {"papers": [paper]}).papers for paper in held]
    return _READ[id(held)][1]


@cache
def _all(kind: Kind) -> tuple[Json, ...]:
    names = [name for name, _ in kind.choices]
    ways = itertools.product(*(values for _, values in kind.choices))
    return tuple(_paper(kind.name, zip(names, way, strict=True)) for way in ways)


@cache
def _nearly(kind: Kind, asked: tuple[Some, ...]) -> tuple[Json, ...]:
    """The papers that are as one of the conditions wants them but for two qualities."""
    made = []
    for atom in asked:
        whole = {name: best(values) for name, values in atom.wanted}
        for two in itertools.combinations(kind.choices, 2):
            for values in itertools.product(*(values for _, values in two)):
                changed = whole | dict(zip((name for name, _ in two), values, strict=True))
                made.append(_paper(kind.name, changed.items()))
    return tuple(made)


def _paper(kind: PaperKind, qualities: Iterable[tuple[str, Any]]) -> Json:
    """The paper as a question has it: `clauses.9` is a member of the list `clauses`."""
    paper: Json = {"kind": kind.value}
    for name, value in qualities:
        whole, _, member = name.partition(".")
        if not member and value is not None:
            paper[name] = value
        elif member and value is not None:
            paper[whole] = [*paper.get(whole, ()), *([int(member)] if value else ())]
    return paper


def best(values: frozenset[Any]) -> Any:
    """Of the values that will do, the one to show."""
    value = min(values, key=lambda it: (it is None, it is not True, str(it)))
    return getattr(value, "value", value)


def wanted(atom: Some) -> Iterator[Json]:
    """A paper of each kind wanted, with each quality as it is wanted."""
    for kind in sorted(atom.kinds, key=str):
        held = [(name, best(values)) for name, values in atom.wanted if name.partition(".")[0] in QUALITIES[kind]]
        yield _paper(kind, held)


def qualities(atom: Some, paper: Json) -> Iterator[Row]:
    """Each quality of this paper that the condition asks for, not known, and with every value; of a list, with each
    member left out."""
    if paper["kind"] not in atom.kinds:
        return
    prefix = f"papers.{paper['kind']}"
    for name in dict.fromkeys(name.partition(".")[0] for name, _ in atom.wanted):
        if name in QUALITIES[PaperKind(paper["kind"])]:
            if "." in "".join(quality for quality, _ in atom.wanted if quality.startswith(name)):
                yield from ({f"{prefix}.{name}": f"without {each}"} for each in paper.get(name) or ())
            else:
                yield from ({f"{prefix}.{name}": value} for value in _values(name) if value is not None)
            yield {f"{prefix}.{name}": UNKNOWN}
