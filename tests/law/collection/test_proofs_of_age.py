"""A child's age is proved by any one paper."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because


@pytest.mark.parametrize("action", ["collect", "solicit", "require_for_enrolment"])
def test_nobody_is_sent_for_a_birth_certificate_and_the_law_on_ages_says_so(action: str) -> None:
    proof = {"action": action, "record": {"kind": "proof_of_age"}}
    one = ask("collect", **proof, other__particular_paper_demanded=True)
    assert one.outcome is Outcome.NO
    assert because(one) == ["collection.proofs_of_age.no_particular_paper"]
    assert one.because[0].citation == "Ed. Code 48002"
    assert ask("collect", **proof, other__particular_paper_demanded=False).outcome is Outcome.MAY
