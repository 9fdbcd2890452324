"""Is every rule of the book alive? None speaks of no case, none is wholly shadowed, no grant is wholly overridden.

Asked of the solver for every combination of facts, known and not known, under the rules of one day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any

from fileroom.law.kernel.proof import World
from fileroom.law.kernel.rule import GRANTS, Effect, Rule
from fileroom.law.kernel.solver import is_possible


class Fault(StrEnum):
    VACUOUS = "speaks of no case at all"
    SHADOWED = "never speaks where no other rule already says the same"
    OVERRIDDEN = "never grants: wherever it speaks, a ban stands"
    UNHEARD = "is never heard: wherever it closes, an earlier rule closes or something can still be granted"


@dataclass(frozen=True)
class Dead:
    """A rule that changes no answer, and why."""

    rule: str
    fault: Fault


def dead_rules(world: World) -> Iterator[Dead]:
    """Every rule of the world's day that could be struck out unnoticed."""
    solver = world.symbols.z3.Solver(ctx=world.symbols.context)
    # For so many short questions, to leave parts of a formula out costs more than it saves.
    solver.set("smt.relevancy", 0)
    solver.add(*world.symbols.axioms)

    possible = partial(is_possible, solver)
    doubt = _named(world, solver, "in doubt", world.in_doubt())
    refused = _named(world, solver, "refused", world.refused())
    for rule in world.rules:
        fault = _fault(rule, world, possible, doubt, refused)
        if fault is not None:
            yield Dead(rule.id, fault)


def _named(world: World, solver: Any, name: str, claim: Any) -> Any:
    """The claim under a name, so that the solver works it out once."""
    named = world.symbols.z3.Bool(name, world.symbols.context)
    solver.add(named == claim)
    return named


def _fault(rule: Rule, world: World, possible: Any, doubt: Any, refused: Any) -> Fault | None:
    """One case that shows the rule alive in every way answers all that is asked of it; where there is none, each
    question is asked by itself, and the first that is answered with no names the fault."""
    certain, no = world.certain(rule.when), world.no
    if rule.effect is Effect.CLOSES:
        earlier = [world.certain(it.when) for it in _before(rule, world)]
        if possible(certain, refused, no(world.banned()), *(no(it) for it in earlier)):
            return None
        return Fault.UNHEARD if possible(certain) else Fault.VACUOUS
    others = [it for it in world.rules if it is not rule and _says_the_same(it, rule)]
    alone = [no(world.certain(it.when)) for it in others]
    granting = [no(doubt)] if rule.effect in GRANTS else []
    if possible(certain, *granting, *alone):
        return None
    if not possible(certain):
        return Fault.VACUOUS
    if not possible(certain, *granting):
        return Fault.OVERRIDDEN
    return None if possible(certain, *alone) else Fault.SHADOWED


def _before(rule: Rule, world: World) -> list[Rule]:
    closing = [it for it in world.rules if it.effect is Effect.CLOSES]
    return closing[: closing.index(rule)]


def _says_the_same(other: Rule, rule: Rule) -> bool:
    """Where both speak, `rule` adds nothing: neither effect, key, limit freed, clock, duty, silence nor seal."""
    if other.effect is not rule.effect or (rule.silent and not other.silent) or (rule.seals and not other.seals):
        return False
    if rule.effect is Effect.OBLIGES:
        return {it.code for it in rule.duties} <= {it.code for it in other.duties} and other.upon is rule.upon
    if rule.effect in GRANTS:
        freed = set(other.limits) <= set(rule.limits)
        return other.key in (rule.key, "both") and freed and other.clock == rule.clock and other.claimed == rule.claimed
    return True
