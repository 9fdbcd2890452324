"""Fees."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.figures import FIGURES
from tests.law.worlds import ask, because, duties, missing


@pytest.mark.parametrize("former", [False, True])
def test_the_search_is_never_charged(former: bool) -> None:
    refused = ask("fee", other__fee_kind="search", student__former=former)
    assert refused.outcome is Outcome.NO
    assert because(refused) == ["casework.fees.for_the_search"]


def test_copies_cost_what_they_cost() -> None:
    decision = ask("fee")
    assert decision.outcome is Outcome.MAY
    assert {"actual_cost_only", "no_search_fee"} <= duties(decision)


def test_the_first_copies_of_a_former_student_are_free_and_a_pupils_are_not() -> None:
    former: dict[str, Any] = {"other__fee_kind": "free_copy_left"}
    refused = ask("fee", student__former=True, **former)
    assert because(refused) == ["casework.fees.free_copies_of_former_students"]
    assert f"first {FIGURES['free_transcripts'].value} transcripts" in refused.says
    assert ask("fee", requester={"kind": "former_student"}, **former).outcome is Outcome.NO
    assert ask("fee", **former).outcome is Outcome.MAY


@pytest.mark.parametrize("disability", [False, True])
def test_a_fee_that_keeps_a_family_from_the_records_falls(disability: bool) -> None:
    refused = ask("fee", student__disability=disability, other__fee_blocks_access=True)
    assert because(refused) == ["casework.fees.that_would_keep_a_family_from_the_records"]


def test_of_special_education_families_the_office_asks_and_others_say_so() -> None:
    asked = ask("fee", student__disability=True, other={"fee_kind": "actual_copy_cost"})
    assert missing(asked) == ["other.fee_blocks_access"]
    assert ask("fee", other={"fee_kind": "actual_copy_cost"}).outcome is Outcome.MAY


def test_a_fee_of_which_nobody_knows_the_kind_is_asked_about() -> None:
    assert ask("fee", other={"fee_blocks_access": False}).outcome is Outcome.NEEDS_MORE


def test_a_familys_copy_costs_what_it_costs_and_a_look_costs_nothing() -> None:
    assert "actual_cost_only" in duties(ask("parent", action="copy"))
    assert "actual_cost_only" in duties(ask("student", action="copy"))
    assert "actual_cost_only" not in duties(ask("parent"))
