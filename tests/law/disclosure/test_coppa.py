"""The school's consent for children under 13."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.book import rulebook
from fileroom.law.disclosure.coppa import law
from tests.law.worlds import ALL_ELSE_PERMITTED, OPEN_EVERY_WEEKDAY, duties, question

NOTICE, CONTRACT = {"kind": "coppa_notice"}, {"kind": "vendor_contract"}
BOOK = rulebook((*law, ALL_ELSE_PERMITTED))


def shared(age: int = 12, **more: Any) -> Any:
    asked = {
        "action": "share_with_vendor", "purpose": "outsourced_function", "requester": {"kind": "vendor"},
        "student": {"age": age}, "papers": [NOTICE, CONTRACT],
        "other": {"school_consents_for_parents": True, "recipient_purpose_noncommercial": True},
    }  # fmt: skip
    return BOOK.decide(question("survey", **{**asked, **more}), OPEN_EVERY_WEEKDAY)


def test_the_school_consents_on_notice_under_contract_and_for_its_own_use() -> None:
    decision = shared()
    assert decision.outcome is Outcome.MAY
    assert "retain_consent" in duties(decision)


@pytest.mark.parametrize(
    "change",
    [
        {"papers": [CONTRACT]},
        {"papers": [NOTICE]},
        {"papers": [{"kind": "click_wrap_terms"}]},
        {"other": {"school_consents_for_parents": True, "recipient_purpose_noncommercial": False}},
    ],
)
def test_without_one_of_them_it_does_not(change: dict[str, Any]) -> None:
    assert shared(**change).outcome is Outcome.NO
    assert shared(age=13, **change).outcome is Outcome.MAY


def test_parents_who_consent_themselves_are_no_matter_of_this_rule() -> None:
    for consents in ({"school_consents_for_parents": False}, {}):
        decision = shared(other=consents, papers=[])
        assert decision.outcome is Outcome.MAY
        assert "retain_consent" not in duties(decision)
