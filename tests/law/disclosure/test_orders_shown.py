"""An order that is shown, and not yet on file."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.examples import bases
from fileroom.law.facts import Action
from fileroom.law.phrases import RELEASES
from tests.law.worlds import ask, because, duties

SHOWN = {"papers": [{"kind": "records_order_6323_5"}]}


@pytest.mark.parametrize("action", sorted(RELEASES))
def test_an_order_shown_bars_before_it_is_filed_and_says_nothing(action: Action) -> None:
    decision = ask("parent", action=action, requester__legal_custody=False, **SHOWN)
    assert decision.outcome is Outcome.NO
    assert because(decision)[0] == "disclosure.restraining_orders.restrained_party"
    assert decision.silent
    assert "receipt_to_submitter" in duties(decision)


@pytest.mark.parametrize("lack", ["signed_by_judge", "names_these_records", "valid_on"])
def test_a_paper_known_to_be_no_order_about_this_child_today_bars_nobody(lack: str) -> None:
    assert ask("parent", papers=[{"kind": "records_order_6323_5", lack: False}]).outcome is Outcome.MUST
    assert ask("parent", papers=[{"kind": "records_order_6323_5", lack: True}]).outcome is Outcome.NO


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
