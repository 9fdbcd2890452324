"""The fewest rows that notice as much: rows in the making, which of them are chosen, and how they are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any

from tests.law.mutation.tables import AND, ANY, EACH, UNKNOWN, WITHOUT, Json, Row, by_path, meant
from tests.law.mutation.voice import SILENT, Said

FEW = 3  # so many words are told one by one, more of them as all but some
OTHER_CASE = 3  # what it costs to begin another case, in rows


@dataclass
class Unit:
    """Values of one fact, in one case, to which the rule stands alike. `kills`: for each value the changes that are
    noticed there, as bits. `path` empty: the case itself."""

    case: int
    path: str
    how: Said
    values: list[Any] = field(default_factory=list)
    kills: list[int] = field(default_factory=list)
    row: Row = field(default_factory=dict)

    @property
    def bits(self) -> int:
        return _all(self.kills)


def _all(kills: Iterable[int]) -> int:
    return reduce(or_, kills, 0)


def covering(units: list[Unit], known: int) -> list[Unit]:
    """As few units, each with as few values, as still notice all; `known` is noticed already."""
    chosen: list[Unit] = []
    left = _all(unit.bits for unit in units) & ~known
    while left:
        used = {unit.case for unit in chosen} | {0}
        best = max(units, key=lambda it: (it.bits & left).bit_count() / (1 if it.case in used else OTHER_CASE))
        chosen.append(best)
        left &= ~best.bits
    for unit in [*reversed(chosen)]:
        others = [it for it in chosen if it is not unit]
        if not unit.bits & ~_all(it.bits for it in others) & ~known:
            chosen = others
    chosen.sort(key=lambda unit: units.index(unit))
    for place, unit in enumerate(chosen):
        chosen[place] = _pruned(unit, [it for it in chosen if it is not unit], known)
    return chosen


def quiet(units: list[Unit], chosen: list[Unit]) -> list[Unit]:
    """Where the examples alone notice everything, one case all the same in which the rule is silent."""
    if any(unit.how == SILENT for unit in chosen):
        return []
    silent = [unit for unit in units if unit.how == SILENT and unit.path and unit.case == 0]
    return [Unit(it.case, it.path, it.how, it.values[:1], it.kills[:1], it.row) for it in silent[:1]]


def _pruned(unit: Unit, others: list[Unit], known: int) -> Unit:
    """The unit with the values that alone notice something."""
    elsewhere, held = _all(it.bits for it in others) | known, list(zip(unit.values, unit.kills, strict=True))
    for value in [*reversed(held)]:
        rest = [it for it in held if it is not value]
        if not value[1] & ~_all(kill for _, kill in rest) & ~elsewhere:
            held = rest
    kept, kills = [value for value, _ in held], [kill for _, kill in held]
    return Unit(unit.case, unit.path, unit.how, kept, kills, unit.row)


def rows(unit: Unit, every: list[Any], start: Json) -> Iterator[Row]:
    """The unit as rows of a table. `every`: all values of the fact to which the rule stands so."""
    if not unit.path:
        yield unit.row
        return
    path, words = unit.path, meant(unit.path, start)[0]
    told = [value for value in unit.values if isinstance(value, str)]
    forms: dict[str, list[str]] = {}
    for value in told:
        forms.setdefault(_form(value), []).append(value.removeprefix(_form(value)))
    alike: dict[str, list[str]] = {}
    for how, named in forms.items():
        others = [word for word in words if how + word not in every]
        if how != WITHOUT and len(named) > FEW and len(others) < len(named):
            alike.setdefault(ANY + EACH.join(others), []).append(how)
            named = [UNKNOWN] if UNKNOWN in named else []
        if named:
            alike.setdefault(EACH.join(named), []).append(how)
    for said, hows in alike.items():
        less = [how.removeprefix(WITHOUT).removesuffix(f" {AND}") for how in hows if how.endswith(f" {AND}")]
        if less:
            yield {path: f"{WITHOUT}{EACH.join(less)} {AND}{said}"}
        for how in hows:
            if not how.endswith(f" {AND}"):
                yield {path: words[said] if not how and isinstance(words.get(said), bool) else how + said}
    yield from ({path: value} for value in unit.values if not isinstance(value, str))


def _form(value: str) -> str:
    """How a list is changed, before the words of what is changed."""
    less, _, more = value.partition(f" {AND}")
    if more:
        return f"{less} {AND}"
    return next((how for how in (WITHOUT, AND) if value.startswith(how)), "")


def merged(rows_: list[tuple[Row, Said]]) -> list[tuple[Row, Said]]:
    """Rows that are alike but for the word of one fact, as one."""
    left = list(rows_)
    made: list[tuple[Row, Said]] = []
    while left:
        row, how = left.pop(0)
        for path in row if len(row) > 1 else ():
            same = [it for it, other in left if other == how and _but(it, path) == _but(row, path)]
            words = [_word(it[path], path) for it in (row, *same)]
            if same and None not in words:
                row = row | {path: EACH.join(word for word in words if word)}
                left = [it for it in left if it[0] not in same]
        made.append((row, how))
    return made


def _but(row: Row, path: str) -> Row | None:
    return {name: value for name, value in row.items() if name != path} if path in row else None


def _word(value: Any, path: str) -> str | None:
    """The value as one word of a row, where it is one."""
    many = path in by_path() and by_path()[path].many
    if many and isinstance(value, list) and len(value) == 1:
        value = value[0]
    plain = isinstance(value, str) and not value.startswith((ANY, WITHOUT, AND)) and path != "on"
    return value if plain else None
