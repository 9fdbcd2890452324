"""An order is handed in."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

RECORDS = {"kind": "records_order_6323_5", "signed_by_judge": True, "names_these_records": True, "valid_on": True}


@pytest.mark.parametrize("kind", ["parent", "relative", "public", "attorney", "student", "police"])
def test_it_is_taken_from_anybody_and_a_receipt_is_given(kind: str) -> None:
    decision = ask("order_handed_in", requester__kind=kind)
    assert decision.outcome is Outcome.MUST
    assert "receipt_to_submitter" in duties(decision)


def test_it_is_taken_even_from_the_one_it_restrains_and_says_nothing() -> None:
    decision = ask("order_handed_in", requester__restrained_from_records=True)
    assert decision.outcome is Outcome.MUST
    assert "restrain" not in decision.says


@pytest.mark.parametrize(
    ("paper", "to_counsel"),
    [
        (RECORDS, False),
        ({**RECORDS, "signed_by_judge": False}, True),
        ({**RECORDS, "valid_on": None}, True),
        ({**RECORDS, "names_these_records": False}, True),
        ({**RECORDS, "kind": "court_order"}, True),
    ],
)
def test_what_is_not_a_whole_records_order_is_read_by_counsel_the_same_day(
    paper: dict[str, object], to_counsel: bool
) -> None:
    decision = ask("order_handed_in", papers=[paper])
    assert decision.outcome is Outcome.MUST
    assert ("counsel_review" in duties(decision)) is to_counsel


def test_where_nothing_was_handed_in_nothing_is_taken() -> None:
    assert because(ask("order_handed_in", papers=[])) == ["casework.orders_received.nothing_was_handed_in"]
    assert missing(ask("order_handed_in", papers=None)) == ["papers"]
