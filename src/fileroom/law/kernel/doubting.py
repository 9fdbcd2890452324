"""A rule that counsel has not vouched for: alone it neither grants nor bans until counsel has looked at the case."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fileroom.law.kernel.condition import Condition
from fileroom.law.kernel.decision import Decision, Duty, Outcome
from fileroom.law.kernel.rule import GRANTS, Effect, Rule


@dataclass(frozen=True)
class Doubt:
    """`cleared`: counsel has looked at this case and cleared it; `review`: the duty to ask counsel."""

    cleared: Condition
    review: Duty

    def cast(self, rule: Rule) -> Rule:
        """The rule under doubt. A grant waits for the case to be cleared, and a ban stands until it is.

        Duties and reasons stay as they are: to do a duty too many harms nobody, and a reason decides nothing.
        """
        if rule.effect in GRANTS:
            return replace(rule, when=rule.when & self.cleared, claimed=rule.claimed | rule.when)
        if rule.effect is Effect.FORBIDS:
            return replace(rule, when=rule.when & ~self.cleared)
        return rule

    def told(self, decision: Decision, doubted: frozenset[str]) -> Decision:
        """The answer, with the duty to ask counsel where it waits for counsel's word on one of these rules."""
        waits = decision.outcome is Outcome.NEEDS_MORE and any(it.rule in doubted for it in decision.because)
        if not waits or any(duty.code == self.review.code for duty in decision.duties):
            return decision
        return replace(decision, duties=(*decision.duties, self.review))
