"""An order that is shown, and not yet on file."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.examples import bases
from fileroom.law.facts import Action
from fileroom.law.phrases import RELEASES
from tests.law.worlds import ask, because, duties, missing

SHOWN = {"papers": [{"kind": "records_order_6323_5"}]}


@pytest.mark.parametrize("action", sorted(RELEASES))
def test_an_order_shown_opens_nothing_before_it_is_known_whom_it_bars_and_bars_that_parent_in_silence(
    action: Action,
) -> None:
    waits = ask("parent", action=action, requester__legal_custody=False, **SHOWN)
    barred = ask("parent", action=action, requester__restrained_from_records=True, **SHOWN)
    assert not waits.granted
    assert barred.outcome is Outcome.NO
    assert because(barred)[0] == "disclosure.restraining_orders.restrained_party"
    for decision in (waits, barred):
        assert decision.silent or "disclosure.restraining_orders.restrained_party" not in because(decision)
        assert "receipt_to_submitter" in duties(decision)


def test_a_parent_who_hands_in_an_order_is_asked_whom_it_bars_and_not_taken_for_that_one() -> None:
    decision = ask("parent", papers=[{**SHOWN["papers"][0], "signed_by_judge": True, "valid_on": True}])
    assert decision.outcome is Outcome.NEEDS_MORE
    assert missing(decision) == ["requester.restrained_from_records"]
    on_file = ask("parent", orders=["records_order_6323_5"], **SHOWN)
    assert on_file.outcome is Outcome.NO


@pytest.mark.parametrize("lack", ["signed_by_judge", "names_these_records", "valid_on"])
def test_a_paper_known_to_be_no_order_about_this_child_today_bars_nobody(lack: str) -> None:
    assert ask("parent", papers=[{"kind": "records_order_6323_5", lack: False}]).outcome is Outcome.MUST
    assert not ask("parent", papers=[{"kind": "records_order_6323_5", lack: True}]).granted


def test_the_parent_whom_the_order_shown_protects_sees() -> None:
    assert ask("parent", requester__restrained_from_records=False, **SHOWN).outcome is Outcome.MUST
    assert ask("teacher", **SHOWN).outcome is Outcome.MUST
    assert ask("consent", papers=[*bases()["consent"]["papers"], *SHOWN["papers"]]).outcome is Outcome.NEEDS_MORE


@pytest.mark.parametrize("lack", [{"valid_on": False}, {"signed_by_judge": False}])
def test_counsel_looks_where_the_order_shown_has_run_out_or_bears_no_judges_name(lack: dict[str, bool]) -> None:
    decision = ask("parent", papers=[{"kind": "records_order_6323_5", **lack}])
    assert decision.outcome is Outcome.MUST
    assert "counsel_review" in duties(decision)
    assert "counsel_review" not in duties(ask("parent", papers=[{"kind": "court_order", **lack}]))
