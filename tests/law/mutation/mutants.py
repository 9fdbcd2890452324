"""The small changes: an atom dropped, a value more or fewer, a number or a day moved by one, an effect turned."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from zlib import crc32

from fileroom.law.facts import PaperKind
from fileroom.law.facts.papers import QUALITIES
from fileroom.law.kernel.atoms import AtLeast, Has, Is
from fileroom.law.kernel.condition import All, Always, Condition, Either, Not, Shown
from fileroom.law.kernel.papers import Some
from fileroom.law.kernel.rule import GRANTS, Effect, Key, Rule, Upon

FEW = 8  # an enum of this many other values is widened by each of them; a longer one by one; and so it is narrowed
DAY = timedelta(days=1)
TURNED = {
    Effect.FORBIDS: Effect.ALLOWS,
    Effect.COMPELS: Effect.ALLOWS,
    Effect.ALLOWS: Effect.COMPELS,
}
OTHER_KEY = {Key.STATE: Key.FEDERAL, Key.FEDERAL: Key.STATE, Key.BOTH: Key.STATE}


@dataclass(frozen=True, eq=False)
class Mutant:
    """`made` None: the rule is struck out."""

    rule: Rule
    made: Rule | None
    what: str


Changed = Iterator[tuple[Condition, str]]


def mutants(rule: Rule) -> Iterator[Mutant]:
    """Every small change to one rule."""
    yield Mutant(rule, None, "struck out")
    for condition, what in _changed(rule.when):
        yield Mutant(rule, dataclasses.replace(rule, when=condition), what)
    if not isinstance(rule.claimed, Always):
        yield Mutant(rule, dataclasses.replace(rule, claimed=Always()), "claimed by anybody")
        for condition, what in _changed(rule.claimed):
            yield Mutant(rule, dataclasses.replace(rule, claimed=condition), f"claimed: {what}")
    for changes, what in _attributes(rule):
        yield Mutant(rule, dataclasses.replace(rule, **changes), what)


def _attributes(rule: Rule) -> Iterator[tuple[dict[str, Any], str]]:
    if rule.effect in TURNED:
        yield {"effect": TURNED[rule.effect], "key": rule.key}, f"{rule.effect} made {TURNED[rule.effect]}"
    if rule.effect in GRANTS:
        yield {"effect": Effect.FORBIDS}, f"{rule.effect} made forbids"
        yield {"key": OTHER_KEY[rule.key]}, f"key {rule.key} made {OTHER_KEY[rule.key]}"
    if rule.effect is Effect.OBLIGES:
        for upon in set(Upon) - {rule.upon}:
            yield {"upon": upon}, f"upon {rule.upon} made {upon}"
        yield {"seals": not rule.seals}, "seal turned"
    if rule.effect is Effect.FORBIDS:
        yield {"silent": not rule.silent}, "silence turned"
    for name in ("limits", "duties"):
        held = getattr(rule, name)
        for place in range(len(held)):
            yield {name: held[:place] + held[place + 1 :]}, f"{name} without the {place + 1}."
    if rule.clock:
        yield {"clock": None}, "no clock"
    for name in ("effective", "repealed"):
        day = getattr(rule, name)
        if day:
            yield {name: day - DAY}, f"{name} a day earlier"
            yield {name: day + DAY}, f"{name} a day later"


def _changed(condition: Condition) -> Changed:
    match condition:
        case All(parts) | Either(parts):
            yield from _parts_changed(type(condition), parts)
        case Not(part):
            yield from ((Not(made), what) for made, what in _changed(part))
        case Shown(part):
            yield from ((Shown(made), what) for made, what in _changed(part))
        case Is() | Has():
            yield from _values(condition)
        case AtLeast(term, number):
            yield AtLeast(term, number + 1), f"{term.path} from {number + 1}"
            yield AtLeast(term, number - 1), f"{term.path} from {number - 1}"
        case Some():
            yield from _papers(condition)


def _parts_changed(shape: Any, parts: tuple[Condition, ...]) -> Changed:
    for place, part in enumerate(parts):
        rest = parts[:place] + parts[place + 1 :]
        if rest:
            yield (rest[0] if len(rest) == 1 else shape(rest)), f"without: {part.words()}"
        for made, what in _changed(part):
            yield shape((*parts[:place], made, *parts[place + 1 :])), what


def _values(atom: Is | Has) -> Changed:
    known = atom.term.values or ()
    for value in _more(atom.values, known, atom.term.path):
        yield dataclasses.replace(atom, values=atom.values | {value}), f"{atom.term.path} also {value}"
    for value in _fewer(atom.values, atom.term.path):
        yield dataclasses.replace(atom, values=atom.values - {value}), f"{atom.term.path} not {value}"
    if isinstance(atom, Is):
        for value in _sorted(atom.curable):
            yield (
                dataclasses.replace(atom, curable=atom.curable - {value}),
                f"{atom.term.path} not curable from {value}",
            )


def _papers(atom: Some) -> Changed:
    able = tuple(
        kind for kind in PaperKind if all(name.partition(".")[0] in QUALITIES[kind] for name, _ in atom.wanted)
    )
    for kind in _more(atom.kinds, able, "papers"):
        yield dataclasses.replace(atom, kinds=atom.kinds | {kind}), f"also a {kind}"
    for kind in _fewer(atom.kinds, "papers"):
        yield dataclasses.replace(atom, kinds=atom.kinds - {kind}), f"not a {kind}"
    for place, (quality, _) in enumerate(atom.wanted):
        wanted = atom.wanted[:place] + atom.wanted[place + 1 :]
        yield dataclasses.replace(atom, wanted=wanted), f"whatever {quality}"
    for quality in atom.curable:
        left = {name: values for name, values in atom.curable.items() if name != quality}
        yield dataclasses.replace(atom, curable=left), f"{quality} not curable"


def _more(held: frozenset[Any], known: tuple[Any, ...], name: str) -> list[Any]:
    others = [value for value in known if value not in held]
    if len(others) <= FEW:
        return others  # none too: every value that could be there is
    return [others[crc32(f"{name}{_sorted(held)}".encode()) % len(others)]]


def _fewer(held: frozenset[Any], name: str) -> list[Any]:
    values = _sorted(held) if len(held) > 1 else []
    if len(values) <= FEW:
        return values
    return [values[crc32(f"{name}{values}".encode()) % len(values)]]


def _sorted(values: frozenset[Any]) -> list[Any]:
    return sorted(values, key=str)
