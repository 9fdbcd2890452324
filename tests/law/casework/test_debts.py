"""Withholding for debts."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing


@pytest.mark.parametrize("kind", ["grades", "marks_and_credits", "transcript", "graduation_date"])
def test_for_wilful_damage_after_due_process_four_things_may_be_withheld(kind: str) -> None:
    decision = ask("withhold", record__kind=kind)
    assert decision.outcome is Outcome.MAY
    assert "offer_voluntary_work" in duties(decision)


@pytest.mark.parametrize("kind", ["cumulative_file", "health", "immunization", "special_education", "discipline"])
def test_nothing_else_is_withheld(kind: str) -> None:
    assert because(ask("withhold", record__kind=kind)) == ["casework.debts.nothing_else"]


@pytest.mark.parametrize("heard", [False, None])
def test_the_family_is_heard_first(heard: bool | None) -> None:
    assert missing(ask("withhold", other__due_process_given=heard)) == ["other.due_process_given"]


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        ({"other__debt": "unpaid_fee"}, "for_fees"),
        ({"student__homeless": True}, "from_homeless_or_foster_youth"),
        ({"student__foster": True}, "from_homeless_or_foster_youth"),
        ({"student__was_homeless_or_foster": True}, "from_homeless_or_foster_youth"),
        ({"purpose": "inspection"}, "from_inspection"),
        ({"purpose": "self_inspection"}, "from_inspection"),
        ({"purpose": "enrolment_transfer"}, "from_another_school"),
        ({"requester__kind": "other_school"}, "from_another_school"),
        ({"requester__kind": "private_school"}, "from_another_school"),
        ({"requester__kind": "college"}, "from_another_school"),
    ],
)
def test_each_ban_alone_is_enough(facts: dict[str, Any], rule: str) -> None:
    refused = ask("withhold", **facts)
    assert refused.outcome is Outcome.NO
    assert because(refused) == [f"casework.debts.{rule}"]
    assert "do_not_withhold_for_fees" in duties(refused)


def test_a_family_that_owes_looks_at_the_file_and_the_office_is_reminded() -> None:
    for debt in ("unpaid_fee", "wilful_damage"):
        decision = ask("parent", other__debt=debt)
        assert decision.outcome is Outcome.MUST
        assert "do_not_withhold_for_fees" in duties(decision)


def test_the_ban_of_2019_did_not_bind_before() -> None:
    before = ask("withhold", on="2018-12-31", other__debt="unpaid_fee")
    assert "casework.debts.for_fees" not in because(before)
    assert because(ask("withhold", on="2019-01-01", other__debt="unpaid_fee")) == ["casework.debts.for_fees"]
