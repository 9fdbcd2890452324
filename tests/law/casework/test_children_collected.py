"""Who collects the child: a parent whom no order keeps from it; of all others the principal is asked, in one way."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.facts import Order
from fileroom.law.order_terms import KEEPING, OF_ONE_PARENT, READINGS, OrderTerm
from tests.law.worlds import ask, because, missing

BAN = "casework.children_collected.whom_an_order_keeps_from_the_child"


def test_a_parent_collects_the_child_and_nobody_asks_for_custody_that_no_order_speaks_of() -> None:
    assert ask("collect_child").outcome is Outcome.MAY
    assert ask("collect_child", requester__legal_custody=True).outcome is Outcome.MAY
    refused = ask("collect_child", requester__legal_custody=False)
    assert (because(refused), refused.silent) == (["casework.children_collected.nobody_else"], False)


@pytest.mark.parametrize("fact", ["may_not_collect", "restrained_from_records", "restrained_contact_only"])
def test_whom_an_order_keeps_from_the_child_is_refused_in_silence_whoever_they_are(fact: str) -> None:
    for kind in ("parent", "caregiver", "teacher"):
        refused = ask("collect_child", requester__kind=kind, **{f"requester__{fact}": True})
        assert (refused.outcome, refused.silent, because(refused)) == (Outcome.NO, True, [BAN])


def test_while_it_is_not_known_whether_an_order_keeps_them_nobody_goes_and_nothing_is_told() -> None:
    waits = ask("collect_child", requester__may_not_collect=None)
    assert (waits.outcome, waits.silent) == (Outcome.NEEDS_MORE, True)
    assert missing(waits) == ["requester.may_not_collect"]
    assert not any("order" in it.ask.lower() for it in waits.missing)


@pytest.mark.parametrize("kind", ["stepparent", "relative", "public", "student", "police", "employee"])
def test_of_whoever_is_on_the_card_or_nowhere_the_principal_is_asked(kind: str) -> None:
    refused = ask("collect_child", requester__kind=kind)
    assert because(refused) == ["casework.children_collected.nobody_else"]


def test_who_cares_for_the_child_collects_it_once_it_is_known_who_they_are() -> None:
    cares = {"requester__kind": "caregiver"}
    assert ask("collect_child", **cares).outcome is Outcome.MAY
    assert missing(ask("collect_child", **cares, requester__identity="claimed")) == ["requester.identity"]


def test_of_a_foster_caregiver_the_principal_sees_the_placement_first() -> None:
    refused = ask("collect_child", requester__kind="foster_caregiver")
    assert "casework.children_collected.a_foster_caregiver" in because(refused) and not refused.silent


def test_every_sentence_is_read_as_an_order_that_binds_at_least_as_much_as_it_says() -> None:
    assert set(READINGS) == set(OrderTerm)
    away = {term for term, it in READINGS.items() if it.order is Order.STAY_AWAY_NO_RECORDS_CLAUSE}
    assert away == {
        OrderTerm.STAY_AWAY, OrderTerm.NO_CONTACT, OrderTerm.PEACEFUL_CONTACT, OrderTerm.SUPERVISED_CONTACT,
        OrderTerm.ADDRESS_KEPT_FROM, OrderTerm.SOMETHING_ELSE,
    }  # fmt: skip
    assert all(it.keeps and it.binds for term, it in READINGS.items() if term in away)
    assert READINGS[OrderTerm.JUVENILE_COURT].order is Order.EDUCATION_RIGHTS_LIMITED
    assert not any(it.keeps for it in READINGS.values() if not it.binds)


def test_an_order_of_before_the_sentences_keeps_as_it_is_read() -> None:
    named = [order for order in Order if order.value in {term.value for term in OrderTerm}]
    assert set(Order) - set(named) == {Order.BOTH_PARENTS_MAY_CONSENT_AGREEMENT}
    assert all(READINGS[OrderTerm(order)].order is order for order in named)
    assert {order.value for order in named if order.value in KEEPING} == {
        "records_order_6323_5", "stay_away_no_records_clause", "rights_terminated",
    }  # fmt: skip


def test_custody_of_one_parent_alone_is_not_read_as_if_the_order_spoke_of_both() -> None:
    assert set(OF_ONE_PARENT) == {OrderTerm.SOLE_LEGAL_CUSTODY} and not set(OF_ONE_PARENT) & set(KEEPING)
