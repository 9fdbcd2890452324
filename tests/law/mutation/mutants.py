"""The small changes: an atom dropped, a value more or fewer, a number or a day moved by one, an effect turned."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any, NamedTuple

from fileroom.law import Question
from fileroom.law.facts import PaperKind
from fileroom.law.facts.papers import QUALITIES
from fileroom.law.kernel.atoms import AtLeast, Has, Is
from fileroom.law.kernel.condition import All, Always, Condition, Either, Not, Shown
from fileroom.law.kernel.papers import Some
from fileroom.law.kernel.rule import GRANTS, Effect, Key, Rule, Upon
from fileroom.law.vocabulary import paper_terms

DAY = timedelta(days=1)
TURNED = {
    Effect.FORBIDS: (Effect.ALLOWS,),
    Effect.COMPELS: (Effect.ALLOWS, Effect.FORBIDS),
    Effect.ALLOWS: (Effect.COMPELS, Effect.FORBIDS),
}


@dataclass(frozen=True, eq=False)
class Spot:
    """The one atom that was changed, before and after: where both say the same, so do the two rules."""

    old: Condition
    new: Condition

    @cached_property
    def _turned(self) -> frozenset[Any] | None:
        """The values of which the two say something else, where they speak of one fact's value."""
        if isinstance(self.old, Is) and isinstance(self.new, Is):
            return (self.old.values ^ self.new.values) | (self.old.curable ^ self.new.curable)
        return None

    def felt(self, q: Question) -> bool:
        """Do the two say other things of this question, or want other facts?"""
        old, new = self.old, self.new
        if self._turned is not None:
            assert isinstance(old, Is)
            return old.term.read(q) in self._turned
        if old.truth(q) != new.truth(q) or old.hopeful(q) != new.hopeful(q):
            return True
        return any(old.wanting(q, want) != new.wanting(q, want) for want in (True, False))


@dataclass(frozen=True, eq=False)
class Mutant:
    """`made` None: the rule is struck out. `spot` None: more than one atom is another, or none is."""

    rule: Rule
    made: Rule | None
    what: str
    spot: Spot | None = None


class Changed(NamedTuple):
    """A condition with one small change."""

    made: Condition
    what: str
    spot: Spot | None = None


def mutants(rule: Rule) -> Iterator[Mutant]:
    """Every small change to one rule."""
    yield Mutant(rule, None, "struck out")
    for name in ("when", "claimed", "met"):
        condition = getattr(rule, name)
        told = "" if name == "when" else f"{name}: "
        for made, what, spot in _changed(condition) if condition is not None else ():
            yield Mutant(rule, _with(rule, **{name: made}), told + what, spot)
    for changes, what in _attributes(rule):
        yield Mutant(rule, _with(rule, **changes), what)


def _with(rule: Rule, **changes: Any) -> Rule:
    return dataclasses.replace(rule, **changes)


def _attributes(rule: Rule) -> Iterator[tuple[dict[str, Any], str]]:
    if not isinstance(rule.claimed, Always):
        yield {"claimed": Always()}, "claimed by anybody"
    if rule.met is not None:
        yield {"met": None}, "never met"
    for effect in TURNED.get(rule.effect, ()):
        yield {"effect": effect}, f"{rule.effect} made {effect}"
    if rule.effect in GRANTS:
        yield from (({"key": key}, f"key {rule.key} made {key}") for key in Key if key is not rule.key)
    if rule.effect is Effect.OBLIGES:
        yield from (({"upon": upon}, f"upon {rule.upon} made {upon}") for upon in Upon if upon is not rule.upon)
        yield {"seals": not rule.seals}, "seal turned"
        yield {"apart": not rule.apart}, "noted apart turned"
    if rule.effect in (Effect.FORBIDS, Effect.CLOSES):
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


def _changed(condition: Condition) -> Iterator[Changed]:
    match condition:
        case All(parts) | Either(parts):
            yield from _parts_changed(type(condition), parts)
        case Not(part):
            yield from (Changed(Not(made), what, spot) for made, what, spot in _changed(part))
        case Shown(part):
            yield from (Changed(Shown(made), what, spot) for made, what, spot in _changed(part))
        case Is() | Has() | AtLeast() | Some():
            yield from (Changed(made, what, Spot(condition, made)) for made, what in _atom_changed(condition))


def _parts_changed(shape: Any, parts: tuple[Condition, ...]) -> Iterator[Changed]:
    for place, part in enumerate(parts):
        rest = parts[:place] + parts[place + 1 :]
        if rest:
            yield Changed(rest[0] if len(rest) == 1 else shape(rest), f"without: {part.words()}")
        for made, what, spot in _changed(part):
            yield Changed(shape((*parts[:place], made, *parts[place + 1 :])), what, spot)


def _atom_changed(atom: Is | Has | AtLeast | Some) -> Iterator[tuple[Condition, str]]:
    match atom:
        case AtLeast(term, number):
            yield AtLeast(term, number + 1), f"{term.path} from {number + 1}"
            yield AtLeast(term, number - 1), f"{term.path} from {number - 1}"
        case Some():
            yield from _paper_changed(atom)
        case Is() | Has():
            yield from _values(atom)


def _values(atom: Is | Has) -> Iterator[tuple[Condition, str]]:
    path = atom.term.path
    for value in atom.term.values or ():
        if value not in atom.values:
            yield dataclasses.replace(atom, values=atom.values | {value}), f"{path} also {value}"
    for value in _fewer(atom.values):
        yield dataclasses.replace(atom, values=atom.values - {value}), f"{path} not {value}"
    for value in _sorted(atom.curable) if isinstance(atom, Is) else ():
        yield dataclasses.replace(atom, curable=atom.curable - {value}), f"{path} not curable from {value}"  # type: ignore[call-arg,union-attr]


def _paper_changed(atom: Some) -> Iterator[tuple[Condition, str]]:
    qualities = {name.partition(".")[0] for name, _ in atom.wanted}
    for kind in PaperKind:
        if kind not in atom.kinds and qualities <= QUALITIES[kind]:
            yield dataclasses.replace(atom, kinds=atom.kinds | {kind}), f"also a {kind}"
    for kind in _fewer(atom.kinds):
        yield dataclasses.replace(atom, kinds=atom.kinds - {kind}), f"not a {kind}"
    for place, (quality, values) in enumerate(atom.wanted):
        before, after = atom.wanted[:place], atom.wanted[place + 1 :]
        yield dataclasses.replace(atom, wanted=before + after), f"whatever {quality}"
        for value in _fewer(values):
            fewer = (*before, (quality, values - {value}), *after)
            yield dataclasses.replace(atom, wanted=fewer), f"{quality} not {value}"
        for value in _others(quality, values):
            more = (*before, (quality, values | {value}), *after)
            yield dataclasses.replace(atom, wanted=more), f"{quality} also {value}"
    for quality in atom.curable:
        left = {name: values for name, values in atom.curable.items() if name != quality}
        yield dataclasses.replace(atom, curable=left), f"{quality} not curable"


def _others(quality: str, held: frozenset[Any]) -> list[Any]:
    known = (True, False) if "." in quality else paper_terms()[quality].values or ()
    return [value for value in known if value not in held]


def _fewer(held: frozenset[Any]) -> list[Any]:
    return _sorted(held) if len(held) > 1 else []


def _sorted(values: frozenset[Any]) -> list[Any]:
    return sorted(values, key=str)
