"""What holds for every notice."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because

WHOLE = {"annual_notice": Outcome.MUST, "breach_letter": Outcome.MAY, "on_site_notice": Outcome.MUST}


@pytest.mark.parametrize("base", WHOLE)
def test_a_notice_names_nobody_but_its_recipient(base: str) -> None:
    assert ask(base).outcome is WHOLE[base]
    named = ask(base, notice__names_people=True)
    assert (named.outcome, because(named)[0]) == (Outcome.NO, "programmes.notices.with_others_in_it")


@pytest.mark.parametrize("base", WHOLE)
def test_no_notice_goes_to_a_restrained_party_and_nothing_says_why(base: str) -> None:
    refused = ask(base, orders=["records_order_6323_5"])
    assert refused.outcome is Outcome.NO
    assert refused.silent


def test_the_other_parent_is_told() -> None:
    told = {"orders": ["records_order_6323_5"], "requester__restrained_from_records": False}
    assert ask("breach_letter", **told).outcome is Outcome.MAY


@pytest.mark.parametrize("base", WHOLE)
def test_orders_that_nobody_has_looked_up_are_looked_up_first(base: str) -> None:
    decision = ask(base, orders=None)
    assert decision.outcome is Outcome.NEEDS_MORE
    assert [item.fact for item in decision.missing] == ["orders"]


@pytest.mark.parametrize("base", WHOLE)
def test_what_is_for_everybody_or_asked_about_as_a_text_waits_for_no_order(base: str) -> None:
    for orders in (["records_order_6323_5"], None):
        assert ask(base, orders=orders, notice__to_everybody=True).outcome is WHOLE[base]


def test_a_notice_without_a_checklist_may_go() -> None:
    assert ask("annual_notice", notice__kind="other", notice__items=None).outcome is Outcome.MAY


def test_which_notice_it_is_decides_and_is_asked() -> None:
    assert ask("annual_notice", notice__kind=None).outcome is Outcome.NEEDS_MORE
