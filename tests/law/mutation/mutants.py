"""The small changes: an atom dropped, a value more or fewer, a number or a day moved by one, an effect turned."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, cached_property, partial
from typing import Any

from fileroom.law import Question
from fileroom.law.book import RULES
from fileroom.law.facts import PaperKind
from fileroom.law.facts.papers import QUALITIES
from fileroom.law.kernel.atoms import AtLeast, Has, Is
from fileroom.law.kernel.condition import All, Always, Condition, Either, Not, Shown
from fileroom.law.kernel.papers import Some
from fileroom.law.kernel.readings import Fact
from fileroom.law.kernel.rule import GRANTS, Effect, Key, Rule, Upon
from fileroom.law.vocabulary import paper_terms

DAY = timedelta(days=1)
TURNED = {
    Effect.FORBIDS: (Effect.ALLOWS,),
    Effect.COMPELS: (Effect.ALLOWS, Effect.FORBIDS),
    Effect.ALLOWS: (Effect.COMPELS, Effect.FORBIDS),
}


Place = tuple[str | int, ...]
Put = Callable[[Condition], Condition]


@dataclass(frozen=True, eq=False)
class Spot:
    """The one atom that was changed, before and after: where both say the same, so do the two rules. `put` puts
    another in its place; one function a place."""

    old: Condition
    new: Condition
    put: Callable[[Condition], Rule]

    @cached_property
    def values(self) -> tuple[Fact, frozenset[Any]] | None:
        """Where the two speak of one fact's value: the fact, and the values of which they say something else."""
        match self.old, self.new:
            case Is() as old, Is() as new:
                return old.term, (old.values ^ new.values) | (old.curable ^ new.curable)
            case Has() as old, Has() as new:
                return old.term, old.values ^ new.values
        return None

    def felt(self, q: Question) -> bool:
        """Do the two say other things of this question, or want other facts?"""
        old, new = self.old, self.new
        if self.values is not None:
            return not self.values[1].isdisjoint(read(self.values[0], q))
        if old.truth(q) != new.truth(q) or old.hopeful(q) != new.hopeful(q):
            return True
        return any(old.wanting(q, want) != new.wanting(q, want) for want in (True, False))


def read(fact: Fact, q: Question) -> tuple[Any, ...]:
    """The fact's value, or all of its list."""
    value = fact.read(q)
    return value if isinstance(value, tuple) else (value,)


@dataclass(frozen=True, eq=False)
class Mutant:
    """`made` None: the rule is struck out. `spot` None: more than one atom is another, or none is. `place`: which part
    of which condition is another, as its number among the parts, and so on within; None: no part is."""

    rule: Rule
    made: Rule | None
    what: str
    spot: Spot | None = None
    place: Place | None = None


def mutants(rule: Rule) -> Iterator[Mutant]:
    """Every small change to one rule."""
    yield Mutant(rule, None, "struck out")
    for name in ("when", "claimed", "met", "known"):
        condition = getattr(rule, name)
        if condition is not None:
            yield from _of_condition(rule, name, condition)
    for changes, what in _attributes(rule):
        yield Mutant(rule, _with(rule, **changes), what)


def together(changes: list[Mutant]) -> Mutant:
    """Changes of one atom that all make it say more, or all say less, as one."""
    first = changes[0].spot
    assert first is not None
    atom: Any = first.new
    for spot in (it.spot for it in changes[1:]):
        for name in ("values", "kinds"):
            if hasattr(atom, name) and spot is not None:
                held, more = getattr(atom, name), getattr(spot.new, name)
                grows = more > getattr(first.old, name)
                atom = dataclasses.replace(atom, **{name: held | more if grows else held & more})
    made = first.put(atom)
    return Mutant(changes[0].rule, made, "", dataclasses.replace(first, new=atom))


def alike(mutant: Mutant) -> object:
    """The same for changes that can be made together: values or kinds, more or fewer, at one place."""
    spot = mutant.spot
    for name in ("values", "kinds"):
        old: Any = getattr(spot and spot.old, name, None)
        new: Any = getattr(spot and spot.new, name, None)
        if spot is not None and old != new:
            return spot.put, name, new > old
    return mutant


def _of_condition(rule: Rule, name: str, condition: Condition) -> Iterator[Mutant]:
    told = "" if name == "when" else f"{name}: "
    for part, put, at in _places(rule, condition, lambda made: made, (name,)):
        made_rule = partial(_put, rule, name, put)
        match part:
            case All(parts) | Either(parts) if len(parts) > 1:
                for place, out in enumerate(parts):
                    rest = parts[:place] + parts[place + 1 :]
                    made = rest[0] if len(rest) == 1 else type(part)(rest)
                    yield Mutant(rule, made_rule(made), f"{told}without: {out.words()}", None, at)
            case Is() | Has() | AtLeast() | Some():
                for made, what in _atom_changed(part):
                    yield Mutant(rule, made_rule(made), told + what, Spot(part, made, made_rule), at)


def _put(rule: Rule, name: str, put: Put, made: Condition) -> Rule:
    return _with(rule, **{name: put(made)})


def _places(rule: Rule, condition: Condition, put: Put, at: Place) -> Iterator[tuple[Condition, Put, Place]]:
    """Each part of a condition, with what puts another part in its place; of a phrase told elsewhere, none."""
    if homes().get(id(condition), rule.id) != rule.id:
        return
    yield condition, put, at
    match condition:
        case All(parts) | Either(parts):
            shape: Any = type(condition)
            for place, part in enumerate(parts):
                before, after = parts[:place], parts[place + 1 :]
                yield from _places(rule, part, partial(_between, put, shape, before, after), (*at, place))
        case Not(part) | Shown(part):
            yield from _places(rule, part, partial(_around, put, type(condition)), (*at, 0))


def deciding(rule: Rule, q: Question) -> Iterator[Place]:
    """The places where another part could turn what the rule says of this question: not those beside a part that
    decides by itself."""
    for name in ("when", "claimed", "met", "known"):
        condition = getattr(rule, name)
        yield from _deciding(condition, q, (name,)) if condition is not None else ()


def _deciding(condition: Condition, q: Question, at: Place) -> Iterator[Place]:
    yield at
    decided: list[int] = []
    match condition:
        case All(parts):
            decided = [place for place, it in enumerate(parts) if it.truth(q) is False and not it.hopeful(q)]
        case Either(parts):
            decided = [place for place, it in enumerate(parts) if it.truth(q) is True]
    for place, part in enumerate(getattr(condition, "parts", ()) or [getattr(condition, "part", None)]):
        if part is not None and decided in ([], [place]):
            yield from _deciding(part, q, (*at, place))


@cache
def homes() -> dict[int, str]:
    """A phrase that several rules share is one text: it is changed once, in the rule that says least beside it."""
    told: dict[int, list[Rule]] = defaultdict(list)
    for rule in RULES:
        for part in {id(it): it for it in _phrases(rule.when)}:
            told[part].append(rule)
    says = {rule.id: sum(1 for _ in rule.when.atoms()) for rule in RULES}
    least = {part: min(rules, key=lambda rule: says[rule.id]) for part, rules in told.items()}
    return {part: rule.id for part, rule in least.items()}


def _phrases(condition: Condition) -> Iterator[Condition]:
    """The condition and its parts that are more than a word: those of several parts, and papers."""
    if isinstance(condition, All | Either | Some):
        yield condition
    for part in getattr(condition, "parts", ()) or [getattr(condition, "part", None)]:
        if part is not None:
            yield from _phrases(part)


def _between(put: Put, shape: Any, before: tuple[Condition, ...], after: tuple[Condition, ...], made: Condition) -> Any:
    return put(shape((*before, made, *after)))


def _around(put: Put, shape: Any, made: Condition) -> Condition:
    return put(shape(made))


def _with(rule: Rule, **changes: Any) -> Rule:
    return dataclasses.replace(rule, **changes)


def _attributes(rule: Rule) -> Iterator[tuple[dict[str, Any], str]]:
    if not isinstance(rule.claimed, Always):
        yield {"claimed": Always()}, "claimed by anybody"
    for name, what in (("met", "never met"), ("known", "nothing need be known")):
        if getattr(rule, name) is not None:
            yield {name: None}, what
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
    yield from _days_moved(rule)


def _days_moved(rule: Rule) -> Iterator[tuple[dict[str, Any], str]]:
    for name in ("effective", "repealed"):
        day = getattr(rule, name)
        if day:
            yield {name: day - DAY}, f"{name} a day earlier"
            yield {name: day + DAY}, f"{name} a day later"


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
    if isinstance(atom, Is):
        for value in _sorted(atom.curable):
            yield Is(atom.term, atom.values, atom.curable - {value}), f"{path} not curable from {value}"


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
    for quality in (name for name, _ in atom.wanted if name in atom.curable):
        left = {name: values for name, values in atom.curable.items() if name != quality}
        yield dataclasses.replace(atom, curable=left), f"{quality} not curable"


def _others(quality: str, held: frozenset[Any]) -> list[Any]:
    """The words a quality can have besides; of a flag there is no other but that it is not asked for."""
    known = () if "." in quality else paper_terms()[quality].values or ()
    return [value for value in known if value not in held and not isinstance(value, bool)]


def _fewer(held: frozenset[Any]) -> list[Any]:
    return _sorted(held) if len(held) > 1 else []


def _sorted(values: frozenset[Any]) -> list[Any]:
    return sorted(values, key=str)
