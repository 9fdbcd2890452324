"""What a rule says by itself: whether it speaks to a question, and what it gives where it speaks."""

from __future__ import annotations

import dataclasses
from typing import Any, NamedTuple

from fileroom.law import Question
from fileroom.law.book import rulebook
from fileroom.law.kernel.condition import NOTHING, Facts
from fileroom.law.kernel.rule import GRANTS, Effect, Key, Rule, Upon
from tests.law.worlds import ALL_ELSE_PERMITTED, OPEN_EVERY_WEEKDAY


class Said(NamedTuple):
    """`how`: it speaks; speaks, its duty being done already; asks for facts (a
    grant that is claimed and can still be reached, a ban that is possible, a duty that must know more); or is
    silent."""

    how: str
    facts: Facts = NOTHING


SPEAKS, DONE, SILENT = Said("speaks"), Said("done"), Said("silent")
SPEAKING = (SPEAKS, DONE)


def said(rule: Rule | None, q: Question) -> Said:
    """How the rule stands to this question; None: struck out."""
    if rule is None or not rule.binds(q.on):
        return SILENT
    truth = rule.when.truth(q)
    if truth:
        if rule.unread(q):
            return Said("asks", rule.unsettled(q))
        return SPEAKS if rule.met is None or rule.met.truth(q) is not True else DONE
    if rule.effect is Effect.FORBIDS and truth is None:
        return Said("asks", rule.when.wanting(q, False) or NOTHING)
    if rule.effect in GRANTS and rule.claimed.truth(q) and rule.when.hopeful(q):
        return Said("asks", rule.when.wanting(q, True) or NOTHING)
    return SILENT


def gives(rule: Rule, q: Question) -> dict[str, Any]:
    """What follows where the rule speaks: a grant is the only rule there is; a ban or a duty stands where all else is
    permitted; a closing sentence, and a duty upon a refusal, where nothing is. What is empty is left out."""
    if rule.effect in GRANTS:
        world: tuple[Rule, ...] = (dataclasses.replace(rule, key=Key.BOTH),)
    elif rule.effect is Effect.CLOSES or rule.upon is Upon.NO_GRANT:
        world = (rule,)
    else:
        world = (rule, ALL_ELSE_PERMITTED)
    decision = rulebook(world).interpret(q, OPEN_EVERY_WEEKDAY)
    told: dict[str, Any] = {
        "outcome": decision.outcome.value,
        "law": rule.key.value if rule.effect in GRANTS else "",
        "upon": rule.upon.value if rule.effect is Effect.OBLIGES else "",
        "duties": [it.code for it in decision.duties],
        "first": [it.code for it in decision.first],
        "due": decision.deadline.on.isoformat() if decision.deadline else "",
        "limits": list(decision.limits),
        "silent": decision.silent,
        "sealed": decision.sealed,
        "apart": decision.apart,
    }
    return {name: value for name, value in told.items() if value}
