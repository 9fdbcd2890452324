"""A question told shortly: as another one with a few facts set."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from fileroom.law.examples import bases
from tests.law.mutation.tables import UNKNOWN, Json, Row, applied


def apart(question: Json) -> tuple[str, Row]:
    """The nearest of the examples' bases, and what to set in it."""
    ways = ((name, minus(question, base)) for name, base in bases().items())
    return min(ways, key=lambda way: len(json.dumps(way[1])))


def minus(question: Json, start: Json) -> Row:
    """What to set in `start` for it to be `question`."""
    there, here = dict(_flat(question)), dict(_flat(start))
    papers, shown = there.pop("papers", None), here.pop("papers", None)
    row = {path: value for path, value in there.items() if path not in here or here[path] != value}
    row |= {path: UNKNOWN for path in here if path not in there}
    return row | ({} if papers == shown else _papers(papers, shown))


def _flat(question: Json, prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in question.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        elif value is not None:
            yield prefix + name, value


def _papers(papers: list[Json] | None, shown: list[Json] | None) -> Row:
    if papers is None:
        return {"papers": UNKNOWN}
    whole: Row = {"papers": papers}
    kinds = [paper["kind"] for paper in papers]
    if len(set(kinds)) < len(kinds) or [paper["kind"] for paper in shown or ()] != kinds[: len(shown or ())]:
        return whole
    row: Row = {}
    for place, paper in enumerate(papers):
        held = shown[place] if shown and place < len(shown) else {}
        named = {name: value for name, value in paper.items() if name != "kind" and held.get(name) != value}
        named |= {name: UNKNOWN for name in held if name not in paper}
        if not held and not named:
            named = {"kind": paper["kind"]}
        row |= {f"papers.{paper['kind']}.{name}": value for name, value in named.items()}
    same = applied({"papers": shown} if shown is not None else {}, row)["papers"] == papers if row else False
    return row if same and len(json.dumps(row)) < len(json.dumps(whole)) else whole
