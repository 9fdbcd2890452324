"""The shapes a theorem takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fileroom.law.codes import DutyCode
from fileroom.law.kernel.condition import Condition
from fileroom.law.kernel.proof import Theorem, World
from fileroom.law.kernel.rule import Effect, Upon


def _all_certain(premises: tuple[Condition, ...]) -> Callable[[World], Any]:
    return lambda world: world.symbols.all(*(world.certain(each) for each in premises))


def nothing_granted(world: World) -> Any:
    return world.no(world.granted())


def never(name: str, sentence: str, *premises: Condition) -> Theorem:
    """Where the premises are certain, nothing is granted."""
    return Theorem(name, sentence, _all_certain(premises), nothing_granted, premises)


def never_without(name: str, sentence: str, premise: Condition, *needed: Condition) -> Theorem:
    """Where the premise is certain and none of the needed things is, nothing is granted."""

    def given(world: World) -> Any:
        return world.symbols.all(world.certain(premise), *(world.no(world.certain(each)) for each in needed))

    return Theorem(name, sentence, given, nothing_granted, (premise, *needed))


def never_while_open(name: str, sentence: str, *premises: Condition) -> Theorem:
    """Where the premises are even possible, nothing is granted: not knowing never helps."""

    def given(world: World) -> Any:
        return world.symbols.all(*(world.possible(each) for each in premises))

    return Theorem(name, sentence, given, nothing_granted, premises)


def not_refused(name: str, sentence: str, premise: Condition, *, unless: tuple[Condition, ...] = ()) -> Theorem:
    """Where the premise is certain, and nothing in `unless` is, the answer is not no."""

    def given(world: World) -> Any:
        return world.symbols.all(world.certain(premise), *(world.no(world.certain(each)) for each in unless))

    return Theorem(name, sentence, given, lambda world: world.no(world.refused()), (premise, *unless))


def granted(name: str, sentence: str, *premises: Condition) -> Theorem:
    """Where the premises are certain, the answer is must or may."""
    return Theorem(name, sentence, _all_certain(premises), lambda world: world.granted(), premises)


def _owed(*codes: DutyCode, upon: tuple[Upon, ...] = (Upon.ALWAYS,)) -> Callable[[World], Any]:
    """Some rule brings one of these duties, whatever the answer, or upon these."""

    def owed(world: World) -> Any:
        bring = (it for it in world.rules if it.effect is Effect.OBLIGES and it.upon in upon)
        return world.symbols.any(*(world.certain(it.when) for it in bring if any(d.code in codes for d in it.duties)))

    return owed


def follows(name: str, sentence: str, code: DutyCode, *premises: Condition) -> Theorem:
    """Where the premises are certain, the duty follows, whatever the answer."""
    return Theorem(name, sentence, _all_certain(premises), _owed(code), premises)


def follows_a_grant(name: str, sentence: str, code: DutyCode, *premises: Condition) -> Theorem:
    """Where the premises are certain and it is granted, the duty follows."""
    upon = (Upon.ALWAYS, Upon.GRANT)
    return Theorem(name, sentence, _all_certain(premises), _owed(code, upon=upon), premises)


def one_follows(name: str, sentence: str, codes: tuple[DutyCode, ...], *premises: Condition) -> Theorem:
    """Where the premises are certain, one of the duties follows at least, whatever the answer."""
    return Theorem(name, sentence, _all_certain(premises), _owed(*codes), premises)


def never_follows(name: str, sentence: str, code: DutyCode, *premises: Condition) -> Theorem:
    """Where the premises are certain, the duty does not follow."""
    return Theorem(name, sentence, _all_certain(premises), lambda world: world.no(_owed(code)(world)), premises)


def never_tells(name: str, sentence: str, codes: tuple[DutyCode, ...], *premises: Condition) -> Theorem:
    """Where the premises are certain, none of these duties follows, upon whatever answer."""
    those = _owed(*codes, upon=tuple(Upon))
    return Theorem(name, sentence, _all_certain(premises), lambda world: world.no(those(world)), premises)


def never_before_known(name: str, sentence: str, premise: Condition, fact: Condition, *but: Condition) -> Theorem:
    """Where the premise is certain, and whether the fact holds is not known, nothing is granted, but on these."""

    def given(world: World) -> Any:
        unknown = world.symbols.all(world.possible(fact), world.no(world.certain(fact)))
        return world.symbols.all(world.certain(premise), unknown, *(world.no(world.certain(each)) for each in but))

    return Theorem(name, sentence, given, nothing_granted, (premise, fact, *but))


def never_together(name: str, sentence: str, one: DutyCode, *others: DutyCode) -> Theorem:
    """Where the one duty follows, none of the others does, upon whatever answer."""
    these, those = _owed(one, upon=tuple(Upon)), _owed(*others, upon=tuple(Upon))
    return Theorem(name, sentence, these, lambda world: world.no(those(world)))
