"""Debts of emancipated minors."""

from __future__ import annotations

from fileroom.law import Outcome
from tests.law.worlds import ask, duties


def test_counsel_says_whose_debt_it_is_and_nothing_is_withheld_meanwhile() -> None:
    fee = {"other": {"debt": "unpaid_fee"}}
    own = ask("withhold", student__emancipated=True, **fee)
    assert own.outcome is Outcome.NO
    assert "counsel_review" in duties(own)
    assert "counsel_review" not in duties(ask("withhold", **fee))
    assert "counsel_review" not in duties(ask("withhold", student__emancipated=True))
