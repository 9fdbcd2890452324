"""Acts on which the book has no rule."""

from __future__ import annotations

import pytest

from fileroom.law import RULES, Outcome
from fileroom.law.casework.unwritten import UNWRITTEN
from fileroom.law.facts import Action
from fileroom.law.kernel.atoms import Is
from fileroom.law.kernel.rule import GRANTS
from tests.law.worlds import ask, duties, missing


@pytest.mark.parametrize("action", UNWRITTEN)
def test_an_act_without_a_rule_goes_to_counsel_and_is_not_refused(action: Action) -> None:
    decision = ask("parent", action=action)
    assert decision.outcome is Outcome.NEEDS_MORE
    assert missing(decision) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(decision)


def test_every_other_act_has_a_grant_of_its_own() -> None:
    granted = [rule for rule in RULES if rule.effect in GRANTS and not rule.id.startswith("casework.unwritten.")]
    atoms = [atom for rule in granted for atom in rule.when.atoms()]
    spoken_of = {
        action for atom in atoms if isinstance(atom, Is) and atom.term.path == "action" for action in atom.values
    }
    assert set(Action) - spoken_of == set(UNWRITTEN)
