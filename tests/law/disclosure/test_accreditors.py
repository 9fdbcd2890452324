"""Accreditors, for accrediting."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, missing


def test_an_accreditor_may_see_what_accrediting_needs() -> None:
    decision = ask("accreditor")
    assert decision.outcome is Outcome.MAY
    assert decision.limits == ("only_what_the_purpose_needs",)


@pytest.mark.parametrize("purpose", ["marketing", "study", "none_stated", "own_research"])
def test_for_another_purpose_an_accreditor_sees_nothing(purpose: str) -> None:
    assert ask("accreditor", purpose=purpose).outcome is Outcome.NO


def test_who_it_is_and_what_for_are_asked() -> None:
    assert missing(ask("accreditor", requester__identity=None)) == ["requester.identity"]
    assert missing(ask("accreditor", purpose=None)) == ["purpose"]
    assert ask("accreditor", requester__kind="for_profit").outcome is Outcome.NO
