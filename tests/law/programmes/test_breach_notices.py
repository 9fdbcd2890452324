"""The notice of a breach itself."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Decision, Outcome
from fileroom.law.checklists import CHECKLISTS
from tests.law.worlds import ask, because, missing

ITEMS = list(CHECKLISTS["breach"].items)
NUMBERS = {"incident__data": ["full_name", "ssn"]}


def letter(*more: str, **facts: Any) -> Decision:
    return ask("breach_letter", **{"notice__items": [*ITEMS, *more]} | facts)


def test_the_letter_of_the_examples_has_all_items() -> None:
    assert letter().outcome is Outcome.MAY
    assert letter() == ask("breach_letter")


@pytest.mark.parametrize("item", ITEMS)
def test_without_any_one_item_it_does_not_go(item: str) -> None:
    refused = letter(notice__items=[it for it in ITEMS if it != item])
    assert (refused.outcome, because(refused)) == (Outcome.NO, ["programmes.breach_notices.something_is_lacking"])


@pytest.mark.parametrize("kind", ["ssn", "government_id_number"])
def test_where_numbers_were_taken_the_credit_bureaus_are_named(kind: str) -> None:
    data = {"incident__data": ["full_name", kind]}
    assert because(letter(**data)) == ["programmes.breach_notices.without_the_credit_bureaus"]
    assert letter("credit_bureaus", **data).outcome is Outcome.MAY
    assert missing(letter(incident__data=None)) == ["incident.data"]


def test_a_business_offers_mitigation_and_a_district_is_not_asked_to() -> None:
    business = NUMBERS | {"incident__holder": "vendor_for_itself"}
    refused = letter("credit_bureaus", **business)
    assert because(refused) == ["programmes.breach_notices.without_the_offer_of_a_business"]
    assert "12 months" in refused.says
    assert letter("credit_bureaus", "offer_of_mitigation", **business).outcome is Outcome.MAY
    assert letter("credit_bureaus", **NUMBERS).outcome is Outcome.MAY
    assert letter(incident__holder="vendor_for_itself").outcome is Outcome.MAY
