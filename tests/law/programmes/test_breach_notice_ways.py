"""The ways in which the notice of a breach may go."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, duties, missing


def test_by_e_mail_only_to_whoever_agreed_and_never_to_the_account_that_was_taken() -> None:
    electronic = {"notice__method": "electronic"}
    assert ask("breach_letter", **electronic).outcome is Outcome.NO
    assert ask("breach_letter", notice__electronic_asked_for=True, **electronic).outcome is Outcome.MAY
    assert missing(ask("breach_letter", notice__electronic_asked_for=None, **electronic)) == [
        "notice.electronic_asked_for"
    ]
    taken = {"notice__electronic_asked_for": True, "notice__to_the_breached_account": True}
    assert ask("breach_letter", **electronic, **taken).outcome is Outcome.NO
    assert ask("breach_letter", notice__method="usual_written").outcome is Outcome.MAY


@pytest.mark.parametrize(
    ("facts", "allowed"),
    [
        ({"notice__cost": 250_000}, False),
        ({"notice__cost": 250_001}, True),
        ({"incident__residents": 500_000}, False),
        ({"incident__residents": 500_001}, True),
        ({"notice__contact_data_lacking": True}, True),
    ],
)
def test_a_substitute_needs_one_of_three_grounds(facts: dict[str, Any], allowed: bool) -> None:
    decision = ask("breach_letter", notice__method="substitute", **facts)
    assert (decision.outcome is Outcome.MAY) is allowed
    assert ("substitute_notice_in_full" in duties(decision)) is allowed
    assert "substitute_notice_in_full" not in duties(ask("breach_letter", **facts))
